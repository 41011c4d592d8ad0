"""How well the wording checks read is measured, and may not get worse unseen."""

from __future__ import annotations

import json

import pytest

from benchmarks.wording import PAGE, SETS, page, read, scores

_FLOORS = {
    "develop.jsonl": (0.98, 0.98),
    "develop_2.jsonl": (0.95, 0.93),
    "develop_3.jsonl": (0.95, 0.93),
    "develop_4.jsonl": (0.90, 0.89),
    "develop_5.jsonl": (0.95, 0.90),
    "develop_6.jsonl": (0.95, 0.93),
    "develop_7.jsonl": (0.95, 0.90),
    "develop_8.jsonl": (0.95, 0.90),
    "ordinary.jsonl": (0.90, 0.95),
    "invented.jsonl": (0.95, 0.93),
    "invented_2.jsonl": (0.95, 0.93),
    "invented_3.jsonl": (0.95, 0.93),
    "invented_4.jsonl": (0.93, 0.93),
}


@pytest.mark.parametrize("name", _FLOORS)
def test_texts_developed_on_stay_read_right(name: str) -> None:
    precision, recall = _FLOORS[name]
    told = scores(read(name))
    for row in ("not clean", "all categories"):
        score = told[row]
        assert (score.precision or 0) >= precision
        assert (score.recall or 0) >= recall


def test_the_page_on_accuracy_is_up_to_date() -> None:
    stands = PAGE.read_text(encoding="utf-8")
    assert stands == page(), "run: python -m benchmarks.wording --write"


def test_the_weights_are_learned_from_the_examples_as_they_are() -> None:
    from tools.learn_wording import WEIGHTS, examples, fingerprint

    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))["learned_from"]
    assert told == fingerprint(list(examples())), "run: python -m tools.learn_wording"


def test_nothing_is_learned_from_the_examples_kept_aside() -> None:
    from tools.learn_wording import examples

    learned = {one.text for one in examples()}
    for name in (*SETS["kept aside"], *SETS["of other hands, kept aside"]):
        assert not any(example["text"] in learned for example in read(name))


def test_the_examples_kept_aside_are_a_fifth_by_the_hash_of_their_ids() -> None:
    from benchmarks.split_examples import is_held_out

    assert all(is_held_out(str(example["id"])) for example in read("held_out.jsonl"))
    assert not any(is_held_out(str(example["id"])) for example in read("develop.jsonl"))
