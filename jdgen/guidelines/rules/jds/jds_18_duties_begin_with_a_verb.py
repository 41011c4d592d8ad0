"""JDS-18: Each duty begins with a verb, all in one form.

A duty says at once what is done: “Share your own experience”. All use the same form, “share” or
“shares”.

Why: A verb at the start shows work that can be seen and agreed on. “Responsible for” shows a post,
and a list that changes its form reads as if copied together.

Cure: Begin with the verb and keep to one form in all duties.

Source: Toolkit, general job description
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_NO_VERB = re.compile(
    r"(?:the|an?|this|these|it|he|she|they|you|we|i|all|any|every|each|some|other|various|general"
    r"|ability|able|responsib\w+|knowledge|experience|willing\w*|duties|tasks?|role model|to|as|in"
    r"|at|on|for|with|when|if|peer|part|documentation|administration|supervision|participation"
    r"|\w+tion|\w+ment|\w+ity|\w+ness)\b",
    re.IGNORECASE,
)
# "If somebody asks, go along": the verb comes after the comma.
_CONDITION = re.compile(r"(?:if|when|where|once)\b[^,.;]{3,120}, (?=[a-z])", re.IGNORECASE)
_REALLY_VERBS = {"document", "implement", "mention", "question", "witness", "supplement", "comment"}
_THIRD_PERSON = re.compile(r"[A-Za-z]+[^su\W]s\b")


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    third = []
    for duty in subject.profile.duties:
        text = _CONDITION.sub("", duty.text.strip())
        first = text.split()[0].casefold() if text else ""
        if _NO_VERB.match(text) and first not in _REALLY_VERBS:
            message = f"This duty begins with “{first}” and not with what is done."
            yield Miss(message, f"{duty.field}.text", quote=text)
        else:
            third.append((bool(_THIRD_PERSON.match(text)), duty))
    forms = [is_third for is_third, _ in third]
    odd = forms.count(True) <= forms.count(False)
    for is_third, duty in third:
        if is_third is odd and True in forms and False in forms:
            first = duty.text.split()[0]
            message = f"“{first}” has another form than the other duties."
            yield Miss(message, f"{duty.field}.text", quote=first)


_THIRD = {
    f"duties.{number}.text": text
    for number, text in enumerate(
        (
            "Shares own experience.",
            "Builds trust.",
            "Leads the Thursday group.",
            "Looks for resources together with participants.",
            "Goes along to places that matter.",
            "Helps participants say what they need.",
            "Writes short notes and keeps to privacy policies.",
            "Explains peer support to staff.",
        )
    )
}

RULE = rule(
    __doc__,
    "advice",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("all in the third person", _THIRD),
        Example(
            "what is done comes after the condition",
            {"duties.6.text": "When somebody wants it written down, write a short note together."},
        ),
        Example("verbs that look like nouns", {"duties.6.text": "Document together."}),
    ),
    fails=(
        Example("a noun", {"duties.0.text": "Role model in self-care."}),
        Example(
            "a condition and no verb", {"duties.6.text": "If somebody asks, the usual paperwork."}
        ),
        Example("responsible for", {"duties.3.text": "Responsible for community resources."}),
        Example("one of another form", {"duties.1.text": "Builds trust with participants."}),
    ),
)
