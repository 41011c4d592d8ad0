"""The machine: Python, LibreOffice and fonts, and whether files and locks behave."""

from __future__ import annotations

import contextlib
import errno
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from jdgen.doctor.check import Check
from jdgen.errors import BusyError
from jdgen.office import find_office
from jdgen.safe_files import move, read_bytes, trouble, write_atomically
from jdgen.store import single_run

_OLDEST = (3, 11)
_LEAST_ROOM = 500 * 2**20  # bytes; a run of hundreds of documents with backups takes far less
_CLOCKS_APART = 120  # seconds; the clock of a file server may differ by less
# No run can be older than the first release.
_NOT_BEFORE = 2026
_FONT_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts",
    "/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
_FONTS = ("Carlito-Regular", "calibri")  # the second has the widths of the first


def python() -> Check:
    """Whether Python is new enough."""
    told = f"{platform.python_version()} at {sys.executable}"
    do = "" if sys.version_info >= _OLDEST else "Install Python 3.11 or newer from python.org."
    return Check("Python", ok=not do, told=told, do=do)


def office() -> Check:
    """LibreOffice, which only PDF needs."""
    found = find_office()
    return Check("LibreOffice", told=found or "not here; only --pdf needs it")


def fonts() -> Check:
    """A font with Calibri's widths, without which pages of a PDF break elsewhere than in Word."""
    if find_office() is None:
        return Check("Fonts", told="not looked for; only --pdf needs them")
    font = next(_fonts_found(), None)
    if font:
        return Check("Fonts", told=f"{font.name}, for PDF")
    told = "neither Calibri nor Carlito is here, so pages of a PDF break elsewhere than in Word"
    do = "Install Carlito (Debian and Ubuntu: apt install fonts-crosextra-carlito)."
    return Check("Fonts", ok=False, told=told, do=do)


def _fonts_found() -> Iterator[Path]:
    names = {name.casefold() for name in _FONTS}
    for folder in _FONT_FOLDERS:
        with contextlib.suppress(OSError, RuntimeError):
            for file in Path(folder).expanduser().rglob("*.[to]tf"):
                if file.stem.casefold() in names:
                    yield file


def writing(output: Path) -> Check:
    """Whether files can be written, replaced and moved where documents go."""
    with _probe_folder(output) as folder:
        file = folder / "probe.docx"
        for data in (b"first", b"second"):
            write_atomically(file, data)
        move(file, folder / "moved.docx")
        same = read_bytes(folder / "moved.docx") == b"second"
    where = str(output) if output.is_dir() else f"{output} (made by the first run)"
    do = "" if same else "Choose a folder on another disk with -o, or ask who looks after this one."
    return Check("Output folder", ok=same, told=where if same else f"{output} loses files", do=do)


def locking(output: Path) -> Check:
    """Whether a lock keeps a second run away; on some network folders it does not."""
    with _probe_folder(output) as folder, single_run(folder):
        try:
            with single_run(folder):
                pass
        except BusyError:
            return Check("Lock", told="a second run would be kept away")
    told = "locks do nothing in this folder, so two runs could meet"
    do = "Keep the store on a local disk: store = '...' in jdgen.toml. Never start two runs."
    return Check("Lock", ok=False, told=told, do=do)


def clock(output: Path, store: Path, now: datetime) -> Check:
    """Whether the clock can be right: as the disk's, and not before what was written last."""
    with _probe_folder(output) as folder:
        write_atomically(folder / "probe", b"")
        apart = abs((folder / "probe").stat().st_mtime - datetime.now().timestamp())
    last = max((file.stat().st_mtime for file in store.glob("documents/*/*/*.json")), default=0.0)
    told = f"{now:%Y-%m-%d %H:%M %z}"
    if now.year < _NOT_BEFORE:
        told += ", which cannot be"
    elif apart > _CLOCKS_APART:
        told += f", but files there are dated {apart / 60:.0f} minutes apart from it"
    elif last > now.timestamp() + _CLOCKS_APART:
        told += f", but the store was written on {datetime.fromtimestamp(last):%Y-%m-%d %H:%M}"
    else:
        return Check("Clock", told=told)
    do = "Set the clock by a time server: dates of consents and waivers are taken from it."
    return Check("Clock", ok=False, told=told, do=do)


def room(output: Path) -> Check:
    """Whether the disk has room."""
    free = shutil.disk_usage(_standing(output)).free
    told = f"{free / 2**30:.1f} GB free"
    do = "" if free >= _LEAST_ROOM else "Make room: a run wants 500 MB for documents and backups."
    return Check("Disk", ok=not do, told=told, do=do)


@contextlib.contextmanager
def _probe_folder(output: Path) -> Iterator[Path]:
    """A folder for trials where documents go, or will go; it is gone afterwards."""
    place = _standing(output)
    try:
        with tempfile.TemporaryDirectory(prefix=".jdgen-doctor-", dir=place) as folder:
            yield Path(folder)
    except OSError as error:
        raise trouble("write", place, error) from error


def _standing(folder: Path) -> Path:
    """The folder, or the nearest above it that is there; OutputError where a file is in its way."""
    path = next(path for path in (folder, *folder.parents) if path.exists())
    if not path.is_dir():
        raise trouble("use", path, OSError(errno.ENOTDIR, "not a folder"))
    return path
