"""The weights are read as the learning tool writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdgen.guidelines.wording import leaning
from tools.learn_wording import fit

TOLD = [
    ("duty", frozenset({"coercive"}), "Make sure that people take part in the group."),
    ("duty", frozenset({"coercive"}), "Make sure that people come to the group."),
    ("duty", frozenset({"doing-for"}), "Cook and clean for people in the house."),
    ("duty", frozenset({"doing-for"}), "Cook the meals and clean the house."),
    ("duty", frozenset[str](), "Share a meal with people in the house."),
    ("duty", frozenset[str](), "Share a walk with people of the group."),
]


@pytest.fixture
def learned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[leaning.Weights]:
    path = tmp_path / "learned.json"
    path.write_text(json.dumps(fit(TOLD)), encoding="utf-8")
    monkeypatch.setattr(leaning, "WEIGHTS", path)
    leaning.weights.cache_clear()
    yield leaning.weights()
    leaning.weights.cache_clear()


def test_a_feature_has_a_figure_for_each_category(learned: leaning.Weights) -> None:
    assert learned.categories == ["coercive", "doing-for"]
    coercive, doing_for = learned.by_category["sure"]
    assert coercive > 0 > doing_for


def test_a_feature_that_was_never_learned_adds_nothing(learned: leaning.Weights) -> None:
    assert learned.by_category["xylophon"] == ()


def test_a_text_leans_as_the_examples_do(learned: leaning.Weights) -> None:
    told = {"make": 0, "make sur": 1, "sure": 1, "sure that": 2}
    assert leaning.likeness(told, "coercive") > leaning.likeness(told, "doing-for")
    assert leaning.category_of(told, {"coercive", "doing-for"})[0] == "coercive"
