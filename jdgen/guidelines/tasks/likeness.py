"""Likeness to known tasks: a second opinion where concepts leave a task open, or err.

`data/known_tasks.tsv` holds judged tasks with the words and concepts that each was read as, written
by `python -m tools.learn_tasks`. A task is compared with all of them (cosine of words and concepts,
rare ones weighing more), and the nearest few have a say by how near they are.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest

from jdgen.guidelines.tasks.reading import Reading
from jdgen.guidelines.tasks.words import DATA

KNOWN = DATA / "known_tasks.tsv"
_NEAREST = 7
_LIKELY = 40
_COMMON = 0.25  # what more than this share of the known tasks have tells nothing
# With or for the person, own experience, private time, watching: these turn a task, so they weigh
# more than the things it is about, and a known task that differs in one is less like by a fifth.
_TURNING = frozenset({"@WITH", "@FOR", "@OWN", "@OFF", "@WATCHED"})
_TURNING_WEIGHT = 3.0
_TURNED = 0.8
_SMALL = frozenset({"a", "an", "and", "are", "at", "be", "in", "is", "of", "on", "or", "the", "to"})


@dataclass(frozen=True, slots=True)
class Known:
    """One judged task."""

    task: str
    verdict: str
    activity: int | None
    turning: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of the likeness falls to each verdict (0 to 1), and the nearest known tasks.

    `closeness` says how like the very nearest is, from 0 to 1.
    """

    shares: Mapping[str, float]
    closeness: float
    nearest: Sequence[Known] = ()

    @property
    def verdict(self) -> str:
        """The verdict that most of the nearest have."""
        return max(self.shares, key=lambda verdict: self.shares[verdict])

    @property
    def activity(self) -> int | None:
        """The activity of the nearest known task, if another of those named shares it."""
        numbers = [known.activity for known in self.nearest if known.verdict == self.verdict]
        return numbers[0] if numbers and numbers.count(numbers[0]) > 1 else None


def features_of(reading: Reading) -> frozenset[str]:
    """What a task is compared by: its words in their shortest form, and its concepts."""
    words = (
        min(word.forms, key=lambda form: (len(form), form))
        for word in reading.words
        if not word.is_mark
    )
    found = frozenset(word for word in words if word not in _SMALL)
    return found | {f"@{concept}" for concept in reading.concepts}


def likeness_of(reading: Reading) -> Likeness:
    """How like a task is to the known ones; all shares are 0 where it shares nothing with any."""
    known, weights, places = _index()
    features = features_of(reading)
    turning = features & _TURNING
    scores: dict[int, float] = defaultdict(float)
    length = 0.0
    # In a fixed order, so that sums and ties come out the same in every run.
    for feature in sorted(features):
        weight = weights.get(feature, math.log(len(known)))
        length += weight**2
        for at, share in places.get(feature, ()):
            scores[at] += weight * share
    likely = nlargest(_LIKELY, scores, key=lambda at: (scores[at], -at))
    turned = {at: scores[at] * _TURNED ** len(known[at].turning ^ turning) for at in likely}
    best = sorted(turned.items(), key=lambda scored: (-scored[1], scored[0]))[:_NEAREST]
    shares = dict.fromkeys(("yes", "maybe", "no"), 0.0)
    whole = sum(score**2 for _, score in best)
    for at, score in best:
        shares[known[at].verdict] += score**2 / whole
    closeness = best[0][1] / math.sqrt(length) if best else 0.0
    return Likeness(shares, closeness, tuple(known[at] for at, _ in best))


_Index = tuple[Sequence[Known], Mapping[str, float], Mapping[str, Sequence[tuple[int, float]]]]


@cache
def _index() -> _Index:
    """The known tasks, the weight of each feature, and where it occurs with which share."""
    known: list[Known] = []
    features: list[list[str]] = []
    for line in KNOWN.read_text(encoding="utf-8").splitlines():
        verdict, activity, task, told = line.split("\t")
        features.append(told.split())
        turning = _TURNING.intersection(features[-1])
        known.append(Known(task, verdict, int(activity) if activity else None, turning))
    counts = Counter(feature for told in features for feature in told)
    weights = {
        feature: math.log(len(known) / count) if count <= _COMMON * len(known) else 0.0
        for feature, count in counts.items()
    } | dict.fromkeys(_TURNING, _TURNING_WEIGHT)
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, found in enumerate(features):
        kept = [(feature, weights[feature]) for feature in found if weights[feature]]
        length = math.sqrt(sum(weight**2 for _, weight in kept)) or 1.0
        for feature, weight in kept:
            places[feature].append((at, weight / length))
    return known, weights, places
