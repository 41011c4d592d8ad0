"""PCK-01: Every legal pack that the profile names exists.

The names under `legal.packs` are those of packs that jdgen has.

Why: A misspelled pack checks nothing, and nobody would notice.

Cure: Correct the name, or take it out and ask counsel about that jurisdiction: jdgen has no rules
for it.

Source: jdgen, legal packs
"""

import difflib
from collections.abc import Iterator

from jdgen.guidelines.registry import pack_named, packs
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for number, name in enumerate(subject.get("legal.packs", ())):
        brought_in = [pack for pack in packs() if pack_named(pack, str(name))]
        if brought_in and name not in brought_in:
            message = f"There is no legal pack “{name}”: only the rules of {brought_in[0]} are run."
            yield Miss(message, f"legal.packs.{number}", severity="warning")
        elif not brought_in:
            near = difflib.get_close_matches(str(name).upper(), packs(), n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {listed(packs())}."
            yield Miss(f"There is no legal pack “{name}”; {hint}", f"legal.packs.{number}")


RULE = rule(
    __doc__,
    "error",
    "warning",
    in_profile=in_profile,
    passes=(Example("no pack at all", {"legal.packs": []}),),
    fails=(
        Example("a misspelled pack", {"legal.packs": ["USA"]}),
        Example("a place without own rules", {"legal.packs": ["CA-ON-X"]}, severity="warning"),
    ),
)
