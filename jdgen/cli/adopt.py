"""`jdgen adopt`: wording edited in Word comes home into the profile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jdgen.adopt import Adoption, FieldChange, Staying
    from jdgen.errors import Place


@click.command("adopt", short_help="Bring wording edited in Word home into the profile.")
@click.argument("document", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print what was found.",
)
def command(document: Path, dry_run: bool, form: str) -> None:
    """Write the wording that was edited in DOCUMENT into the profile it was made from.

    Comments and layout of the profile stay, and a copy of it is kept. Edits that belong to no
    field are listed: they stay in the Word file, and every build leaves them there.

    Exit code: 0 all done, 1 the document or the profile cannot be used, 2 wrong use, 3 a field was
    reworded in two ways and waits for a person, 4 another run is active.
    """
    from jdgen.adopt import adopt
    from jdgen.errors import ExitCode
    from jdgen.pipeline import Options, Pipeline
    from jdgen.settings import load_settings

    pipeline = Pipeline(load_settings(), Options(), datetime.now().astimezone())
    told = adopt(document, pipeline, write=not dry_run)
    click.echo(_as_json(told) if form == "json" else "\n".join(_lines(told)))
    left = ExitCode.LEFT_TO_A_PERSON if told.homes.undecided else ExitCode.OK
    click.get_current_context().exit(left)


def _lines(told: Adoption) -> Iterator[str]:
    homes = told.homes
    if not (homes.changes or homes.staying or homes.undecided):
        yield "The profile has all wording of this document: nothing more to adopt."
        return
    if told.revisions:
        yield "The document holds tracked changes that nobody decided on; they count as accepted."
    for change in homes.changes:
        yield from _change(change)
    for part in told.parts:
        yield f"  {_from_here(part)} is a shared part: every profile that extends it says this now."
    for two in homes.undecided:
        yield f"{_line_of(two.at)}  {two.field} was reworded in two ways:"
        yield from (f"    {wording}" for wording in two.wordings)
        yield "    Nothing was written for it. Make the document say one, then adopt again."
    for staying in homes.staying:
        yield from _staying(staying)
    yield ""
    yield from _summary(told)


def _change(change: FieldChange) -> Iterator[str]:
    yield f"{_line_of(change.at)}  {change.field}  ({change.place})"
    yield f"  - {change.old}"
    yield f"  + {change.new}"
    if change.others:
        places = "1 other place" if change.others == 1 else f"{change.others} other places"
        yield f"    Printed in {places} of this document, too; the next build follows there."


def _staying(staying: Staying) -> Iterator[str]:
    line = f", {_line_of(staying.at)}" if staying.at else ""
    yield f"stays in Word  ({staying.place}{line})"
    if staying.before:
        yield f"  - {staying.before}"
    if staying.after:
        yield f"  + {staying.after}"
    yield f"    {staying.reason}"


def _summary(told: Adoption) -> Iterator[str]:
    count = len(told.homes.changes)
    fields = f"{count} field" if count == 1 else f"{count} fields"
    if told.written:
        kept = ", ".join(_from_here(str(path)) for path in told.backups)
        yield f"{fields} written. What the files said before is kept in {kept}."
    elif count:
        yield f"Nothing was written: {fields} to write without --dry-run."
    else:
        yield "Nothing was written: no edit belongs to a text field of the profile."
    if told.findings:
        rules = ", ".join(sorted({finding.rule for finding in told.findings}))
        yield f"The new wording misses guidelines ({rules}): jdgen check {_from_here(told.profile)}"


def _line_of(place: Place) -> str:
    return f"{_from_here(place.file)}:{place.line}"


def _from_here(file: str) -> str:
    from jdgen.reports.locations import relative

    return relative(file, Path.cwd())


def _as_json(told: Adoption) -> str:
    import json
    from dataclasses import asdict

    homes = told.homes
    object_ = {
        "version": 1,
        "document": str(told.document),
        "profile": told.profile,
        "written": told.written,
        "changes": [asdict(change) for change in homes.changes],
        "staying": [asdict(staying) for staying in homes.staying],
        "undecided": [asdict(two) for two in homes.undecided],
        "backups": [str(path) for path in told.backups],
        "findings": [finding.rule for finding in told.findings],
    }
    return json.dumps(object_, indent=2, ensure_ascii=False)
