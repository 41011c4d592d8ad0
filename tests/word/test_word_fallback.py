"""docxtpl's own path and ours render the same thing, and what ours does not cover goes to it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from jdgen import marks
from jdgen.model import Context
from jdgen.word import compile_template, read_text, render
from jdgen.word.opening import open_word_file

VALUES = {
    "name": "Harbour & <Connect>\nsecond line",
    "items": ["one", "two & three", "“four”"],
    "rows": [{"a": "x", "b": 1}, {"a": "y", "b": 2}],
    "yes": True,
    "no": False,
}
TEMPLATES = {
    "values": ["{{ name }}", "x {{ name|upper }} y", "{{ items|join('; ') }}"],
    "conditions": [
        "{%p if yes %}",
        "kept {{ name }}",
        "{%p endif %}",
        "{% if no %}a{% else %}b{% endif %}",
    ],
    "loops": ["{%p for item in items %}", "{{ loop.index }}. {{ item }}", "{%p endfor %}"],
    "comments": ["{# nobody sees this #}seen", "{_{ name }_}"],
    "glue": ["first {% if yes -%}", "{{ name }}", "{%- endif %} last"],
}


def parts(data):
    package = open_word_file(data)
    members = [package.main, *package.related("header"), *package.related("footer")]
    return {m: etree.tostring(package.root(m), method="c14n") for m in members}


def both_ways(template, context, look):
    slow = dataclasses.replace(template, slow="to compare")
    fast = dataclasses.replace(template, slow="")
    return parts(render(fast, context, look).data), parts(render(slow, context, look).data)


@pytest.mark.parametrize("name", TEMPLATES)
def test_both_ways_agree_on_paragraphs(name, make_docx, look):
    made = make_docx(*TEMPLATES[name], header="{{ name }}", footer="{{ items|first }}")
    fast, slow = both_ways(compile_template(made, name="t.docx"), Context(VALUES), look)
    assert fast == slow


def test_both_ways_agree_on_tables(table_docx, look):
    made = table_docx(
        ["Duty", "Share"],
        ["{%tr for r in rows %}", ""],
        ["{{ r.a }}", "{{ r.b }}"],
        ["{%tr endfor %}", ""],
    )
    fast, slow = both_ways(compile_template(made, name="t.docx"), Context(VALUES), look)
    assert fast == slow


@pytest.mark.parametrize("folder", sorted(Path("templates").glob("*/template.docx")), ids=str)
def test_the_fast_path_covers_every_shipped_template(folder):
    template = compile_template(folder.read_bytes(), name=folder.name)
    assert template.slow == ""
    assert template.needs


@pytest.fixture
def column_loop(save):
    document = Document()
    table = document.add_table(1, 3)
    for cell, text in zip(
        table.rows[0].cells,
        ["{%tc for item in items %}", "{{ item }}", "{%tc endfor %}"],
        strict=True,
    ):
        cell.text = text
    return save(document)


def test_a_template_that_repeats_columns_goes_to_docxtpl_and_says_why(column_loop, look, member):
    template = compile_template(column_loop, name="t.docx")
    assert "table columns" in template.slow
    data = render(template, Context(VALUES), look).data
    assert [b.text for b in read_text(data).blocks if b.text] == VALUES["items"]
    assert member(data).count("<w:gridCol ") == 3


def test_docxtpls_path_is_traced_as_well(column_loop, look):
    template = compile_template(column_loop, name="t.docx")
    plain = Context({"items": ["one", "two"]})
    traced = Context(
        {"items": [marks.wrap("one", 0), marks.wrap("two", 1)]}, (("items.0",), ("items.1",))
    )
    made = render(template, traced, look)
    assert made.data == render(template, plain, look).data
    assert [span.fields for span in made.provenance] == [("items.0",), ("items.1",)]
