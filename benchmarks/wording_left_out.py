"""How well sets are read whose sentences no weight was learned from.

    python -m benchmarks.wording_left_out

leaves out the authors of the sets developed on, a tenth of them at a time, learns the weights of
the second reader from all else, scores what was left out, and writes the figures to
`benchmarks/wording_left_out.json`, from which `python -m benchmarks.wording --write` takes them.
Some minutes.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.wording import SETS, Score, read, scores
from jdgen.guidelines.wording import check, leaning
from tools.learn_wording import examples, fit

FIGURES = Path(__file__).with_suffix(".json")
_TENTHS = 10


def by_author(name: str) -> dict[str, list[dict[str, Any]]]:
    """The texts of a set by who wrote them, as the letters before the number of an id tell."""
    found: dict[str, list[dict[str, Any]]] = {}
    for example in read(name):
        author = str(example["id"]).rsplit("-", 1)[0]
        found.setdefault(author, []).append(example)
    return found


def left_out(authors: Sequence[Sequence[Mapping[str, Any]]]) -> list[dict[str, Score]]:
    """The scores of each author's texts, with weights learned from every text but all of these."""
    texts = {example["text"] for own in authors for example in own}
    told = [one for one in examples() if one.text not in texts]
    with tempfile.TemporaryDirectory() as folder:
        leaning.WEIGHTS = Path(folder) / "learned.json"
        leaning.WEIGHTS.write_text(json.dumps(fit(told)), encoding="utf-8")
        leaning.weights.cache_clear()
        check.forget()
        return [scores(own) for own in authors]


def total(tables: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """The counts of several sets together."""
    added: dict[str, Score] = {}
    for table in tables:
        for name, score in table.items():
            own = added.setdefault(name, Score())
            own.right += score.right
            own.wrong += score.wrong
            own.missed += score.missed
    return added


def main() -> None:
    parts = [(name, own) for name in SETS["developed on"] for own in by_author(name).values()]
    tenths = [parts[at::_TENTHS] for at in range(_TENTHS)]
    with ProcessPoolExecutor() as processes:
        tables = list(processes.map(left_out, ([own for _, own in tenth] for tenth in tenths)))
    scored = [
        (name, table)
        for tenth, of_tenth in zip(tenths, tables, strict=True)
        for (name, _), table in zip(tenth, of_tenth, strict=True)
    ]
    by_set = {
        name: total(table for of, table in scored if of == name) for name in SETS["developed on"]
    }
    by_set["together"] = total(by_set.values())
    told = {
        name: {
            row: [score.right, score.wrong, score.missed]
            for row, score in sorted(table.items())
            if name == "together" or row in ("not clean", "all categories")
        }
        for name, table in by_set.items()
    }
    FIGURES.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
