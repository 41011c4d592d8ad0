"""What the profile puts in the place of a table arrives, whatever became of the table."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from jdgen.merge import accept, merge_bytes, reject

NOW = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)
MAIN = "word/document.xml"


def rows(*texts: str) -> str:
    inside = "".join(
        f"<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
        for text in texts
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{inside}</w:tbl>"


def line(text: str, looks: str = "") -> str:
    return f"<w:p><w:r>{looks}<w:t>{text}</w:t></w:r></w:p>"


TABLES_THAT_GO = {
    "for a paragraph": rows("Listens to people", "Leads a group") + line("Ask us."),
    "for another table": rows("Listens to people") + line("Ask us."),
    "at the end": line("Ask us.") + rows("Listens to people"),
}
WHAT_COMES = {
    "for a paragraph": line("No duties yet.") + line("Ask us."),
    "for another table": rows("Drives a car", "Cooks") + line("Ask us."),
    "at the end": line("Ask us.") + line("Nobody has any duties."),
}


@pytest.mark.parametrize("case", TABLES_THAT_GO)
def test_what_takes_the_place_of_a_table_comes_into_a_file_that_was_only_saved(word, case) -> None:
    base, fresh = TABLES_THAT_GO[case], WHAT_COMES[case]
    saved = base.replace("<w:t>Ask", "<w:rPr><w:noProof/></w:rPr><w:t>Ask")
    merged, report = merge_bytes(*map(word.raw, (base, saved, fresh)), NOW)
    assert report.mode == "direct"
    assert word.text(merged) == word.text(word.raw(fresh))
    assert b"<!--" not in word.unpack(merged)[MAIN]


@pytest.mark.parametrize("case", TABLES_THAT_GO)
def test_it_takes_the_place_of_a_table_that_still_waits_to_be_accepted(word, case) -> None:
    start = line("Ask us.")
    files = [start, start + line("Written by hand."), TABLES_THAT_GO[case], WHAT_COMES[case]]
    base, staff, fresh, newer = map(word.raw, files)
    merged, _ = merge_bytes(base, staff, fresh, NOW)
    again, report = merge_bytes(fresh, merged, newer, NOW)
    assert report.mode == "tracked"
    shown = word.text(accept(again, "jdgen"))
    for text in re.findall("<w:t>(.*?)</w:t>", WHAT_COMES[case]):
        assert text in shown
    assert "Listens" not in shown
    assert word.text(reject(again, "jdgen")) == word.text(staff)
