"""JDS-16: What is required and what is an asset stand apart.

Nothing under `required` is called an asset. A certificate is an asset, or its entry says that it is
required and by when; it is not slipped in as one line among others.

Why: In a mixed list candidates take every line for a condition, and many who would do do not apply.

Cure: Move the line to `qualifications.preferred`; describe a certificate under
`qualifications.certification` with `need` and, if required, `by_when`.

Source: Slides, sample posting; Toolkit, general job description
"""

import re
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_AT = "qualifications"
_ASSET = re.compile(
    r"\b(?:asset|preferred|preferably|desirable|nice to have|a plus|an advantage"
    r"|(?:is|are) welcome)\b",
    re.IGNORECASE,
)
_CERTIFIED = re.compile(r"\bcertif(?:ied|ication)\b", re.IGNORECASE)
_PEER = re.compile(r"\b(?:peer|recovery|family support)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:within|by the end|willing|or )", re.IGNORECASE)


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    explicit = subject.get(f"{_AT}.certification.need") == "required"
    for number, text in enumerate(map(str, subject.get(f"{_AT}.required", ()))):
        path = f"{_AT}.required.{number}"
        if _ASSET.search(text):
            yield Miss(f"“{text}” stands among what is required.", path, quote=text)
        elif (
            _CERTIFIED.search(text)
            and _PEER.search(text)
            and not _OPEN.search(text)
            and not explicit
        ):
            message = f"“{text}” makes a certificate a condition in passing."
            yield Miss(message, path, quote=text)
    if explicit and not subject.get(f"{_AT}.certification.by_when"):
        message = "The certificate is required, but not by when."
        yield Miss(message, f"{_AT}.certification")


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    documents=("job-description",),
    passes=(
        Example("a certificate in first aid", {f"{_AT}.required.2": "First aid certification"}),
        Example(
            "a certificate within two years",
            {
                f"{_AT}.certification": {
                    "name": "Certified Peer Supporter",
                    "need": "required",
                    "by_when": "within two years of starting",
                }
            },
        ),
    ),
    fails=(
        Example("an asset among conditions", {f"{_AT}.required.2": "Driving is an asset"}),
        Example("a certificate in passing", {f"{_AT}.required.2": "Certified peer specialist"}),
        Example(
            "required, but when",
            {f"{_AT}.certification": {"name": "Certified Peer Supporter", "need": "required"}},
        ),
    ),
)
