"""Rules speak of fields that a profile has: the sound profile loads, examples name real fields."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from jdgen.guidelines.registry import catalogue
from jdgen.profile import json_schema, load_profile

BASE = Path(__file__).with_name("base.yaml")
PATHS = sorted(
    {path for rule in catalogue() for ex in (*rule.passes, *rule.fails) for path in ex.profile}
)


def test_the_sound_profile_is_a_valid_one(tmp_path):
    shutil.copy(BASE, tmp_path / "riverbend.yaml")
    assert load_profile(tmp_path / "riverbend.yaml").id == "riverbend-peer-worker"


@pytest.mark.parametrize("path", PATHS)
def test_an_example_changes_a_field_that_profiles_have(path):
    known: Any = json_schema()
    for step in path.split("."):
        inside = known.get("items") if step.isdigit() else known.get("properties", {}).get(step)
        inside = inside or _of_any_name(known, step)
        is_open = known == {"type": "object"}
        assert inside or is_open
        known = inside or {"type": "object"}


def _of_any_name(known: Any, step: str) -> Any:
    """What stands under names that the profile chooses, such as the items of a checklist."""
    named = re.fullmatch(known.get("propertyNames", {}).get("pattern", r"(?!)"), step)
    return known.get("additionalProperties") if named else None
