"""What a check sees of a document: sections, sentences, matches and where words came from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from jdgen.guidelines import check_settings
from jdgen.guidelines.measures import months_between, times_a_year
from jdgen.guidelines.rule import Example
from jdgen.guidelines.say import counted, listed, number, percent
from jdgen.guidelines.subjects import DocumentSubject, sentence_at, sentences
from jdgen.model import Block, Span, WordText

TEXT = [
    ("title", "Peer worker"),
    ("heading1", "Nature of work"),
    ("body", "First."),
    ("heading2", "More on it"),
    ("body", "Second."),
    ("body", "  "),
    ("heading1", "Essential duties:"),
    ("cell", "Third."),
]


@pytest.fixture
def document(bench):
    kind = bench.kind("job-description")
    text = bench.text(kind.name, Example("", blocks=TEXT))
    spans = [
        Span("word/document.xml", 7, 0, 6, ("duties.0.text", "terms.role")),
        Span("word/document.xml", 7, 2, 4, ("terms.role",)),
        Span("word/header1.xml", 7, 0, 6, ("organization.name",)),
    ]
    settings = check_settings()
    return DocumentSubject(bench.profile(), kind, text, spans, (), date(2026, 12, 1), settings)


def texts(blocks):
    return [block.text for block in blocks]


def test_a_section_ends_at_the_next_heading_of_its_level_and_keeps_lower_ones(document):
    assert texts(document.section("nature of work")) == ["First.", "More on it", "Second."]
    assert texts(document.section("Essential duties")) == ["Third."]
    assert document.section("No such heading") == ()


def test_what_stands_before_a_section(document):
    assert texts(document.before_section(1, 3))[-1] == "Second."
    assert texts(document.before_section(3, 2)) == ["Peer worker", "Nature of work"]
    assert texts(document.before_section(9, 1)) == ["Peer worker"]


def test_cells_of_a_table_at_the_top_do_not_push_the_top_away(document):
    table = [Block("word/document.xml", at, "cell", f"Row {at}") for at in range(20)]
    below = Block("word/document.xml", 20, "body", "This is a non-clinical role.")
    last = Block("word/document.xml", 21, "body", "The end.")
    subject = replace(document, text=WordText((*table, below, last)))
    assert subject.before_section(9, 1) == (*table, below)


def test_a_match_comes_with_its_paragraph(document):
    found = [(block.index, match[0]) for block, match in document.find(re.compile("Sec|Thi"))]
    assert found == [(4, "Sec"), (7, "Thi")]
    assert list(document.find(re.compile("Sec"), document.section("Essential duties"))) == []


def test_words_lead_to_their_fields_the_narrowest_span_first(document):
    block = document.text.blocks[7]
    assert document.fields_of(block) == ("terms.role", "duties.0.text")
    assert document.fields_of(block, 4, 6) == ("duties.0.text", "terms.role")
    assert document.fields_of(document.text.blocks[2]) == ()


def test_sentences_are_told_apart():
    text = "We meet at 5 p.m. every day. “It helps.” Why? Ask e.g. the team."
    assert list(sentences(text)) == [
        "We meet at 5 p.m. every day.",
        "“It helps.”",
        "Why?",
        "Ask e.g. the team.",
    ]
    assert list(sentences("One line\n\nand another ")) == ["One line", "and another"]
    assert sentence_at(text, text.index("helps")) == "“It helps.”"
    assert sentence_at(text, text.index("day")) == "We meet at 5 p.m. every day."
    assert sentence_at(text, 999) == text


@pytest.mark.parametrize(
    ("words", "times"),
    [("weekly", 52), ("Every two weeks", 26), ("monthly", 12), ("as needed", 0), (None, 0)],
)
def test_a_frequency_is_so_many_times_a_year(words, times):
    assert times_a_year(words) == times


@pytest.mark.parametrize(
    ("last", "months"),
    [(date(2027, 1, 15), 1), (date(2027, 1, 14), 0), (date(2027, 12, 15), 12)],
)
def test_months_are_counted_whole(last, months):
    assert months_between(date(2026, 12, 15), last) == months


def test_figures_and_lists_are_said_as_a_person_says_them():
    assert [number(Decimal("60.00")), number(Decimal("12.50")), number(100)] == [
        "60",
        "12.5",
        "100",
    ]
    assert percent(Decimal("5.5")) == "5.5 percent"
    assert [listed([]), listed("a"), listed("ab"), listed("abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [counted(1, "duty", "duties"), counted(2, "row")] == ["1 duty", "2 rows"]
