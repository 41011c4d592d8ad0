"""The shipped templates, as files and as finished documents of the example profiles."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from jdgen.documents import build_context, find_kinds, look_of
from jdgen.profile import load_profile
from jdgen.spelling import spelling_for
from jdgen.word import compile_template, render

ROOT = Path(__file__).parents[2]
Finished = Callable[..., bytes]


@pytest.fixture(scope="session")
def part() -> Callable[[str, str], etree._Element]:
    """The root element of one part of a shipped template."""

    def read(kind: str, member: str) -> etree._Element:
        with zipfile.ZipFile(ROOT / "templates" / kind / "template.docx") as archive:
            return etree.fromstring(archive.read(member))

    return read


@pytest.fixture(scope="session")
def finished() -> Finished:
    """One finished document of an example profile, on its own paper or another."""
    kinds = find_kinds([ROOT / "templates"])
    made: dict[tuple[str, Path, str], bytes] = {}

    def make(kind: str, profile: str | Path, paper: str = "") -> bytes:
        file = ROOT / "profiles" / f"{profile}.yaml" if isinstance(profile, str) else profile
        key = kind, file, paper
        if key not in made:
            checked = load_profile(file)
            look = look_of(checked, kinds[kind], ROOT)
            template = compile_template(
                Path(kinds[kind].template).read_bytes(),
                name=kind,
                paper=paper or look.paper,
                spelling=spelling_for(look.language),
            )
            context = build_context(checked, template.needs, trace=False, today=date(2026, 12, 1))
            made[key] = render(template, context, look).data
        return made[key]

    return make
