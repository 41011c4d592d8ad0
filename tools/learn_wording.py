"""Learns the weights of the second reader of wording from the labelled examples.

    python -m tools.learn_wording

reads the examples to develop on (`tests/guidelines/wording/`, never the ones kept aside), the
examples that stand in the rules, and writes `jdgen/guidelines/wording/learned.json`. Logistic
regression by stochastic gradient steps, in plain Python: the same examples give the same weights.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jdgen.guidelines.wording.data import phrases
from jdgen.guidelines.wording.entries import catalogue
from jdgen.guidelines.wording.leaning import WEIGHTS, features
from jdgen.guidelines.wording.tokens import tokenize
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
    "fitting.jsonl",
    "fitting_2.jsonl",
)
_ROUNDS = 25
_STEP = 0.5
_SHRINK = 2e-4
_SEEN_TWICE = 2
_KEPT, _KEPT_OF_CATEGORY = 5, 25  # hundredths below which a weight is left out

Example = tuple[str, frozenset[str], str]


def examples(sets: Sequence[str] = SETS) -> Iterator[Example]:
    """Field, categories and text of everything labelled that may be learned from."""
    categories: set[str] = set()
    for name in sets:
        for line in (EXAMPLES / name).read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            categories.update(told["expect"])
            yield told["field"], frozenset(told["expect"]), told["text"]
    for sentences in load_data(EXAMPLES / "mechanisms.yaml").values():
        for told in sentences:
            ((field, text),) = ((key, value) for key, value in told.items() if key != "raise")
            yield field, frozenset(phrases(told["raise"])), text
    for wording in catalogue().wordings:
        if wording.category in categories:  # advice on words has categories of its own
            for field, text in wording.bad:
                yield field, frozenset({wording.category}), text
        for field, text in wording.good:
            yield field, frozenset(), text


def vectors(told: Sequence[Example]) -> list[list[str]]:
    lexicon = catalogue().lexicon
    found = []
    for field, _, text in told:
        tokens = tokenize(text)
        whole = (0, len(tokens))
        places = lexicon.find(tokens)
        found.append(list(features(tokens, places, field, whole)))
    return found


def learn(
    rows: Sequence[Sequence[str]], wanted: Sequence[bool], weight_of_yes: float = 1.0
) -> tuple[float, dict[str, float]]:
    """Bias and weights of a logistic regression; each row is scaled by the root of its length."""
    order = list(range(len(rows)))
    shuffle = random.Random(7)
    bias, weights, squares = 0.0, Counter[str](), Counter[str]()
    bias_squares = 1.0
    for _ in range(_ROUNDS):
        shuffle.shuffle(order)
        for at in order:
            row = rows[at]
            scale = 1 / math.sqrt(len(row))
            told = bias + scale * sum(weights[name] for name in row)
            slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, told)))) - wanted[at]
            slope *= weight_of_yes if wanted[at] else 1.0
            bias_squares += slope * slope
            bias -= _STEP * slope / math.sqrt(bias_squares)
            for name in row:
                pull = slope * scale + _SHRINK * weights[name]
                squares[name] += pull * pull
                weights[name] -= _STEP * pull / math.sqrt(squares[name] + 1e-6)
    return bias, dict(weights)


def fit(told: Sequence[Example]) -> dict[str, object]:
    rows = vectors(told)
    seen = Counter(name for row in rows for name in row)
    rows = [[name for name in row if seen[name] >= _SEEN_TWICE] for row in rows]
    bias, wrong = learn(rows, [bool(labels) for _, labels, _ in told])
    categories = sorted({name for _, labels, _ in told for name in labels})
    by_category: dict[str, list[int]] = {}
    category_bias = []
    faulty = [(row, labels) for row, (_, labels, _) in zip(rows, told, strict=True) if labels]
    for at, category in enumerate(categories):  # which one it is, of texts with a fault
        wanted = [category in labels for _, labels in faulty]
        balance = math.sqrt(len(wanted) / sum(wanted))
        own_bias, own = learn([row for row, _ in faulty], wanted, weight_of_yes=balance)
        category_bias.append(round(own_bias, 3))
        for name, value in _rounded(own, _KEPT_OF_CATEGORY).items():
            by_category.setdefault(name, [0] * len(categories))[at] = value
    return {
        "categories": categories,
        "bias": round(bias, 3),
        "wrong": _rounded(wrong, _KEPT),
        "category_bias": category_bias,
        "learned_from": fingerprint(told),
        "by_category": {name: " ".join(map(str, row)) for name, row in sorted(by_category.items())},
    }


def fingerprint(told: Sequence[Example]) -> str:
    """Tells whether weights were learned from these very examples."""
    lines = sorted(f"{field}|{','.join(sorted(labels))}|{text}" for field, labels, text in told)
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def _rounded(weights: Mapping[str, float], least: int) -> dict[str, int]:
    told = {name: round(value * 100) for name, value in sorted(weights.items())}
    return {name: value for name, value in told.items() if abs(value) >= least}


def main() -> None:
    told = list(examples())
    text = json.dumps(fit(told), ensure_ascii=False, separators=(",", ":"))
    WEIGHTS.write_text(text.replace('","', '",\n"') + "\n", encoding="utf-8", newline="\n")
    print(f"{WEIGHTS.name}: {len(text) // 1024} KB from {len(told)} examples")


if __name__ == "__main__":
    sys.exit(main())
