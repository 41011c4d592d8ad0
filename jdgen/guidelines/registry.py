"""Finds the rules: every module and every YAML file under `rules/`, nothing kept by hand."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from jdgen.errors import Problem, UsageError, did_you_mean
from jdgen.guidelines.declarative import read_rules
from jdgen.guidelines.rule import Rule
from jdgen.guidelines.settings import shipped_figures
from jdgen.yaml_source import load_data

HERE = Path(__file__).parent
RULES = HERE / "rules"


@dataclass(frozen=True, slots=True)
class Group:
    """The rules of one prefix: the `category` of their findings, their title in the reference."""

    prefix: str
    category: str
    title: str


@dataclass(frozen=True, slots=True)
class Status:
    """Why an id of the catalogue has no check: `by construction` or `not checkable`.

    `held_by` names the test that holds it, or the place where the program helps instead.
    """

    status: str
    reason: str
    held_by: str = ""


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule that is implemented, in the order of the groups, then of the ids."""
    found = [_module_rule(path) for path in sorted(RULES.glob("*/[a-z]*_[0-9]*_*.py"))]
    for path in sorted(RULES.glob("*/*.yaml")):
        found.extend(read_rules(path))
    order = list(groups())
    complete = (
        replace(
            rule,
            category=rule.category or groups()[prefix(rule.id)].category,
            figures=shipped_figures().get(rule.id, {}),
        )
        for rule in found
    )
    return tuple(sorted(complete, key=lambda rule: (order.index(prefix(rule.id)), rule.id)))


def _module_rule(path: Path) -> Rule:
    module = importlib.import_module(f"jdgen.guidelines.rules.{path.parent.name}.{path.stem}")
    rule: Rule = module.RULE
    return rule


@cache
def rules_by_id() -> Mapping[str, Rule]:
    """Every rule that is implemented, by its id."""
    return {rule.id: rule for rule in catalogue()}


def rule_of(rule_id: str) -> Rule:
    """The rule with this id; UsageError, with the nearest id, where there is none."""
    if rule_id not in rules_by_id():
        raise unknown_rule(rule_id)
    return rules_by_id()[rule_id]


def prefix(rule_id: str) -> str:
    """The letters of a rule id: "TIM" of "TIM-02"."""
    return rule_id.partition("-")[0]


@cache
def groups() -> Mapping[str, Group]:
    """The groups by their letters, in the order of the reference."""
    told = _shipped("groups.yaml")["groups"]
    return {name: Group(name, **group) for name, group in told.items()}


@cache
def sources() -> Mapping[str, str]:
    """The short names by which rules cite their sources, and what each stands for."""
    return {str(name): str(title) for name, title in _shipped("groups.yaml")["sources"].items()}


@cache
def packs() -> Mapping[str, Mapping[str, Any]]:
    """The legal packs by name, each with its title, the day it was checked and its sources."""
    told: Mapping[str, Mapping[str, Any]] = _shipped("packs.yaml")
    return told


def pack_named(pack: str, name: str) -> bool:
    """Whether a name in a profile brings in this pack: US-NY brings in US-NY and US."""
    return name == pack or name.startswith(f"{pack}-")


@cache
def statuses() -> Mapping[str, Status]:
    """What is said of the ids that have no check."""
    return {rule: Status(**told) for rule, told in _shipped("status.yaml").items()}


def unknown_rule(rule_id: str) -> UsageError:
    """The error for an id that is not in the catalogue, with the nearest one that is."""
    known = [*rules_by_id(), *statuses()]
    hint = did_you_mean(rule_id.upper(), known, "`jdgen rules` lists them all.", 0.5)
    return UsageError(Problem("rule-unknown", f"There is no rule {rule_id}.", hint))


def _shipped(name: str) -> Any:
    return load_data(HERE / name)
