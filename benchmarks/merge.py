"""jdgen's merge beside the only other three-way merge that runs, point by point.

Run `python -m benchmarks.merge` for the speed alone; `--compare` makes the whole table, `--write`
writes it to docs/merge.md. The table wants LibreOffice, npm (for the Open XML SDK's validator) and
`pip install docx-scalpel`, which is no part of jdgen. All files are made here from the invented
example profiles. Ends with exit code 3 where ten pages take longer than they should.
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.triples import MAIN, NEW, NOW, ROOT, Triple, busy, members, triples
from jdgen.merge import accept, merge_bytes, pending, reject
from jdgen.merge.canonical import first_loss
from jdgen.word import read_text
from jdgen.word.opening import open_word_file
from tools.validate_documents import faults, install_validator

PAGE = ROOT / "docs" / "merge.md"
MOST_MILLISECONDS, ROUNDS = 50, 30
Merge = Callable[[Triple], bytes]
POINTS = {
    "text": "rejecting what the merge marked gives the text of the edited file back",
    "reject": "rejecting what the merge marked gives the edited file back, part by part",
    "pending": "tracked changes that a colleague left pending are still pending",
    "looks": "formatting that people gave is still there when all is accepted",
    "footer": "a change in the footer arrives",
    "picture": "a picture that people put in is there once",
    "words": "words of both sides are there when all is accepted",
    "resave": "after a mere save by LibreOffice, nothing is marked but what the profile changed",
    "bytes": "parts that needed no change are the same to the byte",
    "valid": "no error of the Open XML schema that the edited file did not have",
}


def jdgen(triple: Triple) -> bytes:
    return merge_bytes(triple.base, triple.staff, triple.fresh, NOW)[0]


def scalpel(triple: Triple) -> bytes:
    """Docxodus: both sides put together, people's winning, then compared with the edited file."""
    import docx_scalpel as other

    both = other.docx_diff_consolidate(
        triple.base,
        [
            other.DocxDiffReviewer(triple.staff, "people"),
            other.DocxDiffReviewer(triple.fresh, "jdgen"),
        ],
        other.DocxDiffConsolidateSettings(
            conflict_resolution=other.ConflictResolution.FIRST_REVIEWER_WINS
        ),
    )
    settings = other.DocxDiffSettings(author_for_revisions="jdgen", preserve_input_revisions=True)
    return other.docx_diff_compare(triple.staff, other.docx_diff_accept_revisions(both), settings)


def lines(data: bytes) -> list[str]:
    """The text as it reads with all changes accepted, comments left out."""
    return [b.text for b in read_text(data).blocks if b.text.strip() and "comments" not in b.part]


def marked_elsewhere(data: bytes, words: str) -> int:
    """How many paragraphs of the main text have tracked changes and not these words."""
    found = re.findall(r"<w:p[ >](?:(?!<w:p[ >]).)*", members(data)[MAIN].decode(), re.DOTALL)
    marked = [text for text in found if re.search(r"<w:(ins|del|moveTo|\w+PrChange) ", text)]
    return sum(words not in re.sub(r"<[^>]*>", "", text) for text in marked)


@dataclass
class Score:
    """For each point in how many cases it held, and in how many it was asked."""

    held: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def note(self, point: str, good: bool) -> None:
        self.asked[point] += 1
        self.held[point] += good

    def told(self, point: str) -> str:
        return f"{self.held[point]} of {self.asked[point]}"


def judge(score: Score, triple: Triple, merged: bytes) -> None:
    """Every point that one case can tell of."""
    if triple.subject == "resave":
        score.note("resave", not marked_elsewhere(merged, NEW) and not pending(merged).conflicts)
        return
    back = reject(merged, "jdgen")
    score.note("text", lines(back) == lines(triple.staff))
    score.note("reject", not first_loss(open_word_file(triple.staff), open_word_file(back)))
    before, after = members(triple.staff), members(merged)
    known = {name for name in before if "/_rels/" in name or name == "[Content_Types].xml"}
    mine = {MAIN, "word/footer1.xml", "word/comments.xml"} | known
    score.note("bytes", all(after.get(name) == before[name] for name in before.keys() - mine))
    done = accept(merged, "jdgen")
    text = "\n".join(lines(accept(done)))
    if triple.subject == "pending":
        main = after[MAIN].decode()
        at = main.find(triple.kept)
        score.note(
            "pending", main.rfind("R. Tremblay", 0, at) >= 0 and pending(merged).revisions > 0
        )
    elif triple.subject == "looks":
        score.note("looks", triple.kept in members(done)[MAIN].decode())
    elif triple.subject == "picture":
        pictures = members(done)[MAIN].count(b"<a:blip ")
        score.note("picture", pictures == members(triple.staff)[MAIN].count(b"<a:blip "))
    elif triple.subject in ("footer", "words"):
        score.note(triple.subject, triple.new in text and triple.kept in text)


