"""The reference is made from the rules, and is not stale."""

from __future__ import annotations

import pytest

from jdgen.errors import UsageError
from jdgen.guidelines import catalogue, explain, rules_reference
from jdgen.guidelines.registry import statuses


def test_the_page_tells_every_rule_and_every_id_without_one():
    page = rules_reference()
    assert all(f"\n### {rule.id} " in page for rule in catalogue())
    assert all(f"\n| {rule} | " in page for rule in statuses())


def test_a_rule_is_explained_whole_and_in_lines_a_terminal_can_hold():
    told = explain("tim-02")
    for part in ("TIM-02", "warning or error", "Why:", "What to do:", "Source: Toolkit", "Fails:"):
        assert part in told
    assert "duties.3.percent: 2" in told
    assert max(map(len, told.splitlines())) <= 100


def test_an_id_without_a_check_is_explained_by_its_status():
    rule = next(rule for rule, told in statuses().items() if told.status == "not checkable")
    assert statuses()[rule].reason in " ".join(explain(rule).split())


def test_an_unknown_id_is_answered_with_the_nearest():
    with pytest.raises(UsageError, match="Did you mean 'TIM-02'"):
        explain("TIM-002")


def test_a_rule_that_reads_words_is_explained_with_words_of_each_kind_that_fail_and_pass():
    told = " ".join(explain("NCL-02").split())
    for part in ("[error]", "Why:", "What to do:", "Source: Toolkit", "one sentence"):
        assert part in told
    for verdict, text in (("Fails", "Prescribe"), ("Passes", "Peer workers do not diagnose")):
        assert verdict in told and text.casefold() in told.casefold()
    assert "Fails, since it makes the peer worker diagnose: " in told
