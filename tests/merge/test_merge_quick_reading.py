"""The quick ways to read and to compare a part tell the same as the plain ones."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from jdgen.merge.canonical import first_loss
from jdgen.merge.slices import slices
from jdgen.word.opening import open_word_file

MAIN = "word/document.xml"
TEXT = "<w:p><w:r><w:t>We meet here.</w:t></w:r></w:p>"
SPLIT = "<w:p><w:r><w:t>We me</w:t></w:r><w:r><w:t>et here.</w:t></w:r></w:p>"
EMPTY = '<w:p w:rsidR="00AB12CD"/>'
TABLE = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
BOX = f"<w:p><w:r><w:pict><w:txbxContent>{TEXT}</w:txbxContent></w:pict></w:r></w:p>"
BODY = TEXT + EMPTY + TABLE.format(TEXT) + TEXT.replace("here", "there")


def loss(word, before: str, after: str) -> str:
    """The part that a merge would have lost."""
    staff, restored = (open_word_file(word.raw(body)) for body in (before, after))
    return first_loss(staff, restored.with_trees({MAIN: restored.root(MAIN)}))


@pytest.mark.parametrize(
    "after",
    [
        BODY.replace("there", "then"),
        BODY.replace(TEXT, "", 1),
        BODY.replace(EMPTY, ""),
        BODY.replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'),
        BODY.replace(EMPTY, TEXT),
        BODY.replace(TEXT, TEXT.replace("<w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr>"), 1),
        EMPTY + BODY.replace(EMPTY, ""),
    ],
)
def test_whatever_a_merge_lost_is_noticed(word, after: str) -> None:
    assert loss(word, BODY, after) == MAIN


def test_runs_that_were_cut_are_no_loss_and_a_lost_word_in_a_box_is_one(word) -> None:
    assert not loss(word, BODY, BODY.replace(TEXT, SPLIT))
    boxed = BODY + BOX
    assert not loss(word, boxed, boxed.replace(TEXT, SPLIT))
    assert loss(word, boxed, BODY + BOX.replace("meet", "sit")) == MAIN


def body(chance: Random, depth: int = 0) -> str:
    """Random blocks, tables in tables among them."""
    parts = []
    for _ in range(chance.randint(0, 4)):
        kinds = [TEXT, EMPTY, "<w:p/>", '<w:p w:rsidR="1"><w:pPr/></w:p>', "table", "<w:bookmark/>"]
        kind = chance.choice(kinds if depth < 3 else kinds[:4])
        parts.append(TABLE.format(body(chance, depth + 1) + TEXT) if kind == "table" else kind)
    return "".join(parts)


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_blocks_cut_out_of_a_part_are_those_that_its_tree_has(word, chance: Random) -> None:
    data = word.unpack(word.raw(body(chance)))[MAIN]
    root = etree.fromstring(data)
    blocks = [item for item in root[0] if item.tag in (word.W + "p", word.W + "tbl")]
    found = slices(blocks, data)
    assert found is not None
    for block, inside in zip(blocks, found, strict=True):
        tag = f"w:{etree.QName(block).localname}"
        start = f'<{tag} xmlns:w="{word.W[1:-1]}">'.encode()
        again = etree.fromstring(start + (inside or f"</{tag}>".encode()))
        assert (
            etree.tostring(again, method="c14n", exclusive=True).split(b">", 1)[1]
            == (
                etree.tostring(block, method="c14n", exclusive=True, with_tail=False).split(
                    b">", 1
                )[1]
            )
        )


@pytest.mark.parametrize("doubtful", [BOX, f"<!-- {TEXT} -->", f"<w:ins>{TEXT}</w:ins>"])
def test_blocks_that_cannot_be_told_for_certain_are_not_cut_out(word, doubtful: str) -> None:
    data = word.unpack(word.raw(TEXT + doubtful))[MAIN]
    root = etree.fromstring(data)
    blocks = [item for item in root[0] if item.tag == word.W + "p"]
    assert slices(blocks, data) is None
