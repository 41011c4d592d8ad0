"""Text files as a reader meets them: paragraphs, bullets and headings, each with its line."""

from __future__ import annotations

import time

import pytest

from jdgen.errors import JdgenError
from jdgen.plain import read_plain

POSTING = """ESSENTIAL DUTIES

- Meets people one to one, at home or in a café, and stays
  in touch by phone
* Leads a group
1. Writes a note

About the role:
This is a long line of running text that was broken by its width
and goes on here. It ends.
Short line
Another short line
"""
MARKDOWN = """---
title: Watch this
---
# Peer *worker* #

Meets **people** at [home](http://home.example) and
goes on.

Duties
------

- [ ] Leads `two` groups
> “It helped.”
> More.

| Duty | Share |
| ---- | ----: |
| Talks | 20 % |

```sh
medication
```
<!-- hidden
words -->
After: ____ <insert name>
"""


def told(data: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    read = read_plain(data.encode(), name="a", markdown=markdown)
    return [(block.role, block.text) for block in read.text.blocks]


def test_a_plain_text_is_read_by_its_blank_lines_bullets_and_labels() -> None:
    assert told(POSTING) == [
        ("heading1", "ESSENTIAL DUTIES"),
        (
            "bullet",
            "Meets people one to one, at home or in a café, and stays in touch by phone",
        ),
        ("bullet", "Leads a group"),
        ("bullet", "Writes a note"),
        ("heading2", "About the role:"),
        (
            "body",
            "This is a long line of running text that was broken by its width and goes on here. "
            "It ends.",
        ),
        ("body", "Short line"),
        ("body", "Another short line"),
    ]


def test_markdown_is_read_without_its_marks() -> None:
    assert told(MARKDOWN, markdown=True) == [
        ("heading1", "Peer worker"),
        ("body", "Meets people at home and goes on."),
        ("heading2", "Duties"),
        ("bullet", "Leads two groups"),
        ("quote", "“It helped.” More."),
        ("header-cell", "Duty"),
        ("header-cell", "Share"),
        ("cell", "Talks"),
        ("cell", "20 %"),
        ("body", "After: ____ <insert name>"),
    ]


@pytest.mark.parametrize("word", ["people", "home", "goes", "two", "More", "Talks", "20", "insert"])
def test_every_word_is_found_again_at_its_line_and_column(word: str) -> None:
    read = read_plain(MARKDOWN.encode(), markdown=True)
    block = next(block for block in read.text.blocks if word in block.text)
    line, column = read.place_of(block, block.text.index(word))
    assert MARKDOWN.split("\n")[line - 1][column - 1 :].startswith(word)


def test_the_place_in_words_names_the_heading_and_the_line() -> None:
    read = read_plain(POSTING.encode())
    assert read.text.blocks[2].place == "ESSENTIAL DUTIES, line 5"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "There is no text"),
        (b" \n \n", "There is no text"),
        (b"one\ntwo\ncaf\xe9", "not UTF-8: line 3 holds 0xe9"),
        (b"x" * (10 * 2**20), "has 10 MB; at most 2 MB"),
        (b"PK\x03\x04rest", "must be named .docx"),
        (b"%PDF-1.7", "a PDF"),
        (b"a\0b", "zero bytes"),
    ],
)
def test_what_is_no_text_is_told_plainly(data: bytes, message: str) -> None:
    with pytest.raises(JdgenError, match=message) as caught:
        read_plain(data, name="posting.txt")
    assert str(caught.value).startswith("posting.txt")


def test_a_text_from_notepad_is_read_with_its_mark() -> None:
    assert read_plain("Café".encode("utf-16")).text.blocks[0].text == "Café"
    assert read_plain(b"\xef\xbb\xbfCaf\xc3\xa9\r\n").text.blocks[0].text == "Café"


@pytest.mark.parametrize(
    "odd", ["|a|\n" * 4000, "> " * 3000, "*" * 40000, "[" * 30000, "-\n" * 9000]
)
def test_a_strange_text_takes_no_long_time(odd: str) -> None:
    began = time.perf_counter()
    read_plain(("word " + odd).encode(), markdown=True)
    assert time.perf_counter() - began < 2
