"""Mistakes in templates: the message names the file, the place, the words near it, the cure."""

from __future__ import annotations

import time

import pytest
from docx import Document

from jdgen.errors import TemplateError
from jdgen.word import compile_template, filter_reference, render
from jdgen.word.filters import all_filters


def message(*paragraphs, make_docx, name="brochure.docx"):
    with pytest.raises(TemplateError) as caught:
        compile_template(make_docx("Start", *paragraphs), name=name)
    (problem,) = caught.value.problems
    assert problem.message.startswith(f"template {name}, start of the document")
    return problem.message, problem.hint


@pytest.mark.parametrize(
    ("tag", "near", "says"),
    [
        ("Meet {{ services.group", "{{ services.group", "opened and never closed"),
        ("Meet services.group }}", "}}", "closed and never opened"),
        ("{% if services.group }}", "{% if services.group", "opened and never closed"),
        ("{{ a }} {{ b {{ c }}", "{{ b", "opened and never closed"),
        ("{%p for duty in duties %}", "for duty in duties", "{% endfor %} is missing"),
        ("{% if a %} text", "if a", "{% endif %} is missing"),
        ("{% endif %}", "endif", "nothing to close"),
        ("{{ a + }}", "a +", "expected"),
        ("{% include 'x' %}", "include 'x'", "which templates may not"),
        ("{% macro f() %}{% endmacro %}", "macro f()", "which templates may not"),
        ("{% autoescape false %}{{ a }}{% endautoescape %}", "", "which templates may not"),
        ("{{ ''.__class__.__mro__ }}", "''.__class__", "Python's internals"),
        ("{{ a['__globals__'] }}", "a['__globals__']", "internals ('__globals__')"),
        ("{{ a|attr('__class__') }}", "a|attr", "no filter 'attr'"),
        ("{{ a.format(b) }}", "a.format(b)", "calls a function"),
        ("{{r a }}", "r a", "rich text"),
        ("Duties: {%p for d in duties %}", "{%p for d in duties %}", "other words in it"),
        ("{%p if a == '5%' %}", "p if a == '5%'", "cannot hold the signs"),
        ("{% p if a %}", "p if a", "with a space before its p"),
        ("{%tr for x in a %}", "tr for x in a", "stands outside of a table"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_the_words_near_it(tag, near, says, make_docx):
    told, _ = message(tag, make_docx=make_docx)
    assert near in told
    assert says in told


def test_an_unknown_filter_is_told_with_the_nearest_one(make_docx):
    told, hint = message("{{ name|uper }}", make_docx=make_docx)
    assert "there is no filter 'uper'" in told
    assert hint == "did you mean 'upper'?"


def test_every_filter_of_the_reference_works_and_is_told_in_one_line():
    reference = filter_reference()
    assert [entry.name for entry in reference] == sorted(all_filters())
    for entry in reference:
        assert callable(all_filters()[entry.name])
        assert 5 < len(entry.description) < 100
        assert "{{" not in entry.description or f"|{entry.name}" in entry.description


@pytest.mark.parametrize("tag", ["{{ organization.name }}", "{{ organization", "%}"])
def test_a_tag_in_deleted_text_is_told(tag, make_docx, change_member):
    deleted = f'<w:del w:id="1" w:author="A"><w:r><w:delText>{tag}</w:delText></w:r></w:del>'
    made = change_member(
        make_docx("Hello"),
        {"word/document.xml": lambda old: old.replace(b"<w:p>", b"<w:p>" + deleted.encode(), 1)},
    )
    with pytest.raises(TemplateError, match="deleted text") as raised:
        compile_template(made, name="jd.docx")
    assert tag in str(raised.value)


def test_a_name_that_no_view_has_is_told_with_the_nearest_one(make_docx):
    template = compile_template(make_docx("{{ organisation.name }}"), name="jd.docx")
    with pytest.raises(TemplateError) as caught:
        template.check_names(["organization", "role"])
    assert "near 'organisation'" in caught.value.problems[0].message
    assert caught.value.problems[0].hint == "did you mean 'organization'?"
    template.check_names(["organisation"])


def test_a_place_in_a_table_is_told_by_its_heading_and_row(table_docx):
    made = table_docx(["Duty", "Share"], ["a", "b"], ["a", "{{ duty.percent"])
    with pytest.raises(TemplateError, match=r"Essential duties, row 2, near '\{\{ duty\.percent'"):
        compile_template(made, name="jd.docx")


def test_a_place_in_a_folded_page_is_told_by_its_panel(save):
    from docx.enum.text import WD_BREAK
    from docx.oxml.ns import qn

    document = Document()
    columns = document.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "3")
    for text in ("flap", "back", "{{ services.grou"):
        run = document.add_paragraph(text).add_run()
        run.add_break(WD_BREAK.COLUMN)
    with pytest.raises(TemplateError, match=r"page 1 panel 3, near '\{\{ services\.grou'"):
        compile_template(save(document), name="brochure.docx")


def test_a_place_in_the_header_is_told(make_docx):
    with pytest.raises(TemplateError, match=r"template jd\.docx, Header, near '\{\{ org'"):
        compile_template(make_docx("x", header="{{ org"), name="jd.docx")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 'a' * 10**7 }}",
        "{{ [0] * 10**9 }}",
        "{{ 9**99 }}",
        "{{ '%1000000000s' % name }}",
        "{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}{% endfor %}",
        "{{ long|replace('a', long) }}",
        "{{ long ~ long ~ long }}",
        "{% set a = ('x', 'x') %}" + "{% set a = (a, a) %}" * 60 + "{{ a|join }}",
        "{% set a = [1] %}{% set b = [1] %}"
        + "{% set a = [a, a] %}{% set b = [b, b] %}" * 40
        + "{% if a == b %}same{% endif %}",
        "{% set a = {'k': 1} %}" + "{% set a = {'k': a, 'm': a} %}" * 60 + "{{ a.k|string }}",
        "{% set a = [0] * 1000 %}{% set b = [a] * 1000 %}{% set c = [b] * 1000 %}{{ c|join }}",
        "{{ 1 / 0 }}",
        "{{ name|round }}",
        "{% for a in 7 %}{% endfor %}",
    ],
)
def test_a_template_that_asks_for_too_much_is_stopped_at_once(tag, make_docx, context, look):
    started = time.perf_counter()
    with pytest.raises(TemplateError, match=r"template jd\.docx"):
        render(
            compile_template(make_docx(tag), name="jd.docx"),
            context(name="Ana", long="a" * 90_000),
            look,
        )
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "tag",
    [
        "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
        "{{ " + "not " * 5000 + "1 }}",
        "{{ a" + ".b" * 5000 + " }}",
        "{{ 1" + " + 1" * 5000 + " }}",
        "{% if a %}" * 500 + "{% endif %}" * 500,
        "{% for a in b %}" * 25 + "{% endfor %}" * 25,
    ],
)
def test_tags_nested_beyond_all_measure_are_told(tag, make_docx):
    with pytest.raises(TemplateError, match="nested too deep"):
        compile_template(make_docx(tag), name="jd.docx")


