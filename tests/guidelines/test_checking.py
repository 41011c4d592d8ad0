"""Findings say what is wrong with the figures of this profile, and where it stands."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from jdgen.errors import UsageError
from jdgen.guidelines import (
    check_document,
    check_profile,
    check_settings,
    join_places,
    open_practice,
    with_document_places,
)
from jdgen.guidelines.rule import Example, rule
from jdgen.model import Span

TODAY = date(2026, 12, 1)


def found_in(bench, patch, settings=None, kinds=()):
    profile = bench.patched_profile(patch)
    return check_profile(profile, bench.kinds(*kinds), TODAY, settings or check_settings())


def by_rule(findings, rule_id):
    return [finding for finding in findings if finding.rule == rule_id]


def test_a_finding_carries_figures_reason_cure_source_and_profile_place(bench):
    [finding] = by_rule(found_in(bench, {"duties.0.percent": 10}), "TIM-01")
    assert finding.message == "The shares of time add up to 90 percent: 10 percent missing."
    assert finding.category == "time"
    assert finding.why
    assert finding.suggestion
    assert finding.source.startswith("Toolkit")
    assert finding.at
    assert finding.at.field == "duties"
    assert finding.at.line > 1


def test_a_missing_field_is_placed_at_its_nearest_parent(bench):
    [finding] = by_rule(found_in(bench, {"supervision.reports_to": None}), "SUP-01")
    assert finding.at
    assert finding.at.line == bench.profile().place("supervision").line
    assert finding.at.field == "supervision.reports_to"


def test_a_rule_runs_only_where_one_of_its_documents_is_built(bench):
    patch = {"qualifications.lived_experience": None}
    assert by_rule(found_in(bench, patch, kinds=["job-description"]), "LEX-01")
    assert not by_rule(found_in(bench, patch, kinds=["brochure"]), "LEX-01")


def test_a_rule_of_a_legal_pack_runs_only_where_the_profile_names_the_pack(bench):
    assert not by_rule(found_in(bench, {}), "HRX-02")
    assert by_rule(found_in(bench, {"legal.packs": ["US-NY"]}), "HRX-02")
    assert not by_rule(found_in(bench, {"legal.packs": ["USA"]}), "HRX-02")


def test_rules_on_practice_are_kept_back_until_asked_for_or_their_checklist_is_built(bench):
    patch = {"role.team.disciplines": ["nursing"]}
    profile, kinds = bench.patched_profile(patch), bench.kinds()
    assert not by_rule(found_in(bench, patch), "HIR-15")
    assert len(by_rule(open_practice(profile, kinds, TODAY, check_settings()), "HIR-15")) == 1
    assert by_rule(found_in(bench, patch, check_settings(practice=True)), "HIR-15")
    assert by_rule(found_in(bench, patch, kinds=["readiness-checklist"]), "HIR-15")
    with_checklist = [*kinds, bench.kind("readiness-checklist")]
    assert not by_rule(open_practice(profile, with_checklist, TODAY, check_settings()), "HIR-15")


def test_a_project_changes_a_threshold(bench):
    patch = {"duties.3.percent": 2, "duties.4.percent": 1, "duties.6.percent": 23}
    assert by_rule(found_in(bench, patch), "TIM-02")
    lower = check_settings({"TIM-02": {"warning_below": 52.5}})
    assert not by_rule(found_in(bench, patch, lower), "TIM-02")
    assert lower.figure("TIM-02.warning_below") == Decimal("52.5")


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        ({"TIM-02": {"warnings_below": 50}}, "Did you mean 'TIM-02.warning_below'?"),
        ({"TIM-20": {"warning_below": 50}}, "Did you mean 'TIM-02.warning_below'?"),
        ({"TIM-02": {"warning_below": "half"}}, "must be a number"),
        ({"TIM-02": {"warning_below": True}}, "must be a number"),
        ({"TIM-02": 50}, "There is no threshold TIM-02."),
    ],
)
def test_a_threshold_that_cannot_be_is_refused(overrides, message):
    with pytest.raises(UsageError) as refused:
        check_settings(overrides)
    assert message in str(refused.value)


def test_a_finding_in_a_document_names_both_places(bench):
    edits = {"Not in a union": "Meets at ____ on Mondays."}
    kind = bench.kind("job-description")
    text = bench.text(kind.name, Example("", edits=edits))
    block = next(block for block in text.blocks if "____" in block.text)
    spans = [
        Span(block.part, block.index, 0, 25, ("role.purpose",)),
        Span(block.part, block.index, 9, 13, ("role.location",)),
    ]
    profile = bench.profile()
    found = check_document(profile, kind, text, spans, [], TODAY, check_settings())
    [finding] = by_rule(found, "WRF-01")
    assert finding.place == block.place
    assert finding.document == "job-description"
    assert (finding.start, finding.end, finding.quote) == (9, 13, "____")
    assert finding.sentence == "Meets at ____ on Mondays."
    assert finding.at == profile.place("role.location")


def test_the_word_none_is_left_alone_where_the_profile_says_so(bench):
    edits = {"Not in a union": "Travel: None"}
    kind = bench.kind("job-description")
    text = bench.text(kind.name, Example("", edits=edits))
    block = next(block for block in text.blocks if "None" in block.text)
    profile = bench.patched_profile({"role.travel": "None"})
    spans = [Span("word/document.xml", block.index, 8, 12, ("role.travel",))]
    assert not by_rule(
        check_document(profile, kind, text, spans, [], TODAY, check_settings()), "WRF-01"
    )
    assert by_rule(check_document(profile, kind, text, [], [], TODAY, check_settings()), "WRF-01")


def test_a_profile_finding_learns_where_its_field_is_printed(bench):
    found = found_in(bench, {"supervision.supervisors.1.kind": "administrative"})
    kind = bench.kind("job-description")
    text = bench.text(kind.name)
    spans = [Span("word/document.xml", 3, 0, 5, ("supervision.supervisors.1.kind",))]
    [finding] = by_rule(with_document_places(found, kind, text, spans), "SUP-01")
    assert (finding.document, finding.place) == ("job-description", "paragraph 4")


def test_one_mistake_seen_in_profile_and_document_is_told_once(bench):
    patch = {"qualifications.lived_experience": None}
    profile, kind = bench.patched_profile(patch), bench.kind("job-description")
    bullet = next(
        t for _, t, *_ in bench.documents[kind.name]["blocks"] if "have lived experience" in t
    )
    text = bench.text(kind.name, Example("", edits={bullet: "Lived experience is an asset."}))
    here = found_in(bench, patch)
    there = check_document(profile, kind, text, [], [], TODAY, check_settings())
    [finding] = by_rule(join_places(here, there), "LEX-01")
    assert finding.at == profile.place("qualifications.lived_experience")
    assert finding.place == next(b.place for b in text.blocks if "asset" in b.text)
    assert finding.message == "Nothing says that candidates need lived experience."


def test_a_rule_whose_text_is_not_complete_is_refused():
    with pytest.raises(ValueError, match="TIM-99"):
        rule("TIM-99: A title.\n\nWhat.\n\nWhy: Because.\n\nSource: HR practice\n", "error")


def test_the_package_loads_no_rule_before_one_is_asked_for():
    code = "import sys, jdgen.guidelines; print([m for m in sys.modules if 'guidelines.' in m])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
