"""`jdgen check` on Word files: documents of jdgen's that people edited, and those of others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx.oxml import parse_xml

WATCHES = "Watches residents swallow their evening tablets"


def findings(told) -> list[dict]:
    return json.loads(told.out)["findings"]


def by_rule(jdgen, path: Path, *more: str) -> dict[str, dict]:
    return {
        found["rule"]: found for found in findings(jdgen("check", path, *more, "--format=json"))
    }


def add(project: Path, line: str) -> None:
    """Put a line of its own into the example profile, in place of one of the same field."""
    file = project / "riverbend.yaml"
    name = line.partition(":")[0] + ":"
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [old for old in lines if not old.startswith(name)]
    file.write_text("\n".join([*kept, line, ""]), encoding="utf-8")


def paragraph(document, text: str):
    """The first paragraph of body or tables that holds a text."""
    cells = [c for table in document.tables for row in table.rows for c in row.cells]
    every = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    return next(p for p in every if text in p.text)


@pytest.mark.parametrize("kind", ["job-description", "expectation-statements", "brochure"])
def test_a_document_as_jdgen_made_it_is_quiet(kind, built, jdgen) -> None:
    told = jdgen("check", built(kind))
    assert told.code == 0, told.out
    assert "as jdgen made it" in told.out
    assert "0 errors, 0 warnings" in told.out


def test_a_statement_that_somebody_took_out_is_missed_by_its_number(built, edit, jdgen) -> None:
    path = built("expectation-statements")

    def remove(document) -> None:
        row = next(r for r in document.tables[0].rows if r.cells[0].text.strip() == "4")
        row._tr.getparent().remove(row._tr)

    edit(path, remove)
    found = by_rule(jdgen, path)
    assert "4" in found["EXP-01"]["message"]
    assert found["EXP-01"]["file"] == str(path)
    told = jdgen("check", path)
    assert told.code == 1
    assert "edited since jdgen made it" in told.out


def test_the_sentence_that_the_role_is_not_clinical_is_missed(built, edit, jdgen) -> None:
    path = built("job-description")
    edit(path, lambda document: setattr(paragraph(document, "non-clinical"), "text", "A role."))
    assert by_rule(jdgen, path)["NCL-01"]["severity"] == "error"


def test_a_watermark_that_vanished_is_missed(built, edit, jdgen) -> None:
    path = built("brochure")

    def remove(document) -> None:
        for section in document.sections:
            for header in (section.header, section.first_page_header, section.even_page_header):
                for child in list(header._element):
                    header._element.remove(child)
                header.add_paragraph()

    edit(path, remove)
    assert by_rule(jdgen, path)["COM-01"]["severity"] == "error"


def test_a_sentence_agreed_on_that_somebody_changed_is_told(project, built, edit, jdgen) -> None:
    agreed = "Riverbend is an equal opportunity employer and welcomes everybody."
    file = project / "_riverbend.yaml"
    text = file.read_text(encoding="utf-8")
    told = text.replace("legal: {", f"legal: {{eeo_statement: {agreed!r}, ")
    file.write_text(told, encoding="utf-8")
    path = built("job-description")
    assert "WRF-08" not in by_rule(jdgen, path)
    edit(path, lambda d: setattr(paragraph(d, agreed), "text", agreed.replace("everybody", "men")))
    assert "equal opportunity" in by_rule(jdgen, path)["WRF-08"]["message"]


def test_what_somebody_typed_is_found_at_its_row(built, edit, jdgen) -> None:
    path = built("job-description")

    def change(document) -> None:
        table = next(t for t in document.tables if len(t.rows) > 8)
        table.rows[3].cells[0].paragraphs[0].text = f"{WATCHES}."

    edit(path, change)
    found = next(
        f for f in findings(jdgen("check", path, "--format=json")) if f["quote"] in WATCHES
    )
    assert found["category"] == "clinical-task"
    assert found["place"].endswith(", row 3")


def test_words_that_came_from_the_profile_lead_to_their_line(project, built, edit, jdgen) -> None:
    add(
        project,
        f"waivers: [{{rule: NCL-02, text: '{WATCHES}.', reason: Asked for by a test, "
        "approved_by: Director, until: 2199-01-01}]",
    )
    file = project / "riverbend.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(lines) if text.startswith("  purpose: "))
    lines[line] = f"  purpose: {WATCHES}."
    file.write_text("\n".join(lines), encoding="utf-8")
    assert jdgen("build", "riverbend.yaml", "--documents=job-description").code == 0
    path = project / "output/riverbend-peer-worker/riverbend-peer-worker-job-description.docx"
    edit(path, lambda document: document.paragraphs[0].insert_paragraph_before("A first line."))
    told = json.loads(jdgen("check", path, "--format=json").out)
    assert told["documents"][0]["note"] == "edited since jdgen made it"
    (found,) = [f for f in [*told["findings"], *told["answered"]] if f["quote"] in WATCHES]
    assert found["field"] == "role.purpose"
    assert found["profile"].startswith(f"{file}:{line + 1}")
    assert found["place"] == "Why we have this role, paragraph 1"


def test_a_renamed_document_far_from_its_folder_is_known_again(project, built, jdgen) -> None:
    path = project / "mailed.docx"
    shutil.move(built("brochure"), path)
    told = json.loads(jdgen("check", path, "--format=json").out)
    assert told["documents"][0]["kind"] == "brochure"
    assert told["documents"][0]["profile"] == "riverbend-peer-worker"
    assert not told["notes"]


def test_a_document_whose_properties_were_lost_is_known_by_the_record(
    project, built, edit, jdgen, monkeypatch
) -> None:
    path = built("brochure")
    from jdgen.word import properties

    monkeypatch.setattr(properties, "ID_PROPERTY", "Nothing")
    assert (
        json.loads(jdgen("check", path, "--format=json").out)["documents"][0]["kind"] == "brochure"
    )


def test_without_its_profile_a_document_is_judged_alone_and_says_so(project, built, jdgen) -> None:
    path = built("brochure")
    (project / "riverbend.yaml").unlink()
    told = jdgen("check", path)
    assert told.code == 0, told.out
    assert "“riverbend-peer-worker” that this document was made from was not found" in told.out


def test_a_profile_that_is_broken_is_named_with_its_line(project, built, jdgen) -> None:
    path = built("brochure")
    with (project / "riverbend.yaml").open("a", encoding="utf-8") as file:
        file.write("nonsense: 1\n")
    told = jdgen("check", path)
    assert "cannot be used yet" in told.out
    assert "nonsense" in told.out


def test_an_id_that_leads_out_of_the_store_is_nobodys(foreign, jdgen, project) -> None:
    from jdgen.word.opening import open_word_file
    from jdgen.word.properties import with_custom_property

    path = foreign("Talks with people")
    package = with_custom_property(
        open_word_file(path.read_bytes()), "DocumentId", "../../x/brochure"
    )
    path.write_bytes(package.to_bytes())
    assert "not made by jdgen" in jdgen("check", path).out


def test_a_foreign_file_is_judged_by_what_needs_no_profile(foreign, jdgen) -> None:
    path = foreign("Talks with people", "Leads TBD groups", WATCHES)
    told = jdgen("check", path)
    assert told.code == 1
    assert "not made by jdgen" in told.out
    assert "(Essential duties, bullet 2)" in told.out
    assert "(Essential duties, bullet 3)" in told.out
    assert "old.docx:" not in told.out


def test_a_clean_foreign_file_has_nothing_to_mend(foreign, jdgen) -> None:
    told = jdgen("check", foreign("Talks with people", "Does not diagnose or give treatment"))
    assert told.code == 0, told.out
    assert "nothing to mend" in told.out


def test_what_context_silenced_is_shown_with_its_cause(foreign, jdgen) -> None:
    path = foreign("Does not diagnose people")
    assert "silenced" not in jdgen("check", path).out
    told = jdgen("check", path, "--show-suppressed")
    assert "silenced NCL-" in told.out
    assert "Cause: " in told.out
    data = json.loads(jdgen("check", path, "--show-suppressed", "--format=json").out)
    assert data["suppressed"][0]["cause"]
    assert data["findings"] == []


def test_a_waiver_of_the_profile_answers_the_sentence_in_word(project, built, edit, jdgen) -> None:
    path = built("job-description")
    edit(path, lambda document: document.add_paragraph(f"{WATCHES}."))
    rule = next(r for r in by_rule(jdgen, path) if r.startswith("NCL"))
    add(
        project,
        f"waivers: [{{rule: {rule}, text: '{WATCHES}.', reason: A quote in training., "
        "approved_by: Director, until: 2199-01-01}]",
    )
    told = jdgen("check", path)
    assert f"answered: {rule}" in told.out
    assert "A quote in training." in told.out


def test_a_header_is_read(foreign, jdgen) -> None:
    path = foreign("Talks with people", header=f"{WATCHES}.")
    assert any(f["place"] == "Header" for f in by_rule(jdgen, path).values())


@pytest.mark.parametrize(("tag", "text", "code"), [("ins", "t", 1), ("del", "delText", 0)])
def test_a_tracked_insertion_is_there_and_a_deletion_is_gone(
    foreign, edit, jdgen, tag: str, text: str, code: int
) -> None:
    path = foreign("Talks with people")

    def track(document) -> None:
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        xml = (
            f'<w:{tag} {space} w:id="90" w:author="Ana" w:date="2026-11-20T09:00:00Z"><w:r>'
            f"<w:{text}>{WATCHES}</w:{text}></w:r></w:{tag}>"
        )
        document.add_paragraph()._p.append(parse_xml(xml))

    edit(path, track)
    assert jdgen("check", path).code == code


def test_text_in_another_language_is_said_not_to_be_checked(foreign, jdgen) -> None:
    french = (
        "La personne rencontre les participants chez eux ou dans un café et parle avec eux de ce "
        "qui est important pour eux, sans poser de diagnostic."
    )
    told = jdgen("check", foreign(french, french, french))
    assert told.code == 3
    assert "in French" in told.out
    assert "not checked" in told.out
    mixed = jdgen(
        "check", foreign(*["You talk with people about what matters to them."] * 9, french)
    )
    assert mixed.code == 0
    assert "A paragraph seems to be in French" in mixed.out
    assert "bullet 10" in mixed.out
