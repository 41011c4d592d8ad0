"""What the concepts of one task speak for and against, and the verdict they give."""

from __future__ import annotations

from jdgen.guidelines.tasks import say
from jdgen.guidelines.tasks.factors import five_steps, told_factors
from jdgen.guidelines.tasks.frames import NOTHING, Match, best_matches
from jdgen.guidelines.tasks.reading import Reading
from jdgen.guidelines.tasks.verdict import TaskVerdict, answer_on, asked, of_activity

# Points from which a frame counts: two concepts speak against a task, three speak for it. A clash
# and a fit within `_CLOSE` points of each other are two readings of one task.
_AGAINST = 2
_FOR = 3
_CLOSE = 2


class Case:
    """What speaks for and against one task."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        near = best_matches(reading, "activities")
        self.refused = next(
            (match for match in near if answer_on(int(match.target)) == "no"), NOTHING
        )
        self.allowed = next(
            (match for match in near if answer_on(int(match.target)) != "no"), NOTHING
        )
        self.clash = self._best("conflicts")
        self.suspicion = self._best("suspicions")
        self.duty = self._best("duties")
        shared = best_matches(reading, "shared")
        own = [match for match in shared if match.target == "own"]
        self.shared = next(iter(own + shared), NOTHING)
        self.elsewhere = self._best("elsewhere")

    def _best(self, group: str) -> Match:
        return next(iter(best_matches(self.reading, group)), NOTHING)

    def match_of(self, number: int) -> Match:
        """What speaks for this activity, `NOTHING` where nothing does."""
        found = (self.allowed, self.refused)
        return next((match for match in found if match.target == str(number)), NOTHING)

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
        limited = self.allowed.points > _FOR and answer_on(int(self.allowed.target)) == "maybe"
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
            return of_activity(number, say.near(number, self.refused, self.reading))
        return self._proposed(self.clash.target, self.clash.concepts, f="yes")

    def _near(self) -> TaskVerdict:
        number = int(self.allowed.target)
        return of_activity(number, say.near(number, self.allowed, self.reading))

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
            return asked(None, say.text("unknown"), "with_or_for")
        if self.reading.has("note_write") and self.reading.has("note"):
            return asked(None, say.text("unknown"), "short_notes")
        if self.reading.has("study", "attend", "everyone", "drill", "policy"):
            return asked(None, say.text("unknown"), "all_staff")
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
        return asked(number, reason, say.question_on(doubt.target))


def _points(match: Match) -> int:
    return match.points
