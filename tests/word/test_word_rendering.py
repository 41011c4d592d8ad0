"""Rendering: what a template's tags become, and that traced and plain output are the same."""

from __future__ import annotations

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from jdgen import marks
from jdgen.errors import TemplateError
from jdgen.model import Context, Look
from jdgen.word import compile_template, read_text, render

DUTIES = [{"text": "Meets residents", "percent": 40}, {"text": "Leads a group", "percent": 25}]


def words(data):
    return [block.text for block in read_text(data).blocks]


def test_a_value_with_markup_signs_and_emoji_comes_out_as_it_was_typed(make_docx, context, look):
    template = compile_template(make_docx("{{ name }}", "After it"), name="jd.docx")
    typed = "Harbour & Hope <Connect> \"quoted\" 'single' \N{SLIGHTLY SMILING FACE}"
    assert words(render(template, context(name=typed), look).data)[:2] == [typed, "After it"]


def test_a_line_break_in_a_value_becomes_one_in_word(make_docx, context, look, member):
    template = compile_template(make_docx("{{ address }}!"), name="jd.docx")
    data = render(template, context(address="1 Quay\nHarbour"), look).data
    assert words(data)[0] == "1 Quay\nHarbour!"
    assert "<w:br/>" in member(data)


def test_a_loop_over_paragraphs_leaves_no_empty_ones(make_docx, context, look):
    template = compile_template(
        make_docx("{%p for duty in duties %}", "{{ duty.text }}", "{%p endfor %}"), name="jd.docx"
    )
    assert words(render(template, context(duties=DUTIES), look).data) == [
        "Meets residents",
        "Leads a group",
    ]


def test_a_loop_over_rows_repeats_the_row(table_docx, context, look):
    made = table_docx(
        ["Duty", "Share"],
        ["{%tr for duty in duties %}", ""],
        ["{{ duty.text }}", "{{ duty.percent }} %"],
        ["{%tr endfor %}", ""],
    )
    blocks = read_text(
        render(compile_template(made, name="jd.docx"), context(duties=DUTIES), look).data
    ).blocks
    assert [(b.role, b.text) for b in blocks[1:]] == [
        ("header-cell", "Duty"),
        ("header-cell", "Share"),
        ("cell", "Meets residents"),
        ("cell", "40 %"),
        ("cell", "Leads a group"),
        ("cell", "25 %"),
    ]


def test_a_tag_split_over_runs_is_made_whole(save, context, look):
    document = Document()
    paragraph = document.add_paragraph("Welcome to {{ or")
    paragraph.add_run("g.na").bold = True
    paragraph.add_run("me }}.")
    template = compile_template(save(document), name="jd.docx")
    assert words(render(template, context(org={"name": "Riverbend"}), look).data) == [
        "Welcome to Riverbend."
    ]


def test_the_header_and_the_footer_are_rendered(make_docx, context, look):
    made = make_docx("Text", header="{{ org }}", footer="Version {{ version }}")
    data = render(
        compile_template(made, name="jd.docx"), context(org="Riverbend", version=3), look
    ).data
    assert words(data) == ["Text", "Riverbend", "Version 3"]


def test_a_key_of_the_data_comes_before_a_method_of_the_same_name(make_docx, context, look):
    template = compile_template(make_docx("{{ role.values|join(', ') }}"), name="jd.docx")
    data = render(template, context(role={"values": ["hope", "respect"]}), look).data
    assert words(data) == ["hope, respect"]


def test_the_same_input_gives_the_same_bytes(make_docx, context, look):
    made = make_docx("{{ name }}", header="{{ name }}")
    first = render(compile_template(made, name="jd.docx"), context(name="Ana"), look)
    again = render(compile_template(made, name="other.docx"), context(name="Ana"), look)
    assert first.data == again.data


def test_the_properties_tell_the_title_and_nothing_of_the_maker(make_docx, context, look, member):
    data = render(compile_template(make_docx("{{ x }}"), name="jd.docx"), context(x="y"), look).data
    core = member(data, "docProps/core.xml")
    assert "Job description" in core
    assert "python-docx" not in core
    with pytest.raises(KeyError):
        member(data, "docProps/app.xml")
    with pytest.raises(KeyError):
        member(data, "docProps/thumbnail.jpeg")
    read = read_text(data)
    assert (read.title, read.language, read.document_id) == (
        "Job description",
        "en-CA",
        "riverbend/jd",
    )


