"""The verdict on one task: the nearest activity, the factors, and the five steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jdgen.guidelines.facts import activities
from jdgen.guidelines.tasks import say
from jdgen.guidelines.tasks.factors import activity_factors, five_steps, told_factors
from jdgen.guidelines.tasks.frames import NOTHING, Match, best_matches
from jdgen.guidelines.tasks.likeness import Likeness, likeness_of
from jdgen.guidelines.tasks.reading import Reading, read_task

Verdict = Literal["yes", "maybe", "no", "unsure"]
LONGEST = 1000
# Points from which a frame counts: two concepts speak against a task, three speak for it. A clash
# and a fit within `_CLOSE` points of each other are two readings of one task.
_AGAINST = 2
_FOR = 3
_CLOSE = 2
# Shares of the likeness to known tasks, found by leaving each of those out in turn. A doubt is
# settled from `_ALIKE` on; for a yes only if no near one is a no and one is as near as `_CLOSE_BY`,
# since a wrong yes does the most harm. What up to `_WEAK` points bear out is doubted where
# `_RATHER_OTHER` of the likeness speaks for the other verdict, a stronger no where `_RATHER_YES`
# does; that nothing speaks for a task counts only with `_NO_AT_LEAST`.
_ALIKE = 0.7
# Where just this detail is open, tasks that differ in it are no help.
_ASKED_IN_ANY_CASE = frozenset({"with_or_for", "short_notes"})
_CLOSE_BY = 0.3
_RATHER_OTHER = 0.7
_RATHER_YES = 0.9
_NO_AT_LEAST = 0.5
_WEAK = 4
_VERDICTS: Mapping[str, Verdict] = {"no": "no", "maybe": "maybe", "preferably_not": "maybe"}


@dataclass(frozen=True, slots=True)
class TaskVerdict:
    """Whether a task suits a peer worker: a proposal, never a decision.

    `activity` is the number of the nearest activity of the role-clarity table, if one is near.
    `factors` answers that table's questions a to g, and its answer h, each with yes, maybe, no or
    unknown. An `unsure` verdict comes with the `question` whose answer settles it. `sign` names
    what decided: the number of an activity, a clash with values ("in_place"), a step
    ("duty_of_all") or, where it is unsure, the question. `instead` is what to write in place of a
    task that is a no.
    """

    verdict: Verdict
    activity: int | None
    reason: str
    factors: Mapping[str, str]
    question: str = ""
    sign: str = ""
    instead: str = ""


def judge_task(task: str, *, activity: int | None = None) -> TaskVerdict:
    """Judge one task, phrased freely, in English.

    An `activity` that someone declared wins over what the words seem to say. Never fails: a task
    that cannot be read, or is longer than `LONGEST` characters, is `unsure`.
    """
    if activity in activities():
        assert activity is not None
        return _of_activity(activity, say.declared(activity))
    plain = " ".join(task.split())
    if len(plain) > LONGEST:
        return _asked(None, say.text("too_long"), "one_task")
    return _judged(plain)


@lru_cache(maxsize=1024)
def _judged(task: str) -> TaskVerdict:
    case = _Case(read_task(task))
    return _weighed(case.verdict(), case)


def _weighed(judged: TaskVerdict, case: _Case) -> TaskVerdict:
    """The verdict in the light of like tasks: they may settle a doubt, and they may raise one."""
    if not case.reading.is_known:
        return judged
    like = likeness_of(case.reading)
    if judged.verdict == "unsure":
        if judged.sign in _ASKED_IN_ANY_CASE:
            return judged
        sure = like.shares[like.verdict] >= _ALIKE
        alone = not like.shares["no"] and like.closeness >= _CLOSE_BY
        careless = like.verdict == "yes" and not alone
        return _like(like) if sure and not careless else judged
    if _is_doubted(judged, case, like):
        question = (
            "with_or_for" if case.reading.has("help_with", "helped", "FOR") else "who_does_what"
        )
        return _asked(judged.activity, say.unlike(judged.verdict, like), question)
    return judged


def _is_doubted(judged: TaskVerdict, case: _Case, like: Likeness) -> bool:
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
    verdict = _VERDICTS.get(like.verdict, "yes")
    known = activity_factors(number) if number else dict.fromkeys("abcdefg", "unknown")
    instead = say.instead(str(number)) if verdict == "no" and number else ""
    factors = {**known, "h": verdict}
    return TaskVerdict(verdict, number, say.like(like), factors, sign="alike", instead=instead)


class _Case:
    """What speaks for and against one task."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        near = best_matches(reading, "activities")
        self.refused = next((match for match in near if _answer(match) == "no"), NOTHING)
        self.allowed = next((match for match in near if _answer(match) != "no"), NOTHING)
        self.clash = self._best("conflicts")
        self.suspicion = self._best("suspicions")
        self.duty = self._best("duties")
        shared = best_matches(reading, "shared")
        own = [match for match in shared if match.target == "own"]
        self.shared = next(iter(own + shared), NOTHING)
        self.elsewhere = self._best("elsewhere")

    def _best(self, group: str) -> Match:
        return next(iter(best_matches(self.reading, group)), NOTHING)

    def verdict(self) -> TaskVerdict:
        return self._refusal_or_doubt() or self._acceptance()

    def _refusal_or_doubt(self) -> TaskVerdict | None:
        """What speaks against the task comes first: a wrong yes does the most harm."""
        against = max(self.refused.points, self.clash.points)
        allowed = self.allowed.points
        if self.reading.has("in_place", "away"):
            allowed -= _CLOSE
        if self._faint(against):
            return self._ask("two_readings", self.clash)
        if against >= _AGAINST and against >= allowed:
            return self._refuse()
        if against >= _AGAINST and against > allowed - _CLOSE:
            return self._ask("two_readings", max(self.refused, self.clash, key=_points))
        if self._done_for_them():
            return self._proposed("in_place", ("FOR",), f="yes")
        if self.suspicion.points and not self._is_bounded():
            return self._ask("suspicion", self.suspicion)
        return None

    def _done_for_them(self) -> bool:
        """Done for a person, whatever it is; a group is held for people and is another matter."""
        elsewise = ("OWN", "lead", "group", "recreation", "training", "everyone", "product")
        known = self.allowed.points >= _FOR or self.duty.points >= _AGAINST
        served = self.reading.has("FOR") and self.reading.has("person")
        return served and not known and not self.reading.has(*elsewise)

    def _acceptance(self) -> TaskVerdict:
        if self._someone_better_suited():
            return self._proposed("better_suited", ("specialist_here",), a="maybe", g="yes")
        if self.allowed.points >= max(_FOR, self.duty.points):
            return self._near()
        return self._by_the_steps()

    def _is_bounded(self) -> bool:
        """A suspicion does not count against a duty of all, nor where a limit is due anyway."""
        limited = self.allowed.points > _FOR and _answer(self.allowed) == "maybe"
        return limited or self.duty.points >= _FOR

    def _faint(self, against: int) -> bool:
        """A clash by few words, in what is else a duty of all or the use of own experience."""
        own = self.shared.points if self.reading.has("OWN") else 0
        if self.refused.points >= _AGAINST or against < _AGAINST:
            return False
        return (against == _AGAINST and self.duty.points >= _FOR) or (
            against <= own and own >= _FOR
        )

    def _someone_better_suited(self) -> bool:
        found = self.reading.has("specialist_here") and not self.reading.has("OWN")
        return found and bool(self.shared.points)

    def _refuse(self) -> TaskVerdict:
        """The activity is named where it is about as near as the clash."""
        if self.refused.points >= _AGAINST and self.refused.points >= self.clash.points - 1:
            number = int(self.refused.target)
            return _of_activity(number, say.near(number, self.refused, self.reading))
        return self._proposed(self.clash.target, self.clash.concepts, f="yes")

    def _near(self) -> TaskVerdict:
        number = int(self.allowed.target)
        return _of_activity(number, say.near(number, self.allowed, self.reading))

    def _by_the_steps(self) -> TaskVerdict:
        """For a task that is none of the activities, the first step that its words bear out."""
        if self.duty.points >= _AGAINST:
            return self._proposed("duty_of_all", self.duty.concepts, d="yes")
        if self.shared.target == "own":
            return self._proposed("own_experience", self.shared.concepts, a="yes")
        if self.elsewhere.points and self.elsewhere.points >= self.shared.points:
            return self._proposed("elsewhere", self.elsewhere.concepts, a="no")
        if self.shared.points >= _FOR or (self.shared.points and self.allowed.points >= _AGAINST):
            number = int(self.allowed.target) if self.allowed.points else None
            return self._proposed("beside", self.shared.concepts, near=number, a="maybe")
        return self._left_over()

    def _left_over(self) -> TaskVerdict:
        """The last step says no, but only to words that were understood."""
        if not self.reading.is_known or self.reading.has("person", "persons", "OWN", "WITH"):
            return self._ask("unknown", NOTHING)
        if self.reading.has("help_with"):
            return _asked(None, say.text("unknown"), "with_or_for")
        if self.reading.has("note_write") and self.reading.has("note"):
            return _asked(None, say.text("unknown"), "short_notes")
        if self.reading.has("study", "attend", "everyone", "drill", "policy"):
            return _asked(None, say.text("unknown"), "all_staff")
        if self.reading.has("duty_verb", "lead"):
            return self._ask("unknown", NOTHING)
        return self._proposed("nothing_for_it", (), a="no")

    def _proposed(
        self, why: str, concepts: tuple[str, ...], *, near: int | None = None, **known: str
    ) -> TaskVerdict:
        factors = told_factors(self.reading, known)
        verdict = five_steps(factors)
        reason = say.sign(why, concepts, self.reading)
        instead = say.instead(why) if verdict == "no" else ""
        return TaskVerdict(
            verdict, near, reason, {**factors, "h": verdict}, sign=why, instead=instead
        )

    def _ask(self, why: str, doubt: Match) -> TaskVerdict:
        nearest = max(self.allowed, self.refused, key=_points)
        number = int(nearest.target) if nearest.points >= _AGAINST else None
        reason = say.doubt(why, doubt, self.allowed, self.reading)
        return _asked(number, reason, say.question_on(doubt.target))


def _points(match: Match) -> int:
    return match.points


def _answer(match: Match) -> Verdict:
    return _VERDICTS.get(activities()[int(match.target)].effective, "yes")


def _of_activity(number: int, reason: str) -> TaskVerdict:
    verdict = _VERDICTS.get(activities()[number].effective, "yes")
    factors = {**activity_factors(number), "h": verdict}
    instead = say.instead(str(number)) if verdict == "no" else ""
    return TaskVerdict(verdict, number, reason, factors, sign=str(number), instead=instead)


def _asked(number: int | None, reason: str, question: str) -> TaskVerdict:
    factors = dict.fromkeys("abcdefgh", "unknown")
    return TaskVerdict("unsure", number, reason, factors, say.question(question), sign=question)
