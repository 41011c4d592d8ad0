"""How long `jdgen --help` takes beside a Python that does nothing.

Run `python -m benchmarks.start` in the project's folder; `--write` renews docs/start-up.md. The two
are started in turns, so that a busy machine slows both; the median of the differences counts. Ends
with exit code 3 if the difference is over 60 ms.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "start-up.md"
ROUNDS = 21
MOST_MILLISECONDS = 60
BARE = [sys.executable, "-c", "pass"]
HELP = [sys.executable, "-m", "jdgen", "--help"]


def milliseconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return (time.perf_counter() - started) * 1000


def main() -> int:
    pairs = [(milliseconds(BARE), milliseconds(HELP)) for _ in range(ROUNDS + 1)][1:]
    bare, asked = (statistics.median(times) for times in zip(*pairs, strict=True))
    more = statistics.median(asked - bare for bare, asked in pairs)
    told = (
        f"Python alone {bare:.0f} ms, `jdgen --help` {asked:.0f} ms, difference {more:.0f} ms "
        f"(aim: {MOST_MILLISECONDS} ms at most), median of {ROUNDS} rounds in turns."
    )
    print(told)
    if "--write" in sys.argv[1:]:
        machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
        made = "Made by `python -m benchmarks.start --write`; do not edit."
        PAGE.write_text(f"# Start-up\n\n{made}\n\n{told}\n\n{machine}.\n", encoding="utf-8")
    return 0 if more <= MOST_MILLISECONDS else 3


if __name__ == "__main__":
    sys.exit(main())
