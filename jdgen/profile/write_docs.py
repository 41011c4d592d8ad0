"""Writes the generated pages on the profile: `python -m jdgen.profile.write_docs [docs]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from jdgen.profile.reference import as_markdown
from jdgen.profile.to_json_schema import convert


def pages() -> dict[str, str]:
    """File name → content, as they should stand in the docs folder."""
    return {
        "profile.schema.json": json.dumps(convert(), indent=1, ensure_ascii=False) + "\n",
        "profile-fields.md": as_markdown(),
    }


def write(folder: Path) -> None:
    """Writes the pages into a folder."""
    for name, content in pages().items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
