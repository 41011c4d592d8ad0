"""`extends:` takes facts from a part; each value remembers the file it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from jdgen.errors import Place, Problem, ProfileError
from jdgen.profile.files import PART_PREFIX
from jdgen.profile.tree import is_there, refusal, tree_of
from jdgen.yaml_source import Places, Source, read_yaml

MAX_PARTS = 20


@dataclass
class Joined:
    """A profile and its parts as one: what `Source` holds, over several files."""

    data: dict[str, Any]
    places: Places
    keys: Places
    written: dict[str, str]
    notes: list[Problem] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def read_with_parts(path: Path, problems: list[Problem], instead: Mapping[Path, bytes]) -> Joined:
    """A profile with the parts it extends, deep: fields merge, lists and texts are replaced.

    A field left empty (`phone:`) says nothing and keeps what the part says; an empty text
    (`phone: ""`) takes it away.
    """
    sources = list(_chain(path, problems, instead))
    joined = Joined({}, Places(), Places(), {})
    for source, name in reversed(sources):
        _merge(joined.data, source.data, "", joined)
        joined.places.spots.update(source.places.spots)
        joined.keys.spots.update(source.keys.spots)
        joined.written.update(source.written)
        joined.notes[:0] = source.notes
        joined.files.insert(0, name)
    joined.data.pop("extends", None)
    if "extends" in sources[0][0].data:
        joined.data["extends"] = sources[0][0].data["extends"]
    return joined


def _chain(
    path: Path, problems: list[Problem], instead: Mapping[Path, bytes]
) -> Iterable[tuple[Source, str]]:
    """The profile, the part it extends, the part of that…, each read once."""
    tree = tree_of(path)
    seen: list[tuple[Path, str]] = []
    current = path
    while True:
        source = read_yaml(current, problems, instead.get(current))
        yield source, current.as_posix()
        seen.append((current.resolve(), current.name))
        wanted = source.data.get("extends")
        if wanted is None or (isinstance(wanted, str) and not wanted.strip()):
            return
        place = source.places["extends"]
        if not isinstance(wanted, str):
            return
        current = _part(current, wanted.strip(), tree, place)
        if len(seen) > MAX_PARTS:
            message = f"More than {MAX_PARTS} parts extend each other."
            raise _refused(message, "One or two are usual; put their facts together.", place)
        if current.resolve() in [file for file, _ in seen]:
            route = " → ".join([*(name for _, name in seen), current.name])
            raise _refused(f"The parts extend each other in a circle: {route}.", "", place)


def _part(profile: Path, wanted: str, tree: list[Path], place: Place) -> Path:
    """The file that `extends` names; refused if it leaves the tree or is no part."""
    message, hint = refusal(profile, wanted, tree)
    if message:
        raise _refused(message, hint, place)
    part = profile.parent / PurePosixPath(wanted.replace("\\", "/"))
    if not part.name.startswith(PART_PREFIX):
        hint = "Rename it, or name another; files without _ are profiles that are built."
        raise _refused(f"The name of a part begins with _; {part.name} does not.", hint, place)
    if not is_there(part):
        near = sorted(entry.name for entry in profile.parent.glob("_*.y*ml"))
        hint = f"Parts beside this file: {', '.join(near)}." if near else "Check its name."
        raise _refused(f"There is no part {wanted}.", hint, place)
    return part


def _refused(message: str, hint: str, place: Place) -> ProfileError:
    return ProfileError(Problem("profile-extends", message, hint, place))


def _merge(base: dict[str, Any], over: dict[str, Any], path: str, joined: Joined) -> None:
    for key, value in over.items():
        below = f"{path}.{key}" if path else key
        known = base.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            _merge(known, value, below, joined)
        elif known is None or value is not None:
            if isinstance(known, (dict, list)):
                _forget_below(f"{below}.", joined)
            joined.written.pop(below, None)
            base[key] = _own(value)


def _own(value: Any) -> Any:
    """A copy whose blocks can be changed: labelled values (&, *) are shared within a source."""
    if isinstance(value, dict):
        return {key: _own(item) for key, item in value.items()}
    return [_own(item) for item in value] if isinstance(value, list) else value


def _forget_below(prefix: str, joined: Joined) -> None:
    tables: list[dict[str, Any]] = [joined.places.spots, joined.keys.spots, joined.written]
    for table in tables:
        for path in [path for path in table if path.startswith(prefix)]:
            del table[path]
