"""Write tests/guidelines/documents.yaml anew: `python -m tools.make_rule_documents`.

The file shows what Word shows of each shipped document of the sound profile, so that examples of
rules can name whole paragraphs. It is a snapshot: write it again when a template or a text changes.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

from jdgen.model import Artifact, Block, Profile
from jdgen.pipeline import Options, Pipeline
from jdgen.profile import load_profile
from jdgen.settings import load_settings

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests" / "guidelines" / "base.yaml"
PAGE = BASE.with_name("documents.yaml")
LOGOS = ROOT / "profiles" / "brand"
_HEAD = """\
# The sound documents that rule examples change: what Word shows of each, as [role, text], and the
# alternative texts of its pictures. Made from base.yaml and the shipped templates, so never edit
# it: write it again by `python -m tools.make_rule_documents`.
"""


def snapshot() -> str:
    """The text that documents.yaml should have now."""
    return _HEAD + "".join(f"\n{_told(document)}" for document in _documents())


def _documents() -> Iterator[Artifact]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(BASE, Path(folder) / "riverbend.yaml")
        shutil.copytree(LOGOS, Path(folder) / LOGOS.name)
        profile: Profile = load_profile(Path(folder) / "riverbend.yaml")
        day = datetime.combine(profile.get("effective_date"), time())
        pipeline = Pipeline(load_settings(ROOT), Options(), day)
        for name in profile.get("documents"):
            yield pipeline.render(profile, pipeline.kinds[name])


def _told(document: Artifact) -> str:
    kind, text = document.kind, document.text
    facts = {
        "audience": kind.audience,
        "layout": kind.layout,
        "pages": kind.pages,
        "reading_grade": kind.reading_grade,
        "sections": list(kind.sections),
        "title": text.title,
        "language": text.language,
        "watermarks": list(text.watermarks),
    }
    lines = [f"{kind.name}:", *(f"  {name}: {_json(told)}" for name, told in facts.items())]
    rows = [f"    - {_row(block)}" for block in text.blocks if block.text.strip() or block.alt]
    return "\n".join([*lines, "  blocks:", *rows]) + "\n"


def _row(block: Block) -> str:
    alt = f", {_json(list(block.alt))}" if block.alt else ""
    return f"[{block.role}, {_json(block.text)}{alt}]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    PAGE.write_text(snapshot(), encoding="utf-8", newline="\n")
    print(f"Wrote {PAGE.name}.")
