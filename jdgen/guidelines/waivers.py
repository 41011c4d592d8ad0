"""Waivers: a profile's answers to findings, each with its reason and the day it ends."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jdgen.guidelines.registry import rules_by_id, statuses
from jdgen.guidelines.subjects import sentences
from jdgen.model import Finding, Profile

EXPIRED, UNUSED, NOT_WAIVABLE, INCOMPLETE = "WAV-01", "WAV-02", "WAV-03", "WAV-04"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry of `waivers`; `text` is the exact sentence it answers, "" for the whole rule."""

    rule: str
    text: str
    reason: str
    approved_by: str
    until: date | None
    field: str


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding and the waiver that answers it: reports print both."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Judged:
    """What is left of the findings, what was answered, and how long that holds.

    `valid_until` is the next day on which the result may differ though no file changed, None where
    the profile has no day ahead of it.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    valid_until: date | None


def apply_waivers(
    profile: Profile,
    findings: Sequence[Finding],
    today: date,
    *,
    in_force: Collection[str] | None = None,
) -> Judged:
    """The findings of one profile and all its documents, without those it answers.

    Waivers that have ended, answer nothing, cannot be given or are not complete are findings
    themselves. `in_force` are the ids of the rules that were run: a waiver of another rule is not
    called unused.
    """
    waivers = read_waivers(profile)
    bad = {waiver: list(_faults(profile, waiver, today)) for waiver in waivers}
    good = [waiver for waiver in waivers if not bad[waiver]]
    kept, waived = [], []
    for finding in findings:
        answer = next((waiver for waiver in good if _answers(waiver, finding, profile)), None)
        if answer:
            waived.append(Waived(finding, answer))
        else:
            kept.append(finding)
    used = {answered.waiver for answered in waived}
    kept += [fault for faults in bad.values() for fault in faults]
    kept += [
        _unused(profile, waiver)
        for waiver in good
        if waiver not in used and (in_force is None or waiver.rule in in_force)
    ]
    return Judged(tuple(kept), tuple(waived), valid_until(profile, today))


def valid_until(profile: Profile, today: date) -> date | None:
    """The next day on which a check may end otherwise: one of the profile's, or the day after it.

    Rules compare today with days of the profile only, so no other day can matter.
    """
    ahead = [
        day
        for named in _days(profile.data)
        if named < date.max
        for day in (named, named + _DAY)
        if today < day
    ]
    return min(ahead, default=None)


def read_waivers(profile: Profile) -> tuple[Waiver, ...]:
    """The waivers of a profile, in its order."""
    return tuple(
        Waiver(
            rule=str(told.get("rule", "")),
            text=" ".join(str(told.get("text") or "").split()),
            reason=str(told.get("reason") or "").strip(),
            approved_by=str(told.get("approved_by") or "").strip(),
            until=told.get("until"),
            field=f"waivers.{number}",
        )
        for number, told in enumerate(profile.get("waivers", ()))
    )


def _days(value: Any) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _days(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _days(part)


def _answers(waiver: Waiver, finding: Finding, profile: Profile) -> bool:
    if waiver.rule != finding.rule:
        return False
    return not waiver.text or waiver.text in _sentences(finding, profile)


def _sentences(finding: Finding, profile: Profile) -> Iterator[str]:
    """The sentence found, and where it was printed from the profile, that of the profile.

    A document may print a text of the profile inside a longer sentence.
    """
    yield " ".join(finding.sentence.split())
    origin = profile.get(finding.at.field) if finding.at and finding.document else None
    for sentence in sentences(origin) if isinstance(origin, str) else ():
        if finding.quote in sentence:
            yield " ".join(sentence.split())


def _faults(profile: Profile, waiver: Waiver, today: date) -> Iterator[Finding]:
    rule = rules_by_id().get(waiver.rule)
    if rule is None and waiver.rule not in statuses():
        near = difflib.get_close_matches(waiver.rule.upper(), rules_by_id(), n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]}?" if near else ""
        yield _finding(INCOMPLETE, profile, waiver, f"No rule is called “{waiver.rule}”{hint}")
    elif not waiver.reason or waiver.until is None:
        missing = [
            name
            for name, there in (("reason", waiver.reason), ("until", waiver.until))
            if not there
        ]
        message = f"The waiver of {waiver.rule} does not say {' and '.join(missing)}"
        yield _finding(INCOMPLETE, profile, waiver, message)
    elif rule and rule.waivable == "no":
        message = f"{rule.id} ({rule.title}) cannot be waived, so the finding stays"
        yield _finding(NOT_WAIVABLE, profile, waiver, message)
    elif rule and rule.waivable == "by-sentence" and not waiver.text:
        message = (
            f"{rule.id} ({rule.title}) cannot be switched off; only one sentence can be answered"
        )
        yield _finding(NOT_WAIVABLE, profile, waiver, message)
    elif waiver.until < today:
        message = f"The waiver of {waiver.rule} ended on {waiver.until.isoformat()}"
        yield _finding(EXPIRED, profile, waiver, message)


def _unused(profile: Profile, waiver: Waiver) -> Finding:
    what = f"the sentence “{waiver.text}”" if waiver.text else "anything"
    message = f"The waiver of {waiver.rule} no longer answers {what}"
    return _finding(UNUSED, profile, waiver, message)


def _finding(rule_id: str, profile: Profile, waiver: Waiver, message: str) -> Finding:
    rule = rules_by_id()[rule_id]
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        message=f"{message}.".replace("?.", "?"),
        why=rule.why,
        suggestion=rule.cure,
        source=rule.source,
        at=profile.place(waiver.field),
    )
