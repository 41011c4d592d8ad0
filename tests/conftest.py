"""What all tests share."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Told:
    """What the command line printed and the code it ended with."""

    code: int
    out: str
    err: str


RunJdgen = Callable[..., Told]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the riverbend profile, its part and its logo; tests work inside it."""
    for name in ("riverbend.yaml", "_riverbend.yaml"):
        shutil.copy(ROOT / "profiles" / name, tmp_path)
    shutil.copytree(ROOT / "profiles" / "brand", tmp_path / "brand")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def jdgen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> RunJdgen:
    """Run the command line as a person would, in this process."""

    def run(*arguments: object) -> Told:
        from jdgen.cli import main

        monkeypatch.setattr(sys, "argv", ["jdgen", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        return Told(int(ended.value.code or 0), told.out, told.err)

    return run
