"""Make the README's picture anew: `python -m tools.make_pictures`.

Builds the documents of one example profile, turns them into pages with LibreOffice and pdftoppm,
and lays the pages out with ImageMagick. All three have to be installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROFILE = ROOT / "profiles" / "riverbend.yaml"
PICTURE = ROOT / "docs" / "pictures" / "documents.png"
SIZE = (1600, 860)
_GROUND, _SHADOW = "#e9eef2", "#1f2a33"
_SOFT, _FALL = 9, 6
_COLOURS = 224


@dataclass(frozen=True)
class Sheet:
    """One page in the picture: of which document, and where; measures are pixels."""

    kind: str
    page: int
    left: int
    top: int
    width: int


SHEETS = (
    Sheet("job-description", 1, 30, 100, 510),
    Sheet("expectation-statements", 1, 570, 100, 510),
    Sheet("brochure", 1, 1110, 50, 460),
    Sheet("brochure", 2, 1110, 435, 460),
)


def main() -> None:
    magick = shutil.which("magick") or shutil.which("convert")
    if magick is None or not shutil.which("soffice") or not shutil.which("pdftoppm"):
        sys.exit("LibreOffice (soffice), poppler (pdftoppm) and ImageMagick are needed.")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _build(folder)
        layers = [part for sheet in SHEETS for part in _layer(sheet, folder)]
        width, height = SIZE
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        _run(
            magick, "-size", f"{width}x{height}", f"xc:{_GROUND}", *layers,
            "+dither", "-colors", str(_COLOURS), "-strip", f"PNG8:{PICTURE}",
        )  # fmt: skip
    print(PICTURE)


def _build(folder: Path) -> None:
    """The profile's documents as PDF files."""
    _run(sys.executable, "-m", "jdgen", "build", str(PROFILE), "-o", str(folder))
    home = (folder / "home").as_uri()
    files = [str(file) for file in sorted(folder.glob("*/*.docx"))]
    _run(
        "soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf",
        "--outdir", str(folder), *files,
    )  # fmt: skip


def _layer(sheet: Sheet, folder: Path) -> list[str]:
    """What ImageMagick is told to lay one page, with a soft shadow, on what is there so far."""
    pdf = next(folder.glob(f"*-{sheet.kind}.pdf"))
    page = folder / f"{sheet.kind}-{sheet.page}"
    only = ["-f", str(sheet.page), "-l", str(sheet.page), "-singlefile"]
    _run("pdftoppm", "-r", "220", *only, "-png", str(pdf), str(page))
    paper = ["(", f"{page}.png", "-resize", f"{sheet.width}x", ")"]
    shadow = ["(", *paper, "-background", _SHADOW, "-shadow", f"24x{_SOFT}+0+0", "+repage", ")"]
    edge = 2 * _SOFT  # ImageMagick adds this much around a shadow
    return [
        *_placed(shadow, sheet.left - edge, sheet.top - edge + _FALL),
        *_placed(paper, sheet.left, sheet.top),
    ]


def _placed(layer: list[str], left: int, top: int) -> list[str]:
    return [*layer, "-geometry", f"+{left}+{top}", "-composite"]


def _run(*command: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
