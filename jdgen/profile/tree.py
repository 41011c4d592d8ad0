"""Which files a profile may name: those of its own folder and of the project around it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from jdgen.settings import project_around

_BESIDE = "Name a file beside this one or below it, such as _organization.yaml."


def tree_of(profile: Path) -> list[Path]:
    """The folders a profile may take files from: its own, and the project's around it.

    The project is the nearest parent with a `jdgen.toml`, else the working folder.
    """
    folder = profile.resolve().parent
    if project := project_around(folder):
        return [folder, project]
    working = Path.cwd()
    return [folder, working] if folder.is_relative_to(working) else [folder]


def is_there(file: Path) -> bool:
    """Whether it is an ordinary file; a name that no system can keep is none."""
    try:
        return file.is_file()
    except OSError:
        return False


def refusal(profile: Path, wanted: str, tree: Sequence[Path]) -> tuple[str, str]:
    """Why a file may not be named, and what to name instead; two empty texts if it may.

    Links are followed: one that leads out of the tree is refused.
    """
    steps = PurePosixPath(wanted.replace("\\", "/"))
    if PureWindowsPath(wanted).drive or steps.is_absolute() or wanted.startswith("~"):
        return "A file is named from this file's folder, not from the disk.", _BESIDE
    try:
        real = (profile.parent / steps).resolve()
    except (OSError, RuntimeError, ValueError):
        return f"The file {wanted} cannot be followed.", _BESIDE
    if not any(real.is_relative_to(folder) for folder in tree):
        return f"The file {wanted} lies outside this project.", _BESIDE
    return "", ""
