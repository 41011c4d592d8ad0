"""The weights are read as the learning tool writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdgen.guidelines.wording import leaning
from tools.learn_wording import Example, fit, vectors

TOLD = [
    Example("duty", frozenset({"coercive"}), "Make sure that people take part in the group."),
    Example("duty", frozenset({"coercive"}), "Make sure that people come to the group."),
    Example("duty", frozenset({"doing-for"}), "Cook and clean for people in the house."),
    Example("duty", frozenset({"doing-for"}), "Cook the meals and clean the house."),
    Example("duty", frozenset[str](), "Share a meal with people in the house."),
    Example("duty", frozenset[str](), "Share a walk with people of the group."),
]


@pytest.fixture(autouse=True)
def learned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = tmp_path / "learned.json"
    path.write_text(json.dumps(fit(TOLD)), encoding="utf-8")
    monkeypatch.setattr(leaning, "WEIGHTS", path)
    leaning.weights.cache_clear()
    yield
    leaning.weights.cache_clear()


def _leaning_of(text: str) -> dict[str, float]:
    return leaning.leaning(dict.fromkeys(vectors("duty", text)[0], 0), "duty")


def test_a_text_leans_as_the_examples_do() -> None:
    told = _leaning_of("Make sure that people come in time.")
    assert told["coercive"] > 0.5 > told["doing-for"]
    told = _leaning_of("Cook and clean the kitchen.")
    assert told["doing-for"] > 0.5 > told["coercive"]


def test_a_text_like_the_fitting_examples_leans_to_no_fault() -> None:
    assert max(_leaning_of("Share a meal with people of the group.").values()) < 0.5


def test_a_feature_that_was_never_learned_adds_nothing() -> None:
    known = leaning.leaning({"cook": 0, "zither": 1}, "duty")
    assert known == leaning.leaning({"cook": 0, "xylophone": 1}, "duty")


def test_the_words_that_weigh_most_for_a_fault_are_found() -> None:
    told = {"share": 0, "a": 1, "walk": 2, **{f"so {n}": n for n in range(3, 20)}, "cook": 20}
    assert leaning.heaviest(told, "duty", "doing-for") in range(14, 21)


def test_a_word_weighs_as_the_fields_use_it_and_as_its_kin_does() -> None:
    told = [
        *TOLD,
        Example("brochure", frozenset[str](), "We cook together and clean up together."),
        Example("brochure", frozenset[str](), "Come and cook, or come and clean with us."),
    ]
    leaning.WEIGHTS.write_text(json.dumps(fit(told)), encoding="utf-8")
    leaning.weights.cache_clear()
    found = dict.fromkeys(vectors("duty", "Cooking")[0], 0)
    in_a_duty, in_a_brochure = (
        leaning.leaning({name: 0 for name in found if " " not in name}, field)["doing-for"]
        for field in ("duty", "brochure")
    )
    assert in_a_duty > in_a_brochure
    assert leaning.shades("cookery", "work") == ("cookery", "work*cookery", "~cook")


def test_no_number_of_telling_words_is_too_many() -> None:
    words = {f"w{n}": n for n in range(10_000)}
    told = {
        "categories": ["coercive"],
        "learned_from": "",
        "bias": "0",
        "rows": dict.fromkeys(words, "-99"),
    }
    leaning.WEIGHTS.write_text(json.dumps(told), encoding="utf-8")
    leaning.weights.cache_clear()
    assert leaning.leaning(words, "duty") == {"coercive": 0}
