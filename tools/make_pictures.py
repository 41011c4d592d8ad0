"""Make the pictures of the README and the docs anew: `python -m tools.make_pictures`.

Builds the documents of one example profile, turns them into pages with LibreOffice and pdftoppm,
shows the nightly report of an invented night in Chromium, and lays the pages out with ImageMagick.
All four have to be installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from jdgen.reports import night_as_html

from .invented_night import invented_night

ROOT = Path(__file__).resolve().parent.parent
PROFILE = ROOT / "profiles" / "riverbend.yaml"
PICTURES = ROOT / "docs" / "pictures"
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
    needed = ("soffice", "pdftoppm", "chromium")
    if not _magick() or not all(map(shutil.which, needed)):
        sys.exit("LibreOffice (soffice), poppler (pdftoppm), Chromium and ImageMagick are needed.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _build(folder)
        documents = [part for sheet in SHEETS for part in _layer(sheet, folder)]
        _picture("documents.png", (1600, 860), documents)
        _picture("nightly-report.png", (1600, 1060), _report(folder))


def _magick() -> str:
    """ImageMagick under its new or its old name."""
    return shutil.which("magick") or shutil.which("convert") or ""


def _picture(name: str, size: tuple[int, int], layers: list[str]) -> None:
    width, height = size
    _run(
        _magick(), "-size", f"{width}x{height}", f"xc:{_GROUND}", *layers,
        "+dither", "-colors", str(_COLOURS), "-strip", f"PNG8:{PICTURES / name}",
    )  # fmt: skip
    print(PICTURES / name)


def _report(folder: Path) -> list[str]:
    """The nightly report on a desk, and on a phone in the dark."""
    page = folder / "night.html"
    page.write_text(night_as_html(invented_night()), encoding="utf-8")
    desk = _shown(page, "desk", (1120, 1040), dark=False)
    phone = _shown(page, "phone", (400, 880), dark=True)
    return [*_laid(desk, 30, 30, 1090), *_laid(phone, 1155, 100, 410)]


def _shown(page: Path, name: str, size: tuple[int, int], *, dark: bool) -> Path:
    """A picture of a page in the browser, twice as fine as a plain screen."""
    target = page.with_name(f"{name}.png")
    _run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--no-first-run", f"--user-data-dir={page.parent / 'chromium'}",
        f"--window-size={size[0]},{size[1]}", "--force-device-scale-factor=2",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        f"--screenshot={target}", page.as_uri(),
    )  # fmt: skip
    return target


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
    """What ImageMagick is told to lay one page of a document on what is there so far."""
    pdf = next(folder.glob(f"*-{sheet.kind}.pdf"))
    page = folder / f"{sheet.kind}-{sheet.page}"
    only = ["-f", str(sheet.page), "-l", str(sheet.page), "-singlefile"]
    _run("pdftoppm", "-r", "220", *only, "-png", str(pdf), str(page))
    return _laid(page.with_name(f"{page.name}.png"), sheet.left, sheet.top, sheet.width)


def _laid(page: Path, left: int, top: int, width: int) -> list[str]:
    """A page at a place, with a soft shadow."""
    paper = ["(", str(page), "-resize", f"{width}x", ")"]
    shadow = ["(", *paper, "-background", _SHADOW, "-shadow", f"24x{_SOFT}+0+0", "+repage", ")"]
    edge = 2 * _SOFT  # ImageMagick adds this much around a shadow
    return [
        *_placed(shadow, left - edge, top - edge + _FALL),
        *_placed(paper, left, top),
    ]


def _placed(layer: list[str], left: int, top: int) -> list[str]:
    return [*layer, "-geometry", f"+{left}+{top}", "-composite"]


def _run(*command: str) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=True, cwd=ROOT, stdout=quiet, stderr=quiet)


if __name__ == "__main__":
    main()
