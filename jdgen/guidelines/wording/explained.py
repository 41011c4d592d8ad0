"""Whether a text explains a term or an abbreviation that it uses, and which ones it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from jdgen.guidelines.wording.data import grammar, phrases
from jdgen.guidelines.wording.tokens import Token

_AFTER = re.compile(
    r"\s*[”\"’')]?(?:\s+[\w’'-]+){0,2}?\s*,?\s*"
    r"(?:\(|:|[–—]|-\s|,\s(?:a|an|the|meaning|or|so|where|which|(?:in|by)\swhich)\s"
    r"|(?:which|that|this|it)\s(?:is|means)\b|;\s(?:put\s(?:simply|plainly)|simply\sput|in\s(?:short|plain|other)|that\sis)\b"
    r"|means?\b|meaning\b|is\swhen\b|are\swhen\b|that\sis\b|stands?\sfor\b|in\sother\swords|i\.e\."
    r"|(?:is\s)?short\sfor\b|is\sa\s\w+\s(?:word|term|phrase|name)\sfor\b"
    r"|says\sthat\b|is\sabout\b|is\sthe\sidea\b|is\sa\sway\b|is\san?\s\w+\sthat\b|comes\sdown\sto\b)"
    r"\s*(.*)",
    re.DOTALL | re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:call(?:ed|s)?(?:\s(?:it|this|that))?|known\sas|name(?:d)?\s(?:for|of)\s(?:this|it|that)\sis|short\sfor"
    r"|the\s(?:word|term)\sfor\s(?:this|it|that)\sis|this\sis)\s*(?:an?\s|the\s)?[“\"‘']?$",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(
    r"[^.!?]{0,60}[.!?]\s+(?:That|This|It|Which|All (?:it|that|this))"
    r" (?:means|is when|is to say|is short for|stands for)\b"
)
_WORD = re.compile(r"\w+")
_AROUND = 400  # characters in which an explanation is looked for
_ENOUGH = 3  # words that make an explanation
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}s?$|(?:[A-Z]\.){2,}$")


def is_explained(text: str, start: int, end: int) -> bool:
    """Whether the words at `start` to `end` are explained beside them or where they stand again."""
    told = text[start:end]
    again = (match.span() for match in re.finditer(rf"\b{re.escape(told)}\b", text))
    return _is_spelled_out(text, told) or any(_explained_at(text, *span) for span in again)


def _explained_at(text: str, start: int, end: int) -> bool:
    after, before = text[end : end + _AROUND], text[max(start - _AROUND, 0) : start]
    sentence = re.split(r"[.!?](?:\s|$)", after, maxsplit=1)[0]
    told = _AFTER.match(sentence)
    if told and len(_WORD.findall(told[1])) >= _ENOUGH:
        return True
    if _in_brackets(before, after):
        return True
    if _BEFORE.search(before) and len(_WORD.findall(before)) > _ENOUGH:
        return True
    return bool(_NEXT_SENTENCE.match(after))


def _is_spelled_out(text: str, told: str) -> bool:
    """Whether the words of an abbreviation stand in the text, as in: Community Treatment Order."""
    letters = told.removesuffix("s").replace(".", "")
    if len(letters) < _ENOUGH or not letters.isupper():
        return False
    words = r"\s(?:of\s|and\s|the\s|for\s)?".join(rf"{letter}[a-z]+" for letter in letters)
    return bool(re.search(rf"\b{words}", text))


def _in_brackets(before: str, after: str) -> bool:
    """Whether the words stand before a bracket, as in: Assertive Community Treatment (ACT)."""
    opened = re.search(r"([\w’'-]+(?:\s[\w’'-]+)+)\s*[(–—]\s*[“\"]?$", before)
    return bool(opened and re.match(r"[”\"]?s?\s*[)–—,]", after))


def acronyms(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Abbreviations that are no everyday ones, each once; none in a text all in capitals."""
    words = [token for token in tokens if token.is_word and token.word.isalpha()]
    capitals = sum(token.text.isupper() and len(token.text) > 1 for token in words)
    if len(words) > 2 and capitals > len(words) / 2:
        return
    seen: set[str] = set()
    for index, token in enumerate(tokens):
        name = token.text.removesuffix("s")
        if _ACRONYM.match(token.text) and name not in _everyday() and name not in seen:
            seen.add(name)
            yield index, index + 1


@cache
def _everyday() -> frozenset[str]:
    return frozenset(phrases(grammar()["everyday_abbreviations"]))
