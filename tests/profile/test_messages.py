"""What a person is told: field, what was read, what is allowed, the nearest right word, a place."""

from __future__ import annotations

import pytest

from jdgen.profile.messages import Teller
from jdgen.profile.schema_files import profile_schema, walk

TITLE = "  title: Peer Worker"


@pytest.mark.parametrize(
    ("swap", "kind", "line", "words"),
    [
        ((TITLE, "  tittle: Peer Worker"), "unknown-field", 10, "Did you mean “title”?"),
        ((TITLE, TITLE + "\n  reports_to: x"), "unknown-field", 11, "belongs under supervision"),
        (("status: draft", "status: drafft"), "not-allowed", 5, "Did you mean “draft”?"),
        (("status: draft", "status: live"), "not-allowed", 5, "draft, in_review, approved"),
        (("jdgen: 1", "jdgen: 2"), "not-allowed", 2, "Allowed: 1."),
        (("hours_per_week: 20", "hours_per_week: 9:00"), "wrong-type", 20, "time of day"),
        (("hours_per_week: 20", "hours_per_week: twenty"), "wrong-type", 20, "such as 30"),
        (("hours_per_week: 20", "hours_per_week: '20'"), "wrong-type", 20, "without them"),
        (("hours_per_week: 20", "hours_per_week: 20%"), "wrong-type", 20, "without %"),
        (("hours_per_week: 20", "hours_per_week: true"), "wrong-type", 20, "a yes or no"),
        (("hours_per_week: 20", "hours_per_week: 200"), "out-of-range", 20, "at most 80"),
        (("min: 24.00", "min: $24.00"), "wrong-type", 30, "without a sign"),
        (("min: 24.00", "min: 24.00 CAD"), "wrong-type", 30, "without a word"),
        (("min: 24.00", 'min: "24,00"'), "wrong-type", 30, "24.50 for 24,50"),
        (("min: 24.00", 'min: "1,500"'), "wrong-type", 30, "1500 for 1,500"),
        (("is_new: true", "is_new: on"), "wrong-type", 15, "write yes or no"),
        (("is_new: true", "is_new: perhaps"), "wrong-type", 15, "yes or no"),
        (("title: Peer Worker", "title: true"), "wrong-type", 10, "“true”"),
        (("title: Peer Worker", "title: [Peer, Worker]"), "wrong-type", 10, "[ ]"),
        (("title: Peer Worker", "title: {Peer: Worker}"), "wrong-type", 10, "put quotes"),
        (("effective_date: 2027-01-04", "effective_date: 2027-02-30"), "wrong-type", 7, "no such"),
        (("effective_date: 2027-01-04", "effective_date: 4 Jan 2027"), "wrong-type", 7, "2026-12-"),
        (
            ("effective_date: 2027-01-04", "effective_date: 9999-12-31"),
            "out-of-range",
            7,
            "at most 2",
        ),
        (("effective_date: 2027-01-04", "effective_date: 0207-01-04"), "out-of-range", 7, "1900"),
        (("[mental_health]", "mental_health"), "wrong-type", 14, "population: [first, second]"),
        (("[mental_health]", "[mental health]"), "not-allowed", 14, "“mental_health”"),
        (("{reports_to: Drop-in Manager}", "Drop-in Manager"), "wrong-type", 29, "reports_to"),
        (("{reports_to: Drop-in Manager}", "[x]"), "wrong-type", 29, "Take the dashes away"),
        (("support_modes: [one_to_one]", "support_modes: {a: b}"), "wrong-type", 19, "a dash"),
        (("title: Peer Worker", 'title: "  "'), "empty", 10, "title: Peer Support Worker"),
        (("title: Peer Worker", "title:"), "empty", 10, "For example"),
        ((TITLE + "\n", ""), "missing-field", 9, "“Job title” (role > title) is missing"),
        (("jdgen: 1\n", ""), "missing-field", 1, "“Format” (jdgen) is missing"),
        (("id: lakeside-peer-worker", "id: Lake Side"), "form", 3, "lower-case"),
        (("Drop-in Manager", "Manager, Drop-in"), "unknown-field", 29, "a comma ends"),
        (("percent: 10}", "percent: 10, activity: 55}"), "out-of-range", 26, "at most 54"),
        (("percent: 10}", "percent: 10, activity: 5.5}"), "wrong-type", 26, "without decimals"),
        (("percent: 10}", "percent: 10, values: [hope, '']}"), "empty", 26, "entry 2"),
        (("percent: 10}", "percent: 10, values: [hope, ]}"), None, 0, ""),
        (("currency: CAD", "currency: cad"), "form", 30, "three capital letters"),
    ],
)
def test_a_fault_is_told_with_its_place_and_its_cure(told, load, change, swap, kind, line, words):
    if kind is None:
        assert load(change(swap)).id
        return
    (problem,) = told(swap)
    assert problem.id == f"profile-{kind}"
    assert problem.place.line == line
    assert words in f"{problem.message} {problem.hint}"


def test_all_faults_are_told_at_once_by_line(told):
    problems = told(
        ("status: draft", "status: drafft"),
        ("  title: Peer Worker\n", ""),
        ("hours_per_week: 20", "hours_per_week: x\n  tear: 3"),
        ("percent: 10", "percent: 101"),
    )
    assert [problem.place.line for problem in problems] == [5, 9, 19, 20, 26]


