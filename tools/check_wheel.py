"""Build the wheel and use it as a stranger would: clean environment, empty folder, one profile.

Usage: python tools/check_wheel.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("riverbend.yaml", "_riverbend.yaml")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        wheels, home, folder = (Path(scratch, name) for name in ("wheels", "venv", "empty"))
        run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", wheels, ROOT)
        venv.create(home, with_pip=True)
        scripts = home / ("Scripts" if os.name == "nt" else "bin")
        run(scripts / "python", "-m", "pip", "install", "-q", *wheels.glob("*.whl"))
        folder.mkdir()
        for name in COPIED:
            shutil.copy(ROOT / "profiles" / name, folder)
        shutil.copytree(ROOT / "profiles" / "brand", folder / "brand")
        run(scripts / "jdgen", "build", "riverbend.yaml", cwd=folder)
        made = sorted(path.name for path in folder.glob("output/*/*.docx"))
    if len(made) != 3:
        sys.exit(f"The wheel made {made or 'nothing'}; three documents were expected.")
    print("The wheel made", ", ".join(made))


def run(*command: object, cwd: Path | None = None) -> None:
    subprocess.run([str(part) for part in command], check=True, cwd=cwd)


if __name__ == "__main__":
    main()
