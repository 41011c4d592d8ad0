"""The verdict on one task: what is declared, else what its concepts say, weighed by like tasks."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from jdgen.guidelines.facts import activities
from jdgen.guidelines.tasks import say
from jdgen.guidelines.tasks.case import Case
from jdgen.guidelines.tasks.factors import activity_factors
from jdgen.guidelines.tasks.likeness import Likeness, likeness_of
from jdgen.guidelines.tasks.reading import read_task
from jdgen.guidelines.tasks.verdict import SHORT, TaskVerdict, asked, of_activity

LONGEST = 1000
# Shares of the likeness to known tasks, found by leaving each of those out in turn. A doubt is
# settled from `_ALIKE` on; for a yes only if no near one is a no and one is as near as `_CLOSE_BY`,
# since a wrong yes does the most harm. What up to `_WEAK` points bear out is doubted where
# `_RATHER_OTHER` of the likeness speaks for the other verdict, a stronger no where `_RATHER_YES`
# does; that nothing speaks for a task counts only with `_NO_AT_LEAST`.
_ALIKE = 0.7
# Where just this detail is open, tasks that differ in it are no help.
_ASKED_IN_ANY_CASE = frozenset({"with_or_for", "short_notes"})
# The questions asked where the words tell too little, and nothing speaks against the task.
_NOTHING_AGAINST = frozenset({"who_does_what", "all_staff"})
_CLOSE_BY = 0.3
_RATHER_OTHER = 0.7
_RATHER_YES = 0.9
_NO_AT_LEAST = 0.5
_WEAK = 4


def judge_task(task: str, *, activity: int | None = None) -> TaskVerdict:
    """Judge one task, phrased freely, in English.

    An `activity` that someone declared wins over what the words seem to say. Never fails: a task
    that cannot be read, or is longer than `LONGEST` characters, is `unsure`.
    """
    if activity in activities():
        assert activity is not None
        return of_activity(activity, say.declared(activity))
    plain = " ".join(task.split())
    if len(plain) > LONGEST:
        return asked(None, say.text("too_long"), "one_task")
    return _judged(plain)


@lru_cache(maxsize=1024)
def _judged(task: str) -> TaskVerdict:
    case = Case(read_task(task))
    return _weighed(case.verdict(), case)


def _weighed(judged: TaskVerdict, case: Case) -> TaskVerdict:
    """The verdict in the light of like tasks: they may settle a doubt, and they may raise one."""
    if not case.reading.is_known:
        return judged
    like = likeness_of(case.reading)
    if judged.verdict == "unsure":
        return _like(like) if _settles(like, judged) else _placed(judged, case, like)
    if _is_doubted(judged, case, like):
        open_detail = case.reading.has("help_with", "helped", "FOR")
        question = "with_or_for" if open_detail else "who_does_what"
        unheard = judged.sign == "nothing_for_it"
        reason = say.text("unknown") if unheard else say.unlike(judged.verdict, like)
        judged = asked(judged.activity, reason, question)
    return _placed(judged, case, like)


def _settles(like: Likeness, judged: TaskVerdict) -> bool:
    """Whether like tasks settle what the words leave open."""
    if judged.sign in _ASKED_IN_ANY_CASE or like.shares[like.verdict] < _ALIKE:
        return False
    if like.verdict != "yes":
        return True
    unknown = judged.sign in _NOTHING_AGAINST  # a suspicion stays one
    return unknown and not like.shares["no"] and like.closeness >= _CLOSE_BY


def _placed(judged: TaskVerdict, case: Case, like: Likeness) -> TaskVerdict:
    """The verdict without its activity where hardly a like task is of that activity."""
    number = judged.activity
    if number is None:
        return judged
    of_it = sum(known.activity == number for known in like.nearest)
    match = case.match_of(number)
    if of_it > (match.points <= _WEAK):
        return judged
    if judged.sign != str(number):
        return replace(judged, activity=None)
    factors = {**dict.fromkeys("abcdefg", "unknown"), "h": judged.verdict}
    reason = say.apart(judged.verdict, match, case.reading)
    return replace(judged, activity=None, reason=reason, factors=factors, sign="apart")


def _is_doubted(judged: TaskVerdict, case: Case, like: Likeness) -> bool:
    """Whether few words bear a verdict out while like tasks have the other one."""
    if judged.verdict == "yes":
        beside = "WITH" in case.allowed.concepts  # just what like tasks may differ in
        few = case.allowed.points <= _WEAK and not beside
        return few and like.shares["no"] >= _RATHER_OTHER
    if judged.sign == "nothing_for_it":
        return like.shares["no"] < _NO_AT_LEAST
    against = max(case.refused.points, case.clash.points)
    return judged.verdict == "no" and like.shares["yes"] >= (
        _RATHER_YES if against > _WEAK else _RATHER_OTHER
    )


def _like(like: Likeness) -> TaskVerdict:
    """A verdict that rests on like tasks alone."""
    number = like.activity
    verdict = SHORT.get(like.verdict, "yes")
    known = activity_factors(number) if number else dict.fromkeys("abcdefg", "unknown")
    instead = say.instead(str(number)) if verdict == "no" and number else ""
    factors = {**known, "h": verdict}
    return TaskVerdict(verdict, number, say.like(like), factors, sign="alike", instead=instead)