def test_entries_are_counted_as_people_count(told):
    (problem,) = told(("percent: 10}", "percent: 101}"))
    assert "(duties > entry 4 > percent)" in problem.message
    assert problem.place.field == "duties.3.percent"


def test_a_fault_in_a_part_is_told_in_the_part(folder, told):
    part = folder / "_lakeside.yaml"
    part.write_text(part.read_text(encoding="utf-8").replace("clinical", "klinical"))
    (problem,) = told()
    assert (problem.place.file, problem.place.line) == (part.as_posix(), 4)
    assert "Did you mean “clinical”?" in problem.hint


def test_a_profile_has_no_place_for_facts_on_the_worker(told):
    (problem,) = told(add="worker: {name_as_wished: Secret Name}")
    assert problem.id == "profile-worker-facts"
    assert "worker_file" in problem.hint
    assert "Secret" not in str(problem)


@pytest.mark.parametrize(
    "add",
    [
        "brochure: {quotes: [{text: [Secret], from: participant}]}",
        "brochure: {quotes: [{text: a, from: participant, attribution: {Secret: x}}]}",
        "brochure: {quotes: [{text: I came, Secret Name, from: participant}]}",
        f"brochure: {{quotes: [{{text: {'Secret ' * 60}, from: participant}}]}}",
        "hiring: {committee: [{role: x, name: [Secret]}]}",
        "hiring: {committee: [{role: x, Secret: y}]}",
    ],
)
def test_names_behind_quotes_and_of_people_are_not_repeated(told, add):
    (problem,) = told(add=add)
    assert "Secret" not in problem.message + problem.hint


def test_pay_is_repeated_unless_it_is_private(told, change):
    (open_pay,) = told(("min: 24.00", "min: -77"))
    assert "-77" in open_pay.message
    (kept,) = told(("min: -77", "min: -77, private: true"))
    assert "-77" not in kept.message + kept.hint


def test_private_pay_the_wrong_way_round_is_told_without_figures(told):
    (problem,) = told(("min: 24.00", "min: 30.00, private: yes"))
    assert problem.id == "profile-pay-order"
    assert "30" not in problem.message


@pytest.mark.parametrize(
    ("swap", "add", "kind", "words"),
    [
        (("min: 24.00", "min: 30.00"), "", "pay-order", "(30.00 and 26.50)"),
        (
            ("support_modes: [", "services: {groups: no}\n  support_modes: [group, "),
            "",
            "contradiction",
            "has no “groups” here",
        ),
        (("", ""), "review_by: 2026-01-01", "date-order", "“Review by”"),
        (
            ("", ""),
            "brochure: {quotes: [{text: a, from: other, "
            "consent: 2026-02-01, expires: 2026-01-31}]}",
            "date-order",
            "quote 1",
        ),
        (("", ""), "brochure: {statements: [2, 3, 2]}", "repeated", "Statement 2"),
        (("", ""), "brochure: {statements: [2, 3]}", "length", "at least 3"),
        (("", ""), "brochure: {statements: [1, 2, 3, 4, 5, 6, 7]}", "length", "at most 6"),
        (("", ""), "brochure: {statements: [1, 2, 18]}", "out-of-range", "at most 17"),
        (("build-relationship", "share-experience"), "", "duty-id", "duty 1 (line 23)"),
        (("", ""), "readiness: {Item 1: {status: yes}}", "form", "leadership-1"),
    ],
)
def test_fields_that_contradict_each_other_are_told(told, swap, add, kind, words):
    (problem,) = told(swap, add=add)
    assert problem.id == f"profile-{kind}"
    assert words in problem.message + problem.hint


def test_an_organization_has_to_be_reachable(folder, told):
    part = folder / "_lakeside.yaml"
    part.write_text(part.read_text(encoding="utf-8").replace("  phone: 555-0111\n", ""))
    (problem,) = told()
    assert "no phone and no e-mail" in problem.message


def test_of_two_shapes_the_one_that_was_meant_is_reported(told):
    (problem,) = told(add="dimensions: {direct_indirect: {value: much}}")
    assert "(dimensions > direct_indirect > value) should be a number" in problem.message
    (problem,) = told(("value: much", "value: 120"))
    assert "at most 100" in problem.message


def test_no_message_speaks_of_python_or_cerberus(told):
    problems = told(
        ("status: draft", "status: [x]"),
        ("is_new: true", "is_new: 1"),
        ("title: Peer Worker", "title: {a: b}"),
        ("[one_to_one]", "one"),
        add="dimensions: {direct_indirect: [x]}",
    )
    for problem in problems:
        said = f"{problem.message} {problem.hint}".lower()
        for word in ("dict", "string", "boolean", "integer", "none", "str", "decimal", "schema"):
            assert word not in said.replace("strict", "").split()


def test_there_are_words_for_every_rule_of_the_schema():
    used = {rule for _, rules in walk(profile_schema()) for rule in rules}
    shape = {"meta", "schema", "valuesrules", "keysrules", "anyof"}
    teller = Teller(profile_schema(), None)
    assert used - shape <= set(teller._tell)


def test_one_entry_is_one_entry(told):
    (problem,) = told(add="brochure: {statements: [2]}")
    assert "has 1 entry; at least 3 are needed" in problem.message
