"""Learns the weights of the second reader of wording from the labelled examples.

    python -m tools.learn_wording

reads the examples to develop on (`tests/guidelines/wording/`, never the ones kept aside), the
examples that stand in the rules, and writes `jdgen/guidelines/wording/learned.json`. For each fault
a support vector machine tells texts that have it from all others. About a minute.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.svm import LinearSVC

from jdgen.guidelines.wording.data import phrases
from jdgen.guidelines.wording.entries import catalogue
from jdgen.guidelines.wording.leaning import GROUPS, TENTHS, WEIGHTS, features, shades
from jdgen.guidelines.wording.tokens import Token, tokenize
from jdgen.yaml_source import load_data

EXAMPLES = Path(__file__).parent.parent / "tests" / "guidelines" / "wording"
SETS = (
    "develop.jsonl",
    "develop_2.jsonl",
    "develop_3.jsonl",
    "develop_4.jsonl",
    "invented.jsonl",
    "invented_2.jsonl",
    "invented_3.jsonl",
    "invented_4.jsonl",
    "fitting.jsonl",
    "fitting_2.jsonl",
    "develop_5.jsonl",
    "develop_6.jsonl",
    "develop_7.jsonl",
    "develop_8.jsonl",
    "ordinary.jsonl",
)
_LOOSE = 3.0  # how far weights may follow single examples
_FREE = 3.0  # how freely the bias may grow beside the weights
_STEEP = 3.0  # odds, as a power of e, at the margin of a machine
_ROUNDS = 1000
_SEEN_TWICE = 2
_LONG, _LEAST = 14, 5  # words of a text that has parts, and of a part
_PART = 0.5  # how much a part counts beside a whole text
_OF_A_RULE = 6.0  # how much an example of a rule counts, which the tests hold
_JOINTS = {",", ";", ":", "(", ")", "–", "and", "but", "or", "so", "when", "if", "who", "which"}
_JOINTS |= {"that", "because", "while", "where", "until", "before", "after"}


class Example(NamedTuple):
    """A text as it would stand in a field, its faults, and how much it counts."""

    field: str
    labels: frozenset[str]
    text: str
    counts: float = 1.0


def examples(sets: Sequence[str] = SETS) -> Iterator[Example]:
    """Everything labelled that may be learned from."""
    categories: set[str] = set()
    for name in sets:
        for line in (EXAMPLES / name).read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            categories.update(told["expect"])
            yield Example(told["field"], frozenset(told["expect"]), told["text"])
    for sentences in load_data(EXAMPLES / "mechanisms.yaml").values():
        for told in sentences:
            ((field, text),) = ((key, value) for key, value in told.items() if key != "raise")
            yield Example(field, frozenset(phrases(told["raise"])), text, _OF_A_RULE)
    for wording in catalogue().wordings:
        if wording.category in categories:  # advice on words has categories of its own
            for field, text in wording.bad:
                yield Example(field, frozenset({wording.category}), text, _OF_A_RULE)
        for field, text in wording.good:
            yield Example(field, frozenset(), text, _OF_A_RULE)


def parts(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """From token to token (beyond): the sentences of a long text, and the clauses of long ones."""
    if _words(tokens) <= _LONG:
        return
    starts = [at for at in range(1, len(tokens)) if tokens[at].sentence != tokens[at - 1].sentence]
    for start, end in itertools.pairwise([0, *starts, len(tokens)]):
        if starts and _words(tokens[start:end]) >= _LEAST:
            yield start, end
        if _words(tokens[start:end]) > _LONG:
            yield from _clauses(tokens, start, end)


def _clauses(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start + 1, end):
        if tokens[at].word in _JOINTS and at - start > _LEAST and end - at >= _LEAST:
            yield start, at
            start = at
    yield start, end


def _words(tokens: Sequence[Token]) -> int:
    return sum(token.is_word for token in tokens)


def vectors(field: str, text: str) -> list[list[str]]:
    """The features of a text as a whole, then those of its parts."""
    tokens = tokenize(text)
    places = catalogue().lexicon.find(tokens)
    units = [(0, len(tokens)), *parts(tokens)]
    return [list(features(tokens, places, field, unit)) for unit in units]


Row = dict[str, float]
Lesson = tuple[Row, frozenset[str], float]  # what a text or part holds, its faults, how it counts


class Learner:
    """Learns from whole texts first, and then from the part of each that shows its fault best."""

    def __init__(self, told: Sequence[Example]) -> None:
        self._rows = [
            ([_row(one.field, names) for names in vectors(one.field, one.text)], one)
            for one in told
        ]
        seen = Counter(name for (whole, *_), _ in self._rows for name in whole)
        known = [{name: 1.0} for name, count in sorted(seen.items()) if count >= _SEEN_TWICE]
        self._names = DictVectorizer().fit(known)
        self.faults = sorted({fault for one in told for fault in one.labels})
        self.machines = self._fit(list(self._of_wholes()))
        self.machines = self._fit([*self._of_wholes(), *self._of_parts()])

    def _fit(self, lessons: Sequence[Lesson]) -> dict[str, LinearSVC]:
        rows, faults, counts = zip(*lessons, strict=True)
        table = self._names.transform(rows)
        table.indices = table.indices.astype(np.int32)  # the machine takes no longer numbers
        table.indptr = table.indptr.astype(np.int32)
        machines = {}
        for fault in self.faults:
            machine = LinearSVC(C=_LOOSE, dual=False, intercept_scaling=_FREE, max_iter=_ROUNDS)
            machines[fault] = machine.fit(table, [fault in own for own in faults], counts)
        return machines

    def _of_wholes(self) -> Iterator[Lesson]:
        for (whole, *_), one in self._rows:
            yield whole, one.labels, one.counts

    def _of_parts(self) -> Iterator[Lesson]:
        """All parts of a fitting text are fitting; of a faulty one the part that shows it most."""
        for (_, *rows), one in self._rows:
            if not one.labels:
                yield from ((row, one.labels, _PART) for row in rows)
            elif rows:
                table = self._names.transform(rows)
                for fault in sorted(one.labels):
                    best = self.machines[fault].decision_function(table).argmax()
                    yield rows[best], frozenset({fault}), _PART

    def weights(self) -> tuple[list[float], dict[str, NDArray[np.float64]]]:
        """For each fault the bias, and for each feature a row of figures, as powers of e."""
        machines = [self.machines[fault] for fault in self.faults]
        bias = [_STEEP * float(machine.intercept_[0]) for machine in machines]
        columns = np.vstack([machine.coef_[0] for machine in machines]).T * _STEEP
        return bias, dict(zip(self._names.feature_names_, columns, strict=True))


def _row(field: str, names: Sequence[str]) -> Row:
    shown = Counter(shade for name in names for shade in shades(name, GROUPS[field]))
    return {shade: count / math.sqrt(len(names)) for shade, count in shown.items()}


def fit(told: Sequence[Example]) -> dict[str, object]:
    """The weights as they are written, in tenths; what rounds to nothing is left out."""
    learner = Learner(told)
    bias, rows = learner.weights()
    written = {name: _written(row) for name, row in sorted(rows.items())}
    return {
        "categories": learner.faults,
        "learned_from": fingerprint(told),
        "bias": _written(bias),
        "rows": {name: row for name, row in written.items() if row.strip("0 ")},
    }


def _written(figures: Iterable[float]) -> str:
    return " ".join(str(round(figure * TENTHS)) for figure in figures)


def fingerprint(told: Sequence[Example]) -> str:
    """Tells whether weights were learned from these very examples."""
    lines = sorted(f"{one.field}|{','.join(sorted(one.labels))}|{one.text}" for one in told)
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def main() -> None:
    told = list(examples())
    text = json.dumps(fit(told), ensure_ascii=False, separators=(",", ":"))
    WEIGHTS.write_text(text.replace('","', '",\n"') + "\n", encoding="utf-8", newline="\n")
    print(f"{WEIGHTS.name}: {len(text) // 1024} KB from {len(told)} examples")


if __name__ == "__main__":
    sys.exit(main())