def test_a_page_of_endless_size_is_stopped(make_docx, context, look):
    tags = "{{ long }}" * 300
    template = compile_template(make_docx(tags), name="jd.docx")
    with pytest.raises(TemplateError, match="grows beyond"):
        render(template, context(long="a" * 100_000), look)


def test_tags_that_cross_the_structure_are_told_not_written(make_docx, context, look):
    template = compile_template(make_docx("{% if a %}one", "{%p endif %}", "two"), name="jd.docx")
    with pytest.raises(TemplateError, match="not a valid Word document"):
        render(template, context(a=False), look)


def test_a_row_that_holds_more_than_its_tag_is_told(table_docx):
    made = table_docx(
        ["Duty", "Share"], ["{%tr for d in duties %}", "lost"], ["{%tr endfor %}", ""]
    )
    with pytest.raises(TemplateError, match="stands for its whole row"):
        compile_template(made, name="jd.docx")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ [name]|map(attribute='__class__')|list }}",
        "{{ [name]|sum(attribute='__class__.__mro__') }}",
        "{{ name['__cl' ~ 'ass__'] }}",
    ],
)
def test_internals_are_out_of_reach_by_detours_too(tag, make_docx, context, look):
    with pytest.raises(TemplateError):
        render(compile_template(make_docx(tag), name="jd.docx"), context(name="Ana"), look)


def test_curly_quotes_and_escaped_signs_in_a_tag_are_understood(make_docx, context, look):
    made = make_docx("{% if n > 2 and kind == “group” %}yes{% else %}no{% endif %}")
    from jdgen.word import read_text

    data = render(compile_template(made, name="jd.docx"), context(n=3, kind="group"), look).data
    assert next(read_text(data).body()).text == "yes"


def test_a_template_says_which_names_it_needs(make_docx):
    made = make_docx(
        "{{ org.name }} {% set n = 1 %}{{ n }}",
        "{%p for duty in duties %}",
        "{{ duty.text }} {{ loop.index }} {% for i in range(3) %}{{ i }}{% endfor %}",
        "{%p endfor %}",
        header="{{ role.title }}",
    )
    assert compile_template(made, name="jd.docx").needs == {"org", "duties", "role"}


def test_a_template_is_compiled_once_for_the_same_content(make_docx):
    made = make_docx("{{ x }}")
    first = compile_template(made, name="jd.docx")
    assert compile_template(bytes(bytearray(made)), name="jd.docx") is first
    assert compile_template(made, name="jd.docx", paper="a4") is not first
