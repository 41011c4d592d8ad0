"""Cerberus over a tidied profile: its errors, flat and with the rules of the field they concern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from cerberus import TypeDefinition, Validator
from cerberus.errors import ValidationError
from cerberus.schema import DefinitionSchema
from cerberus.utils import mapping_hash

from jdgen.profile.schema_files import Rules, inside, profile_schema, worker_schema


@dataclass(frozen=True)
class Misfit:
    """One thing that does not fit the schema. `rule` is the Cerberus rule that it broke.

    `rules` are those of the field, or of its block where the field itself is not known.
    """

    path: tuple[str, ...]
    rule: str
    value: Any
    rules: Rules

    @property
    def dotted(self) -> str:
        return ".".join(self.path)


# Cerberus counts True as a whole number and a moment as a day; here neither is.
_TYPES = {
    **Validator.types_mapping,
    "integer": TypeDefinition("integer", (int,), (bool,)),
    "number": TypeDefinition("number", (int, Decimal), (bool,)),
    "date": TypeDefinition("date", (date,), (datetime,)),
}
_ProfileValidator: Any = type("ProfileValidator", (Validator,), {"types_mapping": _TYPES})


@cache
def _validator(which: str) -> Any:
    """Made once. The shipped schema is known to be right (a test says so): Cerberus need not take
    a tenth of a second to look at it again, so it is put among those it has seen.
    """
    fields = profile_schema() if which == "profile" else worker_schema()
    seen = mapping_hash(DefinitionSchema.expand(fields)), mapping_hash(_TYPES)
    _ProfileValidator._valid_schemas.add(seen)
    return _ProfileValidator(fields, allow_unknown=False)


def misfits(data: Mapping[str, Any], which: str = "profile") -> list[Misfit]:
    """Everything in which the data departs from the schema, `profile` or `worker`."""
    validator = _validator(which)
    validator.validate(data, normalize=False)
    return list(_flat(validator._errors, validator.schema))


def _flat(errors: Any, fields: Any) -> Iterator[Misfit]:
    for error in errors:
        if error.is_logic_error:
            yield from _flat(_nearest(error), fields)
        elif error.is_group_error:
            yield from _flat(error.child_errors, fields)
        else:
            yield _misfit(error, fields)


def _nearest(error: ValidationError) -> list[ValidationError]:
    """The errors of the alternative that is of the value's own kind: block against plain value."""
    number = _own_kind(error.constraint, error.value)
    found: list[ValidationError] = error.definitions_errors[number]
    return found


def _own_kind(alternatives: Sequence[Rules], value: Any) -> int:
    """Which alternative is meant: the block for a block, else the plain one."""
    block = isinstance(value, Mapping)
    kinds = [alternative["type"] == "dict" for alternative in alternatives]
    return kinds.index(block)


def _misfit(error: ValidationError, fields: Any) -> Misfit:
    path = tuple(str(step) for step in error.document_path)
    rule = "key" if "keysrules" in error.schema_path else error.rule or "unknown"
    rules = _rules_at(fields, path)
    if "anyof" in rules and rule != "required":
        rules = {"meta": rules["meta"], **rules["anyof"][_own_kind(rules["anyof"], error.value)]}
    return Misfit(path, rule, error.value, rules)


def _rules_at(fields: Any, path: tuple[str, ...]) -> Rules:
    rules: Rules = {"type": "dict", "schema": fields}
    for step in path:
        below = inside(rules, step)
        if below is None:
            break
        rules = below
    return rules
