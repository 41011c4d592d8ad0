"""What takes effect on its day though no file changed, and what a clock that jumps does."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from jdgen import reports
from jdgen.merge.resolve import accept, reject
from jdgen.word import read_text

QUOTE = "I felt heard for the first time in years."


def day(text: str) -> datetime:
    return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC) + timedelta(hours=2)


def test_a_consent_that_has_ended_takes_its_quote_out_on_its_day(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.night(day("2027-03-30"))
    assert QUOTE in house.text()
    house.night(day("2027-03-31"))
    assert QUOTE in house.text()
    house.night(day("2027-04-01"))
    assert house.document().state == "changed"
    assert "2027-04-01 has come" in house.document().why
    assert QUOTE not in house.text()


def test_a_consent_takes_effect_in_an_edited_document_too(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.night(day("2027-03-30"))
    house.write_in_word()
    house.night(day("2027-04-01"))
    assert house.document().state == "merged"


def test_a_quote_that_is_out_keeps_no_later_change_from_its_document(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.night(day("2027-03-30"))
    house.night(day("2027-04-01"))
    house.new_phone()
    night = house.night(day("2027-04-02"))
    assert house.document().state == "changed"
    assert "555-0199" in house.text()
    assert QUOTE not in house.text()
    assert "COM-09" in {finding.rule for p in night.run.profiles for finding in p.findings}
    assert night.run.exit_code() == 1


def test_the_copy_for_readers_goes_with_its_quote_and_comes_back_without(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.edit("\nrole:", "\noutputs: {public_folder: web}\n\nrole:")
    house.night(day("2027-03-30"))
    house.write_in_word()
    house.night(day("2027-04-01"))
    public = house.root / "web" / house.path().name
    assert not public.exists()
    assert house.document().waits
    accept_with_comment(house.path(), comment_too=False)
    night = house.night(day("2027-04-02"))
    assert house.document().waits
    assert "not published until" in " ".join(reports.night_as_text(night).split())
    accept_with_comment(house.path(), comment_too=True)
    house.night(day("2027-04-03"))
    assert not house.document().waits
    assert QUOTE not in shown(public)


def shown(path: Path) -> str:
    return "\n".join(block.text for block in read_text(path.read_bytes()).blocks)


def accept_with_comment(path: Path, *, comment_too: bool) -> None:
    """A person accepts what jdgen proposed, an hour before the night."""
    data = accept(path.read_bytes(), "jdgen")
    path.write_bytes(reject(data, "jdgen") if comment_too else data)
    earlier = path.stat().st_mtime - 3600
    os.utime(path, (earlier, earlier))


def test_nights_missed_on_the_day_itself_are_made_good(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.night(day("2027-03-30"))
    house.night(day("2027-05-20"))
    assert QUOTE not in house.text()


def test_a_waiver_that_has_ended_is_told_on_its_day(house) -> None:
    house.edit("later: monthly", "later: quarterly")
    warned = {f.rule for p in house.night(day("2027-01-01")).run.profiles for f in p.findings}
    assert warned
    rule = sorted(warned)[0]
    waiver = f"[{{rule: {rule}, reason: Private words, approved_by: Board, until: 2027-02-28}}]"
    house.edit("waivers: []", f"waivers: {waiver}")
    for when, found in (("2027-02-28", False), ("2027-03-01", True), ("2027-03-02", True)):
        (profile,) = house.night(day(when)).run.profiles
        assert (rule in {finding.rule for finding in profile.findings}) is found
        assert ("WAV-01" in {finding.rule for finding in profile.findings}) is found


def test_findings_are_told_again_though_nothing_changed(house) -> None:
    house.edit("later: monthly", "later: quarterly")
    (first,) = house.night().run.profiles
    (second,) = house.night().run.profiles
    assert first.findings
    assert second.findings == first.findings
    assert second.owner == first.owner


def test_a_clock_that_jumps_ahead_and_back_ends_where_it_would_have(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-03-31")
    house.night(day("2027-03-01"))
    before = house.path().read_bytes()
    house.night(day("2099-01-01"))
    assert QUOTE not in house.text()
    house.night(day("2027-03-02"))
    assert house.path().read_bytes() == before
    house.night(day("2027-03-03"))
    assert house.document().state == "unchanged"


def test_what_runs_out_soon_is_told_without_its_words(house) -> None:
    house.edit("expires: 2028-09-14", "expires: 2027-01-20")
    night = house.night()
    (due,) = night.due
    assert (due.what, due.day, due.profile_id) == (
        "a consent to a quote",
        date(2027, 1, 20),
        "riverbend-peer-worker",
    )
    assert due.file.endswith("riverbend.yaml")
    assert due.line > 1
    assert house.night().due == night.due
    (house.root / "jdgen.toml").write_text("[nightly]\ndue_days = 10\n", encoding="utf-8")
    assert house.night().due == ()


def test_the_paid_week_is_told_as_a_chart(house) -> None:
    (chart,) = house.night().charts
    assert (chart.profile_id, chart.title) == ("riverbend-peer-worker", "Peer Support Worker")
    assert round(sum(share.percent for share in chart.shares)) == 100
    assert house.night().charts == (chart,)


def test_a_profile_that_is_saved_while_a_night_is_at_work_is_read_again(house, monkeypatch) -> None:
    import os
    import time

    file = house.root / "profiles" / "riverbend.yaml"
    from jdgen import pipeline

    real = pipeline.load_profile

    def loads_then_is_saved(path):
        loaded = real(path)
        house.new_phone("555-0111")
        part = house.root / "profiles" / "_riverbend.yaml"
        os.utime(part, ns=(time.time_ns(), time.time_ns()))
        return loaded

    with monkeypatch.context() as busy:
        busy.setattr(pipeline, "load_profile", loads_then_is_saved)
        house.night()
    assert file.exists()
    assert "555-0134" in house.text()
    house.night()
    assert "555-0111" in house.text()
