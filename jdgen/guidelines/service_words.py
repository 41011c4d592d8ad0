"""The words by which a text speaks of groups, of talk by phone and of meeting in the community."""

from __future__ import annotations

import re
from collections.abc import Mapping

WORDS: Mapping[str, re.Pattern[str]] = {
    "groups": re.compile(r"\bgroups?\b", re.IGNORECASE),
    "phone": re.compile(r"\b(?:phone|telephone|call|calls|text(?:s|ing)? you)\b", re.IGNORECASE),
    "community": re.compile(
        r"\b(?:community|(?:at|your) home|caf[eé]s?|park|out and about|visits? you"
        r"|on the street|around town|in town)\b",
        re.IGNORECASE,
    ),
}