def test_a_name_the_data_lacks_is_told_with_its_place_and_the_nearest_name(
    make_docx, context, look
):
    made = make_docx("Fine {{ services.group }}", "Not {{ services.grou }} so")
    with pytest.raises(TemplateError) as caught:
        render(compile_template(made, name="brochure.docx"), context(services={"group": "x"}), look)
    problem = caught.value.problems[0]
    assert "template brochure.docx" in problem.message
    assert "near 'services.grou'" in problem.message
    assert problem.hint == "did you mean 'group'?"


def test_an_empty_value_is_never_printed_as_none(make_docx, context, look):
    with pytest.raises(TemplateError, match="a value is empty"):
        render(compile_template(make_docx("{{ x }}"), name="jd.docx"), context(x=None), look)


TRACED_TEMPLATES = {
    "plain": ["{{ a }} and {{ b }}", "{{ a }}{{ a }}"],
    "filters": ["{{ a|upper }}", "{{ b|capitalize }}", "{{ [a, b]|join(', ') }}", "{{ a|length }}"],
    "cut": ["{{ a|truncate(4) }}", "{{ b|trim }}", "{{ a|replace('e', 'o') }}", "{{ a|title }}"],
    "conditions": ["{% if a == b %}same{% else %}{{ a }}{% endif %}", "{{ a if a > b else b }}"],
    "joined": ["{{ a ~ ': ' ~ b }}", "{{ a + b }}", "{{ 'x' + a }}", "{{ items|sentence_list }}"],
    "loops": [
        "{%p for item in items|sort %}",
        "{{ loop.index }} {{ item }}",
        "{%p endfor %}",
        "{{ items|first }} {{ items|unique|list|length }} {{ 'in' if a in items else 'out' }}",
    ],
}
LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=9
)


@pytest.mark.parametrize("name", TRACED_TEMPLATES)
def test_traced_and_plain_output_are_the_same_bytes(name, make_docx, look):
    template = compile_template(make_docx(*TRACED_TEMPLATES[name]), name="jd.docx")

    @given(a=LINE, b=LINE, items=st.lists(LINE, min_size=1, max_size=4))
    def agree(a, b, items):
        plain = Context({"a": a, "b": b, "items": items})
        traced = Context(
            {
                "a": marks.wrap(a, 0),
                "b": marks.wrap(b, 1),
                "items": [marks.wrap(item, 2 + i) for i, item in enumerate(items)],
            },
            tuple((f"field.{n}",) for n in range(6)),
        )
        assert render(template, traced, look).data == render(template, plain, look).data

    agree()


@pytest.mark.parametrize(
    ("tag", "text", "fields"),
    [
        ("{{ org.name }}", "Riverbend", {"org.name"}),
        ("{{ org.name|upper }}", "RIVERBEND", {"org.name"}),
        ("{{ org.name|truncate(8, false, '...', 0) }}", "River...", {"org.name"}),
        ("{{ [org.name, city]|join(', ') }}", "Riverbend, Harbour", {"org.name", "org.city"}),
        ("{{ org.name ~ ' of ' ~ city }}", "Riverbend of Harbour", {"org.name", "org.city"}),
    ],
)
def test_every_printed_value_is_traced_to_its_fields(tag, text, fields, make_docx, look):
    values = {"org": {"name": marks.wrap("Riverbend", 0)}, "city": marks.wrap("Harbour", 1)}
    traced = Context(values, (("org.name",), ("org.city",)))
    made = render(compile_template(make_docx(f"At {tag}."), name="jd.docx"), traced, look)
    block = next(read_text(made.data).body())
    assert block.text == f"At {text}."
    assert {name for span in made.provenance for name in span.fields} == fields
    assert min(span.start for span in made.provenance) == 3
    assert max(span.end for span in made.provenance) == len(block.text) - 1
    assert {span.part for span in made.provenance} == {block.part}


def test_a_second_document_of_another_organization_has_nothing_of_the_first(make_docx, context):
    template = compile_template(make_docx("{{ name }}"), name="jd.docx")
    render(template, context(name="Ana"), Look(title="First", document_id="one"))
    data = render(template, context(name="Bo"), Look(title="Second", document_id="two")).data
    assert (words(data), read_text(data).title) == (["Bo"], "Second")
