"""`jdgen template check` tells the maker of a template what is wrong before anybody builds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from jdgen.settings import shipped_templates


@pytest.fixture
def notice(project: Path):
    """A template of the project's own, with these paragraphs."""

    def make(*paragraphs: str, kind: str = "title: Team notice\n") -> Path:
        folder = project / "templates" / "team-notice"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kind.yaml").write_text(kind, encoding="utf-8")
        shutil.copy(shipped_templates() / "brochure" / "template.docx", folder)
        word = Document()
        word.core_properties.title = "Team notice"
        word.core_properties.language = "en-CA"
        word.add_heading("Team notice", 1)
        for text in paragraphs:
            word.add_paragraph(text)
        word.save(str(folder / "template.docx"))
        return folder

    return make


def test_the_shipped_templates_have_nothing_to_mend(project: Path, jdgen) -> None:
    told = jdgen("template", "check")
    assert told.code == 0, told.out
    assert told.out.count("nothing to mend") == len(list(shipped_templates().glob("*/kind.yaml")))


def test_clinical_words_of_a_template_are_found_where_they_stand(notice, jdgen) -> None:
    notice("The {{ words.role }} assesses every {{ words.person }} for risk of suicide.")
    told = jdgen("template", "check")
    assert told.code == 1
    assert "NCL-" in told.out
    assert "assesses" in told.out


def test_words_in_the_other_half_of_a_condition_are_read_too(notice, jdgen) -> None:
    notice(
        "{% if pay.grade %}Grade {{ pay.grade }}{% else %}Administers medication.{% endif %}",
    )
    assert "Administers medication" in jdgen("template", "check").out


def test_the_examples_that_fill_it_are_no_words_of_the_template(notice, jdgen) -> None:
    notice("{% for d in duties.essential %}{{ d.text }} {% endfor %}", "{{ words.people }}")
    told = jdgen("template", "check")
    assert told.code == 0, told.out


@pytest.mark.parametrize(
    ("paragraph", "hint"),
    [
        ("{{ rol.title }}", "did you mean 'role'?"),
        ("{{ role.titel }}", "did you mean 'title'?"),
        ("{{ role.title", "opened and never closed"),
        ("{% for d in duties.essential %}{{ d.text }}", "endfor"),
        ("{{ role.title|shout }}", "shout"),
        ("{% for d in role.title %}{{ d }} {% endfor %}", "over a text, letter by letter"),
        (
            "{% for d in duties.essential %}{% for x in d.text %}{{ x }}{% endfor %}{% endfor %}",
            "over a text, letter by letter",
        ),
    ],
)
def test_a_tag_that_cannot_work_is_told_with_its_place(notice, jdgen, paragraph, hint) -> None:
    notice(paragraph)
    told = jdgen("template", "check")
    assert told.code == 1
    assert "team-notice/template.docx" in told.out
    assert hint in " ".join(told.out.split())
    assert "Traceback" not in told.out + told.err


def test_a_name_in_the_other_half_of_a_condition_is_tried_too(notice, jdgen) -> None:
    notice("{% if pay.grade %}{{ pay.grade }}{% else %}{{ pay.graed }}{% endif %}")
    assert "did you mean 'grade'?" in " ".join(jdgen("template", "check").out.split())


def test_a_heading_that_must_stay_and_is_missing_is_told(notice, jdgen) -> None:
    notice("Hello.", kind="title: Team notice\nsections: [Team notice, What we do]\n")
    told = jdgen("template", "check")
    assert told.code == 1
    assert "What we do" in told.out


def test_a_kind_file_that_cannot_be_used_is_told(notice, jdgen) -> None:
    notice("Hello.", kind="titel: Team notice\n")
    told = jdgen("template", "check")
    assert told.code == 1
    assert "titel" in told.out


def test_one_template_can_be_named_by_folder_or_file_or_kind(notice, jdgen, project: Path) -> None:
    folder = notice("Hello.")
    for name in (folder, folder / "template.docx", "team-notice", folder / "kind.yaml"):
        told = jdgen("template", "check", name)
        assert told.code == 0, told.out + told.err
        assert told.out.count("nothing to mend") == 1


def test_a_name_that_is_no_template_is_told_with_the_nearest(notice, jdgen) -> None:
    notice("Hello.")
    told = jdgen("template", "check", "team-notise")
    assert told.code == 2
    assert "team-notice" in told.err


def test_a_folder_without_templates_of_its_own_is_told_so(jdgen, project: Path) -> None:
    (project / "empty").mkdir()
    assert jdgen("template", "check", "empty").code == 2


def test_check_knows_a_template_by_the_kind_beside_it(notice, jdgen) -> None:
    folder = notice("Hello {{ words.people }}.")
    told = jdgen("check", folder / "template.docx")
    assert told.code == 0, told.out
    assert "WRF-01" not in told.out


def test_an_empty_kind_file_is_told_how_it_begins(notice, jdgen) -> None:
    notice("What we do", kind="")
    told = jdgen("template", "check")
    assert "Begin with a line such as: title: Job description" in told.out


def test_braces_that_are_no_tag_are_told(notice, jdgen) -> None:
    notice("For { { role.title } } and {role.title}.")
    told = jdgen("template", "check")
    assert told.code == 1
    assert "{ { role.title } }" in told.out


def test_tracked_changes_in_a_template_are_told(notice, jdgen) -> None:
    path = notice("Welcome to the team.") / "template.docx"
    word = Document(str(path))
    run = word.paragraphs[-1].runs[0]._r
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:id"), "1")
    inserted.set(qn("w:author"), "Somebody")
    run.addprevious(inserted)
    inserted.append(run)
    word.save(str(path))
    told = jdgen("template", "check")
    assert told.code == 1
    assert "tracked changes" in told.out


def test_a_template_in_another_language_is_said_to_be_unread(notice, jdgen) -> None:
    notice(
        "Nous accompagnons les personnes dans leur rétablissement, avec respect et sans jugement.",
        "Chaque personne choisit elle-même ce qu'elle veut faire, quand et avec qui.",
    )
    assert "not checked" in jdgen("template", "check").out


def test_comments_in_a_template_are_told(notice, jdgen) -> None:
    path = notice("Welcome to the team.") / "template.docx"
    word = Document(str(path))
    word.add_comment(word.paragraphs[-1].runs, text="Is this still so?")
    word.save(str(path))
    assert "holds comments" in jdgen("template", "check").out
