"""JSON Schema (draft-07) out of the Cerberus rules, for editors and other tools.

It takes what `jdgen.profile` takes from a file: a text may be a number as typed, a flag yes or no,
a percent may have its sign, an optional field may be left empty. A profile that extends a part is
not asked for what the part gives, a duty from the library not for what the library gives.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from jdgen.profile.library import library
from jdgen.profile.schema_files import Rules, profile_schema

DRAFT = "http://json-schema.org/draft-07/schema#"
_BLANK = r"^\s*$"
_DAY = r"^\s*(?:19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}\s*$"
_FLAG = r"^\s*([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$"
_PERCENT = r"^\s*(100(\.0{1,4})?|[0-9]{1,2}(\.[0-9]{1,4})?)\s*%\s*$"
_LIMITS = {"min": "minimum", "max": "maximum"}
_LENGTHS = {
    "string": {"minlength": "minLength", "maxlength": "maxLength"},
    "list": {"minlength": "minItems", "maxlength": "maxItems"},
}


def convert() -> dict[str, Any]:
    """The JSON Schema of a whole profile."""
    fields = profile_schema()
    properties = {name: _field(rules) for name, rules in fields.items()}
    _let_library_fill(properties["duties"])
    return {
        "$schema": DRAFT,
        "title": "Profile of a peer-support role",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "if": {"required": ["extends"], "properties": {"extends": {"pattern": r"\S"}}},
        "then": {},
        "else": _demands(fields),
    }


def _field(rules: Rules, entry: bool = False) -> dict[str, Any]:
    """One field. An entry of a list has to be filled in, as a required field has."""
    needed = entry or bool(rules.get("required"))
    meta = rules.get("meta", {})
    told: dict[str, Any] = {key: meta[key] for key in ("title", "description") if key in meta}
    for word, key in (("default", "default"), ("example", "examples")):
        if word in meta:
            value = _plain(meta[word])
            told[key] = [value] if key == "examples" else value
    if "anyof" in rules:
        branches = [_field(alternative, entry=True) for alternative in rules["anyof"]]
        empty = [] if needed else [{"type": ["null", "string"], "pattern": _BLANK}]
        return {**told, "anyOf": [*branches, *empty]}
    return {**told, **_CONVERT[rules["type"]](rules, needed)}


def _types(needed: bool, *names: str) -> dict[str, Any]:
    """The types allowed; what is not needed may be null or an empty text."""
    kinds = list(names)
    if not needed:
        kinds += [name for name in ("null", "string") if name not in kinds]
    return {"type": kinds[0] if len(kinds) == 1 else kinds}


def _either(needed: bool, pattern: str = "") -> dict[str, Any]:
    """The pattern of texts: the given one, or empty where the field is not needed."""
    if needed:
        return {"pattern": pattern} if pattern else {}
    return {"pattern": f"{_BLANK}|{pattern}" if pattern else _BLANK}


def _string(rules: Rules, needed: bool) -> dict[str, Any]:
    if "allowed" in rules:
        words = list(rules["allowed"])
        flags = [True, False] if "yes" in words else []
        return {"enum": [*words, *flags, *([] if needed else [None, ""])]}
    found = _types(needed, "string", "number")
    if "regex" in rules:
        found |= _either(needed, rf"^\s*(?:{rules['regex']})\s*$")
    elif needed:
        found["pattern"] = r"\S"
    return found | _lengths(rules)


def _number(rules: Rules, needed: bool) -> dict[str, Any]:
    if "allowed" in rules:
        return {"enum": list(rules["allowed"])}
    limits = {word: _plain(rules[rule]) for rule, word in _LIMITS.items() if rule in rules}
    percent = rules.get("meta", {}).get("unit") == "percent"
    kinds = (rules["type"], "string") if percent else (rules["type"],)
    return _types(needed, *kinds) | _either(needed, _PERCENT if percent else "") | limits


def _flag(rules: Rules, needed: bool) -> dict[str, Any]:
    return _types(needed, "boolean", "string") | _either(needed, _FLAG)


def _date(rules: Rules, needed: bool) -> dict[str, Any]:
    return _types(needed, "string") | _either(needed, _DAY)


def _list(rules: Rules, needed: bool) -> dict[str, Any]:
    items = {"items": _field(rules["schema"], entry=True)}
    if rules["schema"].get("type") == "dict":
        items["items"] |= _demands(rules["schema"]["schema"])
    return _types(needed, "array") | _either(needed) | items | _lengths(rules)


def _dict(rules: Rules, needed: bool) -> dict[str, Any]:
    found = _types(needed, "object") | _either(needed)
    if "schema" in rules:
        properties = {name: _field(below) for name, below in rules["schema"].items()}
        return found | {"additionalProperties": False, "properties": properties}
    each = _field(rules["valuesrules"]) | _demands(rules["valuesrules"]["schema"])
    names = {"pattern": rf"^(?:{rules['keysrules']['regex']})$"}
    return found | {"propertyNames": names, "additionalProperties": each}


_CONVERT = {
    "string": _string,
    "number": _number,
    "integer": _number,
    "boolean": _flag,
    "date": _date,
    "list": _list,
    "dict": _dict,
}


def _lengths(rules: Rules) -> dict[str, Any]:
    names = _LENGTHS[rules["type"]]
    return {word: rules[rule] for rule, word in names.items() if rule in rules}


def _demands(fields: Rules) -> dict[str, Any]:
    """What has to be there, on every level of blocks, and nothing else."""
    below = {}
    for name, rules in fields.items():
        branches = [rules, *rules.get("anyof", ())]
        block = next((b for b in branches if b.get("type") == "dict" and "schema" in b), None)
        if block and (found := _demands(block["schema"])):
            below[name] = found
    required = [name for name, rules in fields.items() if rules.get("required")]
    return {key: value for key, value in (("required", required), ("properties", below)) if value}


def _let_library_fill(duties: dict[str, Any]) -> None:
    items = duties["items"]
    library_gives = set.intersection(*(set(entry) for entry in library().values())) | {"id"}
    needed = items.pop("required")
    items["properties"]["use"] |= {"enum": [*library(), None, ""]}
    items["if"] = {"required": ["use"], "properties": {"use": {"pattern": r"\S"}}}
    items["then"] = {"required": [name for name in needed if name not in library_gives]}
    items["else"] = {"required": needed}


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
