"""The words of the nightly reports, read from `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from jdgen.errors import ExitCode


@dataclass(frozen=True, slots=True)
class StateWords:
    """How a state is called at a document, in a count, and what a person does about it.

    `would` stands for both in a dry run, where nothing was done.
    """

    label: str
    count: str
    do: str = ""
    rank: int = 9
    settled: bool = False
    written: bool = False
    would: str = ""

    def named(self, *, dry: bool) -> str:
        """What stands at a document."""
        return self.would[:1].upper() + self.would[1:] if dry and self.would else self.label

    def counted(self, *, dry: bool) -> str:
        """What stands behind a number."""
        return self.would if dry and self.would else self.count


def words_of(state: str) -> StateWords:
    """The words of a state; of one that is not known, those that send people to the note."""
    states = _states()
    return states.get(state, states["other"])


def meaning(code: ExitCode) -> str:
    """What an exit code says, as the rest of a sentence."""
    return str(_words()["exit"][str(int(code))])


def many(count: int, one: str, more: str) -> str:
    """A number with its noun: "1 document", "1,200 documents"."""
    return f"{count:,} {one if count == 1 else more}"


@cache
def _states() -> Mapping[str, StateWords]:
    return {name: StateWords(**told) for name, told in _words()["state"].items()}


@cache
def _words() -> dict[str, Any]:
    told = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(told)
