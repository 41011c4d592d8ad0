"""A quote is known again by hashes of its words, never by the words themselves."""

from __future__ import annotations

import pytest

from jdgen.consents import Trace

QUOTE = "I felt heard for the first time in years."


@pytest.mark.parametrize(
    "text",
    [
        "What people say: \u201cI felt heard for the first time in years.\u201d A participant",
        "I FELT HEARD for\nthe first time in years",
        "Then I felt heard for the first time in many years!",
    ],
)
def test_a_quote_is_known_again_however_it_is_set(text: str) -> None:
    assert Trace.of(QUOTE).is_in(text, "")


@pytest.mark.parametrize("text", ["", "I felt at home for the first time.", "We met years ago."])
def test_another_text_is_none(text: str) -> None:
    assert not Trace.of(QUOTE).is_in(text, "")


def test_words_that_the_document_says_by_itself_prove_nothing() -> None:
    renewed = "I felt heard for the first time in a long while."
    assert not Trace.of(QUOTE).is_in(renewed, renewed)
    assert Trace.of(QUOTE).is_all_in(f"They said: {QUOTE}")


def test_a_quote_of_two_words_is_known_by_both() -> None:
    assert Trace.of("Never alone").is_in("never alone again", "")
    assert not Trace.of("Never alone").is_in("alone, never", "")


def test_nothing_of_the_words_is_kept() -> None:
    kept = repr(Trace.of(QUOTE))
    assert not [word for word in QUOTE.split() if word.strip(".") in kept and len(word) > 2]
