"""The contract of the merge, on random documents with random edits on both sides.

Every word that an edit puts in is unlike any other, so that a test can say where it went.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdgen.merge import MergeReport, accept, merge_bytes, reject

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
MAIN, FOOTER = "word/document.xml", "word/footer1.xml"
WORDS = [
    "peer",
    "group",
    "listens",
    "shares",
    "story",
    "resident",
    "meeting",
    "walks",
    "phone",
    "calls",
    "team",
    "hope",
]
STYLES = ["Normal", "Normal", "Heading1", "ListBullet"]
by_chance = given(st.randoms(use_true_random=False))
few = settings(max_examples=25, deadline=None)


@dataclass
class Maker:
    """Makes documents and edits of them; `word` is the kit that builds the files."""

    word: Any
    chance: Random
    count: int = 0

    def sentence(self) -> str:
        many = self.chance.randint(1, 9)
        end = self.chance.choice([".", "", ",", " “well”."])
        return " ".join(self.chance.choice(WORDS) for _ in range(many)) + end + " "

    def paragraph(self) -> Any:
        runs = [
            self.word.Run(self.sentence(), self.chance.choice(["", "", "b", "i"]))
            for _ in range(self.chance.choice([0, 1, 1, 1, 2, 3]))
        ]
        return self.word.Para(tuple(runs), self.chance.choice(STYLES))

    def table(self) -> Any:
        columns = range(self.chance.randint(1, 3))
        rows = [tuple(self.cell() for _ in columns) for _ in range(self.chance.randint(1, 4))]
        return self.word.Grid(tuple(rows))

    def cell(self) -> tuple[Any, ...]:
        return tuple(self.paragraph() for _ in range(self.chance.choice([1, 1, 1, 2])))

    def document(self) -> Any:
        many = range(self.chance.randint(1, 7))
        blocks = [self.table() if self.chance.random() < 0.25 else self.paragraph() for _ in many]
        return self.word.Doc(tuple(blocks))

    def edited(self, document: Any, side: str, *, colleagues: bool = False) -> Any:
        """The document after one to four edits; `colleagues` leave tracked changes and bold."""
        for _ in range(self.chance.randint(1, 4)):
            blocks = self._edit_blocks(document.blocks, side, colleagues)
            document = replace(document, blocks=blocks)
        if self.chance.random() < 0.15:
            document = replace(document, footer=f"Version {self.new(side)}")
        return document

    def new(self, side: str) -> str:
        self.count += 1
        return f"{side}{self.count}"

    def _edit_blocks(self, blocks: tuple[Any, ...], side: str, colleagues: bool) -> tuple[Any, ...]:
        at, kind = self.chance.randrange(len(blocks)), self.chance.random()
        if kind < 0.15:
            added = self.word.para(f"{self.new(side)} {self.sentence()}")
            return (*blocks[:at], added, *blocks[at:])
        if kind < 0.25 and len(blocks) > 1:
            return (*blocks[:at], *blocks[at + 1 :])
        block = blocks[at]
        if isinstance(block, self.word.Para):
            changed = self._edit_paragraph(block, side, colleagues)
        else:
            changed = self.word.Grid(self._edit_rows(block.rows, side, colleagues))
        return (*blocks[:at], changed, *blocks[at + 1 :])

    def _edit_rows(self, rows: tuple[Any, ...], side: str, colleagues: bool) -> tuple[Any, ...]:
        at, kind = self.chance.randrange(len(rows)), self.chance.random()
        if kind < 0.25:
            row = tuple((self.word.para(f"{self.new(side)} {self.sentence()}"),) for _ in rows[0])
            return (*rows[:at], row, *rows[at:])
        if kind < 0.4 and len(rows) > 1:
            return (*rows[:at], *rows[at + 1 :])
        cells = list(rows[at])
        column = self.chance.randrange(len(cells))
        cells[column] = self._edit_blocks(cells[column], side, colleagues)
        return (*rows[:at], tuple(cells), *rows[at + 1 :])

    def _edit_paragraph(self, paragraph: Any, side: str, colleagues: bool) -> Any:
        runs = list(paragraph.runs)
        if not runs:
            return replace(paragraph, runs=(self.word.Run(self.new(side)),))
        at, kind = self.chance.randrange(len(runs)), self.chance.random()
        if colleagues and kind < 0.15:
            runs[at] = replace(runs[at], look=self.chance.choice(["b", "i", ""]))
        elif colleagues and kind < 0.3:
            runs.insert(at, self.word.Run(f"{self.new(side)} ", "", "ins"))
        elif colleagues and kind < 0.4:
            runs[at] = replace(runs[at], mark="del")
        elif runs[at].mark != "del":
            runs[at] = replace(runs[at], text=self._edit_text(runs[at].text, side))
        return replace(paragraph, runs=tuple(runs))

    def _edit_text(self, text: str, side: str) -> str:
        words = text.split(" ")
        at, kind = self.chance.randrange(len(words)), self.chance.random()
        if kind < 0.4:
            words[at] = self.new(side)
        elif kind < 0.7:
            words.insert(at, self.new(side))
        else:
            words.pop(at)
        return " ".join(words)


@dataclass
class Night:
    """One merge of random files, and what came of it."""

    word: Any
    base: bytes
    staff: bytes
    fresh: bytes
    base_document: Any
    staff_document: Any
    fresh_document: Any
    merged: bytes
    report: MergeReport

    def accepted(self) -> str:
        done = accept(self.merged, "jdgen")
        return self.word.text(done) + self.word.text(done, FOOTER)

    def conflict_comments(self) -> list[str]:
        told = self.word.comments(self.merged)
        return [text for text in told if not text.startswith("jdgen brought")]


def night(word: Any, chance: Random) -> Night:
    maker = Maker(word, chance)
    base = maker.document()
    fresh = maker.edited(base, "fresh")
    staff = maker.edited(base, "staff", colleagues=True)
    noise = word.Noise(lambda below: chance.randrange(below + 1))
    files = word.build(base), word.build(staff, noise), word.build(fresh)
    return Night(word, *files, base, staff, fresh, *merge_bytes(*files, NOW))


@pytest.fixture(scope="session")
def same(word: Any) -> Callable[[bytes, bytes], None]:
    """Says that two files are equal part by part, modulo split runs and what was added empty."""

    def compare(staff: bytes, back: bytes) -> None:
        ours, theirs = word.unpack(staff), word.unpack(back)
        for name, data in ours.items():
            if name.startswith("word/") and name.endswith(".xml"):
                assert word.plain(theirs[name]) == word.plain(data), name
            elif not name.endswith(".rels") and name != "[Content_Types].xml":
                assert theirs[name] == data, name

    return compare


@by_chance
@few
def test_rejecting_our_changes_gives_back_the_edited_file(word, same, chance: Random) -> None:
    made = night(word, chance)
    if made.report.mode == "tracked":
        same(made.staff, reject(made.merged, "jdgen"))
    else:
        assert made.report.mode in {"unchanged", "fresh", "direct"}


@by_chance
@few
def test_accepting_holds_what_both_sides_wrote(word, chance: Random) -> None:
    made = night(word, chance)
    accepted = made.accepted()
    told = " ".join(conflict.after for conflict in made.report.conflicts)
    wanted = made.fresh_document.text + made.fresh_document.footer
    for new in re.findall(r"fresh\d+", wanted):
        assert new in accepted or new in told
    kept = made.staff_document.text + made.staff_document.footer
    for new in re.findall(r"staff\d+", kept):
        assert new in accepted


@by_chance
@few
def test_each_conflict_is_one_comment(word, chance: Random) -> None:
    made = night(word, chance)
    assert len(made.conflict_comments()) == len(made.report.conflicts)


@by_chance
@few
def test_merging_twice_changes_nothing(word, chance: Random) -> None:
    made = night(word, chance)
    assert merge_bytes(made.fresh, made.merged, made.fresh, NOW)[0] == made.merged
    if made.report.mode == "tracked":
        again, report = merge_bytes(made.base, made.merged, made.fresh, NOW + timedelta(hours=1))
        assert again == made.merged
        assert len(report.conflicts) == len(made.report.conflicts)


@by_chance
@few
def test_a_second_night_keeps_the_edits_and_brings_the_newer_values(
    word, same, chance: Random
) -> None:
    made = night(word, chance)
    maker = Maker(word, chance, 100)
    newer = maker.edited(made.fresh_document, "newer")
    merged, report = merge_bytes(made.fresh, made.merged, word.build(newer), NOW + timedelta(1))
    assert report.mode != "refused"
    if made.report.mode != "tracked" or report.mode == "fresh":
        return
    same(made.staff, reject(merged, "jdgen"))
    done = accept(merged, "jdgen")
    accepted, told = word.text(done) + word.text(done, FOOTER), " ".join(word.comments(merged))
    for new in re.findall(r"newer\d+", newer.text + newer.footer):
        assert new in accepted or new in told
    for new in re.findall(r"staff\d+", made.staff_document.text):
        assert new in accepted


@by_chance
@few
def test_split_runs_and_new_looks_are_no_edit(word, chance: Random) -> None:
    maker = Maker(word, chance)
    base = maker.document()
    fresh = maker.edited(base, "fresh")
    noise = word.Noise(lambda below: chance.randrange(below + 1))
    members = word.unpack(word.build(base, noise))
    members["word/styles.xml"] = members["word/styles.xml"].replace(b'"22"', b'"24"')
    restyled = word.pack(members)
    merged, report = merge_bytes(word.build(base), restyled, word.build(fresh), NOW)
    assert not report.conflicts
    assert report.mode in {"direct", "unchanged"}
    for part in (MAIN, FOOTER):
        assert word.text(merged, part) == word.text(word.build(fresh), part)
    assert b"w:author" not in word.unpack(merged)[MAIN]
    assert word.unpack(merged)["word/styles.xml"] == members["word/styles.xml"]


@by_chance
@few
def test_accepting_all_reads_as_the_fresh_file_where_people_edited_elsewhere(
    word, chance: Random
) -> None:
    """Few words, often the same ones in a row: there a change can stand at many places."""
    maker = Maker(word, chance)
    base = maker.document()
    end = word.para("The end.")
    base = replace(base, blocks=(*base.blocks, end))
    fresh = maker.edited(base, "fresh")
    if end not in fresh.blocks[-1:]:
        return
    staff = replace(base, blocks=(*base.blocks, word.para("Written by hand.")))
    merged, report = merge_bytes(*map(word.build, (base, staff, fresh)), NOW)
    assert not report.conflicts
    read = " ".join(word.text(accept(merged, "jdgen")).split())
    assert read == " ".join(f"{word.text(word.build(fresh))} Written by hand.".split())


@by_chance
@few
def test_the_same_edit_on_both_sides_leaves_no_mark(word, chance: Random) -> None:
    maker = Maker(word, chance)
    base = maker.document()
    fresh = maker.edited(base, "fresh")
    noise = word.Noise(lambda below: chance.randrange(below + 1))
    staff = word.build(fresh, noise)
    merged, report = merge_bytes(word.build(base), staff, word.build(fresh), NOW)
    assert not report.conflicts
    assert not report.changes
    assert merged == staff or report.mode == "fresh"
