"""Checking one text file: plain text or Markdown, each paragraph in the field it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jdgen import guidelines
from jdgen.errors import Place
from jdgen.filecheck.inputs import MARKDOWN, read_file
from jdgen.filecheck.owners import taken_for
from jdgen.model import Block, Finding
from jdgen.pipeline import Pipeline
from jdgen.plain import PlainText, read_plain
from jdgen.results import DocumentResult, ProfileResult

MOST_BYTES = 64 * 2**20  # the reader refuses far less and says so in its own words


def check_text_file(path: Path, pipeline: Pipeline, *, field: str = "") -> ProfileResult:
    """What is found in a text; `field` says what all of it is, "" to tell it from headings.

    Raises JdgenError where the file cannot be read as a text.
    """
    data = read_file(path, MOST_BYTES)
    markdown = path.suffix.lower() in MARKDOWN
    plain = read_plain(data, name=str(path), markdown=markdown)
    judged = guidelines.judge_texts(plain.text.blocks, field=field)
    alone = guidelines.check_alone(plain.text, "text", pipeline.now.date(), pipeline.rules, judged)
    fields = {told.block: told.field for told in judged.findings}
    here = defaultdict[str, list[Block]](list)
    for block in plain.text.blocks:
        here[block.place].append(block)
    found = []
    for finding in guidelines.told_once(alone):
        block = _block_of(here[finding.place] or plain.text.blocks, finding)
        field = fields.get(block, "") if guidelines.rule_of(finding.rule).words else ""
        found.append(_at(path, plain, block, finding, field))
    what = "Markdown" if markdown else "Text"
    return ProfileResult(
        str(path),
        findings=tuple(sorted(found, key=_line)),
        notes=guidelines.language_notes(judged, str(path)),
        documents=(
            DocumentResult(
                "", what, "checked", path, note=taken_for(plain.text), waits=judged.unchecked
            ),
        ),
        form="text",
        silenced=tuple(
            (_at(path, plain, t.block, t.finding, t.field), t.cause) for t in judged.silenced
        ),
    )


def _block_of(here: Sequence[Block], finding: Finding) -> Block:
    """The paragraph of a finding, of those that its place in words can mean."""
    exact = (b for b in here if b.text[finding.start : finding.end] == finding.quote)
    return next(exact, here[0])


def _at(path: Path, plain: PlainText, block: Block, finding: Finding, field: str = "") -> Finding:
    line, column = plain.place_of(block, finding.start)
    heading = block.place.rpartition(", line ")[0]
    return replace(finding, at=Place(str(path), line, column, field), place=heading)


def _line(finding: Finding) -> tuple[int, int]:
    return (finding.at.line, finding.at.column) if finding.at else (0, 0)
