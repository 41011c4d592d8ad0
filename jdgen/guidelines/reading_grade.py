"""How hard a text is to read: the Flesch–Kincaid grade of its running text, an estimate.

Measure whole panels or sheets: on one short line the formula says little. Each bullet and each cell
is a sentence; headings, contact lines and quotations are left out. Formula and weights: Kincaid and
others, Derivation of New Readability Formulas, 1975.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jdgen.guidelines.subjects import sentences
from jdgen.model import Block
from jdgen.yaml_source import load_data

_DATA = Path(__file__).parent / "facts" / "reading.yaml"
_RUNNING = {"body", "bullet", "number", "cell", "textbox"}
_QUOTED = re.compile(r"[“\"«]")
_CLOSED = re.compile(r"[.!?:…]\W*$|[a-z][.!?] ")
_WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
_LETTERS = re.compile(r"[a-z]+")
_VOWELS = re.compile(r"[aeiouy]+")
_SHORTEST_HARD_SENTENCE = 6  # words; shorter ones jump about in the formula


@dataclass(frozen=True, slots=True)
class HardSentence:
    """One sentence with its own grade, and the paragraph it stands in."""

    text: str
    grade: float
    block: Block


@dataclass(frozen=True, slots=True)
class ReadingGrade:
    """The estimate for a text, in school years; `hardest` are its three worst sentences."""

    grade: float
    words: int
    sentences: int
    hardest: tuple[HardSentence, ...] = ()


def reading_grade(blocks: Iterable[Block]) -> ReadingGrade | None:
    """The grade of the running text in these paragraphs, None where they hold none."""
    told = [(sentence, block) for block in blocks for sentence in _running_sentences(block)]
    counted = [(*_counts(sentence), sentence, block) for sentence, block in told]
    words = sum(count for count, *_ in counted)
    if not words:
        return None
    hard = {
        sentence: HardSentence(sentence, _formula(count, 1, syllable), block)
        for count, syllable, sentence, block in reversed(counted)
        if count >= _SHORTEST_HARD_SENTENCE
    }
    worst = sorted(hard.values(), key=lambda sentence: -sentence.grade)
    grade = _formula(words, len(counted), sum(syllable for _, syllable, *_ in counted))
    return ReadingGrade(grade, words, len(counted), tuple(worst[:3]))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """How many syllables an English word has, by the rules of its spelling; at least 1.

    What the rules get wrong stands in `facts/reading.yaml`. Parts of a compound are added up.
    """
    parts = _LETTERS.findall(re.sub(r"['’]s\b", "", word.lower()).replace("n’t", "n't"))
    if parts and parts[-1] == "t" and len(parts) > 1 and parts[-2].endswith("n"):
        parts = [*parts[:-2], f"{parts[-2]}t"]  # don't, isn't
    elif len(parts) > 1 and re.search(r"['’][a-z]+$", word.lower()):
        parts = parts[:-1]  # we'll, they've
    return max(1, sum(_of_part(part) for part in parts))


def _of_part(part: str) -> int:
    exact: Mapping[str, int] = _data()["syllables"]
    for ending in ("", "s", "d", "es", "ed", "ing", "ly"):
        stem = part.removesuffix(ending)
        if stem in exact and (part == stem or part.endswith(ending)):
            return exact[stem] + _added(stem, part[len(stem) :])
    count = len(_VOWELS.findall(part))
    for pattern, change in _adjustments():
        count += change * len(pattern.findall(part))
    return max(1, count)


def _added(stem: str, ending: str) -> int:
    """The syllables that an ending adds to a word of the list."""
    if ending in ("ing", "ly"):
        return 1
    hissing = re.search(r"(?:[sxz]|[cs]h|[cg]e|se|ze)$", stem) is not None
    dental = re.search(r"[td]e?$", stem) is not None
    return int((ending in ("s", "es") and hissing) or (ending in ("d", "ed") and dental))


@cache
def _adjustments() -> tuple[tuple[re.Pattern[str], int], ...]:
    told: Mapping[str, Iterable[str]] = _data()
    less = [(re.compile(pattern), -1) for pattern in told["one_less"]]
    return tuple(less + [(re.compile(pattern), 1) for pattern in told["one_more"]])


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = load_data(_DATA)
    return data


def _running_sentences(block: Block) -> Iterator[str]:
    """The sentences of a paragraph that count as running text.

    A paragraph without any closing mark is a label; a list's entry needs none.
    """
    text = block.text.strip()
    label = block.role in {"body", "textbox"} and not _CLOSED.search(text)
    if block.role not in _RUNNING or label or _QUOTED.match(text):
        return
    if re.match(rf"(?:{_either('paragraphs_left_out')})\b", text, re.IGNORECASE):
        return
    for sentence in sentences(text):
        if len(_WORD.findall(sentence)) > 1 and not re.search(
            _either("sentences_left_out"), sentence, re.IGNORECASE
        ):
            yield sentence


@cache
def _either(name: str) -> str:
    return "|".join(_data()[name])


@lru_cache(maxsize=4_000)
def _counts(sentence: str) -> tuple[int, int]:
    """Words and syllables."""
    words = _WORD.findall(sentence)
    return len(words), sum(map(syllables, words))


def _formula(words: int, sentences: int, syllables: int) -> float:
    return round(0.39 * words / sentences + 11.8 * syllables / words - 15.59, 1)
