"""`jdgen build` and `jdgen check` as a person at a screen meets them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from docx import Document

KINDS = ("job-description", "expectation-statements", "brochure")


def outputs(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(project.glob("output/*/*.docx"))}


def edit(project: Path, old: str, new: str, file: str = "riverbend.yaml") -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"the example profile no longer says {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def no_traceback(told) -> None:
    assert "Traceback" not in told.out + told.err
    assert "mistake of its own" not in told.err


def test_one_profile_gives_three_documents_and_says_where(project: Path, jdgen) -> None:
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 0, told.out + told.err
    assert set(outputs(project)) == {f"riverbend-peer-worker-{kind}.docx" for kind in KINDS}
    for name in outputs(project):
        assert name in told.out
    assert "0 errors, 0 warnings" in told.out


def test_building_twice_touches_nothing(project: Path, jdgen) -> None:
    jdgen("build", "riverbend.yaml")
    before = {path: path.stat().st_mtime_ns for path in project.glob("output/*/*.docx")}
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 0
    assert {path: path.stat().st_mtime_ns for path in project.glob("output/*/*.docx")} == before
    assert "3 kept as they were" in told.out


def test_the_same_profile_gives_the_same_bytes_in_another_process(project: Path, jdgen) -> None:
    jdgen("build", "riverbend.yaml")
    first = outputs(project)
    command = [sys.executable, "-m", "jdgen", "build", "riverbend.yaml", "-o", "again"]
    subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert {p.name: p.read_bytes() for p in project.glob("again/*/*.docx")} == first


def test_only_the_documents_asked_for_are_made(project: Path, jdgen) -> None:
    told = jdgen("build", "riverbend.yaml", "--documents", "brochure")
    assert told.code == 0
    assert set(outputs(project)) == {"riverbend-peer-worker-brochure.docx"}


def test_a_set_brings_its_documents(project: Path, jdgen) -> None:
    told = jdgen("build", "riverbend.yaml", "--documents", "hiring")
    assert told.code == 0
    assert set(outputs(project)) == {"riverbend-peer-worker-job-description.docx"}


def test_an_unknown_kind_is_answered_with_the_nearest(project: Path, jdgen) -> None:
    told = jdgen("build", "riverbend.yaml", "--documents", "brochur")
    assert told.code == 2
    assert "brochure" in told.err
    assert not outputs(project)


def test_an_error_stops_its_document_and_no_other(project: Path, jdgen) -> None:
    edit(project, "percent: 20", "percent: 30")
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 1
    assert "TIM-01" in told.out
    assert "riverbend-peer-worker-brochure.docx" in outputs(project)
    assert "riverbend-peer-worker-job-description.docx" not in outputs(project)


def test_an_error_finding_names_file_line_reason_and_cure(project: Path, jdgen) -> None:
    edit(project, "percent: 20", "percent: 30")
    told = jdgen("build", "riverbend.yaml")
    assert "riverbend.yaml:" in told.out
    assert "Why:" in told.out
    assert "Do:" in told.out


def test_a_quote_whose_consent_has_ended_is_taken_out_of_the_document_that_stands(
    project: Path, jdgen
) -> None:
    jdgen("build", "riverbend.yaml", "--documents", "brochure")
    edit(
        project,
        "consent: 2026-09-14, expires: 2028-09-14",
        "consent: 2019-09-14, expires: 2020-09-14",
    )
    told = jdgen("build", "riverbend.yaml", "--documents", "brochure")
    assert told.code == 1
    assert "COM-09" in told.out
    (data,) = outputs(project).values()
    from jdgen.word import read_text

    texts = [block.text for block in read_text(data).blocks]
    assert not any("I felt heard" in text for text in texts)
    assert any("We had coffee" in text for text in texts)


def test_a_draft_is_made_whatever_was_found_and_is_no_base(project: Path, jdgen) -> None:
    edit(project, "percent: 20", "percent: 30")
    told = jdgen("build", "riverbend.yaml", "--draft")
    assert told.code == 1
    assert set(outputs(project)) == {f"riverbend-peer-worker-{kind}.draft.docx" for kind in KINDS}
    edit(project, "percent: 30", "percent: 20")
    assert jdgen("build", "riverbend.yaml").code == 0


def test_a_locked_store_answers_four(project: Path, jdgen) -> None:
    from jdgen.store import single_run

    with single_run(project / "output" / ".jdgen"):
        assert jdgen("build", "riverbend.yaml").code == 4


def test_check_writes_nothing_and_speaks_json(project: Path, jdgen) -> None:
    edit(project, "percent: 20", "percent: 30")
    told = jdgen("check", "riverbend.yaml", "--format", "json")
    assert told.code == 1
    report = json.loads(told.out)
    assert report["version"] == 1
    finding = next(f for f in report["findings"] if f["rule"] == "TIM-01")
    assert {
        "rule",
        "category",
        "severity",
        "message",
        "why",
        "suggestion",
        "source",
        "file",
    } <= set(finding)
    assert {"line", "column", "field", "place", "quote"} <= set(finding)
    assert report["summary"]["error"] >= 1
    assert not (project / "output").exists()


def test_strict_counts_warnings_as_errors(project: Path, jdgen) -> None:
    edit(project, "later: monthly", "later: quarterly")
    assert jdgen("check", "riverbend.yaml").code == 0
    assert jdgen("check", "riverbend.yaml", "--strict").code == 1


def test_one_broken_profile_stops_no_other(project: Path, jdgen) -> None:
    (project / "broken.yaml").write_text("title: Peer: outreach\n", encoding="utf-8")
    told = jdgen("build", ".")
    assert told.code == 1
    assert len(outputs(project)) == 3
    assert "broken.yaml" in told.out


def test_two_profiles_of_one_id_do_not_write_over_each_other(project: Path, jdgen) -> None:
    (project / "twin.yaml").write_bytes((project / "riverbend.yaml").read_bytes())
    told = jdgen("build", ".")
    assert told.code == 1
    assert "taken by" in told.out
    assert len(outputs(project)) == 3


BAD_PROFILES = {
    "empty": b"",
    "list": b"- one\n- two\n",
    "cp1252": "id: caf\xe9\n".encode("cp1252"),
    "large": b"# " + b"x" * 5_000_000,
    "bomb": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"\n".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]".encode()
        for i in range(9)
    ),
    "control": b"id: a\x07b\n",
    "binary": bytes(range(256)),
}


@pytest.mark.parametrize("name", BAD_PROFILES)
def test_a_bad_profile_gets_one_clear_message(project: Path, jdgen, name: str) -> None:
    (project / "bad.yaml").write_bytes(BAD_PROFILES[name])
    started = time.monotonic()
    told = jdgen("build", "bad.yaml")
    assert told.code == 1
    assert "bad.yaml" in told.out
    no_traceback(told)
    assert time.monotonic() - started < 10
    assert not outputs(project)


def test_a_missing_profile_is_named(project: Path, jdgen) -> None:
    told = jdgen("build", "riverbnd.yaml")
    assert told.code == 1
    assert "riverbnd.yaml" in told.out
    no_traceback(told)


def test_an_unknown_kind_in_a_profile_is_told_at_its_line_and_stops_no_other(
    project: Path, jdgen
) -> None:
    text = (project / "riverbend.yaml").read_text(encoding="utf-8")
    other = text.replace("id: riverbend", "id: other").replace(
        "[job-description", "[jobdescription"
    )
    (project / "other.yaml").write_text(other, encoding="utf-8")
    line = other[: other.index("[jobdescription")].count("\n") + 1
    told = jdgen("build", ".")
    assert told.code == 1
    assert f"other.yaml:{line})" in told.out
    assert "Did you mean 'job-description'?" in told.out
    assert len(outputs(project)) == 3


@pytest.mark.parametrize("asked", ["", "brochure,note", "all"])
def test_a_kind_that_cannot_be_used_is_told_once_and_stops_no_other(
    project: Path, jdgen, asked: str
) -> None:
    (project / "templates" / "note").mkdir(parents=True)
    (project / "templates" / "note" / "kind.yaml").write_text("titel: Note", encoding="utf-8")
    told = jdgen("build", "riverbend.yaml", *(["--documents", asked] if asked else []))
    assert told.code == 1
    assert told.out.count("There is no field 'titel'") == 1
    assert len(outputs(project)) == (1 if "note" in asked else 3)
    no_traceback(told)


def test_a_template_that_cannot_be_filled_is_told_and_stops_no_other(project: Path, jdgen) -> None:
    folder = project / "templates" / "note"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("title: Note", encoding="utf-8")
    document = Document()
    document.add_paragraph("Meet {{ rol.title }}")
    document.save(str(folder / "template.docx"))
    told = jdgen("build", "riverbend.yaml", "--documents", "note,brochure")
    assert told.code == 1
    assert "near 'rol'" in told.out
    assert "did you mean 'role'?" in told.out
    assert len(outputs(project)) == 1


def test_while_a_value_is_only_an_example_nothing_but_drafts_is_made(project: Path, jdgen) -> None:
    edit(project, "\ndocuments:", "\nexamples: [compensation.min, role.schedule]\ndocuments:")
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 1
    assert not outputs(project)
    assert told.out.count("compensation.min, role.schedule") == 1
    assert "riverbend.yaml:121)" in told.out
    assert "--draft" in told.out
    told = jdgen("build", "riverbend.yaml", "--draft")
    assert told.code == 0, told.out
    assert len(outputs(project)) == 3
    assert "compensation.min" in jdgen("check", "riverbend.yaml").out


def test_a_retired_profile_says_that_it_makes_nothing(project: Path, jdgen) -> None:
    edit(project, "\nstatus: approved", "\nstatus: retired")
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 0
    assert "none of its documents is made" in told.out
    assert not outputs(project)


def test_a_wrong_figure_in_the_settings_names_their_file(project: Path, jdgen) -> None:
    (project / "jdgen.toml").write_text("[thresholds.TIM-02]\nwarn = 1\n", encoding="utf-8")
    told = jdgen("check", "riverbend.yaml")
    assert told.code == 2
    assert "jdgen.toml: There is no threshold TIM-02.warn." in told.err


def test_a_missing_logo_is_told_once_at_its_line(project: Path, jdgen) -> None:
    shutil.rmtree(project / "brand")
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 1
    assert told.out.count("There is no logo at") == 1
    assert "Brochure, _riverbend.yaml:" in told.out


def test_special_characters_arrive_as_they_were_written(project: Path, jdgen) -> None:
    name = "Hope & <Wellness> \"Centre\" 'One' \U0001f33b"
    edit(
        project,
        "name: Riverbend Community Mental Health",
        f"name: {json.dumps(name, ensure_ascii=False)}",
        "_riverbend.yaml",
    )
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 0, told.out
    from jdgen.word import read_text

    for data in outputs(project).values():
        assert any(name in block.text for block in read_text(data).blocks)


def test_an_output_folder_that_is_a_file_is_told_plainly(project: Path, jdgen) -> None:
    (project / "output").write_text("in the way", encoding="utf-8")
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 1
    assert "output" in told.err
    no_traceback(told)


def test_a_full_disk_leaves_nothing_half_written(
    project: Path, jdgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 1
    assert "disk is full" in told.out
    no_traceback(told)
    assert not [path for path in project.rglob("*") if path.suffix in (".docx", ".tmp")]


def test_a_document_open_in_word_is_left_for_the_next_run(project: Path, jdgen) -> None:
    jdgen("build", "riverbend.yaml")
    folder = project / "output/riverbend-peer-worker"
    before = (folder / "riverbend-peer-worker-brochure.docx").read_bytes()
    (folder / "~$verbend-peer-worker-brochure.docx").write_bytes(b"\x07M. Ross" + b"\0" * 50)
    edit(project, "555-0134", "555-0199", "_riverbend.yaml")
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 3
    assert "M. Ross" in told.out
    assert (folder / "riverbend-peer-worker-brochure.docx").read_bytes() == before


def test_a_mistake_of_ours_tells_what_to_send_and_nothing_private(
    project: Path, jdgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jdgen import pipeline

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("secret of a worker")

    monkeypatch.setattr(pipeline, "load_profile", breaks)
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 1
    assert "secret" not in told.out + told.err
    report = Path(re.search(r"\S+jdgen-report-\S+\.txt", told.out)[0])
    assert "RuntimeError" in report.read_text(encoding="utf-8")
    assert "secret" not in report.read_text(encoding="utf-8")
    report.unlink()


@pytest.mark.parametrize("mark", [" (1)", "-conflict-20261201", "-LAPTOP7", " - Copy"])
def test_a_profile_wins_over_the_copy_a_sync_service_made_of_it(
    project: Path, jdgen, mark: str
) -> None:
    copy = project / f"riverbend{mark}.yaml"
    text = (project / "riverbend.yaml").read_text(encoding="utf-8")
    copy.write_text(text.replace("title: Peer Support Worker", "title: Old Name"), encoding="utf-8")
    for command in ("build", "check"):
        told = jdgen(command, copy.name, "riverbend.yaml")
        assert told.code == 1
        assert "This looks like a copy of riverbend.yaml" in told.out
        assert "Bring what is new in it into riverbend.yaml, then delete it." in told.out
        assert "is taken by" not in told.out
    assert len(list((project / "output").rglob("riverbend*.docx"))) == 3
    assert jdgen("check", copy.name).code == 0, "a copy that is named alone is meant"


def test_a_document_that_people_renamed_is_brought_up_to_date_where_it_is(
    project: Path, jdgen
) -> None:
    jdgen("build", "riverbend.yaml")
    (made,) = project.glob("output/*/*-brochure.docx")
    renamed = made.rename(made.with_name("Our brochure.docx"))
    edit(project, "555-0134", "555-0199", "_riverbend.yaml")
    told = jdgen("build", "riverbend.yaml")
    assert (told.code, made.exists()) == (0, False)
    assert "brought up to date" in told.out
    assert "Our brochure.docx" in told.out
    assert "by its profile it would be riverbend-peer-worker-brochure.docx" in told.out
    assert "555-0199" in "".join(t.text or "" for t in Document(str(renamed)).element.iter())
