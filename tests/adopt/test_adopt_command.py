"""`jdgen adopt` as a person at a screen meets it: wording edited in Word comes home."""

from __future__ import annotations

import difflib
import errno
import json
import os
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.text.paragraph import Paragraph

from jdgen.safe_files import trouble

GROUP = "Lead the peer group on Thursdays and a second group every week."
KINDS = ("job-description", "expectation-statements", "brochure")


@pytest.fixture
def built(project: Path, jdgen) -> Callable[[str], Path]:
    def document(kind: str) -> Path:
        path = project / "output" / "riverbend-peer-worker" / f"riverbend-peer-worker-{kind}.docx"
        if not path.exists():
            assert jdgen("build", "riverbend.yaml").code == 0
        return path

    return document


def paragraphs(word: Word) -> list[Paragraph]:
    """All paragraphs of the main text, those in tables too."""
    found = word.element.body.iter(f"{{{word.element.nsmap['w']}}}p")
    return [Paragraph(element, word._body) for element in found]


def reword(path: Path, old: str, new: str, *, times: int = 1) -> None:
    """Replace words as a person in Word would; at most so many paragraphs."""
    word = Document(str(path))
    hits = [p for p in paragraphs(word) if old in p.text][:times]
    assert len(hits) == times, f"the document says {old!r} {len(hits)} times"
    for paragraph in hits:
        text = paragraph.text.replace(old, new)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text
    word.save(str(path))


def reword_in_two_files(path: Path) -> None:
    """An edit of the profile's words and one of its part's, in the job description."""
    reword(path, "a second group", "another group")
    reword(path, "Time with other peer workers", "Time with other peer mentors")


