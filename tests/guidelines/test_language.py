"""Text in another language is told, so that silence never passes for a clean check."""

from __future__ import annotations

import pytest

from jdgen.guidelines.language import language_of

ENGLISH = """You meet people one to one, where they choose, and talk about what matters to them.
You share parts of your own experience when it may help, and you keep what you hear to yourself.
Experience and training. Peer support training of five days or more. One year in a peer role."""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("English", ENGLISH),
        ("English", "Meets residents at home. Leads groups. Shares own experience with the team."),
        (
            "French",
            "La personne rencontre les participants chez eux ou dans un café, et parle avec eux de "
            "ce qui est important. Elle ne pose pas de diagnostic et ne donne pas de conseils.",
        ),
        (
            "Spanish",
            "La persona se reúne con los participantes en su casa o en un café y habla de "
            "lo que les importa. No hace diagnósticos y no da consejos sobre la medicación.",
        ),
        (
            "German",
            "Die Fachkraft trifft die Menschen zu Hause oder in einem Café und spricht mit ihnen "
            "über das, was ihnen wichtig ist. Sie stellt keine Diagnose und gibt keinen Rat.",
        ),
        (
            "another script",
            "Специалист встречается с людьми дома или в кафе и говорит с ними о том, что для них "
            "важно. Он не ставит диагноз и не даёт советов о лекарствах.",
        ),
        (
            "another script",
            "同伴支持工作者在家中或咖啡馆与人见面，谈论对他们重要的事情。他们不诊断也不治疗。",
        ),
        (
            "another language",
            "Vertaistukija tapaa ihmisiä kotona tai kahvilassa ja puhuu heidän kanssaan siitä mikä "
            "heille on tärkeää. Hän ei tee diagnooseja eikä anna neuvoja lääkkeistä kenellekään.",
        ),
    ],
)
def test_the_language_of_a_paragraph_is_told(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "Riverbend", "Notes: 12, 14", "Café Olé, Montréal"])
def test_what_is_too_short_to_tell_counts_as_english(text: str) -> None:
    assert language_of(text) == "English"
