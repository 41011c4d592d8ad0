"""The lexicon, the frames and the texts fit together: nothing names what is not there."""

from __future__ import annotations

import pytest

from benchmarks.tasks import ASIDE, tasks_of
from jdgen.guidelines.facts import activities
from jdgen.guidelines.tasks import judge_task
from jdgen.guidelines.tasks.frames import frames
from jdgen.guidelines.tasks.lexicon import lexicon
from jdgen.guidelines.tasks.likeness import KNOWN
from jdgen.guidelines.tasks.reading import DRAWN_FROM, read_task
from jdgen.guidelines.tasks.words import DATA, forms_of
from jdgen.profile.library import library
from jdgen.yaml_source import load_data
from tools.learn_tasks import known_tasks

FROM_CODE = {"past", "persons"}
WORDS = {"people": "people", "person": "person", "role": "peer worker", "roles": "peer workers"}
TEXTS = load_data(DATA / "texts.yaml")


def test_every_activity_has_frames() -> None:
    told = {frame.target for frame in frames()["activities"]}
    assert told == {str(number) for number in activities()}


def test_every_activity_has_at_least_two_ways_to_be_said() -> None:
    targets = [frame.target for frame in frames()["activities"]]
    assert min(targets.count(target) for target in set(targets)) >= 2


def test_every_concept_of_a_frame_is_in_the_lexicon() -> None:
    known = lexicon().concepts | DRAWN_FROM.keys() | FROM_CODE
    used = {
        concept
        for group in frames().values()
        for frame in group
        for term in frame.terms
        for concept in term.concepts
    }
    assert used - known == set()


def test_every_concept_a_pattern_refers_to_is_in_the_lexicon() -> None:
    told = lexicon()
    used = {
        element.concept
        for index in (told.by_word, told.by_concept)
        for patterns in index.values()
        for pattern in patterns
        for element in pattern.elements
        if element.concept
    }
    assert used - told.concepts - FROM_CODE == set()


def test_every_sign_has_its_reason_and_every_doubt_a_question() -> None:
    signs = {frame.target for frame in frames()["conflicts"]}
    assert signs <= TEXTS["sentences"].keys()
    assert set(TEXTS["question_on"].values()) <= TEXTS["questions"].keys()
    assert all(text.strip().endswith("?") for text in TEXTS["questions"].values())


def test_words_are_known_in_every_form_and_in_both_spellings() -> None:
    assert "drive" in forms_of("driving")
    assert "drive" in forms_of("drove")
    assert "shop" in forms_of("shopped")
    assert "tidy" in forms_of("tidied")
    assert "organize" in forms_of("organising")
    assert "counselor" in forms_of("counsellors")
    assert "program" in forms_of("programmes")


def test_a_capital_inside_a_sentence_is_a_person_but_a_weekday_is_not() -> None:
    assert "person" in read_task("Go for a walk with Samira").concepts
    assert "person" not in read_task("Go for a walk on Friday").concepts


def test_what_is_said_not_to_happen_does_not_count() -> None:
    assert "force" not in read_task("Keep everyone safe, without restraining anyone").concepts
    assert "force" in read_task("Keep everyone safe by restraining a patient").concepts


def test_every_pattern_can_be_found() -> None:
    """A mark or a capital in a pattern would never match."""
    words = {word for found in (lexicon().plain, lexicon().by_word) for word in found}
    assert [word for word in words if word != word.lower() or not word.strip(".:;!?()")] == []


INSTEAD = load_data(DATA / "instead.yaml")


def test_every_refusal_that_has_a_near_task_says_what_to_write_instead() -> None:
    refused = {str(number) for number, told in activities().items() if told.effective == "no"}
    signs = {frame.target for frame in frames()["conflicts"]}
    assert INSTEAD.keys() == refused | signs


@pytest.mark.parametrize("sign", INSTEAD)
def test_what_to_write_instead_is_for_peer_workers_by_its_own_words(sign: str) -> None:
    told = INSTEAD[sign]
    judged = judge_task(told["write"])
    assert judged.verdict == "yes"
    assert judged.activity in (told["activity"], None)


@pytest.mark.parametrize("name", library())
def test_no_duty_of_the_library_is_refused_by_its_words(name: str) -> None:
    text = library()[name]["text"].format_map(WORDS)
    assert judge_task(text).verdict != "no"


def test_the_known_tasks_are_as_the_lexicon_reads_them_today() -> None:
    shown = KNOWN.read_text(encoding="utf-8")
    assert shown == known_tasks(), "run `python -m tools.learn_tasks`"


def test_no_task_kept_aside_is_among_the_known_ones() -> None:
    known = {line.split("\t")[2] for line in KNOWN.read_text(encoding="utf-8").splitlines()}
    aside = {told["task"] for told in tasks_of(*ASIDE)}
    assert known.isdisjoint(aside)
