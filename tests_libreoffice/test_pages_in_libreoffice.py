"""Every document of every example profile, and of a very long and a very bare one, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "profiles").glob("[a-z]*.yaml"))
LONG, BARE = (ROOT / "tests" / "templates" / "data" / f"{name}.yaml" for name in ("long", "bare"))
PROFILES = [*EXAMPLES, LONG, BARE]
PAPERS = {"letter": 612, "a4": 595}
KINDS = ("job-description", "expectation-statements", "brochure")
MOST_PAGES = {"job-description": 4, "expectation-statements": 1, "brochure": 2}
LEAST_PAGES = {"job-description": 2, "expectation-statements": 1, "brochure": 2}
LONG_JOB_DESCRIPTION = 5  # one with 16 duties
A_FEW_WORDS = 12

each_paper = pytest.mark.parametrize("paper", PAPERS)
each_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.stem)
each_kind = pytest.mark.parametrize("kind", KINDS)


def name(kind: str, profile: Path, paper: str) -> str:
    return f"{kind}-{profile.stem}-{paper}"


@pytest.fixture(scope="module")
def pages(finished, laid_out):
    """The pages of all documents, laid out in one call."""
    files = {
        name(kind, profile, paper): finished(kind, profile, paper)
        for kind in KINDS
        for profile in PROFILES
        for paper in PAPERS
    }
    return laid_out(files)


def places(page, word: str) -> int:
    """How often a word stands on a page."""
    return sum(text == word for _, _, text in page[1])


@each_kind
@each_profile
@each_paper
def test_it_keeps_to_its_pages(kind, profile, paper, pages):
    most = MOST_PAGES[kind]
    if (kind, profile) == ("job-description", LONG):
        most = LONG_JOB_DESCRIPTION
    assert LEAST_PAGES[kind] <= len(pages[name(kind, profile, paper)]) <= most


@each_kind
@each_profile
@each_paper
def test_it_is_on_its_paper_and_no_page_is_blank(kind, profile, paper, pages):
    for width, words in pages[name(kind, profile, paper)]:
        side = {"letter": 792, "a4": 842} if kind == "brochure" else PAPERS
        assert width == pytest.approx(side[paper], abs=1)
        foot = max(lower for _, lower, _ in words)
        assert len([lower for _, lower, _ in words if lower < foot - 2]) >= A_FEW_WORDS


@each_profile
@each_paper
def test_the_time_chart_stands_on_one_page_with_its_heading(profile, paper, pages):
    found = pages[name("job-description", profile, paper)]
    chart = [at for at, page in enumerate(found) if places(page, "Function")]
    total = [at for at, page in enumerate(found) if places(page, "Total")]
    headings = [at for at, page in enumerate(found) if places(page, "glance")]
    assert len(chart) == 1
    assert total == chart
    assert headings == [0, *chart]


@each_paper
def test_the_head_of_the_duties_is_said_again_on_the_next_page(paper, pages):
    found = pages[name("job-description", LONG, paper)]
    assert [places(page, "Duty,") for page in found[1:3]] == [1, 2]


@each_profile
@each_paper
def test_no_heading_is_the_last_line_of_a_page(profile, paper, pages):
    headings = {"Duties", "duties", "work", "glance", "training", "abilities", "conditions"}
    headings |= {"community", "accommodation", "adjustments", "acknowledgment", "history"}
    for _, words in pages[name("job-description", profile, paper)][:-1]:
        foot = max(lower for _, lower, _ in words)
        above = [word for word in words if word[1] < foot - 2]
        last = max(lower for _, lower, _ in above)
        line = [text for _, lower, text in above if lower > last - 2]
        assert not (len(line) <= 4 and line[-1] in headings), line
