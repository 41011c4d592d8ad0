"""Writes the known tasks that a task is compared with: `python -m tools.learn_tasks`.

They are the invented tasks of the tests, each with the words and concepts it is read as today. Run
it after a change of those tasks or of the lexicon; a test tells when it is due.
"""

from __future__ import annotations

import json
from pathlib import Path

from jdgen.guidelines.tasks.likeness import KNOWN, features_of
from jdgen.guidelines.tasks.reading import read_task

TASKS = Path(__file__).parents[1] / "tests" / "guidelines" / "tasks" / "invented.jsonl"


def known_tasks() -> str:
    """The file as it should be: verdict, activity, task and features, parted by tabs."""
    lines = []
    for line in TASKS.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        features = " ".join(sorted(features_of(read_task(told["task"]))))
        lines.append(
            "\t".join((told["verdict"], str(told["activity"] or ""), told["task"], features))
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    KNOWN.write_text(known_tasks(), encoding="utf-8")


if __name__ == "__main__":
    main()