def fail_at_the_second_write(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """The first of the profile's files is written, the next is not."""
    from jdgen.adopt import adopting
    from jdgen.safe_files import write_atomically

    written: list[Path] = []

    def write(path: Path, data: bytes) -> None:
        if len(written) == 1 and path not in written:
            written.append(path)
            raise trouble("write", path, error) if isinstance(error, OSError) else error
        written.append(path)
        write_atomically(path, data)

    monkeypatch.setattr(adopting, "write_atomically", write)


def changed_lines(before: str, after: str) -> list[str]:
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in diff if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_a_reworded_duty_comes_home_and_nothing_else_in_the_profile_changes(
    project: Path, built, jdgen
) -> None:
    path = built("job-description")
    before = (project / "riverbend.yaml").read_text(encoding="utf-8")
    reword(path, "on Thursdays and a second group", "on Thursdays and another group")
    told = jdgen("adopt", path)
    assert told.code == 0, told.out + told.err
    after = (project / "riverbend.yaml").read_text(encoding="utf-8")
    assert changed_lines(before, after) == [
        f"-    text: {GROUP}",
        "+    text: Lead the peer group on Thursdays and another group every week.",
    ]
    assert told.out.startswith("riverbend.yaml:42  duties.2.text  (Essential duties, row ")
    assert "another group" in told.out


def test_the_next_build_has_it_and_marks_nothing(project: Path, built, jdgen) -> None:
    path = built("job-description")
    reword(path, "on Thursdays and a second group", "on Thursdays and another group")
    edited = path.read_bytes()
    jdgen("adopt", path)
    told = jdgen("build", "riverbend.yaml")
    assert told.code == 0, told.out + told.err
    text = "\n".join(p.text for p in paragraphs(Document(str(path))))
    assert text.count("another group every week") == text.count("group on Thursdays and")
    assert path.read_bytes() == edited


def test_what_was_adopted_and_not_built_yet_is_not_adopted_twice(built, jdgen) -> None:
    path = built("job-description")
    reword(path, "on Thursdays and a second group", "on Thursdays and another group")
    jdgen("adopt", path)
    assert "nothing more to adopt" in jdgen("adopt", path).out


def test_a_dry_run_shows_the_same_and_writes_nothing(project: Path, built, jdgen) -> None:
    path = built("job-description")
    before = (project / "riverbend.yaml").read_bytes()
    reword(path, "a second group", "another group")
    told = jdgen("adopt", "--dry-run", path)
    assert told.code == 0
    assert "duties.2.text" in told.out
    assert "Nothing was written" in told.out
    assert (project / "riverbend.yaml").read_bytes() == before


def test_a_shipped_duty_gets_its_own_words_in_the_profile(project: Path, built, jdgen) -> None:
    path = built("job-description")
    before = (project / "riverbend.yaml").read_text(encoding="utf-8")
    reword(path, "led by the goals and the life they choose", "at the pace they choose")
    assert jdgen("adopt", path).code == 0
    after = (project / "riverbend.yaml").read_text(encoding="utf-8")
    [gone, come] = changed_lines(before, after)
    assert gone == "-  - {use: build-relationship, percent: 14}"
    assert come.startswith("+  - {use: build-relationship, percent: 14, text: ")
    assert "at the pace they choose" in come


def test_a_fact_of_the_shared_part_is_written_there_and_said_so(
    project: Path, built, jdgen
) -> None:
    path = built("expectation-statements")
    reword(path, "14 Mill Street", "16 Mill Street")
    told = jdgen("adopt", path)
    assert told.code == 0
    part = (project / "_riverbend.yaml").read_text(encoding="utf-8")
    assert "address: 16 Mill Street, Riverbend\n" in part
    assert "_riverbend.yaml" in told.out
    assert "every profile that extends it" in told.out


def test_an_edit_that_matches_no_field_is_listed_as_staying_in_word(
    project: Path, built, jdgen
) -> None:
    path = built("job-description")
    before = (project / "riverbend.yaml").read_bytes()
    word = Document(str(path))
    word.add_paragraph("Parking is behind the house.")
    word.save(str(path))
    told = jdgen("adopt", path)
    assert told.code == 0
    assert "stays in Word" in told.out
    assert "Parking is behind the house." in told.out
    assert (project / "riverbend.yaml").read_bytes() == before


def test_a_new_entry_of_a_list_is_led_to_its_list(project: Path, built, jdgen) -> None:
    path = built("job-description")
    word = Document(str(path))
    entry = next(p for p in paragraphs(word) if p.text.startswith("Leads groups"))
    new = Paragraph(deepcopy(entry._p), word._body)
    new.runs[0].text = "Speaks a second language"
    entry._p.addnext(new._p)
    word.save(str(path))
    told = jdgen("adopt", path)
    assert "Speaks a second language" in told.out
    assert "qualifications.skills" in told.out


def test_a_date_is_not_wording_but_its_line_is_named(project: Path, built, jdgen) -> None:
    path = built("job-description")
    before = (project / "riverbend.yaml").read_bytes()
    reword(path, "December 1, 2027", "January 5, 2028")
    told = jdgen("adopt", path)
    assert "review_by" in told.out
    assert "riverbend.yaml:9" in told.out
    assert (project / "riverbend.yaml").read_bytes() == before


def test_a_choice_is_not_wording_but_its_line_is_named(project: Path, built, jdgen) -> None:
    path = built("job-description")
    before = (project / "riverbend.yaml").read_bytes()
    reword(path, "every two weeks", "now and then")
    told = jdgen("adopt", path)
    assert told.code == 0, told.err
    assert "supervision.first_months" in told.out
    assert (project / "riverbend.yaml").read_bytes() == before


def test_a_new_word_for_the_role_reaches_the_duties_of_the_library_too(
    project: Path, built, jdgen
) -> None:
    part = project / "_riverbend.yaml"
    before = part.read_text(encoding="utf-8")
    path = built("job-description")
    reword(path, "Time with other peer workers", "Time with other peer mentors")
    told = jdgen("adopt", path)
    assert told.code == 0, told.err
    after = part.read_text(encoding="utf-8")
    assert after == before.replace("roles: peer workers", "roles: peer mentors")


def test_two_different_rewordings_of_one_field_are_left_to_a_person(
    project: Path, built, jdgen
) -> None:
    path = built("expectation-statements")
    before = (project / "_riverbend.yaml").read_bytes()
    reword(path, "Phone: 555-0134", "Phone: 555-0135")
    reword(path, "reach Riverbend: 555-0134", "reach Riverbend: 555-0136")
    told = jdgen("adopt", path)
    assert "in two ways" in told.out
    assert told.code == 3
    assert (project / "_riverbend.yaml").read_bytes() == before


def test_curly_quotes_that_word_made_are_no_edit(project: Path, built, jdgen) -> None:
    path = built("job-description")
    word = Document(str(path))
    for paragraph in paragraphs(word):
        for run in paragraph.runs:
            run.text = run.text.replace("'", "\u2019").replace(" ", "\u00a0", 1)
    word.save(str(path))
    told = jdgen("adopt", path)
    assert told.code == 0
    assert "nothing more to adopt" in told.out


def test_an_untouched_document_has_nothing_to_adopt(built, jdgen) -> None:
    told = jdgen("adopt", built("job-description"))
    assert told.code == 0
    assert "nothing more to adopt" in told.out


def test_wording_that_breaks_the_profile_is_refused_and_the_profile_stays(
    project: Path, built, jdgen
) -> None:
    path = built("expectation-statements")
    before = (project / "_riverbend.yaml").read_bytes()
    reword(path, "hello@riverbend.example", "hello at riverbend")
    told = jdgen("adopt", path)
    assert told.code == 1
    assert "Traceback" not in told.out + told.err
    assert (project / "_riverbend.yaml").read_bytes() == before


def test_a_wording_that_a_guideline_forbids_is_adopted_with_the_finding(
    project: Path, built, jdgen
) -> None:
    path = built("job-description")
    reword(path, "and think through problems on the way", "as needed")
    told = jdgen("adopt", path)
    assert told.code == 0
    assert "TIM-06" in told.out
    assert "jdgen check riverbend.yaml" in told.out


def test_a_text_that_another_field_repeats_is_left_to_a_person(project: Path, built, jdgen) -> None:
    profile = project / "riverbend.yaml"
    said = profile.read_text(encoding="utf-8").replace(f"text: {GROUP}", f"text: &group {GROUP}")
    said = said.replace(
        "result: Two peer groups a week are open to participants.", "result: *group"
    )
    profile.write_text(said, encoding="utf-8")
    path = built("job-description")
    reword(path, "a second group", "another group")
    told = jdgen("adopt", path)
    assert told.code == 1
    assert "in common with another field" in told.err
    assert profile.read_text(encoding="utf-8") == said


def test_a_profile_that_cannot_be_written_keeps_its_part_as_it_was(
    project: Path, built, jdgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = built("job-description")
    reword_in_two_files(path)
    before = {file: file.read_bytes() for file in project.glob("*.yaml")}
    fail_at_the_second_write(monkeypatch, OSError(errno.EROFS, "read-only"))
    told = jdgen("adopt", path)
    assert told.code == 1
    assert "Nothing was changed. Mend that and adopt again" in told.err
    assert {file: file.read_bytes() for file in project.glob("*.yaml")} == before


def test_a_run_that_was_killed_between_two_files_is_finished_by_the_next(
    project: Path, built, jdgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = built("job-description")
    reword_in_two_files(path)
    with monkeypatch.context() as killed:
        fail_at_the_second_write(killed, KeyboardInterrupt())
        jdgen("adopt", path)
    assert jdgen("check", "riverbend.yaml").code == 0
    told = jdgen("adopt", path)
    assert told.code == 0, told.err
    assert "1 field written" in told.out
    assert "nothing more to adopt" in jdgen("adopt", path).out


def test_the_old_profile_is_kept_as_a_backup(project: Path, built, jdgen) -> None:
    path = built("job-description")
    before = (project / "riverbend.yaml").read_bytes()
    reword(path, "a second group", "another group")
    jdgen("adopt", path)
    (kept,) = project.glob("output/.jdgen/backup/*/riverbend.*.yaml")
    assert kept.read_bytes() == before
    if os.name == "posix":
        assert kept.stat().st_mode & 0o077 == 0


def test_json_tells_the_same_for_programs(built, jdgen) -> None:
    path = built("job-description")
    reword(path, "a second group", "another group")
    told = json.loads(jdgen("adopt", "--dry-run", "--format", "json", path).out)
    assert told["version"] == 1
    assert told["written"] is False
    [change] = told["changes"]
    assert change["field"] == "duties.2.text"
    assert change["old"] == GROUP
    assert change["new"] == GROUP.replace("a second", "another")
    assert told["staying"] == []


def test_a_file_of_somebody_else_is_refused_with_the_reason(project: Path, jdgen) -> None:
    Document().save(str(project / "other.docx"))
    told = jdgen("adopt", "other.docx")
    assert told.code == 1
    assert "not made by jdgen" in told.err


def test_without_the_store_nothing_can_be_told_and_that_is_said(
    project: Path, built, jdgen
) -> None:
    import shutil

    path = built("job-description")
    shutil.rmtree(project / "output" / ".jdgen")
    told = jdgen("adopt", path)
    assert told.code == 1
    assert "what it was when it was made" in told.err


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked(built, jdgen, kind: str) -> None:
    assert jdgen("adopt", built(kind)).code == 0


def test_a_field_that_was_changed_in_the_meantime_is_left_to_a_person(
    project: Path, built, jdgen
) -> None:
    path = built("job-description")
    profile = project / "riverbend.yaml"
    said = profile.read_text(encoding="utf-8").replace("a second group every", "two groups a")
    profile.write_text(said, encoding="utf-8")
    reword(path, "on Thursdays and a second", "on Fridays and a second")
    told = jdgen("adopt", path)
    assert "duties.2.text has other words than were printed here" in told.out
    assert profile.read_text(encoding="utf-8") == said


def test_a_profile_that_is_gone_is_told_without_words_of_a_check(
    project: Path, built, jdgen
) -> None:
    path = built("job-description")
    (project / "riverbend.yaml").unlink()
    told = jdgen("adopt", path)
    assert told.code == 1
    assert "was not found" in told.err
    assert "judged" not in told.err


def test_wording_comes_home_into_the_profile_not_into_a_copy_of_it(
    project: Path, built: Callable[[str], Path], jdgen
) -> None:
    reword(built("job-description"), "a second group", "another group")
    copy = project / "riverbend (1).yaml"
    copy.write_bytes((project / "riverbend.yaml").read_bytes())
    assert jdgen("adopt", built("job-description")).code == 0
    assert "another group" in (project / "riverbend.yaml").read_text(encoding="utf-8")
    assert "another group" not in copy.read_text(encoding="utf-8")
