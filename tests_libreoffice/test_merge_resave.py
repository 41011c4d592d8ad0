"""Files that LibreOffice saved again: its save is no edit, and edits in such files survive."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from jdgen.merge import accept, merge_bytes, reject
from jdgen.pipeline import Options, Pipeline
from jdgen.profile import load_profile
from jdgen.settings import load_settings
from jdgen.word import read_text

ROOT = Path(__file__).parents[1]
KINDS = ("job-description", "expectation-statements", "brochure")
NOW = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)
MAIN = "word/document.xml"
Resave = Callable[[dict[str, bytes]], dict[str, bytes]]


@pytest.fixture
def resave(tmp_path: Path) -> Resave:
    """Opens files in LibreOffice and saves them as Word files again, all in one call."""

    def run(files: dict[str, bytes]) -> dict[str, bytes]:
        office = shutil.which("soffice")
        assert office, "LibreOffice is not installed"
        before, after = tmp_path / "before", tmp_path / "after"
        before.mkdir()
        for name, data in files.items():
            (before / f"{name}.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(after)]
        subprocess.run(
            [*command, *map(str, before.iterdir())], check=True, capture_output=True, timeout=300
        )
        return {name: (after / f"{name}.docx").read_bytes() for name in files}

    return run


def rendered(folder: Path, *changes: tuple[str, str]) -> dict[str, bytes]:
    """The documents of the first example profile after changes to its text."""
    shutil.copytree(ROOT / "profiles" / "brand", folder / "brand")
    for name in ("riverbend.yaml", "_riverbend.yaml"):
        text = (ROOT / "profiles" / name).read_text(encoding="utf-8")
        for old, new in changes:
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8")
    pipeline = Pipeline(load_settings(folder), Options(), NOW)
    profile = load_profile(folder / "riverbend.yaml")
    return {kind: pipeline.render(profile, pipeline.kinds[kind]).rendered.data for kind in KINDS}


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, part: str, old: str, new: str) -> bytes:
    held = members(data)
    assert old.encode() in held[part]
    held[part] = held[part].replace(old.encode(), new.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return out.getvalue()


def lines(data: bytes) -> list[str]:
    """The paragraphs of the main text that hold any text."""
    return [block.text for block in read_text(data).body() if block.text.strip()]


def test_a_save_and_a_restyle_are_kept_and_the_profile_comes_in(
    tmp_path: Path, resave: Resave
) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    base = rendered(tmp_path / "old")
    fresh = rendered(tmp_path / "new", ("Riverbend", "Riverside"), ("Listens well", "Listens on"))
    for kind, saved in resave(base).items():
        staff = with_part(saved, "word/styles.xml", "<w:b/>", "<w:i/>")
        merged, report = merge_bytes(base[kind], staff, fresh[kind], NOW)
        assert report.mode == "direct", kind
        assert report.changes, kind
        assert not report.conflicts, kind
        assert lines(merged) == lines(fresh[kind])
        after = members(merged)
        assert after["word/styles.xml"] == members(staff)["word/styles.xml"]
        assert b'w:author="jdgen"' not in after[MAIN]
        assert "word/comments.xml" not in after


def test_a_save_without_any_edit_of_either_side_changes_nothing(resave: Resave) -> None:
    document = docx.Document()
    document.add_heading("Peer Support Worker", 1)
    document.add_paragraph("Invented for a test: she said “hello” – twice.", style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    base = stream.getvalue()
    saved = resave({"plain": base})["plain"]
    merged, report = merge_bytes(base, saved, base, NOW)
    assert merged == saved
    assert report.mode == "unchanged"


def test_an_edit_in_a_saved_file_survives_beside_the_profile_changes(
    tmp_path: Path, resave: Resave
) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    base = rendered(tmp_path / "old")
    fresh = rendered(tmp_path / "new", ("Listens well", "Listens with care"))["job-description"]
    edited = with_part(base["job-description"], MAIN, "one to one", "face to face")
    staff = resave({"edited": edited})["edited"]
    merged, report = merge_bytes(base["job-description"], staff, fresh, NOW)
    assert report.mode == "tracked"
    assert not report.conflicts
    accepted = "\n".join(lines(accept(merged, "jdgen")))
    assert "face to face" in accepted
    assert "Listens with care" in accepted
    assert lines(reject(merged, "jdgen")) == lines(staff)


def test_libreoffice_reads_what_we_wrote(tmp_path: Path, resave: Resave) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    base = rendered(tmp_path / "old")["job-description"]
    fresh = rendered(tmp_path / "new", ("Listens well", "Listens with care"))["job-description"]
    staff = with_part(base, MAIN, "one to one", "face to face")
    merged, _ = merge_bytes(base, staff, fresh, NOW)
    saved = resave({"merged": merged})["merged"]
    assert lines(accept(saved, "jdgen")) == lines(accept(merged, "jdgen"))
    assert lines(reject(saved, "jdgen")) == lines(staff)
