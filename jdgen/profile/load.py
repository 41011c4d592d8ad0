"""The order of the steps from a file to a checked Profile."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jdgen.errors import Problem, ProfileError
from jdgen.model import Duty, Profile
from jdgen.profile.cross import cross_checks
from jdgen.profile.extend import Joined, read_with_parts
from jdgen.profile.library import fill_duties, fill_terms
from jdgen.profile.messages import Teller
from jdgen.profile.schema_files import profile_schema
from jdgen.profile.tidy import fill_defaults, tidy
from jdgen.profile.tree import refusal, tree_of
from jdgen.profile.validate import misfits

_OF_DUTY = frozenset(field.name for field in dataclasses.fields(Duty)) - {"field", "more"}


def load(path: Path, instead: Mapping[Path, bytes]) -> Profile:
    """See `jdgen.profile.load_profile`."""
    problems: list[Problem] = []
    joined = read_with_parts(path, problems, instead)
    fill_terms(joined.data)
    unfilled = fill_duties(joined, problems)
    fields = profile_schema()
    data = tidy(fields, joined.data, joined.written)
    teller = Teller(fields, joined)
    found = misfits(data)
    meant = {teller.meant(misfit) for misfit in found if misfit.rule == "unknown"}
    for misfit in found:
        from_library = ".".join(misfit.path[:-1]) in unfilled
        if misfit.rule != "required" or not (from_library or misfit.path in meant):
            problems.append(teller.problem(misfit))
    problems.extend(cross_checks(data, joined))
    problems.extend(_worker_file(path, data, joined))
    if problems:
        raise ProfileError(*_in_order(problems, joined))
    fill_defaults(fields, data)
    return Profile(
        file=joined.files[0],
        data=data,
        places=joined.places,
        files=tuple(joined.files),
        duties=tuple(_duty(entry, index) for index, entry in enumerate(data["duties"])),
        notes=tuple(joined.notes),
    )


def _worker_file(path: Path, data: Mapping[str, Any], joined: Joined) -> Iterator[Problem]:
    """The worker's file is looked at as a path only: it may be on another machine."""
    wanted = data.get("worker_file")
    message, hint = refusal(path, wanted, tree_of(path)) if isinstance(wanted, str) else ("", "")
    if message:
        yield Problem("profile-worker-file", message, hint, joined.places.get("worker_file"))


def _in_order(problems: Iterable[Problem], joined: Joined) -> list[Problem]:
    """By file, the profile first, then by line; a problem found twice is told once."""
    order = {name: number for number, name in enumerate(joined.files)}

    def key(problem: Problem) -> tuple[int, int, int]:
        place = problem.place
        return (order.get(place.file, 0), place.line, place.column) if place else (0, 0, 0)

    return sorted(dict.fromkeys(problems), key=key)


def _duty(entry: Mapping[str, Any], index: int) -> Duty:
    return Duty(
        id=entry["id"],
        text=entry["text"],
        result=entry["result"],
        approach=entry.get("approach", ""),
        kind=entry["kind"],
        side=entry["side"],
        percent=entry["percent"],
        uses_lived_experience=entry["uses_lived_experience"],
        values=tuple(entry.get("values", ())),
        activity=entry.get("activity"),
        field=f"duties.{index}",
        more={key: value for key, value in entry.items() if key not in _OF_DUTY},
    )
