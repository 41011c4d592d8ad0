"""LibreOffice as a second opinion; these tests need `soffice` and `pdftotext`."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Word = tuple[float, float, str]
Pages = list[tuple[float, list[Word]]]


def _words(pdf: Path) -> Pages:
    """For each page its width, and each word's left edge, lower edge and text, in points."""
    told = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    pages: Pages = []
    for line in told.splitlines():
        if page := re.search(r'<page width="([\d.]+)"', line):
            pages.append((float(page[1]), []))
        elif word := re.search(r'xMin="([\d.]+)".*yMax="([\d.]+)">(.*)</word>', line):
            pages[-1][1].append((float(word[1]), float(word[2]), word[3]))
    return pages


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory) -> Callable[[Mapping[str, bytes]], dict[str, Pages]]:
    """Lays out Word files in one call of LibreOffice, with a profile folder of its own."""

    def lay_out(files: Mapping[str, bytes]) -> dict[str, Pages]:
        folder = tmp_path_factory.mktemp("layout")
        home = (folder / "home").as_uri()
        for name, data in files.items():
            (folder / f"{name}.docx").write_bytes(data)
        sources = [str(folder / f"{name}.docx") for name in files]
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={home}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                *sources,
            ],
            capture_output=True,
            check=True,
            timeout=300,
        )
        return {name: _words(folder / f"{name}.pdf") for name in files}

    return lay_out
