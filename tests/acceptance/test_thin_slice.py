"""One path through everything: profile, traced document, an edit in Word, a merge, a trifold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from jdgen import word
from jdgen.merge import merge_files
from jdgen.merge.resolve import accept, reject
from jdgen.model import Artifact, WordText
from jdgen.pipeline import Options, Pipeline
from jdgen.profile import load_profile
from jdgen.settings import load_settings

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DOCUMENT = "word/document.xml"


def render(project: Path, kind: str) -> Artifact:
    pipeline = Pipeline(load_settings(project), Options(), NOW)
    return pipeline.render(load_profile(project / "riverbend.yaml"), pipeline.kinds[kind])


def with_part(data: bytes, name: str, old: str, new: str) -> bytes:
    """The Word file with a part changed as a text, straight in its XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == name:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            target.writestr(item, content)
    return out.getvalue()


def words(text: WordText) -> str:
    return "\n".join(block.text for block in text.blocks)


def change(project: Path, old: str, new: str) -> None:
    for file in (project / "riverbend.yaml", project / "_riverbend.yaml"):
        text = file.read_text(encoding="utf-8")
        if old in text:
            file.write_text(text.replace(old, new), encoding="utf-8")
            return
    pytest.fail(f"no example file says {old!r}")


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of several words in a profile, with its path."""
    if isinstance(value, str):
        yield from [(path, value)] if " " in value else []
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from texts(below, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from texts(below, f"{path}.{index}")


@pytest.mark.parametrize(
    ("kind", "least"), [("job-description", 60), ("expectation-statements", 2), ("brochure", 10)]
)
def test_every_printed_value_is_traced_to_its_field(project: Path, kind: str, least: int) -> None:
    artifact = render(project, kind)
    blocks = {(block.part, block.index): block.text for block in artifact.text.blocks}
    profile = load_profile(project / "riverbend.yaml")
    traced = {
        (blocks[span.part, span.block][span.start : span.end], field)
        for span in artifact.rendered.provenance
        for field in span.fields
    }
    assert [field for text, field in traced if not text.strip()] == []
    told, values = words(artifact.text), list(texts(profile.data))
    # A text that two fields hold may be printed from either.
    printed = [
        (path, value)
        for path, value in values
        if value in told and sum(value in other for _, other in values) == 1
    ]
    assert len(printed) >= least
    assert [
        (path, value)
        for path, value in printed
        if not any(field == path and value in text for text, field in traced)
    ] == []


def test_a_profile_change_reaches_an_edited_document_and_both_sides_stay(
    project: Path, tmp_path: Path
) -> None:
    base = render(project, "job-description").rendered.data
    staff = with_part(base, DOCUMENT, "Sees people alone", "Meets people face to face")
    change(project, "Listens well", "Listens with care")
    change(project, "Manager, Community Programs", "Director, Community Programs")
    fresh = render(project, "job-description").rendered.data
    files = [tmp_path / f"{name}.docx" for name in ("base", "staff", "fresh", "out")]
    for file, data in zip(files, (base, staff, fresh), strict=False):
        file.write_bytes(data)
    report = merge_files(*files)
    merged = files[-1].read_bytes()
    assert report.changes
    assert not report.conflicts
    rejected, accepted = (
        words(word.read_text(resolve(merged, "jdgen"))) for resolve in (reject, accept)
    )
    assert rejected == words(word.read_text(staff))
    for wanted in ("face to face", "Listens with care", "Director, Community Programs"):
        assert wanted in accepted
    assert "Listens well" not in accepted
    assert "Manager, Community Programs" not in accepted


def test_the_trifold_fits_its_panels_by_the_width_table(project: Path) -> None:
    artifact = render(project, "brochure")
    fits = word.panel_fits(artifact.rendered.data)
    assert len(fits) == 6
    for fit in fits:
        assert 0 < fit.used <= fit.available, fit


def test_a_made_up_kind_needs_no_python(project: Path, jdgen) -> None:
    folder = project / "templates" / "welcome-note"
    folder.mkdir(parents=True)
    (folder / "template.docx").write_bytes(made_up_template())
    (folder / "kind.yaml").write_text(
        "title: Welcome note\nsets: [onboarding]\naudience: public\n", encoding="utf-8"
    )
    told = jdgen("build", "riverbend.yaml", "--documents", "welcome-note")
    made = project / "output/riverbend-peer-worker/riverbend-peer-worker-welcome-note.docx"
    assert made.exists(), told.out + told.err
    assert "Welcome to Riverbend" in words(word.read_text(made.read_bytes()))


def made_up_template() -> bytes:
    import docx

    document = docx.Document()
    document.core_properties.title = "Welcome note"
    document.add_heading("Welcome to {{ organization.short_name }}", 1)
    document.add_paragraph("Ask for {{ role.title }}.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_no_document_prints_the_day_it_was_made(project: Path) -> None:
    pipeline = Pipeline(load_settings(project), Options(), NOW)
    later = Pipeline(load_settings(project), Options(), NOW.replace(year=2027))
    profile = load_profile(project / "riverbend.yaml")
    for kind in profile.get("documents"):
        first, second = (p.render(profile, p.kinds[kind]) for p in (pipeline, later))
        assert first.rendered.data == second.rendered.data
