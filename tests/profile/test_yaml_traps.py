"""Lines that people write and YAML misreads: each is told in plain words, without its value."""

from __future__ import annotations

import pytest

import jdgen.yaml_source


@pytest.fixture(params=["C parser", "pure parser"])
def parser(request, monkeypatch):
    """Both parsers of PyYAML: the C one is missing from some installations."""
    if request.param == "pure parser":
        monkeypatch.setattr(jdgen.yaml_source, "_Loader", jdgen.yaml_source.yaml.SafeLoader)


@pytest.mark.parametrize(
    ("line", "kind", "column"),
    [
        ("title: Peer: outreach", "colon", 8),
        ("name: & Co", "quotes-needed", 7),
        ("name: &Co", "anchor", 7),
        ("name: &Co Hope", "anchor", 7),
        ("note: *bold*", "quotes-needed", 7),
        ("note: *bold", "alias", 7),
        ("share: %60", "quotes-needed", 8),
        ("mail: @work", "quotes-needed", 7),
        ("code: `x`", "quotes-needed", 7),
        ("note: ! new", "tag", 7),
        ("note: !new x", "tag", 7),
        ("age: > 5 years", "quotes-needed", 6),
        ("note: | x", "quotes-needed", 7),
        ("note: ? why", "quotes-needed", 7),
        ("note: - x", "quotes-needed", 7),
        ("name: [Sam] and others", "quotes-needed", 7),
        ('name: "Sam" and others', "quotes-needed", 7),
        ("name: 'It's'", "quotes-needed", 7),
        ('name: "not closed', "not-closed", 7),
        ("list: [a, b", "not-closed", 7),
        ('path: "C:\\quest"', "backslash", 7),
    ],
)
def test_a_trap_is_named_where_it_stands(parser, faults_of, line, kind, column):
    fault = faults_of(f"before: x\n{line}\n")[0]
    assert fault.id == f"profile-{kind}"
    assert (fault.place.line, fault.place.column) == (2, column)


def test_a_colon_in_a_text_is_answered_with_the_line_to_write(faults_of):
    (fault,) = faults_of("title: Peer: outreach")
    assert fault.hint == 'Put quotes round the whole text: title: "…"'
    assert "outreach" not in str(fault)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("name: 'It's'", """a text with ' inside goes between " and "."""),
        ('name: "Sam" says', """a text with " inside goes between ' and '."""),
    ],
)
def test_a_quote_inside_a_text_is_answered_with_the_other_quotes(faults_of, line, hint):
    assert faults_of(line)[0].hint.endswith(hint)


def test_an_entry_without_its_dash_is_asked_for_it(faults_of):
    (fault,) = faults_of("duties:\n  - {use: a}\n  {use: b}\n")
    assert (fault.id, fault.place.line) == ("profile-no-field", 3)
    assert "begin each entry of a list with a dash and a space" in fault.hint


@pytest.mark.parametrize(
    ("content", "kind", "line"),
    [
        ("a: 1\n b: 2\n", "indent", 2),
        ("a:\n  b: 1\n c: 2\n", "indent", 3),
        ("a: 1\nb\n", "no-field", 2),
        ("x:\n  - a\n  b: 2\n", "indent", 3),
        ("a: {text: Peer: out, b: 1}\n", "not-closed", 1),
    ],
)
def test_a_line_out_of_place_is_told(faults_of, content, kind, line):
    fault = faults_of(content)[0]
    assert (fault.id, fault.place.line) == (f"profile-{kind}", line)


def test_no_message_speaks_the_language_of_the_parser(faults_of):
    for line in ("a: & b", "a: b: c", "a: %", 'a: "x', "a: 1\nb"):
        told = str(faults_of(line)[0]).lower()
        for word in ("scan", "token", "mapping", "scalar", "anchor", "alias", "yaml.", "node"):
            assert word not in told.split("read.yaml")[1]
