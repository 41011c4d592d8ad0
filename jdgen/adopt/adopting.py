"""The order of the steps: whose document it is, what was edited, where it belongs, write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jdgen import word
from jdgen.adopt.edits import find_edits
from jdgen.adopt.homes import FieldChange, Homes, find_homes
from jdgen.errors import (
    FileBusyError,
    OutputError,
    Place,
    Problem,
    ProfileError,
    WordFileError,
)
from jdgen.filecheck.inputs import read_file
from jdgen.filecheck.owners import Made, owner_of
from jdgen.filecheck.profiles import ProfileFinder
from jdgen.filecheck.word_files import MOST_BYTES
from jdgen.model import Finding, Profile
from jdgen.pipeline import Pipeline
from jdgen.profile import load_profile
from jdgen.profile.files import PART_PREFIX
from jdgen.safe_files import read_bytes, write_atomically
from jdgen.store import single_run
from jdgen.store.backups import backup_copy
from jdgen.yaml_edit import with_texts

_SIGNATURE = b"\xef\xbb\xbf"
_BY_HAND = "Nothing was changed. Write it into the profile by hand; --dry-run shows it."
_UNWRITTEN = "Nothing was changed. Mend that and adopt again; --dry-run shows the wording."


@dataclass(frozen=True, slots=True)
class Adoption:
    """What the edits of one document mean for its profile, and whether that was written.

    `parts` are the shared files among those changed; `backups` the copies of what the files said
    before. `findings` are errors and warnings that the new wording brings, `revisions` the tracked
    changes in the document, which count as accepted.
    """

    document: Path
    profile: str
    homes: Homes
    written: bool = False
    parts: tuple[str, ...] = ()
    backups: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    revisions: int = 0


def adopt(path: Path, pipeline: Pipeline, *, write: bool) -> Adoption:
    """Leads the edits in a Word file to fields of its profile and writes them there.

    Raises WordFileError for a file that cannot be read or that jdgen did not make, ProfileError
    where the profile is missing or the new wording cannot stand in it, BusyError while a run is at
    work. Then no file has changed.
    """
    data = read_file(path, MOST_BYTES)
    now = word.read_text(data, name=str(path))
    owner = owner_of(path, data, now, pipeline, ProfileFinder(pipeline.settings.root))
    if owner.notes:
        raise ProfileError(*owner.notes)
    if owner.profile is None:
        hint = "Only a document that `jdgen build` made can be adopted."
        raise _refused("foreign", "This file was not made by jdgen.", hint, path)
    if owner.made is None:
        message = "The store no longer knows what it was when it was made."
        hint = "Change the profile by hand: jdgen check names the fields its words came from."
        raise _refused("no-base", message, hint, path)
    made = word.read_text(owner.made.base)
    homes = find_homes(find_edits(made, now), owner.made.origins, owner.profile)
    parts = _parts(homes.changes)
    told = Adoption(path, owner.profile.file, homes, parts=parts, revisions=now.revisions)
    if not (write and homes.changes):
        return told
    with single_run(owner.made.store.root):
        return _written(told, owner.profile, owner.made, pipeline)


def _written(told: Adoption, profile: Profile, made: Made, pipeline: Pipeline) -> Adoption:
    """The changes in the files, once it is sure that these can be read with them."""
    files = _new_contents(told.homes.changes)
    try:
        changed = load_profile(Path(profile.file), files)
    except ProfileError as error:
        raise ProfileError(*error.problems, _as_it_stands(told.document)) from error
    _must_say(changed, profile, told.homes.changes)
    folder = made.store.root / "backup"
    backups = tuple(backup_copy(file, folder, pipeline.now) for file in files)
    _write_all(files)
    return replace(
        told,
        written=True,
        backups=backups,
        findings=_new_findings(profile, changed, pipeline),
    )


def _write_all(files: Mapping[Path, bytes]) -> None:
    """Each file whole. One that cannot be written takes back those before it.

    A run that is killed between two leaves readable files: the next one adopts the rest.
    """
    before: dict[Path, bytes] = {}
    try:
        for file, data in files.items():
            old = read_bytes(file) or b""
            write_atomically(file, data)
            before[file] = old
    except OutputError as error:
        for file, data in before.items():
            write_atomically(file, data)
        if isinstance(error, FileBusyError):
            raise
        raise OutputError(*(replace(one, hint=_UNWRITTEN) for one in error.problems)) from error


def _new_contents(changes: Iterable[FieldChange]) -> dict[Path, bytes]:
    """The files that hold the fields, with the new texts in them."""
    by_file: dict[Path, dict[str, str]] = {}
    for change in changes:
        by_file.setdefault(Path(change.at.file), {})[change.field] = change.new
    contents = {}
    for file, texts in by_file.items():
        data = read_bytes(file) or b""
        signed = data.startswith(_SIGNATURE)
        source = data.decode("utf-8-sig")
        try:
            changed = with_texts(source, texts)
        except KeyError as error:
            raise _cannot_stand(file, str(error.args[0]) or next(iter(texts))) from error
        contents[file] = (_SIGNATURE if signed else b"") + changed.encode("utf-8")
    return contents


def _must_say(changed: Profile, before: Profile, changes: Sequence[FieldChange]) -> None:
    """Refuse a profile that says anything but what it said with the new texts in it.

    What the library of duties fills in may follow a new word for the role or the team.
    """
    told = {change.field: change for change in changes}
    for field, change in told.items():
        if changed.get(field) != change.new:
            raise _cannot_stand(Path(change.at.file), field)
    old, new = dict(_leaves(before.data)), dict(_leaves(changed.data))
    written_out = {path.rpartition(".")[0] for path in before.places}
    for field in old.keys() | new.keys():
        filled_in = field not in before.places and field.rpartition(".")[0] in written_out
        if field not in told and not filled_in and old.get(field) != new.get(field):
            raise _changes_more(before, field, [change.field for change in changes])


def _leaves(value: Any, path: str = "") -> Iterable[tuple[str, Any]]:
    """Every single value of a profile with its dotted path."""
    if isinstance(value, Mapping):
        entries = list(value.items())
    elif isinstance(value, (list, tuple)):
        entries = list(enumerate(value))
    else:
        yield path, value
        return
    for key, item in entries:
        yield from _leaves(item, f"{path}.{key}" if path else str(key))


def _new_findings(before: Profile, changed: Profile, pipeline: Pipeline) -> tuple[Finding, ...]:
    """Errors and warnings that the profile did not have before."""
    known = {(f.rule, f.quote, f.message) for f in pipeline.judge(before).result.findings}
    return tuple(
        finding
        for finding in pipeline.judge(changed).result.findings
        if finding.severity != "advice"
        and (finding.rule, finding.quote, finding.message) not in known
    )


def _parts(changes: Iterable[FieldChange]) -> tuple[str, ...]:
    files = dict.fromkeys(change.at.file for change in changes)
    return tuple(file for file in files if Path(file).name.startswith(PART_PREFIX))


def _cannot_stand(file: Path, field: str) -> ProfileError:
    message = f"The new wording cannot be put into “{field}” as it is laid out there."
    return ProfileError(Problem("adopt-cannot", message, _BY_HAND, Place(str(file), field=field)))


def _changes_more(profile: Profile, field: str, told: Sequence[str]) -> ProfileError:
    """Labels (&) and aliases (*) give several fields one text."""
    message = f"“{field}” would change, too: it has its text in common with another field."
    hint = f"{_BY_HAND} To be written were: {', '.join(told)}."
    return ProfileError(Problem("adopt-cannot", message, hint, profile.place(field)))


def _as_it_stands(document: Path) -> Problem:
    message = "With the wording of this document the profile could not be used any more."
    hint = "Nothing was changed. Mend the wording in Word, or change the profile by hand."
    return Problem("adopt-unusable", message, hint, Place(str(document)))


def _refused(code: str, message: str, hint: str, path: Path) -> WordFileError:
    return WordFileError(Problem(f"adopt-{code}", message, hint, Place(str(path))))
