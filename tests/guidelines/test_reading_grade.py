"""The reading grade is an estimate that counts syllables as people do and skips what is no text."""

from __future__ import annotations

import pytest

from jdgen.guidelines.reading_grade import reading_grade, syllables
from jdgen.model import Block

# Counted by hand, one string for each number of syllables.
COUNTED = {
    1: "the peer helps changed made looked shared "
    "through group phone whole trust friend strength you're don't",
    2: "worker people handled safety choosing being table hopeful lonely quiet someone "
    "lifelong evening centre worker's science client believe movement isn't wouldn't changes",
    3: "family companion together confidence anything caregiver area ideas serious dignity "
    "violence well-informed influence somebody medium easier employer racism video behaviour",
    4: "experience community usually recovery diagnosis psychiatry diabetes appreciate "
    "society reality",
    5: "opportunity organization personality individual",
    6: "self-determination responsibility",
    7: "confidentiality",
}
CASES = [(word, number) for number, words in COUNTED.items() for word in words.split()]
LINCOLN = (
    "Four score and seven years ago our fathers brought forth on this continent, a new nation, "
    "conceived in Liberty, and dedicated to the proposition that all men are created equal. Now "
    "we are engaged in a great civil war, testing whether that nation, or any nation so conceived "
    "and so dedicated, can long endure. We are met on a great battle-field of that war. We have "
    "come to dedicate a portion of that field, as a final resting place for those who here gave "
    "their lives that that nation might live. It is altogether fitting and proper that we should "
    "do this. But, in a larger sense, we can not dedicate, we can not consecrate, we can not "
    "hallow this ground. The brave men, living and dead, who struggled here, have consecrated it, "
    "far above our poor power to add or detract. The world will little note, nor long remember "
    "what we say here, but it can never forget what they did here. It is for us the living, "
    "rather, to be dedicated here to the unfinished work which they who fought here have thus far "
    "so nobly advanced. It is rather for us to be here dedicated to the great task remaining "
    "before us, that from these honored dead we take increased devotion to that cause for which "
    "they gave the last full measure of devotion, that we here highly resolve that these dead "
    "shall not have died in vain, that this nation, under God, shall have a new birth of freedom, "
    "and that government of the people, by the people, for the people, shall not perish from the "
    "earth."
)
EASE_69 = "This sentence, taken as a reading passage unto itself, is being used to prove a point."


def grade(*rows):
    blocks = [Block("word/document.xml", at, role, text) for at, (role, text) in enumerate(rows)]
    return reading_grade(blocks)


@pytest.mark.parametrize(("word", "number"), CASES)
def test_syllables_are_counted_as_by_hand(word, number):
    assert syllables(word) == number


def test_american_and_british_spellings_count_alike():
    pairs = "behavior behaviour center centre color colour organize organise counselor counsellor"
    words = pairs.split()
    assert [syllables(word) for word in words[::2]] == [syllables(word) for word in words[1::2]]


def test_the_grade_of_a_known_speech_is_near_the_published_one():
    """Word's own count gives the Gettysburg Address grade 10.9; other counts reach 11.2."""
    assert grade(("body", LINCOLN)).grade == pytest.approx(11, abs=0.5)


def test_the_grade_of_a_known_sentence_follows_from_its_published_reading_ease():
    """Ease 69 for 16 words in one sentence means 23 syllables, which is grade 7.6."""
    assert grade(("body", EASE_69)).grade == pytest.approx(7.6, abs=0.1)


def test_each_bullet_and_each_cell_is_a_sentence_of_its_own():
    told = grade(("bullet", "to be listened to"), ("cell", "to have a say"), ("number", "to rest"))
    assert told.sentences == 3
    assert told.words == 10


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("heading1", "Confidentiality and organizational responsibilities"),
        ("title", "Organizational communications."),
        ("footer", "Version 1.2, in effect from December 1, 2026."),
        ("body", "“Interdisciplinary collaboration revolutionized my rehabilitation.”"),
        ("body", "A., participant"),
        ("bullet", "Email: information@organization.example"),
        ("body", "Phone: 555-0134; Address: Institutional Avenue, Riverbend."),
        ("body", "Reach the administrative coordinator: 555-0134."),
        ("body", "Version 1.2, in effect from December 1, 2026. Institutional publication."),
    ],
)
def test_what_is_no_running_text_is_left_out(role, text):
    plain = ("body", "You can say no.")
    assert grade(plain, (role, text)) == grade(plain)


def test_the_three_hardest_sentences_are_told_with_their_paragraphs():
    hard = "Institutional responsibilities necessitate interdisciplinary communication strategies."
    told = grade(("body", f"We meet on Monday for tea and a chat. {hard} You can come too."))
    assert told.hardest[0].text == hard
    assert told.hardest[0].block.index == 0
    assert told.hardest[0].grade > told.grade
    many = [("bullet", f"to walk along the river and talk for {hours} hours") for hours in "12345"]
    assert len(grade(*many).hardest) == 3


def test_a_text_without_running_words_has_no_grade():
    assert grade(("heading1", "What is peer support?"), ("body", "")) is None
