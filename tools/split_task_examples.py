"""Set a fifth of a file of labelled tasks aside, by a hash of each task's id.

    python -m tools.split_task_examples EXAMPLES.jsonl tests/guidelines/tasks

The hash alone decides, so the same task always lands on the same side, and nobody has to look at
the lines set aside to make the split. Nothing of a line is printed.
"""

import hashlib
import json
import sys
from pathlib import Path

SET_ASIDE_EVERY = 5


def is_held_out(identifier: str) -> bool:
    """Whether the task of this id belongs to the fifth nobody develops on."""
    digest = hashlib.sha256(identifier.encode("utf-8")).digest()
    return int.from_bytes(digest, "big") % SET_ASIDE_EVERY == 0


def split(examples: Path, folder: Path) -> tuple[int, int]:
    """Write `develop.jsonl` and `held_out.jsonl` into the folder; gives how many lines each got."""
    lines = [line for line in examples.read_text(encoding="utf-8").splitlines() if line.strip()]
    sides: dict[str, list[str]] = {"develop": [], "held_out": []}
    for line in lines:
        side = "held_out" if is_held_out(json.loads(line)["id"]) else "develop"
        sides[side].append(line)
    folder.mkdir(parents=True, exist_ok=True)
    for name, kept in sides.items():
        (folder / f"{name}.jsonl").write_text("\n".join(kept) + "\n", encoding="utf-8")
    return len(sides["develop"]), len(sides["held_out"])


if __name__ == "__main__":
    source, target = (Path(argument) for argument in sys.argv[1:3])
    develop, held_out = split(source, target)
    sys.stdout.write(f"{develop} to develop on, {held_out} set aside\n")
