"""`jdgen merge`: the three-way merge of any three Word files, by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jdgen.merge import MergeReport

_FILE = click.Path(path_type=Path, dir_okay=False)
_MODES = {
    "unchanged": "The profile brings nothing that the edited file does not have.",
    "fresh": "Nobody edited the file: the result is the fresh one.",
    "direct": "Only looks were edited: the changes went in without marks.",
    "tracked": "The changes are tracked changes of the author jdgen, to accept or reject in Word.",
}
_KINDS = {"insert": "new", "delete": "taken out", "replace": "changed"}


@click.command("merge", short_help="Bring what changed in a generated file into an edited one.")
@click.argument("base", type=_FILE)
@click.argument("staff", type=_FILE)
@click.argument("fresh", type=_FILE)
@click.option("-o", "--output", "out", required=True, type=_FILE, help="The file to write.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to tell what was done.",
)
def command(base: Path, staff: Path, fresh: Path, out: Path, form: str) -> None:
    """Bring what changed from BASE to FRESH into STAFF, the copy of BASE that people edited.

    The result is STAFF with the changes as tracked changes of the author jdgen; rejecting them
    gives STAFF back. Where both sides changed the same words, those of STAFF stay, and a comment
    at their place holds the new ones.

    OUT may be STAFF: it is then changed in place, after a copy of it was laid beside it as
    NAME.before-merge.docx. Any other file that exists already is not written over.

    Exit code: 0 all good, 1 a file cannot be read or written, 2 wrong use, 3 something is left to
    a person: a conflict, an open file, or a merge that could not be trusted and was not written.
    """
    from jdgen.merge import merge_files

    in_place = _same(out, staff)
    if out.exists() and not in_place:
        hint = "Choose another name for the result, or delete that file first."
        raise click.UsageError(f"The file {out} exists already. {hint}")
    copy = _free_name(staff) if in_place else None
    if in_place:
        _refuse_open(staff)
    report = merge_files(base, staff, fresh, out, keep=copy)
    copy = copy if copy and copy.exists() else None
    written = None if report.mode == "refused" or (in_place and not copy) else out
    click.echo((_as_json if form == "json" else _as_text)(report, written, copy))
    left = report.conflicts or report.mode == "refused"
    click.get_current_context().exit(3 if left else 0)


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file that is there."""
    return one.exists() and other.exists() and one.samefile(other)


def _free_name(path: Path) -> Path:
    """Where the copy of a file goes that is changed in place."""
    names = (f"{path.stem}.before-merge{f'-{n}' if n > 1 else ''}{path.suffix}" for n in count(1))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())


def _refuse_open(path: Path) -> None:
    from jdgen.errors import FileBusyError, Place, Problem
    from jdgen.store import open_by

    person = open_by(path, datetime.now(UTC))
    if person:
        hint = "Close it in Word and try again, or choose another name for the result."
        raise FileBusyError(
            Problem("file-busy", f"The file is open by {person}.", hint, Place(str(path)))
        )


def _as_text(report: MergeReport, out: Path | None, copy: Path | None) -> str:
    if report.mode == "refused":
        hint = "Nothing is lost and nothing was written. Compare the two files by hand in Word."
        return f"{report.message}\n{hint}"
    lines = [_MODES[report.mode]]
    for change in report.changes:
        lines += [f"  {_KINDS[change.kind]} ({change.place})", *_texts(change.before, change.after)]
    for conflict in report.conflicts:
        lines += [f"  left to you ({conflict.place}): {conflict.message}"]
        lines += _texts(conflict.before, conflict.after)
    if report.untracked:
        told = ", ".join(report.untracked)
        lines.append(f"  Word cannot track these, so they stay as they are: {told}")
    changes, conflicts = len(report.changes), len(report.conflicts)
    lines.append(f"{_many(changes, 'change')}, {_many(conflicts, 'conflict')}.")
    lines.append(f"Written to {out}." if out else "Nothing had to be written.")
    if copy:
        lines.append(f"The file as it was: {copy}")
    return "\n".join(lines)


def _texts(before: str, after: str) -> Iterator[str]:
    for label, text in (("-", before), ("+", after)):
        for line in text.split("\n") if text.strip() else ():
            yield f"    {label} {line}"


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _as_json(report: MergeReport, out: Path | None, copy: Path | None) -> str:
    import json
    from dataclasses import asdict

    files = {"out": str(out or ""), "copy": str(copy or "")}
    told = {"version": 1, **asdict(report), **files}
    return json.dumps(told, indent=2, ensure_ascii=False)
