"""Sets a fifth of a file of labelled examples aside, by a hash of each example's id.

    python -m benchmarks.split_examples EXAMPLES.jsonl FOLDER

writes FOLDER/develop.jsonl and FOLDER/held_out.jsonl. The hash makes the choice repeatable and
keeps it out of anybody's hands: the rules are written against the first file; the second is only
scored.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

FIFTH = 5


def is_held_out(example_id: str) -> bool:
    digest = hashlib.sha256(example_id.encode("utf-8")).digest()
    return digest[0] % FIFTH == 0


def split(source: Path, folder: Path) -> dict[str, int]:
    parts: dict[str, list[str]] = {"develop.jsonl": [], "held_out.jsonl": []}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.strip():
            held = is_held_out(json.loads(line)["id"])
            parts["held_out.jsonl" if held else "develop.jsonl"].append(line)
    for name, lines in parts.items():
        text = "\n".join(lines) + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return {name: len(lines) for name, lines in parts.items()}


if __name__ == "__main__":
    for name, count in split(Path(sys.argv[1]), Path(sys.argv[2])).items():
        print(f"{name}: {count} examples")
