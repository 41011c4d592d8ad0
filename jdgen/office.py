"""PDF by LibreOffice, where it is installed: the one place that starts another program."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from jdgen.errors import Problem

_SECONDS_PER_FILE, _SECONDS_TO_START = 30, 60
_WINDOWS = ("C:/Program Files/LibreOffice/program/soffice.exe",)
_MAC = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)


def find_office() -> str | None:
    """The LibreOffice program of this machine, None where there is none."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return found
    usual = _WINDOWS if sys.platform == "win32" else _MAC
    return next((path for path in usual if Path(path).is_file()), None)


def convert_to_pdf(
    paths: Sequence[Path], shown: Mapping[Path, bytes] | None = None
) -> tuple[dict[Path, Path], Problem | None]:
    """Make a PDF beside each Word file, all in one call.

    `shown` has the bytes to print in place of what stands in a file: LibreOffice prints tracked
    changes with all that they delete.

    Gives the PDFs that were really made, and what went wrong with the others: LibreOffice ends
    with 0 even where it made nothing, so its word is not taken for it.
    """
    if not paths:
        return {}, None
    office = find_office()
    if office is None:
        hint = "Install LibreOffice, or open the document in Word and choose Save as PDF."
        return {}, Problem("pdf-no-office", "A PDF needs LibreOffice, which is not here.", hint)
    with tempfile.TemporaryDirectory(prefix="jdgen-") as scratch:
        made = _convert(office, paths, Path(scratch), shown or {})
    missing = [path.name for path in paths if path not in made]
    if not missing:
        return made, None
    message = f"LibreOffice made no PDF of {', '.join(missing)}."
    hint = "Close LibreOffice if it is open, then run jdgen again."
    return made, Problem("pdf-failed", message, hint)


def _convert(
    office: str, paths: Sequence[Path], scratch: Path, shown: Mapping[Path, bytes]
) -> dict[Path, Path]:
    profile = (scratch / "profile").as_uri()
    sources = [_source(path, shown.get(path), scratch) for path in paths]
    command = [
        office,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(scratch / "pdf"),
        *map(str, sources),
    ]
    limit = _SECONDS_TO_START + _SECONDS_PER_FILE * len(paths)
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=limit)
    except (OSError, subprocess.TimeoutExpired):
        return {}
    made = {}
    for path in paths:
        pdf = scratch / "pdf" / f"{path.stem}.pdf"
        if pdf.is_file() and pdf.stat().st_size:
            target = path.with_suffix(".pdf")
            shutil.move(pdf, target)
            made[path] = target
    return made


def _source(path: Path, data: bytes | None, scratch: Path) -> Path:
    """The file to convert: the document itself, or one of its name with other content."""
    if data is None:
        return path
    copy = scratch / "shown" / path.name
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(data)
    return copy
