"""What holds for the project as a whole: locked versions, a quiet start, a clean tree."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = [
    *PYPROJECT["project"]["dependencies"],
    *PYPROJECT["project"]["optional-dependencies"]["dev"],
]


@pytest.mark.parametrize("wanted", DEPENDENCIES)
def test_every_dependency_is_locked_to_a_version_it_admits(wanted: str) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)==([\w.+-]+)", lock, re.M))
    requirement = Requirement(wanted)
    version = {name.lower(): number for name, number in pinned.items()}[requirement.name.lower()]
    assert requirement.specifier.contains(version)


def test_help_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from jdgen.cli import cli;"
        "done = CliRunner().invoke(cli, ['--help']); assert done.exit_code == 0, done.output;"
        "heavy = {'docx', 'docxtpl', 'lxml', 'cerberus', 'jinja2', 'yaml'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("heading", ["Try it", "Test it"])
def test_the_readme_gives_one_command_for_each_main_thing(heading: str) -> None:
    tool = ROOT / "tools" / "readme_command.py"
    done = subprocess.run(
        [sys.executable, str(tool), heading], capture_output=True, text=True, check=True
    )
    assert "venv" in done.stdout
