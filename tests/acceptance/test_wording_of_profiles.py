"""Words that do harm are found where they were written, before any document is out."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document

DUTY = "Lead the peer group on Thursdays and a second group every week."
FRENCH = (
    "Le pair aidant rencontre les participants chez eux ou dans un café et parle avec eux de ce "
    "qui est important pour eux et de ce qui les aide dans la vie."
)


@pytest.fixture
def change(project: Path):
    """Put other words into the example profile; gives the line that they stand in."""

    def put(old: str, new: str) -> int:
        path = project / "riverbend.yaml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        lines = path.read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if new.splitlines()[0] in line)

    return put


@pytest.fixture
def check(jdgen):
    """What a check of the profile tells a program, advice left out."""

    def run(*options: str) -> dict:
        told = json.loads(jdgen("check", "riverbend.yaml", "--format", "json", *options).out)
        told["findings"] = [f for f in told["findings"] if f["severity"] != "advice"]
        return told

    return run


def waiver(rule: str, text: str = "", until: str = "2099-12-31") -> str:
    answered = f"text: {json.dumps(text)}, " if text else ""
    return (
        f"waivers: [{{rule: {rule}, {answered}reason: Agreed, approved_by: Board, until: {until}}}]"
    )


def rules(told: dict) -> list[str]:
    return sorted(finding["rule"] for finding in told["findings"])


def finished(project: Path) -> set[str]:
    return {
        path.stem.removeprefix("riverbend-peer-worker-") for path in project.glob("output/*/*.docx")
    }


def test_clinical_work_is_found_in_its_line_and_where_it_is_printed(change, check) -> None:
    line = change(DUTY, "Watch residents swallow their evening tablets.")
    (found,) = check()["findings"]
    assert (found["rule"], found["severity"], found["category"]) == (
        *("NCL-02", "error"),
        "clinical-task",
    )
    assert (found["line"], found["field"]) == (line, "duties.2.text")
    assert (found["document"], found["place"]) == ("job-description", "Essential duties, row 3")
    assert found["quote"] in "Watch residents swallow their evening tablets."
    assert found["why"] and found["suggestion"] and found["source"]


def test_an_error_in_words_stops_the_documents_that_print_them(project, change, jdgen) -> None:
    change(DUTY, "Watch residents swallow their evening tablets.")
    assert jdgen("build", "riverbend.yaml").code == 1
    assert finished(project) == {"brochure", "expectation-statements"}


def test_what_a_peer_worker_does_not_do_may_be_said_and_is_shown_on_request(change, check) -> None:
    change(DUTY, "Lead two groups a week; peer workers do not diagnose.")
    told = check("--show-suppressed")
    assert told["findings"] == []
    (silenced,) = [hit for hit in told["suppressed"] if hit["field"] == "duties.2.text"]
    assert silenced["rule"] == "NCL-02"
    assert silenced["cause"].startswith("negated")


def test_one_sentence_of_a_guarded_rule_is_answered_by_repeating_it(project, change, jdgen, check):
    sentence = "Watch residents swallow their evening tablets."
    change(DUTY, sentence)
    change("waivers: []", waiver("NCL-02", sentence))
    told = check()
    assert told["findings"] == []
    assert [hit["rule"] for hit in told["answered"]] == ["NCL-02"]
    assert jdgen("build", "riverbend.yaml").code == 0
    made = next(project.glob("output/*/*job-description.docx"))
    assert jdgen("check", made).code == 0


def test_the_answer_ends_with_the_sentence_and_with_its_day(change, check) -> None:
    sentence = "Watch residents swallow their evening tablets."
    change(DUTY, sentence.replace("evening", "morning"))
    change("waivers: []", waiver("NCL-02", sentence))
    assert rules(check()) == ["NCL-02", "WAV-02"]
    change(waiver("NCL-02", sentence), waiver("NCL-02", sentence, "2020-12-31"))
    assert rules(check()) == ["NCL-02", "WAV-01"]


def test_a_rule_that_guards_people_is_not_switched_off_and_others_are(change, check) -> None:
    change(DUTY, "Watch residents swallow their evening tablets.")
    change("waivers: []", waiver("NCL-02"))
    assert rules(check()) == ["NCL-02", "WAV-03"]
    text = "Provide case management to twenty tenants."
    change("Watch residents swallow their evening tablets.", text)
    change(waiver("NCL-02"), waiver("NCL-08"))
    assert rules(check()) == []


def test_with_and_for_is_told_of_a_duty_by_all_it_says_and_of_other_texts_by_their_words(
    change, check
) -> None:
    change(DUTY, "Phone landlords for participants.")
    change("Begin with a piece of own experience", "Sit beside them while they do the talking")
    assert check()["findings"] == []
    change("Runs two groups a week", "Phones your landlord for you")
    (found,) = check()["findings"]
    assert (found["rule"], found["field"]) == ("TSK-05", "brochure.local_tasks.0")


def test_a_word_that_runs_through_a_profile_is_one_finding_with_a_count(change, check) -> None:
    line = change("Sees people alone or in a group", "Sees clients alone or in a group")
    change(DUTY, "Lead two groups a week with clients.")
    change("New participants have met", "New clients have met")
    (found,) = check()["findings"]
    assert (found["rule"], found["line"]) == ("WRD-02", line)
    assert found["message"].endswith("It stands in 2 more places.")


def test_the_word_of_a_house_is_quiet_everywhere(project, change, check) -> None:
    part = project / "_riverbend.yaml"
    terms = "person: participant\n  people: participants"
    text = part.read_text(encoding="utf-8")
    part.write_text(text.replace(terms, "person: client\n  people: clients"), encoding="utf-8")
    change("Sees people alone or in a group", "Sees clients alone or in a group")
    assert check()["findings"] == []


@pytest.mark.parametrize("word", ["recovery coach", "lived experience worker"])
def test_the_houses_word_for_the_role_needs_no_explanation(project, change, check, word) -> None:
    part = project / "_riverbend.yaml"
    terms = "role: peer worker\n  roles: peer workers"
    text = part.read_text(encoding="utf-8")
    part.write_text(text.replace(terms, f"role: {word}"), encoding="utf-8")
    change("have met a peer worker within", "have met somebody within")
    assert check()["findings"] == []


def test_an_abbreviation_in_two_documents_is_told_once(change, check) -> None:
    change("Runs two groups a week", "Visits people of the ACT team with the ACT worker")
    change("documents: [job-description,", "documents: [job-description, welcome-note,")
    folder = Path("templates/welcome-note")
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("title: Welcome\naudience: public\n", encoding="utf-8")
    document = Document()
    document.core_properties.title = "Welcome note"
    document.add_heading("Welcome", 1)
    document.add_paragraph("{{ brochure.local | join('; ') }}")
    document.save(str(folder / "template.docx"))
    assert rules(check()).count("WRD-06") == 1


def test_a_term_that_the_brochure_explains_elsewhere_is_no_jargon(change, check) -> None:
    change("Runs two groups a week", "Uses lived experience in groups")
    assert check()["findings"] == []
    change("Uses lived experience in groups", "Works in a trauma-informed way")
    (found,) = check()["findings"]
    assert (found["rule"], found["field"]) == ("WRD-05", "brochure.local_tasks.0")
    assert found["document"] == "brochure"


def test_the_words_of_a_quote_are_not_repeated_in_reports(change, check, jdgen) -> None:
    line = change("We had coffee and I laughed again.", "After my second overdose we had coffee.")
    (found,) = check()["findings"]
    assert (found["rule"], found["severity"], found["line"]) == ("COM-10", "warning", line)
    assert "overdose" not in jdgen("check", "riverbend.yaml", "--show-suppressed").out


def test_wrong_words_of_a_template_are_found_in_its_document(project, check, jdgen) -> None:
    folder = project / "templates" / "welcome-note"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("title: Welcome\naudience: public\n", encoding="utf-8")
    document, out = Document(), io.BytesIO()
    document.core_properties.title = "Welcome note"
    document.add_heading("Welcome to {{ organization.short_name }}", 1)
    document.add_paragraph("Our {{ words.role }} is a brave role model. {{ role.what }}")
    document.save(out)
    (folder / "template.docx").write_bytes(out.getvalue())
    told = jdgen("build", "riverbend.yaml", "--documents", "welcome-note")
    assert "error WRD-03  (welcome-note: Welcome to Riverbend" in told.out
    assert "riverbend.yaml:" not in told.out.split("error WRD-03")[1].split("Why:")[0]
    assert finished(project) == set()


def test_a_profile_in_another_language_is_said_not_to_be_checked(project, change, jdgen) -> None:
    change(DUTY, FRENCH)
    told = jdgen("check", "riverbend.yaml")
    assert "seems to be in French; it was not checked (duties.2.text)" in " ".join(told.out.split())
    assert jdgen("check", "riverbend.yaml", "--strict").code == 1


def test_lived_experience_may_be_asked_for_in_plain_words_and_nothing_else_in_its_place(
    change, check
):
    asked = "lived_experience: {required: true, kinds: [mental_health, substance_use]"
    plain = "You have been through hard times yourself and do not mind saying so."
    line = change(asked, f'{asked}, wording: "{plain}"')
    assert rules(check()) == []
    change(plain, "Good computer skills and a friendly manner.")
    told = check()["findings"]
    assert [(f["rule"], f["severity"], f["line"]) for f in told] == [("LEX-01", "error", line)]


def test_sharing_may_be_said_in_the_words_of_the_place(change, check):
    shared = "  - {use: share-experience, percent: 20}\n"
    own = (
        "  - {use: share-experience, percent: 20, activity_type: socializing, "
        'text: "Have coffee with people and swap stories of your own hard years."}\n'
    )
    change(shared, own)
    assert "LEX-04" not in rules(check())
    change(own, own.replace("swap stories of your own hard years", "let them talk"))
    assert "LEX-04" in rules(check())
