"""Drafts: DRAFT on every page, and each finding as a comment at its words."""

from __future__ import annotations

import io

import pytest
from docx import Document

from jdgen.model import Finding
from jdgen.word import mark_as_draft, read_text
from jdgen.word.markup import every, parse


def finding(**changes):
    facts = {
        "rule": "NCL-02",
        "category": "clinical-task",
        "severity": "error",
        "message": "A clinical task",
        "why": "It is not peer support",
        "suggestion": "Say what they do together",
        "source": "Toolkit, task guidelines",
    }
    return Finding(**(facts | changes))


def commented(data):
    """Each comment's first line and the words it is about."""
    document = Document(io.BytesIO(data))
    lines = {c.comment_id: c.paragraphs[0].text for c in document.comments}
    found = {}
    for number, line in lines.items():
        root, words, inside = document.element, [], False
        for element in every(root, "w:commentRangeStart", "w:commentRangeEnd", "w:t"):
            if element.tag.endswith("}t"):
                words += [element.text] if inside else []
            elif element.get(element.tag.rpartition("}")[0] + "}id") == str(number):
                inside = element.tag.endswith("Start")
        found[line] = "".join(words)
    return found


def test_every_page_says_draft_even_where_there_was_no_header(make_docx, save):
    document = Document()
    document.add_paragraph("one")
    second = document.add_section()
    second.different_first_page_header_footer = True
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Own header"
    text = read_text(mark_as_draft(save(document), []))
    assert text.watermarks == ("DRAFT",) * 3
    assert [b.text for b in text.blocks if b.text] == ["one", "Own header"]


def test_a_finding_stands_at_the_words_it_quotes(make_docx):
    made = make_docx("Meets residents and watches them swallow tablets", "More")
    data = mark_as_draft(made, [finding(quote="watches them swallow")])
    assert commented(data) == {"Error NCL-02: A clinical task": "watches them swallow"}
    assert [b.text for b in read_text(data).body()] == [b.text for b in read_text(made).body()]


def test_a_finding_without_a_quote_stands_at_its_place(table_docx):
    made = table_docx(["Duty", "Share"], ["a", "1"], ["b", "2"])
    data = mark_as_draft(made, [finding(place="Essential duties, row 2")])
    assert list(commented(data).values()) == ["b"]


def test_a_finding_about_the_whole_document_stands_at_its_first_words(make_docx):
    data = mark_as_draft(make_docx("", "First words", "More"), [finding()])
    assert list(commented(data).values()) == ["First words"]


def test_the_same_words_twice_are_told_apart_by_place(table_docx):
    made = table_docx(["Duty", "Share"], ["helps", "1"], ["helps", "2"])
    data = mark_as_draft(made, [finding(quote="helps", place="Essential duties, row 2")])
    root = Document(io.BytesIO(data)).element
    start = next(every(root, "w:commentRangeStart"))
    row = next(start.iterancestors("{*}tr"))
    assert "".join(t.text for t in every(row, "w:t")) == "helps2"


def test_comments_that_overlap_and_runs_that_are_split_keep_the_text(save):
    document = Document()
    paragraph = document.add_paragraph("Meets ")
    paragraph.add_run("residents at").bold = True
    paragraph.add_run("\thome & <away>")
    findings = [
        finding(quote="residents at\thome", rule="A"),
        finding(quote="sidents", rule="B"),
        finding(quote="home & <a", rule="C"),
    ]
    data = mark_as_draft(save(document), findings)
    assert [b.text for b in read_text(data).body()] == ["Meets residents at\thome & <away>"]
    found = commented(data)
    assert found["Error B: A clinical task"] == "sidents"
    assert found["Error C: A clinical task"] == "home & <a"


def test_the_comment_says_why_and_what_to_do(make_docx):
    data = mark_as_draft(make_docx("x"), [finding()])
    (comment,) = Document(io.BytesIO(data)).comments
    assert [p.text for p in comment.paragraphs] == [
        "Error NCL-02: A clinical task",
        "Why: It is not peer support",
        "What to do: Say what they do together",
        "Source: Toolkit, task guidelines",
    ]
    assert comment.author == "jdgen"


def test_comments_that_were_there_stay_and_ids_are_unique(save):
    document = Document()
    paragraph = document.add_paragraph("Text")
    document.add_comment(paragraph.runs, "Mine", "Ana", "A")
    data = mark_as_draft(save(document), [finding(), finding(rule="B")])
    comments = list(Document(io.BytesIO(data)).comments)
    assert [c.author for c in comments] == ["Ana", "jdgen", "jdgen"]
    assert len({c.comment_id for c in comments}) == 3


@pytest.mark.parametrize("header", ["", "Own header"])
def test_a_second_shape_in_a_header_reuses_the_first_ones_type(header, make_docx, member):
    twice = mark_as_draft(mark_as_draft(make_docx("x", header=header), []), [])
    root = parse(member(twice, "word/header1.xml").encode())
    ids = [shape.get("id") for shape in every(root, "v:shapetype")]
    assert len(ids) == len(set(ids)) == 1
