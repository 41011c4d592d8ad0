"""Whether a duty suits a peer worker: what it declares comes first, then what its words say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from jdgen.guidelines.facts import Activity, activities
from jdgen.guidelines.rule import Miss
from jdgen.guidelines.say import quoted
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject, is_heading
from jdgen.guidelines.tasks import TaskVerdict, judge_task
from jdgen.guidelines.tasks.reading import read_task
from jdgen.guidelines.text_fields import fields_of
from jdgen.guidelines.verdicts import override_of, verdict_here
from jdgen.model import Block, Duty
from jdgen.yaml_source import load_data

_DATA = Path(__file__).parent / "facts" / "duty_words.yaml"

# Clashes and activities that hang on who takes part; the duty's own facts may answer that.
DONE_FOR = frozenset({"in_place", "13", "21", "30", "32"})
# Speaking for a person is told apart from other things done for them.
SPEAKING_FOR = re.compile(
    r"\b(?:advocat|speak|talk|represent|negotiat|argu|plead)\w*\b[^.;]{0,40}"
    r"\b(?:for|on behalf of|in place of)\b",
    re.IGNORECASE,
)
_CLINICAL = frozenset({"clinical", "20", "37", "46"})
# No tie to lived experience was found in the words; the duty's own facts may tell of one.
_NO_TIE = frozenset({"elsewhere", "nothing_for_it"})
_TIE_ASKED = frozenset({"who_does_what", "all_staff", "own_part"})


@dataclass(frozen=True, slots=True)
class DutyVerdict:
    """The verdict on a duty, and what it rests on.

    `sign` names what decided, as in `TaskVerdict`; `declared` tells that it was the duty's
    `activity`. `told` is the reading of its words, None where they were not read.
    """

    duty: Duty
    verdict: Literal["yes", "maybe", "no", "unsure"]
    sign: str
    declared: bool
    told: TaskVerdict | None = None

    @property
    def suggestion(self) -> str:
        """What to write in its place; "" for nothing near."""
        return suggestion(self.told)


def suggestion(judged: TaskVerdict | None) -> str:
    """What to write in place of a task that is a no; "" for nothing near."""
    return f"Write instead: {judged.instead}." if judged and judged.instead else ""


def judged_duties(subject: ProfileSubject) -> Iterator[DutyVerdict]:
    """Every duty with its verdict, in order."""
    return (judged_duty(subject, duty) for duty in subject.profile.duties)


def judged_duty(subject: ProfileSubject, duty: Duty) -> DutyVerdict:
    """The verdict on one duty.

    Its declared activity comes first, with the organization's own answer on that. The words of a
    duty of the shipped library are not judged again. Of any other the words are read, and what the
    duty declares (lived experience, a duty of all, how it is bounded, with whom) wins over them.
    """
    told = activities().get(duty.activity or 0)
    if told:
        return _declared(subject, duty, told)
    if is_from_library(subject, duty):
        return DutyVerdict(duty, "yes", "library", declared=False)
    return _read(subject, duty)


def refused_duties(subject: ProfileSubject, signs: Collection[str]) -> Iterator[DutyVerdict]:
    """The duties that are a clear no for one of these reasons, by what they declare and say."""
    for judged in judged_duties(subject):
        if judged.verdict != "no" or judged.sign not in signs:
            continue
        if judged.told and (judged.told.sign in signs or judged.told.verdict == "unsure"):
            yield judged


def refused_paragraphs(
    subject: DocumentSubject, trigger: re.Pattern[str], signs: Collection[str]
) -> Iterator[tuple[Block, TaskVerdict]]:
    """The written duties that are a clear no for one of these reasons.

    Only those that `trigger` finds are judged, so that a whole document costs little.
    """
    for block in written_duties(subject):
        if trigger.search(block.text):
            judged = judge_task(block.text)
            if judged.verdict == "no" and judged.sign in signs:
                yield block, judged


def refusal_checks(
    signs: Collection[str], trigger: re.Pattern[str], says: str
) -> dict[str, Callable[[Any], Iterator[Miss]]]:
    """The two checks of a rule that refuses duties for these reasons, by the names `rule` has.

    `says` follows the quoted duty in the message, `trigger` is as for `refused_paragraphs`.
    """

    def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
        for judged in refused_duties(subject, signs):
            field = f"{judged.duty.field}.text"
            message = f"{quoted(judged.duty.text)} {says}"
            yield Miss(message, field, suggestion=judged.suggestion)

    def in_document(subject: DocumentSubject) -> Iterator[Miss]:
        for block, told in refused_paragraphs(subject, trigger, signs):
            yield Miss(f"{quoted(block.text)} {says}", block=block, suggestion=suggestion(told))

    return {"in_profile": in_profile, "in_document": in_document}


def written_duties(subject: DocumentSubject) -> Iterator[Block]:
    """The paragraphs of a document that tell a duty and did not come from the profile.

    Words of the profile are judged there, with all that the duty declares.
    """
    for block, field in fields_of(subject.text.blocks, kind=subject.kind.name):
        told = block.role != "header-cell" and not is_heading(block)
        if field == "duty" and told and not subject.fields_of(block):
            yield block


def is_from_library(subject: ProfileSubject, duty: Duty) -> bool:
    """Whether the words of a duty are those of the shipped library."""
    return bool(duty.more.get("use")) and f"{duty.field}.text" not in subject.profile.places


def facts_of(duty: Duty) -> str:
    """What a duty says of itself beside its text, as one text: how, when, and how far."""
    more = (duty.more.get(name) for name in ("condition", "note", "distinct_how"))
    return " ".join(str(part) for part in (duty.approach, *more) if part)


def _declared(subject: ProfileSubject, duty: Duty, told: Activity) -> DutyVerdict:
    answer = verdict_here(subject, told)
    sign = str(told.number)
    if answer == "no":
        return DutyVerdict(duty, "no", sign, declared=True, told=judge_task(duty.text))
    bounded = answer in {"maybe", "preferably_not"}
    return DutyVerdict(duty, "maybe" if bounded else "yes", sign, declared=True)


def _read(subject: ProfileSubject, duty: Duty) -> DutyVerdict:
    judged = judge_task(_own_part(duty.text))
    own = override_of(subject, judged.activity) if judged.activity else None
    if own and judged.sign == str(judged.activity):
        return _declared(subject, duty, activities()[judged.activity or 0])
    answer = "yes" if _is_answered(duty, judged) else judged.verdict
    return DutyVerdict(duty, answer, judged.sign, declared=False, told=judged)


def _own_part(text: str) -> str:
    """A duty without what it tells, in passing, of a colleague's part."""
    return _words("part_of_another").sub(r"\1", text)


@cache
def _words(name: str) -> re.Pattern[str]:
    told = "|".join(load_data(_DATA)[name])
    return re.compile(rf"\b(?:{told})", re.IGNORECASE)


def _is_answered(duty: Duty, judged: TaskVerdict) -> bool:
    """Whether what the duty declares settles what its words leave open or seem to say."""
    shared = bool(duty.more.get("duty_of_all")) or duty.uses_lived_experience != "no"
    of_all = duty.more.get("duty_of_all") and judged.sign not in _CLINICAL
    if of_all and _words("laid_on_all").search(f"{duty.text} {facts_of(duty)}"):
        return True
    aside = duty.kind == "marginal" and duty.side == "indirect"
    if aside and _words("office").search(duty.text):
        return True
    if judged.sign in _NO_TIE | _TIE_ASKED and shared:
        return True
    if judged.sign in DONE_FOR | {"with_or_for"} and read_task(facts_of(duty)).has("WITH", "wish"):
        return True
    return judged.verdict == "unsure" and bool(duty.more.get("condition") or duty.more.get("note"))
