"""Every text field that a document prints can be edited there and finds its way home."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from jdgen.adopt.edits import Hunk, find_edits
from jdgen.adopt.homes import Homes, find_homes
from jdgen.adopt.values import text_for_value
from jdgen.model import Artifact, Block, Profile, Span, WordText
from jdgen.pipeline import Options, Pipeline
from jdgen.profile import is_choice, load_profile
from jdgen.settings import load_settings

PROFILES = Path(__file__).parents[2] / "profiles"
NAMES = sorted(path.stem for path in PROFILES.glob("[!_]*.yaml"))


@cache
def printed(name: str) -> tuple[Profile, tuple[Artifact, ...]]:
    profile = load_profile(PROFILES / f"{name}.yaml")
    now = datetime(2026, 11, 20, tzinfo=UTC)
    return profile, Pipeline(load_settings(PROFILES), Options(), now).judge(profile).artifacts


def text_spans(profile: Profile, artifact: Artifact) -> list[tuple[Span, Block]]:
    """Where the document prints a text field as it is, two words or more."""
    blocks = {(block.part, block.index): block for block in artifact.text.blocks}
    found = []
    for span in artifact.rendered.provenance:
        block = blocks[span.part, span.block]
        words = block.text[span.start : span.end]
        own = len(span.fields) == 1 and not is_choice(span.fields[0])
        if own and profile.get(span.fields[0]) == words and " " in words:
            found.append((span, block))
    return found


def edited(text: WordText, block: Block, new: str) -> WordText:
    blocks = [replace(b, text=new) if b is block else b for b in text.blocks]
    return replace(text, blocks=tuple(blocks))


@pytest.mark.parametrize("name", NAMES)
def test_a_word_changed_in_any_text_field_comes_home_to_that_field(name: str) -> None:
    profile, artifacts = printed(name)
    tried = 0
    for artifact in artifacts:
        for span, block in text_spans(profile, artifact):
            words = block.text[span.start : span.end]
            first, _, rest = words.rpartition(" ")
            new = f"{first} quite {rest}"
            text = block.text[: span.start] + new + block.text[span.end :]
            edits = find_edits(artifact.text, edited(artifact.text, block, text))
            homes = find_homes(edits, artifact.rendered.provenance, profile)
            assert [(c.field, c.new) for c in homes.changes] == [(span.fields[0], new)]
            assert not homes.staying
            tried += 1
    assert tried > 20


def test_pages_that_word_counted_are_no_edit() -> None:
    profile, artifacts = printed("riverbend")
    footers = [(a, b) for a in artifacts for b in a.text.blocks if "Page 1 of 1" in b.text]
    assert footers
    for artifact, footer in footers:
        counted = footer.text.replace("Page 1 of 1", "Page 2 of 4")
        edits = find_edits(artifact.text, edited(artifact.text, footer, counted))
        assert find_homes(edits, artifact.rendered.provenance, profile) == Homes()


@pytest.mark.parametrize("name", NAMES)
def test_a_paragraph_taken_out_stays_an_edit_of_the_document(name: str) -> None:
    profile, artifacts = printed(name)
    for artifact in artifacts:
        for _, block in text_spans(profile, artifact)[::9]:
            blocks = tuple(b for b in artifact.text.blocks if b is not block)
            edits = find_edits(artifact.text, replace(artifact.text, blocks=blocks))
            homes = find_homes(edits, artifact.rendered.provenance, profile)
            assert not homes.changes
            assert [staying.before for staying in homes.staying] == [block.text]


@pytest.mark.parametrize(
    ("value", "printed", "hunk", "told"),
    [
        ("peer worker", "A peer worker", Hunk(7, 13, "mentor"), "peer mentor"),
        ("permanent part-time", "Permanent part-time", Hunk(0, 9, "Casual"), "casual part-time"),
        ("Monday", "Monday", Hunk(0, 6, "Friday"), "Friday"),
        ("first aid", "First aid", Hunk(0, 5, "CPR"), "CPR aid"),
        ("peer worker", "A peer worker", Hunk(0, 1, "The"), None),
        ("peer worker", "Peer workers", Hunk(0, 4, "Nice"), "nice worker"),
        ("Monday", "Monday", Hunk(0, 6, ""), None),
        ("Monday", "Monday", Hunk(6, 6, "\u2028or\u00a0so"), "Monday or so"),
    ],
)
def test_printed_words_lead_back_to_the_value(
    value: str, printed: str, hunk: Hunk, told: str | None
) -> None:
    assert text_for_value(value, printed, [hunk]) == told
