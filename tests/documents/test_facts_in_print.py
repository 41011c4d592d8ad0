"""What may be printed of a profile, and in which form."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from jdgen.documents.context import view_names
from jdgen.model import Context

ContextMaker = Callable[..., Context]


def printed(context: Context) -> str:
    return json.dumps(context.values, ensure_ascii=False)


def test_private_pay_appears_in_no_view(context: ContextMaker) -> None:
    shown = printed(context({"compensation.private": True}))
    for secret in ("24", "27.50", "B7", "Dental"):
        assert secret in printed(context())
        assert secret not in shown


def test_private_pay_is_marked_by_a_flag(context: ContextMaker) -> None:
    assert context({}, "pay").values["pay"]["has_pay"] is True
    assert context({"compensation.private": True}, "pay").values["pay"]["has_pay"] is False


@pytest.mark.parametrize(
    ("locale", "currency", "low", "high", "per", "said"),
    [
        ("en-CA", "CAD", "24.00", "27.50", "hour", "$24.00 to $27.50 an hour"),
        ("en-GB", "GBP", "14.20", "16", "hour", "£14.20 to £16.00 an hour"),
        ("en-IE", "EUR", "31000", "35000", "year", "€31,000 to €35,000 a year"),
        ("en-CA", "USD", "20", "20", "hour", "US$20.00 an hour"),
        ("en-NZ", "CHF", "20", "21", "hour", "CHF 20.00 to CHF 21.00 an hour"),
        ("en-US", "USD", "1999.50", "2400", "month", "$1,999.50 to $2,400 a month"),
    ],
)
def test_pay_is_written_as_the_place_writes_it(
    context: ContextMaker, locale: str, currency: str, low: str, high: str, per: str, said: str
) -> None:
    compensation = {"currency": currency, "per": per, "min": Decimal(low), "max": Decimal(high)}
    told = context({"locale": locale, "compensation": compensation}, "pay")
    assert told.values["pay"]["range"] == said


@pytest.mark.parametrize(
    ("locale", "said"), [("en-US", "December 1, 2026"), ("en-AU", "1 December 2026")]
)
def test_dates_are_written_as_the_place_writes_them(
    context: ContextMaker, locale: str, said: str
) -> None:
    assert context({"locale": locale}, "document").values["document"]["effective_date"] == said


ENDS = date(2027, 1, 5)


@pytest.mark.parametrize(("today", "shown"), [(ENDS, 1), (ENDS + timedelta(1), 0)])
def test_a_quote_is_shown_up_to_the_last_day_of_its_consent(
    context: ContextMaker, today: date, shown: int
) -> None:
    brochure = context({}, "brochure", today=today).values["brochure"]
    assert len(brochure["quotes"]) == shown
    assert brochure["has_quotes"] is bool(shown)


@pytest.mark.parametrize("consent", [None, date(2027, 6, 1)], ids=["none", "not yet"])
def test_a_quote_without_consent_is_not_shown(context: ContextMaker, consent: date | None) -> None:
    shown = printed(context({"brochure.quotes.0.consent": consent}))
    assert "Somebody listened" not in shown


def test_a_quote_from_elsewhere_says_where_it_is_from(context: ContextMaker) -> None:
    changes = {"brochure.quotes.0.from": "other", "brochure.quotes.0.source": "Elm newsletter"}
    (quote,) = context(changes, "brochure").values["brochure"]["quotes"]
    assert quote["attribution"] == "B., guest (said elsewhere: Elm newsletter)"


def test_nothing_but_quotes_depends_on_the_day(context: ContextMaker) -> None:
    without_quotes = {"brochure.quotes": []}
    first = context(without_quotes, today=date(2026, 1, 1))
    assert first == context(without_quotes, today=date(2031, 7, 7))


def test_the_rows_of_the_time_table_add_up_to_its_totals(context: ContextMaker) -> None:
    time = context({"role.hours_per_week": Decimal("33.5")}, "time").values["time"]
    assert sum(Decimal(row["hours"]) for row in time["rows"]) == Decimal(time["total_hours"])
    assert sum(Decimal(part["hours"]) for part in time["parts"]) == Decimal(time["total_hours"])
    assert sum(part["bar"] for part in time["parts"]) == 100
    assert time["total_percent"] == "100%"


def test_direct_time_and_time_with_lived_experience_are_told_apart(context: ContextMaker) -> None:
    time = context({}, "time").values["time"]
    assert (time["direct_percent"], time["direct_hours"]) == ("65%", "19.5")
    assert (time["direct_lived_percent"], time["direct_lived_hours"]) == ("55%", "16.5")
    assert time["other_percent"] == "45%"


def test_the_longest_bar_fills_its_line(context: ContextMaker) -> None:
    rows = context({}, "time").values["time"]["rows"]
    assert max(row["bar"] for row in rows) == 100
    assert all(row["bar"] + row["rest"] == 100 for row in rows)


def test_the_chart_as_text_names_every_row(context: ContextMaker) -> None:
    time = context({}, "time").values["time"]
    for row in time["rows"]:
        assert f"{row['short']}: {row['percent']}" in time["chart_alt"]


@pytest.mark.parametrize("told", [{"terms.role": "outreach peer"}])
def test_words_take_their_article_and_capital(context: ContextMaker, told: dict[str, Any]) -> None:
    words = context(told, "words").values["words"]
    assert (words["a_role"], words["A_role"]) == ("an outreach peer", "An outreach peer")


def test_a_full_stop_is_not_doubled(context: ContextMaker) -> None:
    told = context({"role.schedule": "Mondays and Fridays."}, "conditions")
    assert ".." not in printed(told)


def test_lines_of_a_long_text_are_joined(context: ContextMaker) -> None:
    told = context({"role.purpose": "One line,\nand another.\n"}, "role")
    assert told.values["role"]["purpose"] == "One line, and another."


def test_only_shown_facts_stand_in_the_header_block(context: ContextMaker) -> None:
    labels = [row["label"] for row in context({}, "facts").values["facts"]["rows"]]
    assert "Reports to" in labels
    assert "FLSA status" not in labels


def test_values_hold_nothing_but_plain_data(context: ContextMaker) -> None:
    plain = {dict, list, str, int, bool}

    def types(value: Any) -> set[type]:
        inner = value.values() if isinstance(value, dict) else value
        deeper = [types(item) for item in inner] if isinstance(value, (dict, list)) else []
        return {type(value)}.union(*deeper)

    assert set().union(*(types(view) for view in context().values.values())) == plain
    assert len(context().values) == len(view_names())
