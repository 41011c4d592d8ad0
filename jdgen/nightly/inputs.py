"""Which files a document depends on, and their hashes: the key over raw bytes."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

from jdgen import __version__
from jdgen.documents.house_styles import FOLDER as HOUSE_STYLES
from jdgen.documents.kinds import KIND_FILE, TEMPLATE_FILE
from jdgen.documents.looks import LOGO
from jdgen.model import Profile
from jdgen.settings import SETTINGS_FILE, Settings
from jdgen.store.memory import Input

PROFILE, PART, PICTURE, TEMPLATE, HOUSE_STYLE, WORKER, KINDS, SETTINGS, PROGRAM = (
    "profile", "part", "picture", "template", "house style", "worker's file", "kinds", "settings",
    "program",
)  # fmt: skip
MOVING = "changed while jdgen was at work"
SHIPPED = "jdgen:"  # begins the name of a file that comes with jdgen, wherever that is installed

Need = tuple[str, str]  # a role and a path


def needs_of(profile: Profile, kinds: Iterable[str], settings: Settings) -> dict[str, list[Need]]:
    """The files each document of a profile depends on, by kind.

    Files that are looked for in several places are named in all of them: one that turns up in a
    better place changes the document, too.
    """
    own, *parts = profile.files
    shared = [(PROFILE, own), *((PART, part) for part in parts)]
    shared += [(PICTURE, str(file)) for file in _beside(profile, LOGO, settings)]
    shared += [(WORKER, str(file)) for file in _beside(profile, "worker_file", settings)]
    if style := profile.get("organization.brand.house_style"):
        folders = settings.template_folders
        shared += [(HOUSE_STYLE, str(f / HOUSE_STYLES / f"{style}.docx")) for f in folders]
    return {
        kind: [*shared, *((TEMPLATE, str(file)) for file in _templates(kind, settings))]
        for kind in kinds
    }


def _beside(profile: Profile, field: str, settings: Settings) -> list[Path]:
    """Where a file that a field names may stand: beside the file that names it, or in the root."""
    written = str(profile.get(field, "")).replace("\\", "/")
    bases = dict.fromkeys((Path(profile.place(field).file).absolute().parent, settings.root))
    return [base / written for base in bases] if written else []


def _templates(kind: str, settings: Settings) -> Iterator[Path]:
    for folder in dict.fromkeys(settings.template_folders):
        yield folder / kind / TEMPLATE_FILE


class Hasher:
    """Hashes each file once in a run, and names it so that a moved project is the same project.

    `started` is when the run began, in nanoseconds since 1970: a file that was saved after that
    gets no hash but `MOVING`, which equals nothing, for it may not be what was read.
    """

    def __init__(self, settings: Settings, started: int) -> None:
        self.settings = settings
        self.started = started
        self._known: dict[Path, str] = {}

    def inputs(self, needs: Sequence[Need]) -> tuple[Input, ...]:
        """The files a document was made of, as they are now, and what is the same for all."""
        files = [Input(role, self.name(Path(path)), self.of(path)) for role, path in needs]
        return (*files, *self.for_all)

    def still(self, inputs: Sequence[Input]) -> tuple[Input, ...]:
        """The same files as they are now."""
        for_all = {(one.role, one.path): one for one in self.for_all}
        return tuple(
            for_all.get((one.role, one.path)) or Input(one.role, one.path, self.of(one.path))
            for one in inputs
        )

    def of(self, path: str) -> str:
        """The hash of a file, "" where it is not there or cannot be read."""
        file = self._file(path)
        if file not in self._known:
            try:
                saved = file.stat().st_mtime_ns
                data = file.read_bytes()
                moving = self.started <= saved <= time.time_ns()
                self._known[file] = MOVING if moving else hashlib.sha256(data).hexdigest()
            except (OSError, ValueError):
                self._known[file] = ""
        return self._known[file]

    def name(self, file: Path) -> str:
        """The name of a file: `jdgen:` for what ships, else its path from the project's root."""
        file, shipped = file.absolute(), self.settings.template_folders[-1]
        if file.is_relative_to(shipped):
            return f"{SHIPPED}{file.relative_to(shipped).as_posix()}"
        if file.is_relative_to(self.settings.root):
            return file.relative_to(self.settings.root).as_posix()
        return str(file)

    def _file(self, name: str) -> Path:
        if name.startswith(SHIPPED):
            return self.settings.template_folders[-1] / name.removeprefix(SHIPPED)
        return self.settings.root / name

    @cached_property
    def for_all(self) -> tuple[Input, ...]:
        """What every document depends on: the kinds there are, the figures of rules, jdgen."""
        *own, shipped = dict.fromkeys(self.settings.template_folders)
        return (
            *(Input(KINDS, self.name(folder), self._kinds(folder)) for folder in own),
            Input(KINDS, SHIPPED, self._kinds(shipped)),
            Input(SETTINGS, SETTINGS_FILE, self._figures()),
            Input(PROGRAM, SHIPPED, program()),
        )

    def _kinds(self, folder: Path) -> str:
        digest = hashlib.sha256()
        for file in sorted(folder.glob(f"*/{KIND_FILE}")):
            digest.update(f"{file.parent.name}\0{self.of(str(file))}\0".encode())
        return digest.hexdigest()

    def _figures(self) -> str:
        return hashlib.sha256(repr(sorted(self.settings.thresholds.items())).encode()).hexdigest()


@cache
def program() -> str:
    """A hash of jdgen itself: its code, rules, words and texts; templates are counted apart."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256(__version__.encode())
    for file in sorted(package.rglob("*")):
        inside = file.relative_to(package)
        if inside.parts[0] == "templates" or "__pycache__" in inside.parts or not file.is_file():
            continue
        digest.update(f"\0{inside.as_posix()}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def changed_roles(before: Sequence[Input], now: Sequence[Input]) -> tuple[Input, ...]:
    """Those of today's inputs that are not what they were; a file that is named no more is one."""
    known = {(one.role, one.path): one.sha256 for one in before}
    found = []
    for one in now:
        was = known.pop((one.role, one.path), None)
        absent = was is None and not one.sha256
        if not absent and (was != one.sha256 or one.sha256 == MOVING):
            found.append(one)
    gone = [Input(role, path, "") for (role, path), sha256 in known.items() if sha256]
    return (*found, *gone)
