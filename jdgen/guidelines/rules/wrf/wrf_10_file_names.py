"""WRF-10: File names are short and the same each time.

A file name has at most 60 characters, no spaces, and only small letters, digits, dashes and dots.

Why: Long names break in deep folders on Windows, spaces break links in mail, and “FINAL v3 (2)”
tells nobody which one holds.

Cure: Shorten `id`, or set `outputs.name_pattern` to something like `{id}-{kind}`.

Source: Word practice
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_PATTERN = "outputs.name_pattern"
_ODD = re.compile(r"[^a-z0-9._-]")


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    pattern = str(subject.get(_PATTERN, "") or "{id}-{kind}")
    most = subject.figure("WRF-10.characters")
    for kind in sorted(subject.kinds, key=lambda kind: -len(kind.name))[:1]:
        name = pattern.replace("{id}", subject.profile.id).replace("{kind}", kind.name)
        name = f"{name.removesuffix('.docx')}.docx"
        path = _PATTERN if subject.get(_PATTERN) else "id"
        if len(name) > most:
            yield Miss(f"“{name}” has {len(name)} characters; {most} are the most.", path)
        odd = _ODD.search(name)
        if odd:
            sign = "a space" if odd[0].isspace() else f"“{odd[0]}”"
            yield Miss(f"The file name “{name}” has {sign} in it.", path)


RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    passes=(Example("the kind first", {_PATTERN: "{kind}-{id}"}),),
    fails=(
        Example("a version in words", {_PATTERN: "JD FINAL v3 (2)"}),
        Example("too long", {"id": "riverbend-community-mental-health-peer-support-worker"}),
    ),
)
