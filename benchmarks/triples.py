"""Base, edited and fresh files for measuring the merge, all made here from invented profiles."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jdgen.pipeline import Options, Pipeline
from jdgen.profile import load_profile
from jdgen.settings import load_settings

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
MAIN = "word/document.xml"
Edit = tuple[str, str]


@dataclass(frozen=True)
class Triple:
    """One case of the merge; `tells` says what a person did in Word."""

    name: str
    base: bytes
    staff: bytes
    fresh: bytes


def rendered(profile: str, kind: str) -> bytes:
    """A document of an example profile."""
    pipeline = Pipeline(load_settings(ROOT), Options(), NOW)
    loaded = load_profile(ROOT / "profiles" / profile)
    return pipeline.render(loaded, pipeline.kinds[kind]).rendered.data


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()


def changed(data: bytes, *edits: Edit, part: str = MAIN) -> bytes:
    """The file with texts of a part changed, straight in its XML."""
    parts = members(data)
    text = parts[part].decode()
    for old, new in edits:
        if old not in text:
            raise ValueError(f"the document no longer says {old!r}")
        text = text.replace(old, new, 1)
    return packed({**parts, part: text.encode()})


def body(text: str) -> str:
    """What stands in a main text before its last section's settings."""
    found = re.search(r"<w:body>(.*)<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:body>", text, re.DOTALL)
    if found is None:
        raise ValueError("the main text has no body")
    return found.group(1)


def ten_pages() -> bytes:
    """Two job descriptions and a sheet of statements in one file: ten pages."""
    documents = [
        rendered("riverbend.yaml", "job-description"),
        rendered("open-lantern-peer-led.yaml", "job-description"),
        rendered("open-lantern-peer-led.yaml", "expectation-statements"),
    ]
    first, *others = (members(data) for data in documents)
    main = first[MAIN].decode()
    more = "".join(body(parts[MAIN].decode()) for parts in others)
    more = re.sub(r"<w:drawing>.*?</w:drawing>", "", more, flags=re.DOTALL)
    end = main.rindex("<w:sectPr")
    return packed({**first, MAIN: (main[:end] + more + main[end:]).encode()})
