"""What a service offers is one question with one answer, for documents and for rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdgen.model import Context

ContextMaker = Callable[..., Context]


@pytest.mark.parametrize(
    ("ways", "offered"),
    [
        (["one_to_one"], set()),
        (["group", "phone"], {"groups", "phone"}),
        (["outreach"], {"community"}),
    ],
)
def test_without_a_word_on_services_the_ways_of_support_tell(
    context: ContextMaker, ways: list[str], offered: set[str]
) -> None:
    role = context({"role.services": None, "role.support_modes": ways}, "role").values["role"]
    assert {name for name in ("groups", "phone", "community") if role[f"offers_{name}"]} == offered


def test_a_word_on_services_wins_over_the_ways_of_support(context: ContextMaker) -> None:
    changes = {"role.services": {"community": False}, "role.support_modes": ["outreach"]}
    assert context(changes, "role").values["role"]["offers_community"] is False
