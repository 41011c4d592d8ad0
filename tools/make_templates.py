"""Make the shipped Word templates anew: `python -m tools.make_templates [--to FOLDER]`.

They can be opened and changed in Word as well; a change made there has to come back here, or
the next run takes it away. `tests/templates` holds the shipped files against this script.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .templates import brochure, expectation_statements, job_description
from .templates.package import Template, pack

KINDS = {
    "job-description": job_description.template,
    "expectation-statements": expectation_statements.template,
    "brochure": brochure.template,
}
_SHIPPED = Path(__file__).resolve().parent.parent / "templates"


def make(kind: str) -> bytes:
    """The bytes of one template."""
    made: Template = KINDS[kind]()
    return pack(made)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the shipped Word templates anew.")
    parser.add_argument("--to", type=Path, default=_SHIPPED, help="folder of the templates")
    folder: Path = parser.parse_args().to
    for kind in KINDS:
        target = folder / kind / "template.docx"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(make(kind))
        print(target)


if __name__ == "__main__":
    main()
