"""The documents that rule examples change are those that the shipped templates make now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

HERE = Path(__file__).parent
TOOL = HERE.parents[1] / "tools" / "make_rule_documents.py"


def test_the_snapshot_is_what_the_templates_make_of_the_sound_profile():
    spec = importlib.util.spec_from_file_location("make_rule_documents", TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    kept = (HERE / "documents.yaml").read_text(encoding="utf-8")
    assert kept == tool.snapshot(), "write it again: python -m tools.make_rule_documents"
