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


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.name)
def test_nothing_new_gives_the_file_as_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert with_texts(text, {}) == text


def test_a_block_that_stands_elsewhere_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        with_texts(TYPED, {"organization.name": "x"})
