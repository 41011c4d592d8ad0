"""How well sets are read whose sentences no weight was learned from.

    python -m benchmarks.wording_left_out

leaves out each set developed on in turn, learns the weights of the second reader from all the
others, scores the one left out, and writes the figures to `benchmarks/wording_left_out.json`, from
which `python -m benchmarks.wording --write` takes them. Some minutes.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.wording import SETS, Score, read, scores
from jdgen.guidelines.wording import check, leaning
from tools.learn_wording import SETS as LEARNED
from tools.learn_wording import examples, fit

FIGURES = Path(__file__).with_suffix(".json")


def left_out(name: str, folder: Path) -> dict[str, Score]:
    """The scores of one set with weights learned from every other text."""
    texts = {example["text"] for example in read(name)}
    told = [
        one for one in examples([own for own in LEARNED if own != name]) if one.text not in texts
    ]
    leaning.WEIGHTS = folder / f"{name}.json"
    leaning.WEIGHTS.write_text(json.dumps(fit(told)), encoding="utf-8")
    leaning.weights.cache_clear()
    check.forget()
    return scores(read(name))


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
    with tempfile.TemporaryDirectory() as folder:
        by_set = {name: left_out(name, Path(folder)) for name in SETS["developed on"]}
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
