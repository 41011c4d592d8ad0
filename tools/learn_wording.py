"""Learns the weights of the second reader of wording from the labelled examples.

    python -m tools.learn_wording

reads the examples to develop on (`tests/guidelines/wording/`, never the ones kept aside), the
examples that stand in the rules, and writes `jdgen/guidelines/wording/learned.json`. One logistic
regression tells apart all faults and "no fault".
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

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
    "develop_5.jsonl",
    "ordinary.jsonl",
)
_NONE = "no fault"
_LOOSE = 30.0  # how far weights may follow single examples
_ROUNDS = 300
_SEEN_TWICE = 2
_TENTHS = 10
_KEPT = 0.5  # below which a feature tells too little to be written

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


def fit(told: Sequence[Example]) -> dict[str, object]:
    """The weights as they are written: in tenths, for each category against no fault at all."""
    rows = vectors(told)
    seen = Counter(name for row in rows for name in row)
    scaled = [
        {name: 1 / math.sqrt(len(row)) for name in row if seen[name] >= _SEEN_TWICE} for row in rows
    ]
    # A text with two faults is learned from for each of them, with less weight.
    each = [
        (row, fault, 1 / math.sqrt(len(labels) or 1))
        for row, (_, labels, _) in zip(scaled, told, strict=True)
        for fault in sorted(labels) or [_NONE]
    ]
    names = DictVectorizer()
    found = names.fit_transform([row for row, _, _ in each])
    model = LogisticRegression(C=_LOOSE, max_iter=_ROUNDS)
    model.fit(found, [fault for _, fault, _ in each], sample_weight=[weight for *_, weight in each])
    faults = list(model.classes_)
    fine = faults.index(_NONE)
    categories = [at for at in range(len(faults)) if at != fine]
    kept = {
        name: [column[at] - column[fine] for at in categories]
        for name, column in zip(names.feature_names_, model.coef_.T, strict=True)
        if max(map(abs, column)) >= _KEPT
    }
    bias = [model.intercept_[at] - model.intercept_[fine] for at in categories]
    return {
        "categories": [faults[at] for at in categories],
        "learned_from": fingerprint(told),
        "bias": _written(bias),
        "rows": {name: _written(row) for name, row in sorted(kept.items())},
    }


def _written(figures: Sequence[float]) -> str:
    return " ".join(str(round(figure * _TENTHS)) for figure in figures)


def fingerprint(told: Sequence[Example]) -> str:
    """Tells whether weights were learned from these very examples."""
    lines = sorted(f"{field}|{','.join(sorted(labels))}|{text}" for field, labels, text in told)
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def main() -> None:
    told = list(examples())
    text = json.dumps(fit(told), ensure_ascii=False, separators=(",", ":"))
    WEIGHTS.write_text(text.replace('","', '",\n"') + "\n", encoding="utf-8", newline="\n")
    print(f"{WEIGHTS.name}: {len(text) // 1024} KB from {len(told)} examples")


if __name__ == "__main__":
    sys.exit(main())
