"""The example profiles are sound: people copy them."""

from __future__ import annotations

import re
import struct
from datetime import date, datetime
from pathlib import Path

import pytest

from jdgen.pipeline import Options, Pipeline
from jdgen.profile import load_profile
from jdgen.settings import load_settings

ROOT = Path(__file__).parents[2]
PROFILES = sorted((ROOT / "profiles").glob("[!_]*.yaml"))
FILES = sorted((ROOT / "profiles").glob("*.yaml"))
LOGOS = sorted((ROOT / "profiles" / "brand").glob("*.png"))
EACH = pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)


def test_there_is_one_for_each_kind_of_place() -> None:
    profiles = [load_profile(path) for path in PROFILES]
    sectors = {profile.get("organization.sector") for profile in profiles}
    assert sectors >= {"community", "hospital", "peer_led", "campus", "shelter"}
    assert {profile.get("locale") for profile in profiles} == {"en-CA", "en-US", "en-GB"}
    assert any(profile.get("role.family_peer") for profile in profiles)


@EACH
def test_an_example_and_its_documents_give_no_error_and_no_warning(path: Path) -> None:
    pipeline = Pipeline(load_settings(ROOT), Options(), datetime(2026, 12, 1))
    result = pipeline.check([path]).profiles[0]
    said = [(found.rule, found.message) for found in result.findings if found.severity != "advice"]
    assert said == []
    assert list(result.all_problems()) == []
    assert result.notes == ()


@EACH
def test_the_quotes_of_an_example_hold_for_more_than_a_year(path: Path) -> None:
    quotes = load_profile(path).get("brochure.quotes")
    assert quotes
    assert all(quote["expires"] >= date(2028, 1, 1) for quote in quotes)


@EACH
def test_paper_and_money_are_those_of_the_place(path: Path) -> None:
    profile = load_profile(path)
    place = {"en-CA": ("letter", "CAD"), "en-US": ("letter", "USD"), "en-GB": ("a4", "GBP")}
    paper, money = place[profile.get("locale")]
    assert profile.get("page") == paper
    assert profile.get("compensation.currency") == money
    assert profile.get("organization.living_wage.currency") == money


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_says_at_its_top_that_it_is_invented(path: Path) -> None:
    top = path.read_text(encoding="utf-8").split("\n", 3)[:3]
    said = " ".join(line for line in top if line.startswith("#")).lower()
    assert "invented" in said


def test_a_first_profile_stays_near_forty_lines() -> None:
    shortest = min(len(path.read_text(encoding="utf-8").splitlines()) for path in PROFILES)
    assert shortest <= 48


@pytest.mark.parametrize("path", LOGOS, ids=lambda path: path.stem)
def test_a_logo_is_wide_enough_to_print_and_small_enough_to_mail(path: Path) -> None:
    data = path.read_bytes()
    width, _ = struct.unpack(">II", data[16:24])
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert width >= 600
    assert len(data) < 60_000


@EACH
def test_the_main_colour_can_be_read_on_white(path: Path) -> None:
    profile = load_profile(path)
    colour = str(profile.get("organization.brand.primary")).lstrip("#")
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    assert 1.05 / (luminance + 0.05) >= 4.5
    assert re.fullmatch(r"[0-9A-Fa-f]{6}", colour)
