"""JDS-02: What, how and why are each answered.

The profile says in a sentence each what the worker does, how, and why it is done this way, and its
duties say how they are done.

Why: What a peer worker does may look like anybody's work. How and why, lived experience used on
purpose, is what makes it peer support.

Cure: Write a full sentence under `role.what`, `role.how` and `role.why`, and an `approach` for the
essential duties, or take them from the shipped library with `use`.

Source: Slides, describing the role and sample posting (which answers only what)
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_ASKED = {
    "role.what": "what the worker does",
    "role.how": "how the work is done",
    "role.why": "why it is done this way",
}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    for path, asked in _ASKED.items():
        told = str(subject.get(path, "")).strip()
        if not told:
            yield Miss(f"Nothing says {asked}.", path)
        elif len(told.split()) < subject.figure("JDS-02.words"):
            yield Miss(f"“{told}” hardly says {asked}.", path, quote=told)
    essential = [duty for duty in subject.profile.duties if duty.kind == "essential"]
    if essential and not any(str(duty.approach or "").strip() for duty in essential):
        yield Miss("No essential duty says how it is done.", f"{essential[0].field}.approach")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(Example("one duty leaves its how open", {"duties.0.approach": ""}),),
    fails=(
        Example("how is left to others", {"role.how": "As assigned."}),
        Example("no word on why", {"role.why": ""}),
        Example(
            "duties without a how",
            {f"duties.{number}.approach": "" for number in range(7)},
        ),
    ),
)
