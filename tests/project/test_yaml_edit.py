"""New texts in a profile file leave everything else in it as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdgen.yaml_edit import with_texts

PROFILES = sorted((Path(__file__).parents[2] / "profiles").glob("*.yaml"))
TYPED = """\
# The first remark.
role:   {title: Peer Worker,  tier: 3}     # kept in its column
texts:
- plain text that
  runs over two lines
- "in quotes"       # why
- 'single'
- >
  folded
  block
- |
  kept
  as typed
duties:
    - {use: go-along, percent: 8}   # deep indentation
"""


def test_one_text_is_new_and_all_else_is_as_it_was_typed() -> None:
    told = with_texts(TYPED, {"texts.1": "other words"})
    assert told == TYPED.replace("in quotes", "other words")


def test_quotes_and_blocks_keep_their_form() -> None:
    told = with_texts(TYPED, {"texts.2": "it's", "texts.4": "new\nlines\n"})
    assert "- 'it''s'\n" in told
    assert "- |\n  new\n  lines\nduties:" in told
    assert "runs over two lines" in told


@pytest.mark.parametrize("text", ["ends: with a colon", "# no remark", "yes", "2026-01-01", "- x"])
def test_a_text_that_yaml_would_misread_is_quoted(text: str, tmp_path: Path) -> None:
    from jdgen.yaml_source import read_yaml

    path = tmp_path / "p.yaml"
    path.write_text(with_texts(TYPED, {"texts.0": text}), encoding="utf-8")
    assert read_yaml(path).data["texts"][0] == text


def test_a_field_that_is_not_there_yet_joins_its_block() -> None:
    told = with_texts(TYPED, {"duties.0.text": "Walk along."})
    assert "    - {use: go-along, percent: 8, text: Walk along.}   # deep indentation\n" in told


def test_windows_line_ends_stay() -> None:
    told = with_texts(TYPED.replace("\n", "\r\n"), {"texts.1": "other"})
    assert told.count("\r\n") == told.count("\n") == TYPED.count("\n")


@pytest.mark.parametrize(
    ("typed", "path", "text", "told"),
    [
        ("a: >\n  old\n  words\n\n\n# b\nb: x\n", "a", "new", "a: >\n  new\n\n\n# b\nb: x\n"),
        ("a: |-\n  old", "a", "new", "a: |-\n  new"),
        ("- use: x", "0.text", "new", "- use: x\n  text: new"),
        ("a: &a old\nb: *a\nc: *a\n", "b", "new", "a: &a old\nb: new\nc: *a\n"),
        ("a: &a old\nb: *a\n", "a", "new", "a: &a new\nb: *a\n"),
        ("a: !!str old\n", "a", "new", "a: !!str new\n"),
        ("a:\nb: x\n", "a", "new", "a: new\nb: x\n"),
        ("a: # b\n", "a", "new", "a: new # b\n"),
        ("a: {b: , c: x}\n", "a.b", "new", "a: {b: new , c: x}\n"),
    ],
    ids=[
        "blank lines",
        "no line end",
        "no line end, added",
        "alias",
        "label",
        "tag",
        "empty",
        "empty, with a remark",
        "empty, in braces",
    ],
)
def test_what_stands_round_a_text_stays(typed: str, path: str, text: str, told: str) -> None:
    assert with_texts(typed, {path: text}) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("a: one two\n  three\n  four # b\n", "one 2\n  three and\n  four # b\n"),
        ("a: >-\n  one two\n  three\n  four\n", ">-\n  one 2\n  three and\n  four\n"),
        ("a: 'one two\n  three\n  four'\n", "'one 2\n  three and\n  four'\n"),
        ('a: "one two\n  three\n  four"\n', '"one 2\n  three and\n  four"\n'),
        ("a: ['one two\n  three\n  four']\n", "['one 2\n  three and\n  four']\n"),
    ],
    ids=["plain", "folded", "single quotes", "double quotes", "in brackets"],
)
def test_of_a_text_over_several_lines_only_the_words_change(typed: str, told: str) -> None:
    path = "a.0" if "[" in typed else "a"
    assert with_texts(typed, {path: "one 2 three and four"}) == f"a: {told}"


def test_words_that_need_quotes_are_written_on_one_line_with_them() -> None:
    typed = "a: one\n  two\nb: x\n"
    assert with_texts(typed, {"a": "one # two"}) == "a: 'one # two'\nb: x\n"


@pytest.mark.parametrize(
    "first",
    [
        "result: >\n      one\n      two\n",
        "result: one\n      two\n",
        "values: [a,\n      b]\n",
        "values:\n      - a\n      - b\n",
    ],
    ids=["block", "plain", "brackets", "list"],
)
def test_a_new_field_stands_below_a_first_field_of_several_lines(first: str) -> None:
    typed = f"duties:\n  - {first}\n    # why\n  - use: go-along\n"
    told = with_texts(typed, {"duties.0.text": "new"})
    assert told == typed.replace(first, f"{first}    text: new\n")


def test_a_field_of_a_block_that_is_only_repeated_here_is_a_key_error() -> None:
    with pytest.raises(KeyError, match=r"b\.c"):
        with_texts("a: &a {c: x}\nb: *a\n", {"b.c": "new"})


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.name)
def test_nothing_new_gives_the_file_as_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert with_texts(text, {}) == text


def test_a_block_that_stands_elsewhere_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        with_texts(TYPED, {"organization.name": "x"})
