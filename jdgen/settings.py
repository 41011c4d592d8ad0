"""The project's settings: where its root is, and what `jdgen.toml` says."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from jdgen.errors import Place, Problem, UsageError, did_you_mean

SETTINGS_FILE = "jdgen.toml"
_PACKAGE = Path(__file__).parent
_KNOWN: dict[str, type] = {
    "output": str,
    "store": str,
    "templates": str,
    "thresholds": dict,
    "nightly": dict,
    "backups": dict,
}


@dataclass(frozen=True, slots=True)
class NightSettings:
    """How the nightly run behaves.

    A file that somebody saved less than `quiet_minutes` ago is left for the next night. After
    `most_minutes` no further profile is begun; 0 sets no end. What runs out within `due_days` is
    told.
    """

    quiet_minutes: int = 5
    most_minutes: int = 0
    due_days: int = 60


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """How long backups are kept: `days`, and up to `megabytes` in all; 0 sets no limit."""

    days: int = 180
    megabytes: int = 1000


@dataclass(frozen=True)
class Settings:
    """What one project has decided.

    `root` is the folder of the `jdgen.toml` nearest above, else the one jdgen was started in.
    `store` is where generated bases are kept, None for `.jdgen` inside the output folder.
    `thresholds` overrides figures of the guidelines by name. `night` and `backups` are for the
    nightly run.
    """

    root: Path
    output: Path
    store: Path | None
    template_folders: tuple[Path, ...]
    thresholds: Mapping[str, Any] = field(default_factory=dict)
    night: NightSettings = NightSettings()
    backups: BackupSettings = BackupSettings()


def load_settings(start: Path | None = None) -> Settings:
    """The settings that hold for a folder; `UsageError` where `jdgen.toml` cannot be used."""
    here = (start or Path.cwd()).resolve()
    root = project_around(here) or here
    told = _read(root / SETTINGS_FILE) if (root / SETTINGS_FILE).is_file() else {}
    return _settings(root, told)


def usual_settings(root: Path) -> Settings:
    """The settings of a project that has decided nothing."""
    return _settings(root.resolve(), {})


def _settings(root: Path, told: Mapping[str, Any]) -> Settings:
    store = told.get("store")
    return Settings(
        root=root,
        output=root / told.get("output", "output"),
        store=root / store if store else None,
        template_folders=(root / told.get("templates", "templates"), shipped_templates()),
        thresholds=told.get("thresholds", {}),
        night=NightSettings(**told.get("nightly", {})),
        backups=BackupSettings(**told.get("backups", {})),
    )


def project_around(folder: Path) -> Path | None:
    """The nearest folder from this one up that has a `jdgen.toml`, None where there is none."""
    return next((p for p in (folder, *folder.parents) if (p / SETTINGS_FILE).is_file()), None)


def shipped_templates() -> Path:
    """The templates that come with jdgen: inside the package, or beside it in a source tree."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


def _read(file: Path) -> dict[str, Any]:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        reason = "it is not saved as UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise UsageError(
            Problem(
                "settings-unreadable",
                f"The settings cannot be read: {reason}.",
                "Write lines such as: output = 'output'",
                Place(str(file)),
            )
        ) from error
    problems = [_problem(file, name, value) for name, value in told.items()]
    found = [problem for problem in problems if problem]
    found += _figure_problems(file, "nightly", told.get("nightly"), asdict(NightSettings()))
    found += _figure_problems(file, "backups", told.get("backups"), asdict(BackupSettings()))
    if found:
        raise UsageError(*found)
    return told


def _problem(file: Path, name: str, value: object) -> Problem | None:
    expected = _KNOWN.get(name)
    if expected is None:
        hint = did_you_mean(name, _KNOWN, f"Known are: {', '.join(_KNOWN)}.")
        return Problem(
            "settings-unknown", f"No setting is called '{name}'.", hint, Place(str(file))
        )
    if not isinstance(value, expected):
        kind = "a table of figures" if expected is dict else "a folder in quotes"
        return Problem(
            "settings-wrong", f"The setting '{name}' must be {kind}.", "", Place(str(file))
        )
    return None


def _figure_problems(
    file: Path, table: str, told: object, known: Mapping[str, int]
) -> list[Problem]:
    """What is wrong with a table of whole numbers; nothing where it is no table."""
    problems = []
    for name, value in told.items() if isinstance(told, dict) else ():
        if name not in known:
            message = f"No setting is called '{table}.{name}'."
            hint = did_you_mean(name, known, f"Known are: {', '.join(known)}.")
            problems.append(Problem("settings-unknown", message, hint, Place(str(file))))
        elif isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 1_000_000:
            message = f"The setting '{table}.{name}' must be a whole number."
            hint = f"Write, for example: {name} = {known[name]}"
            problems.append(Problem("settings-wrong", message, hint, Place(str(file))))
    return problems
