"""Print the one command under a heading of the README, for the machine that follows it.

Usage: python tools/readme_command.py "Try it"
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def command_under(heading: str) -> str:
    """The single fenced command line under a heading; ValueError where there is not just one."""
    text = README.read_text(encoding="utf-8")
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    blocks = re.findall(r"^```\w*\n(.*?)^```", section.group(1), re.M | re.S) if section else []
    if len(blocks) != 1 or len(blocks[0].strip().splitlines()) != 1:
        raise ValueError(f"'## {heading}' in README.md needs exactly one command line")
    return str(blocks[0].strip())


if __name__ == "__main__":
    print(command_under(sys.argv[1]))
