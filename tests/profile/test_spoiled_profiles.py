"""Whatever is typed into a profile, a person gets it loaded or is told where to look."""

from __future__ import annotations

import random

import pytest

from jdgen.errors import ProfileError
from jdgen.profile import load_profile

BITS = [": ", "- ", "{", "}", "[", "]", "&", "*", "!", "|", ">", '"', "'", " #", "%", "@", "`"]
BITS += [",", "\n", "  ", "?", "~", "null", "true", "1", ".5", "\t", "🌉", "---", "<<: ", ".nan"]


def spoil(text, chance):
    for _ in range(chance.randint(1, 4)):
        at, end = chance.randrange(len(text)), chance.randrange(len(text))
        piece = chance.choice([*BITS, "", text[end : end + chance.randint(1, 40)]])
        text = text[:at] + piece + text[at + chance.choice([0, 0, 1, 8]) :]
    return text


@pytest.mark.parametrize("seed", range(8))
def test_a_spoiled_profile_loads_or_is_told_with_a_line(folder, seed):
    chance, file = random.Random(seed), folder / "lakeside.yaml"
    good = file.read_text(encoding="utf-8")
    refused = 0
    for _ in range(40):
        file.write_text(spoil(good, chance), encoding="utf-8")
        try:
            load_profile(file)
        except ProfileError as error:
            refused += 1
            assert all(problem.place.line for problem in error.problems)
            assert all(problem.message.endswith(".") for problem in error.problems)
    assert refused
