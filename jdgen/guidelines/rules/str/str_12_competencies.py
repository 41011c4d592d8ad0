"""STR-12: The competencies are those of peer support, and no role that watches people.

A competency sheet names the national and the local competencies. Of the sixteen roles that another
page lists, monitor, friend and truth-teller are in no profile and on no sheet.

Why: Watching somebody for signs, being a friend after hours, or telling people the truth about
themselves is what the same sources call a no.

Cure: Say “companion” where “monitor” stands, “company within work time” for “friend”, and take
“truth-teller” out. Add the competencies that are missing from a sheet.

Source: Toolkit, core competencies; Functions page, recovery roles; Toolkit, role-clarity activities
27 and 54
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.facts import competencies
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

_KIND = "competency-sheet"
_ROLES = r"(monitor|friend|truth[- ]?teller)"
_NAMED = re.compile(rf"(?:^|:)\W*{_ROLES}(?:\W*$|\s*(?:[,;(]|and\b))", re.IGNORECASE)
_PLAYED = re.compile(rf"\b(?:as|be|being|role of)(?: an?)? {_ROLES}\b", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    skills = subject.get("qualifications.skills", ())
    told = {f"qualifications.skills.{number}": skill for number, skill in enumerate(skills)}
    for duty in subject.profile.duties:
        told[f"{duty.field}.label"] = duty.more.get("label") or ""
        for number, reference in enumerate(duty.more.get("framework_refs") or ()):
            told[f"{duty.field}.framework_refs.{number}"] = reference
    played = [
        (f"{duty.field}.text", found)
        for duty in subject.profile.duties
        for found in _PLAYED.finditer(duty.text)
    ]
    named = [(path, found) for path, text in told.items() for found in _NAMED.finditer(text)]
    for path, found in (*named, *played):
        yield Miss(_told(found[1]), path, quote=found[1], start=found.start(1))


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    if subject.kind.name != _KIND:
        return
    for block, found in subject.find(_NAMED, subject.body):
        yield Miss(_told(found[1]), block=block, quote=found[1], start=found.start(1))
    text = "\n".join(block.text for block in subject.body)
    missing = [name for name, words in competencies().items() if not words.search(text)]
    if missing:
        top = subject.body[0] if subject.body else None
        yield Miss(f"The sheet does not name {listed(missing)}.", block=top)


def _told(role: str) -> str:
    return f"“{role}” is a role that the same sources advise against."


_SKILL = "qualifications.skills.5"
_ALL = [("bullet", name) for name in competencies()]

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    in_document=in_document,
    alone=("word", "text"),
    passes=(
        Example("a skill with a friend in it", {_SKILL: "Speaks with friends and family"}),
        Example("all of them", blocks=_ALL, documents=[_KIND]),
    ),
    fails=(
        Example("copied from the list", {_SKILL: "Monitor"}),
        Example("a part to play", {"duties.2.text": "Lead the group and be a friend to all."}),
        Example("one left out", blocks=_ALL[1:], documents=[_KIND]),
        Example("a friend", blocks=[*_ALL, ("bullet", "Friend")], documents=[_KIND]),
    ),
)
