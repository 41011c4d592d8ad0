"""JDS-03: The duties cover those of the general job description.

Its fifteen named duties each have a place: in a duty that lists its number under `covers` or, where
it lists none, shows it in its words, or in the time for supervision, meetings and administration.
Some missing ones are advice; more of them, or no supervision or no notes, is a warning. Where words
had to be read, more may be missing.

Why: What a job description leaves out is done by nobody, or becomes unpaid work beside the job.

Cure: Take the missing duty from the shipped library, or add its number to `covers` of the duty that
holds it. Where your role leaves it out on purpose, say so in a waiver.

Source: Toolkit, general job description
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jdgen.guidelines.own_experience import shares_own_experience
from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import counted, listed
from jdgen.guidelines.subjects import ProfileSubject
from jdgen.model import Duty
from jdgen.yaml_source import load_data

_TABLE = Path(__file__).parents[2] / "facts" / "general_duties.yaml"
_SHARING = 3  # sharing common experience
_TOLD = 5  # names that one sentence can hold


@cache
def _table() -> Mapping[str, Mapping[Any, Any]]:
    table: Mapping[str, Mapping[Any, Any]] = load_data(_TABLE)
    return table


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    covered = {number for duty in subject.profile.duties for number in _covered_by(duty)}
    covered.update(number for number, path in _table()["named"].items() if subject.get(path))
    for share, numbers in _table()["shares"].items():
        if subject.get(f"time.{share}", 0):
            covered.update(numbers)
    missing = {number: name for number, name in _named().items() if number not in covered}
    if missing:
        silent = any(duty.more.get("covers") is None for duty in subject.profile.duties)
        may = "may_lack_unsaid" if silent else "may_lack"
        many = len(missing) > subject.figure(f"JDS-03.{may}")
        grave = many or set(missing) & set(subject.figure("JDS-03.never_lack"))
        lacks = counted(len(missing), "general duty has", "general duties have")
        names = listed(_first([f"{name} ({number})" for number, name in missing.items()]))
        message = f"{lacks} no place in the duties here: {names}."
        yield Miss(message, "duties", severity="warning" if grave else "advice")


def _covered_by(duty: Duty) -> Iterator[int]:
    """What the duty declares; where it declares nothing, what its words show."""
    declared = duty.more.get("covers")
    if declared is not None:
        yield from declared
        return
    told = (duty.text, duty.result, duty.approach, duty.more.get("note"))
    text = "\n".join(str(part) for part in told if part)
    if shares_own_experience(text):
        yield _SHARING
    yield from (number for number, words in _signs() if words.search(text))


@cache
def _signs() -> tuple[tuple[int, re.Pattern[str]], ...]:
    signs = _table()["signs"].items()
    return tuple((int(number), re.compile(words, re.IGNORECASE)) for number, words in signs)


def _first(names: list[str]) -> list[str]:
    """The names, or the first few with a count of the others."""
    return names if len(names) <= _TOLD else [*names[:_TOLD], f"{len(names) - _TOLD} more"]


def _named() -> Mapping[int, str]:
    return {int(number): str(name) for number, name in _table()["duties"].items()}


RULE = rule(
    __doc__,
    "warning",
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example(
            "own words show their place",
            {
                "duties.0.covers": None,
                "duties.5.covers": None,
                "duties.5.text": "Sit with people until they have found their own questions.",
                "duties.5.approach": "They do the talking, and decide with whom.",
            },
        ),
        Example(
            "time for supervision covers the duty to take part in it",
            {"duties.6.covers": [11, 14, 15]},
        ),
    ),
    fails=(
        Example(
            "hardly any has a place",
            {f"duties.{number}.covers": [] for number in (0, 1, 2, 5)},
        ),
        Example(
            "nothing on notes",
            {"duties.6.covers": [15], "time.administration": 0, "time.meetings": 7},
        ),
        Example("no goals of one's own", {"duties.1.covers": [1, 9]}, severity="advice"),
    ),
)
