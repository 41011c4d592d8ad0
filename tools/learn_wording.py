"""Learns the weights of the second reader of wording from the labelled examples.

    python -m tools.learn_wording

reads the examples to develop on (`tests/guidelines/wording/`, never the ones kept aside), the
examples that stand in the rules, and writes `jdgen/guidelines/wording/learned.json`. One logistic
regression tells apart all faults and "no fault". Some minutes.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from jdgen.guidelines.wording.data import phrases
from jdgen.guidelines.wording.entries import catalogue
from jdgen.guidelines.wording.leaning import TENTHS, WEIGHTS, features
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
    "ordinary.jsonl",
)
_NONE = "no fault"
_LOOSE = 30.0  # how far weights may follow single examples
_ROUNDS = 300
_SEEN_TWICE = 2
_LONG, _LEAST = 14, 5  # words of a text that has parts, and of a part
_PART = 0.5  # how much a part counts beside a whole text
_OF_A_RULE = 6.0  # how much an example of a rule counts, which the tests hold
_JOINTS = {",", ";", ":", "(", ")", "–", "and", "but", "or", "so", "when", "if", "who", "which"}
_JOINTS |= {"that", "because", "while", "where", "until", "before", "after"}
_KEPT = 0.5  # below which a feature tells too little to be written


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
Lesson = tuple[Row, str, float]  # what a text or part holds, its fault, how much it counts


class Learner:
    """Learns from whole texts first, and then from the part of each that shows its fault best."""

    def __init__(self, told: Sequence[Example]) -> None:
        found = [(vectors(one.field, one.text), one) for one in told]
        seen = Counter(name for (whole, *_), _ in found for name in whole)
        self._known = {name for name, count in seen.items() if count >= _SEEN_TWICE}
        self._rows = [([self._row(names) for names in rows], one) for rows, one in found]
        self._names = DictVectorizer().fit([whole for (whole, *_), _ in self._rows])
        self.model = self._fit(list(self._of_wholes()))
        self.model = self._fit([*self._of_wholes(), *self._of_parts()])

    def _row(self, names: Sequence[str]) -> Row:
        return {name: 1 / math.sqrt(len(names)) for name in names if name in self._known}

    def _fit(self, lessons: Sequence[Lesson]) -> LogisticRegression:
        rows, faults, counts = zip(*lessons, strict=True)
        model = LogisticRegression(C=_LOOSE, max_iter=_ROUNDS)
        return model.fit(self._names.transform(rows), faults, sample_weight=counts)

    def _of_wholes(self) -> Iterator[Lesson]:
        for (whole, *_), one in self._rows:
            for fault in sorted(one.labels) or [_NONE]:
                yield whole, fault, one.counts / math.sqrt(len(one.labels) or 1)

    def _of_parts(self) -> Iterator[Lesson]:
        """All parts of a fitting text are fitting; of a faulty one the part that shows it most."""
        faults = list(self.model.classes_)
        for (_, *rows), one in self._rows:
            if rows and not one.labels:
                yield from ((row, _NONE, _PART) for row in rows)
            elif rows:
                likely = self.model.predict_proba(self._names.transform(rows))
                for fault in sorted(one.labels):
                    yield rows[likely[:, faults.index(fault)].argmax()], fault, _PART

    def weights(self) -> tuple[list[str], list[float], dict[str, list[float]]]:
        """The faults, and against "no fault" the bias and the row of figures of each feature."""
        faults = list(self.model.classes_)
        fine = faults.index(_NONE)
        others = [at for at in range(len(faults)) if at != fine]
        bias = [self.model.intercept_[at] - self.model.intercept_[fine] for at in others]
        rows = {
            name: [column[at] - column[fine] for at in others]
            for name, column in zip(self._names.feature_names_, self.model.coef_.T, strict=True)
            if max(map(abs, column)) >= _KEPT
        }
        return [faults[at] for at in others], bias, rows


def fit(told: Sequence[Example]) -> dict[str, object]:
    """The weights as they are written, in tenths."""
    categories, bias, rows = Learner(told).weights()
    return {
        "categories": categories,
        "learned_from": fingerprint(told),
        "bias": _written(bias),
        "rows": {name: _written(row) for name, row in sorted(rows.items())},
    }


def _written(figures: Sequence[float]) -> str:
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
