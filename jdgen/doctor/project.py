"""The project: its settings, its templates, and what jdgen keeps of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from jdgen.doctor.check import Check
from jdgen.errors import OutputError
from jdgen.filecheck.templates import check_templates
from jdgen.pipeline import Options, Pipeline
from jdgen.safe_files import read_bytes
from jdgen.settings import SETTINGS_FILE, Settings
from jdgen.store import DocumentStore, refuse_files


def settings_told(settings: Settings) -> str:
    """Which settings hold."""
    file = settings.root / SETTINGS_FILE
    return str(file) if file.is_file() else f"none, so {settings.root} is the project"


def templates(settings: Settings, now: datetime) -> Check:
    """Whether every template of the project can be filled."""
    run = check_templates((), Pipeline(settings, Options(), now))
    wrong = [
        p for p in run.profiles if p.problems or any(f.severity == "error" for f in p.findings)
    ]
    if not wrong:
        return Check("Templates", told=f"{len(run.profiles)} can be filled")
    names = ", ".join(Path(profile.file).parent.name for profile in wrong)
    do = "See what is wrong: jdgen template check"
    return Check("Templates", ok=False, told=f"these have errors: {names}", do=do)


def store(root: Path) -> Check:
    """Whether what jdgen knows of its documents can be read, and no run was cut off."""
    try:
        refuse_files(root)
    except OutputError as error:
        problem = error.problems[0]
        told = f"{problem.place}: {problem.message}"
        return Check("Store", ok=False, told=told, do=problem.hint)
    folders = sorted(path for path in root.glob("documents/*/*") if path.is_dir())
    if not folders:
        return Check("Store", told=f"{root}, nothing in it yet")
    damaged = [folder for folder in folders if any(_damages(folder))]
    if damaged:
        names = ", ".join("/".join(folder.parts[-2:]) for folder in damaged[:5])
        do = "Build these profiles again: what can be known is made anew, and no edit is replaced."
        return Check("Store", ok=False, told=f"cannot be read for {names}", do=do)
    known = DocumentStore(root)
    cut = [f for f in folders if known.pending(f.parent.name, f.name)]
    if cut:
        do = "Nothing is lost. The next run finishes it: jdgen build, or wait for the night."
        return Check("Store", ok=False, told=f"a run was cut off in {len(cut)} of them", do=do)
    return Check("Store", told=f"{root}, {len(folders)} documents known")


def _damages(folder: Path) -> Iterator[Path]:
    """Files of one document's folder that are not what they should be."""
    for file in folder.glob("*.json"):
        try:
            json.loads(read_bytes(file) or b"")
        except (ValueError, RecursionError):
            yield file
    record, base = folder / "record.json", folder / "base.docx"
    if record.is_file() and not (read_bytes(base) or b"").startswith(b"PK"):
        yield base
