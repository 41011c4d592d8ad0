"""From a profile file to a checked Profile. Heavy imports wait until they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdgen.model import Profile
    from jdgen.profile.reference import Field

__all__ = ["field_reference", "is_choice", "json_schema", "load_profile"]


def load_profile(path: Path, instead: Mapping[Path, bytes] = MappingProxyType({})) -> Profile:
    """The profile in a file, with its parts and the shipped duties filled in and all checked.

    Files named in `instead` are read as if they held these bytes, to try what is not written yet.

    Raises ProfileError with every problem found, sorted by file and line.
    """
    from jdgen.profile.load import load

    return load(path, instead)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of a profile, for editors that complete and check while typing."""
    from jdgen.profile.to_json_schema import convert

    return convert()


def field_reference() -> list[Field]:
    """Every field of a profile, in the order of the schema."""
    from jdgen.profile.reference import fields

    return fields()


def is_choice(path: str) -> bool:
    """Whether the field at a dotted path takes one of a few values, and no free text."""
    from jdgen.profile import schema_files

    return schema_files.is_choice(path)
