"""The shipped templates with a shipped profile: both paths agree, and a trace changes nothing."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from jdgen.documents import build_context, find_kinds, look_of
from jdgen.profile import load_profile
from jdgen.word import compile_template, read_text, render
from jdgen.word.markup import every, qn
from jdgen.word.opening import open_word_file

ROOT = Path(__file__).parents[2]
KINDS = find_kinds([ROOT / "templates"])
TODAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def profile():
    return load_profile(ROOT / "profiles" / "riverbend.yaml")


@pytest.fixture(params=["letter", "a4"])
def made(request, profile, kind):
    """Template, plain context, traced context and look of one document."""
    data = Path(kind.template).read_bytes()
    template = compile_template(data, name=f"{kind.name}.docx", paper=request.param)
    plain, traced = (
        build_context(profile, template.needs, trace=trace, today=TODAY) for trace in (False, True)
    )
    return template, plain, traced, look_of(profile, kind, ROOT)


@pytest.fixture(params=KINDS.values(), ids=KINDS)
def kind(request):
    return request.param


def test_the_fast_path_and_docxtpl_agree(made):
    template, plain, _, look = made
    assert template.slow == ""
    ways = [template, dataclasses.replace(template, slow="to compare")]
    packages = [open_word_file(render(way, plain, look).data) for way in ways]
    members = [packages[0].main, *packages[0].related("header"), *packages[0].related("footer")]
    for member in members:
        fast, slow = (etree.tostring(p.root(member), method="c14n") for p in packages)
        assert fast == slow


def test_traced_and_plain_documents_are_the_same_bytes(made):
    template, plain, traced, look = made
    assert render(template, traced, look).data == render(template, plain, look).data


def test_every_span_of_the_trace_points_at_words_of_the_document(made):
    template, _, traced, look = made
    rendered = render(template, traced, look)
    blocks = {(b.part, b.index): b.text for b in read_text(rendered.data).blocks}
    assert rendered.provenance
    for span in rendered.provenance:
        assert blocks[span.part, span.block][span.start : span.end].strip()
        assert span.fields


def test_ids_of_drawings_are_unique_in_each_part(made):
    template, plain, _, look = made
    package = open_word_file(render(template, plain, look).data)
    for part in template.parts:
        ids = [drawing.get("id") for drawing in every(package.root(part.member), "wp:docPr")]
        assert len(ids) == len(set(ids))
        assert ids or part.member != package.main


def test_nothing_that_a_screen_reader_needs_is_missing(made):
    template, plain, _, look = made
    text = read_text(render(template, plain, look).data)
    assert text.tables_without_header == ()
    assert "" not in [alt for block in text.blocks for alt in block.alt]
    assert [block.place for block in text.blocks if block.empty_for_space] == []
    assert text.title == look.title
    assert text.document_id == look.document_id


def test_no_editing_trace_is_left(made):
    template, plain, _, look = made
    package = open_word_file(render(template, plain, look).data)
    root = package.root(package.main)
    assert not list(every(root, "w:proofErr", "w:ins", "w:del"))
    assert not [e for e in root.iter() for key in e.attrib if key.startswith(qn("w:rsid"))]
