"""A project whose nights a test can live through, one after the other."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest

from jdgen.merge.resolve import accept, reject
from jdgen.nightly import NightOptions, run_night
from jdgen.nights import Night
from jdgen.results import DocumentResult
from jdgen.settings import load_settings
from jdgen.word import read_text

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 12, 15, 2, 30, tzinfo=UTC)
ID = "riverbend-peer-worker"


@dataclass
class House:
    """A project folder with profiles; its documents lie in `output`."""

    root: Path
    now: datetime = NOW
    last: Night | None = field(default=None)

    def night(self, now: datetime = NOW, **options: Any) -> Night:
        """One night as the scheduler would have it."""
        wanted = NightOptions(self.root / "profiles", **{"jobs": 1, **options})
        self.last = run_night(load_settings(self.root), wanted, now)
        return self.last

    def on(self, day: str, **options: Any) -> Night:
        """The night to a day, such as 2027-04-01."""
        midnight = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
        return self.night(midnight + timedelta(hours=2), **options)

    def document(self, night: Night | None = None, kind: str = "brochure") -> DocumentResult:
        """What became of the one document of a kind."""
        told = night or self.last
        assert told is not None
        (found,) = [d for p in told.run.profiles for d in p.documents if d.kind == kind]
        return found

    def path(self, kind: str = "brochure", profile_id: str = ID) -> Path:
        return self.root / "output" / profile_id / f"{profile_id}-{kind}.docx"

    def edit(self, old: str, new: str, name: str = "riverbend.yaml") -> None:
        """Change a text in a profile or a part."""
        file = self.root / "profiles" / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        earlier(file)

    def new_phone(self, number: str = "555-0199") -> None:
        """A change of the shared part that every brochure prints."""
        self.edit("555-0134", number, "_riverbend.yaml")

    def write_in_word(self, words: str = " and more", kind: str = "brochure") -> bytes:
        """A person writes on in the last paragraph, some time before the night."""
        return write_in(self.path(kind), words)

    def answer(self, kind: str = "brochure", *, yes: bool) -> None:
        """A person accepts or rejects all of jdgen's changes, and deletes its comment."""
        data = self.path(kind).read_bytes()
        self.path(kind).write_bytes(reject(accept(data, "jdgen") if yes else data, "jdgen"))
        earlier(self.path(kind))

    def text(self, kind: str = "brochure") -> str:
        """All text that Word shows of a document."""
        data = self.path(kind).read_bytes()
        return "\n".join(block.text for block in read_text(data).blocks)

    def backups(self) -> list[Path]:
        return sorted((self.root / "output" / ".jdgen" / "backup").glob("*/*"))

    def tree(self) -> dict[str, tuple[bytes, int]]:
        """Every file of the project: bytes and time of change."""
        return {
            path.relative_to(self.root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }


def earlier(path: Path, seconds: float = 3600) -> None:
    """Let a file look as if it had been saved some time ago."""
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


def write_in(path: Path, words: str) -> bytes:
    """Write on in the last paragraph of a Word file, and save it as if an hour ago."""
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run(words)
    document.save(str(path))
    earlier(path)
    return path.read_bytes()


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """The riverbend profile with its brochure alone, an hour old."""
    folder = tmp_path / "house"
    shutil.copytree(ROOT / "profiles" / "brand", folder / "profiles" / "brand")
    for name in ("riverbend.yaml", "_riverbend.yaml"):
        shutil.copy(ROOT / "profiles" / name, folder / "profiles")
    (folder / "jdgen.toml").write_text("", encoding="utf-8")
    made = House(folder)
    made.edit("[job-description, expectation-statements, brochure]", "[brochure]")
    for file in folder.rglob("*"):
        earlier(file)
    monkeypatch.chdir(tmp_path)
    return made
