"""JDS-04: The organization is named.

The name of the organization is a name, and no blank line or placeholder.

Why: The general job description has a blank where the name goes. A posting that still has it shows
that nobody has read it.

Cure: Write the name of your organization under `organization.name`.

Source: Toolkit, general job description
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_FIELD = "organization.name"
_BLANK = re.compile(
    r"_{2,}|\.{3,}|…|^[\[<{].*[\]>}]$|^\W*$|^x+$|^(?:tbd|tbc|todo|n/?a|none|name|organization"
    r"|your organi[sz]ation|(?:name of (?:the |your )?)?organi[sz]ation(?: name)?|agency)$",
    re.IGNORECASE,
)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    name = str(subject.get(_FIELD, "")).strip()
    if _BLANK.search(name):
        yield Miss(f"“{name}” is no name of an organization.", _FIELD, quote=name)


RULE = rule(
    __doc__,
    "error",
    in_profile=in_profile,
    passes=(
        Example("a short name", {_FIELD: "NAME Society"}),
        Example("a name with signs in it", {_FIELD: "Hope & <Wellness> Centre"}),
    ),
    fails=(
        Example("a blank line", {_FIELD: "________"}),
        Example("a placeholder", {_FIELD: "[Organization]"}),
    ),
)
