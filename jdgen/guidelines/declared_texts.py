"""Rules on documents that are plain data: what a text must say, and what it must not.

An entry of a rule file may have, in place of a condition on fields,

- `holds`: what must be said, each with the words that say it, as a regular expression; `{missing}`
  in the message are those that no paragraph says
- `avoids`: a list of expressions; each match is one finding, with its words as `{quote}`
- `unless`: an expression; a sentence that matches it is passed over by `avoids`

Expressions do not mind case. A number before one (`4 x \\?`) asks for as many matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jdgen.guidelines.rule import DocumentCheck, Miss
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import sentence_at

if TYPE_CHECKING:
    from jdgen.guidelines.subjects import DocumentSubject

TEXT_CONDITION = {"holds", "avoids", "unless"}
_TIMES = re.compile(r"(\d+) x (.+)", re.DOTALL)


def document_check(entry: Mapping[str, Any]) -> DocumentCheck | None:
    """The check that an entry declares on documents, None where it declares none."""
    if not entry.keys() & TEXT_CONDITION:
        return None
    message = " ".join(entry["message"].split())
    wanted = {says: _counted(words) for says, words in entry.get("holds", {}).items()}
    avoided = [_compiled(words) for words in entry.get("avoids", ())]
    fitting = _compiled(entry["unless"]) if "unless" in entry else None

    def check(subject: DocumentSubject) -> Iterator[Miss]:
        text = "\n".join(block.text for block in subject.body)
        missing = [says for says, (times, words) in wanted.items() if _count(words, text) < times]
        if missing:
            top = subject.body[0] if subject.body else None
            yield Miss(message.format(missing=listed(missing)), block=top)
        for words in avoided:
            for block, match in subject.find(words, subject.body):
                if fitting and fitting.search(sentence_at(block.text, match.start())):
                    continue
                told = message.format(quote=match.group())
                yield Miss(told, block=block, quote=match.group(), start=match.start())

    return check


def _counted(told: str) -> tuple[int, re.Pattern[str]]:
    times = _TIMES.fullmatch(told)
    return (int(times[1]), _compiled(times[2])) if times else (1, _compiled(told))


def _count(words: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in words.finditer(text))


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)