def validate(results: dict[str, list[tuple[Triple, bytes]]], scores: dict[str, Score]) -> None:
    """The schema errors of each result that neither the edited nor the fresh file had."""
    with tempfile.TemporaryDirectory() as scratch:
        tool = install_validator(Path(scratch) / "npm")

        def errors(data: bytes) -> Counter[str]:
            file = Path(scratch) / "file.docx"
            file.write_bytes(data)
            return Counter(error["description"] for error in faults(tool, file))

        for name, pairs in results.items():
            for triple, merged in pairs:
                new = errors(merged)
                new = new and new - errors(triple.staff) - errors(triple.fresh)
                scores[name].note("valid", not new)


def resaved(cases: list[Triple]) -> list[Triple]:
    """The cases with the base saved by LibreOffice as the edited file, all in one call."""
    office = shutil.which("soffice") or sys.exit("LibreOffice is needed: it saves the files anew.")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        paths = [folder / f"{number}.docx" for number in range(len(cases))]
        for path, case in zip(paths, cases, strict=True):
            path.write_bytes(case.base)
        profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "docx"]
        command += ["--outdir", str(folder / "saved"), *map(str, paths)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        saved = [(folder / "saved" / path.name).read_bytes() for path in paths]
    return [replace(c, subject="resave", staff=s) for c, s in zip(cases, saved, strict=True)]


def milliseconds(ways: dict[str, Merge], triple: Triple) -> dict[str, float]:
    """The best of the rounds, all ways in turns after a round that nobody counts.

    A busy machine slows both, and no round is ever faster than the work takes.
    """
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS + 1):
        for name, merge in ways.items():
            started = time.perf_counter()
            merge(triple)
            if number:
                taken[name].append((time.perf_counter() - started) * 1000)
    return {name: min(rounds) for name, rounds in taken.items()}


def compare(ways: dict[str, Merge]) -> str:
    """The whole page."""
    cases = list(triples())
    cases += resaved([case for case in cases if case.subject == "words"])
    scores = {name: Score() for name in ways}
    results: dict[str, list[tuple[Triple, bytes]]] = {name: [] for name in ways}
    for case in cases:
        for name, merge in ways.items():
            merged = merge(case)
            judge(scores[name], case, merged)
            results[name].append((case, merged))
    validate(results, scores)
    times = milliseconds(ways, busy())
    rows = [
        f"| {told} | {' | '.join(scores[name].told(point) for name in ways)} |"
        for point, told in POINTS.items()
    ]
    rows.append(
        f"| milliseconds for ten pages | {' | '.join(f'{times[name]:.0f}' for name in ways)} |"
    )
    template = (ROOT / "benchmarks" / "merge_page.md").read_text(encoding="utf-8")
    head = [f"| | {' | '.join(ways)} |", "| --- |" + " ---: |" * len(ways)]
    return template.format(
        table="\n".join([*head, *rows]),
        count=len(cases),
        day=date.today().isoformat(),
        machine=f"Python {platform.python_version()}, {platform.system()}",
        other=version("docx-scalpel"),
    )


def main() -> int:
    ways: dict[str, Merge] = {"jdgen": jdgen}
    try:
        version("docx-scalpel")
        ways["docx-scalpel"] = scalpel
    except PackageNotFoundError:
        print("docx-scalpel is not installed; jdgen is measured alone.")
    if {"--compare", "--write"} & set(sys.argv[1:]):
        if len(ways) < 2:
            sys.exit("pip install docx-scalpel")
        page = compare(ways)
        print(page)
        if "--write" in sys.argv[1:]:
            PAGE.write_text(page, encoding="utf-8")
        return 0
    times = milliseconds(ways, busy())
    for name, taken in times.items():
        print(
            f"{name}: {taken:.1f} ms for ten pages, median of {ROUNDS} (aim: {MOST_MILLISECONDS})"
        )
    return 0 if times["jdgen"] <= MOST_MILLISECONDS else 3


if __name__ == "__main__":
    sys.exit(main())
