"""Profiles for the tests of the reader and the schema. All of them are invented."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.errors import Problem, ProfileError
from jdgen.model import Profile
from jdgen.profile import load_profile
from jdgen.yaml_source import Source, read_yaml

DATA = Path(__file__).parent / "data"

Read = Callable[[str | bytes], Source]
Faults = Callable[[str | bytes], tuple[Problem, ...]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project with the first profile and its part; tests work inside it."""
    for name in ("lakeside.yaml", "_lakeside.yaml"):
        shutil.copy(DATA / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reader(content: str | bytes) -> Source:
        file = tmp_path / "read.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_yaml(file)

    return reader


@pytest.fixture
def faults_of(read: Read) -> Faults:
    """The problems that reading a text meets."""

    def faults(content: str | bytes) -> tuple[Problem, ...]:
        with pytest.raises(ProfileError) as raised:
            read(content)
        return raised.value.problems

    return faults


@pytest.fixture
def change(folder: Path) -> Callable[..., Path]:
    """The first profile with parts of its text replaced, and lines added at its end."""

    def changed(*swaps: tuple[str, str], add: str = "") -> Path:
        file = folder / "lakeside.yaml"
        text = file.read_text(encoding="utf-8")
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new)
        file.write_text(f"{text}{add}\n", encoding="utf-8")
        return file

    return changed


@pytest.fixture
def load() -> Callable[[Path], Profile]:
    return load_profile


@pytest.fixture
def told(change: Callable[..., Path]) -> Callable[..., list[Problem]]:
    """What a person is told about the changed first profile."""

    def problems(*swaps: tuple[str, str], add: str = "") -> list[Problem]:
        with pytest.raises(ProfileError) as raised:
            load_profile(change(*swaps, add=add))
        return list(raised.value.problems)

    return problems
