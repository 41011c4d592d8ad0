"""LibreOffice as a second opinion; these tests need `soffice` and `pdftotext`."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from jdgen.documents import build_context, find_kinds, look_of
from jdgen.profile import load_profile
from jdgen.spelling import spelling_for
from jdgen.word import compile_template, render

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 1)
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
def finished() -> Callable[..., bytes]:
    """Makes one document of a profile, on its own paper or another."""
    kinds = find_kinds([ROOT / "templates"])

    def make(kind: str, profile_file: Path, paper: str = "") -> bytes:
        profile = load_profile(profile_file)
        look = look_of(profile, kinds[kind], ROOT)
        data = Path(kinds[kind].template).read_bytes()
        template = compile_template(
            data,
            name=f"{kind}.docx",
            paper=paper or look.paper,
            spelling=spelling_for(look.language),
        )
        context = build_context(profile, template.needs, trace=False, today=TODAY)
        return render(template, context, look).data

    return make


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
