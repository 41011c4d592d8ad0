"""No private fact in what a night tells, prints or writes down for reports."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from jdgen import reports

QUOTE = "I felt heard for the first time in years"


def everything_told(night) -> str:
    return "\n".join(
        (
            repr(night),
            reports.night_as_text(night, why=True),
            reports.night_as_json(night),
            reports.night_as_html(night),
        )
    )


def test_a_quote_that_goes_is_told_without_its_words(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.night()
    night = house.night(datetime(2027, 4, 1, 2, tzinfo=UTC))
    assert house.document().state == "changed"
    assert any(change.private for change in house.document().changes)
    assert QUOTE not in everything_told(night)
    assert "COM-09" in everything_told(night)


@pytest.mark.parametrize("edited", [False, True])
def test_a_quote_that_is_worded_anew_is_told_without_either_wording(house, edited: bool) -> None:
    house.night()
    if edited:
        house.write_in_word()
    house.edit(QUOTE, "I was listened to at long last")
    night = house.night()
    assert house.document().state == ("merged" if edited else "changed")
    told = everything_told(night)
    for words in (QUOTE, "heard for the first", "listened to", "at long last"):
        assert words not in told


def test_pay_that_is_made_private_is_told_nowhere(house) -> None:
    house.edit("[brochure]", "[job-description]")
    house.night()
    assert "27.50" in house.text("job-description")
    house.edit("private: false", "private: true")
    night = house.night()
    assert house.document(kind="job-description").state == "changed"
    assert "27.50" not in everything_told(night)
    assert "24.00" not in everything_told(night)


def test_reasons_of_waivers_are_told_nowhere(house) -> None:
    house.edit("later: monthly", "later: quarterly")
    (profile,) = house.night().run.profiles
    rule = next(f.rule for f in profile.findings if f.severity == "warning")
    waiver = (
        f"[{{rule: {rule}, reason: Our manager is ill, approved_by: Board, until: 2027-02-28}}]"
    )
    house.edit("waivers: []", f"waivers: {waiver}")
    for _ in range(2):
        night = house.night()
        assert night.run.profiles[0].answered
        assert "manager is ill" not in everything_told(night)


def test_what_a_night_remembers_holds_no_private_fact_either(house) -> None:
    house.edit("private: false", "private: true")
    house.edit("later: monthly", "later: quarterly")
    house.night()
    store = Path(house.root / "output" / ".jdgen")
    told = "".join(p.read_text(encoding="utf-8") for p in store.rglob("night.json"))
    assert "brochure" in told
    assert QUOTE not in told
    assert "27.5" not in told
