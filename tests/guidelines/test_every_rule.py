"""Every rule keeps what its text says: examples are run, texts complete, ids accounted for."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from jdgen.guidelines.checking import rules_in_force
from jdgen.guidelines.registry import (
    RULES,
    catalogue,
    groups,
    packs,
    prefix,
    rule_of,
    sources,
    statuses,
)
from jdgen.guidelines.rule import Example, Rule
from jdgen.guidelines.settings import check_settings, shipped_figures
from jdgen.guidelines.wording.entries import catalogue as wordings

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LABELLED = {
    *("clinical-task", "clinical-label", "stigmatizing", "coercive", "doing-for", "illness-story"),
    *("inspiration", "unexplained-jargon", "outcome-promise", "disclosure-demand"),
    *("wellness-surveillance", "capacity-assumption"),
}
OWN = {"WAV", "PCK"}  # rules about jdgen's own means, not of the catalogue
_STATUSES = {"by construction", "not checkable"}
PASSES = [(rule, example) for rule in catalogue() for example in rule.passes]
FAILS = [(rule, example) for rule in catalogue() for example in rule.fails]


def name(case):
    return f"{case[0].id}: {case[1].says}"


@pytest.mark.parametrize("case", PASSES, ids=name)
def test_a_passing_example_gives_no_finding_of_the_rule(case, bench):
    rule, example = case
    found = [
        finding.message for finding in bench.findings(rule, example) if finding.rule == rule.id
    ]
    assert found == []


@pytest.mark.parametrize("case", FAILS, ids=name)
def test_a_failing_example_gives_that_rule_and_no_other(case, bench):
    rule, example = case
    findings = bench.findings(rule, example)
    mine = [finding for finding in findings if finding.rule == rule.id]
    others = {f.rule: f.message for f in findings if f.rule != rule.id and f.severity != "advice"}
    assert mine
    assert {finding.severity for finding in mine} == {example.severity or rule.severity}
    assert others.keys() == set(example.also), others


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.id)
def test_a_rule_has_its_whole_text_and_both_kinds_of_examples(rule: Rule):
    assert all([rule.title, rule.what, rule.why, rule.cure])
    assert rule.severities
    assert set(rule.severities) <= {"error", "warning", "advice"}
    assert re.split(", ", rule.source)[0] in sources()
    assert rule.passes
    assert rule.fails
    assert all(len(part) < 400 for part in (rule.what, rule.why, rule.cure))


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.id)
def test_a_rule_stands_where_its_kind_says(rule: Rule):
    assert prefix(rule.id) in groups()
    assert (rule.standing == "pack") == bool(rule.packs)
    assert set(rule.packs) <= packs().keys()
    assert not rule.checklists or rule.standing == "practice"
    assert bool(rule.in_profile or rule.in_document) != (prefix(rule.id) == "WAV")
    assert not rule.in_document or any(example.reads_document for example in rule.fails)


@pytest.mark.parametrize("name", packs(), ids=str)
def test_a_legal_pack_is_dated_and_names_its_sources(name):
    told = packs()[name]
    assert told["title"]
    assert told["sources"]
    assert told["checked"] >= date(2026, 1, 1)
    assert any(name in rule.packs for rule in catalogue())


def test_no_rule_of_a_pack_runs_where_no_pack_is_named(bench):
    every = check_settings(practice=True)
    profile = bench.patched_profile({"legal.packs": []})
    in_force = rules_in_force(profile, bench.kinds(), every)
    assert {rule.standing for rule in in_force} == {"on", "practice"}


def test_the_sound_profile_is_free_of_findings(bench):
    for practice in (False, True):
        found = sound_profile(bench, practice)
        assert [f"{finding.rule}: {finding.message}" for finding in found] == []


def sound_profile(bench, practice):
    from jdgen.guidelines.checking import check_profile

    settings = check_settings(practice=practice)
    profile = bench.profile()
    found = check_profile(profile, bench.kinds(), profile.get("effective_date"), settings)
    return [finding for finding in found if finding.severity != "advice"]


@pytest.mark.parametrize("kind", ["job-description", "expectation-statements", "brochure"])
def test_the_sound_documents_are_free_of_findings(kind, bench):
    any_rule = next(rule for rule in catalogue() if rule.in_document)
    found = bench.findings(any_rule, Example("", word={"comments": 0}, documents=[kind]))
    assert [f"{f.rule}: {f.message}" for f in found if f.severity != "advice"] == []


def test_the_modules_are_named_after_their_rules():
    modules = [path for path in RULES.rglob("*.py") if path.name != "__init__.py"]
    named = {"-".join(path.stem.upper().split("_")[:2]) for path in modules}
    assert len(modules) == len(named)
    assert all(path.parent.name == path.stem.split("_")[0] for path in modules)
    assert named <= {rule.id for rule in catalogue()}


def test_every_id_of_the_catalogue_is_accounted_for_once():
    wanted = Counter((HERE / "rule_ids.txt").read_text(encoding="utf-8").split())
    told = Counter([rule.id for rule in catalogue() if prefix(rule.id) not in OWN])
    told.update(statuses().keys())
    assert len(wanted) == 247
    assert wanted == told


@pytest.mark.parametrize("rule", statuses(), ids=str)
def test_an_id_without_a_check_says_why(rule):
    told = statuses()[rule]
    assert told.status in _STATUSES
    assert told.reason
    if told.status == "by construction":
        file, _, test = told.held_by.partition("::")
        assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8")
    if told.status == "not checkable":
        assert told.held_by


def test_the_rules_that_read_words_are_those_that_the_wordings_name():
    read = {told.rule for told in wordings().wordings}
    assert {rule.id for rule in catalogue() if rule.words} == read


def test_a_rule_that_reads_words_reads_them_in_any_file():
    for rule in (rule for rule in catalogue() if rule.words):
        assert rule.in_document and set(rule.alone) == {"word", "text"}, rule.id
        assert not rule.documents and rule.standing == "on", rule.id


def test_words_of_the_twelve_labelled_kinds_are_never_only_advice():
    graver = {told.rule for told in wordings().wordings if told.category in LABELLED}
    assert {rule_of(rule).severities[0] for rule in graver} == {"error", "warning"}


def test_rules_that_guard_people_cannot_be_switched_off():
    by_sentence = {"NCL-02", "NCL-03", "NCL-04", "NCL-05", "NCL-06", "WRF-01", "HIR-09"}
    wanted = {**dict.fromkeys(by_sentence, "by-sentence"), "TSK-02": "no"}
    kept = {rule.id: rule.waivable for rule in catalogue() if prefix(rule.id) not in OWN}
    assert {rule: wanted.get(rule, "yes") for rule in kept} == kept


def test_every_figure_belongs_to_a_rule_that_exists():
    assert shipped_figures().keys() <= {rule.id for rule in catalogue()}
