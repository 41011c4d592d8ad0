"""The page of a night: whole, escaped, without private facts, and right by its structure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.errors import Place, Problem
from jdgen.nights import Due, Night, Orphan, TimeChart, TimeShare, Waiting
from jdgen.reports import night_as_html
from jdgen.reports.night.html import link_to, tag, with_code
from jdgen.reports.night.words_diff import marked_words
from jdgen.results import DocumentResult, ProfileResult, RunResult, WordChange
from tools.invented_night import OUT, document, invented_night

NIGHT = invented_night()
PAGE = night_as_html(NIGHT)
HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>\x00\u202e"


class Elements(HTMLParser):
    """Every element of a page with its attributes, and whether all were closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((name, dict(attributes)))
        if name not in {"meta", "wbr"}:
            self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name

    def named(self, name: str) -> Iterator[dict[str, str | None]]:
        return (attributes for element, attributes in self.found if element == name)


def hostile_night() -> Night:
    change = WordChange(HOSTILE, HOSTILE, f"{HOSTILE} more", conflict=True)
    path = OUT / "<b>" / "javascript:alert(3).docx"
    made = DocumentResult(
        HOSTILE, HOSTILE, "merged", path, note=HOSTILE, why=HOSTILE, waits=True,
        problems=(Problem("x", HOSTILE, HOSTILE, Place(HOSTILE.replace("\0", ""), 3)),),
        changes=(change,), untracked=(HOSTILE,),
    )  # fmt: skip
    finding = NIGHT.run.profiles[3].findings[0]
    finding = replace(finding, message=HOSTILE, why=HOSTILE, suggestion=HOSTILE, place=HOSTILE)
    profile = ProfileResult("a.yaml", HOSTILE, (finding,), documents=(made,), owner=HOSTILE)
    return replace(
        NIGHT,
        run_id=HOSTILE,
        run=RunResult((profile,)),
        waiting=(Waiting(HOSTILE, HOSTILE, OUT / "x.docx", 1, 0),),
        orphans=(Orphan(HOSTILE, HOSTILE, OUT / "y.docx", HOSTILE),),
        due=(Due(HOSTILE, "a.yaml", 1, HOSTILE, date(2026, 12, 1)),),
        charts=(TimeChart(HOSTILE, HOSTILE, (TimeShare(HOSTILE, 100, 37.5),)),),
    )


@pytest.mark.parametrize("night", [NIGHT, hostile_night()])
def test_the_page_is_whole_and_takes_nothing_from_elsewhere(night: Night) -> None:
    page = Elements(night_as_html(night))
    assert not page.open
    names = {name for name, _ in page.found}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    for _, attributes in page.found:
        assert not [key for key in attributes if key.startswith("on") or key in ("src", "style")]
        href = attributes.get("href") or "#"
        assert href.startswith(("#", "./")), href


def test_a_policy_lets_only_this_style_sheet_act() -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', PAGE)
    assert policy.startswith("default-src &#x27;none&#x27;; style-src &#x27;sha256-")
    assert "unsafe" not in policy
    assert "url(" not in PAGE


def test_hostile_texts_are_shown_as_texts() -> None:
    page = night_as_html(hostile_night())
    assert page.count("&lt;script&gt;") > 10
    assert "<script>" not in page
    assert "\0" not in page
    assert "\u202e" not in page


def test_a_name_cannot_become_a_script_address() -> None:
    assert link_to(OUT / "javascript:alert(1)", OUT) == "./javascript%3Aalert%281%29"
    assert link_to(OUT / "a b" / "c&d.docx", OUT / "reports") == "./../a%20b/c%26d.docx"


def test_links_are_told_from_where_the_report_lies() -> None:
    elsewhere = replace(NIGHT, report=OUT.parent / "reports" / "night.html")
    assert 'href="./../output/riverbend/riverbend-brochure.docx"' in night_as_html(elsewhere)
    assert 'href="./riverbend/riverbend-brochure.docx"' in PAGE


def test_the_state_of_things_is_one_sentence_at_the_top() -> None:
    (title,) = re.findall("<h1>(.*?)</h1>", PAGE)
    assert title == (
        "3 documents wait for a person, 2 profiles have to be mended, "
        "and 3 documents are held for your word."
    )
    settled = replace(NIGHT, run=RunResult(NIGHT.run.profiles[1:2]), waiting=())
    assert "<h1>All is in order: 3 documents, and nothing to do.</h1>" in night_as_html(settled)


def test_the_overview_counts_what_waits_since_earlier_nights() -> None:
    (label,) = re.findall('aria-label="(Documents: [^"]*)"', PAGE)
    assert label == (
        "Documents: 2 to mend or decide, 2 waiting for a person, 3 held, 2 written, 3 as they were"
    )


def test_headings_are_in_order_and_every_table_has_scopes_and_a_caption() -> None:
    page = Elements(PAGE)
    levels = [int(name[1]) for name, _ in page.found if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all(cell.get("scope") in ("col", "row") for cell in page.named("th"))
    assert PAGE.count("<caption") == PAGE.count("<table")
    assert next(page.named("html"))["lang"] == "en"
    names = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert len(names) == len(set(names))
    assert {href["href"] for href in page.named("a") if (href["href"] or "").startswith("#")} <= {
        f"#{name}" for name in names
    }


def test_pictures_say_in_words_what_they_show_or_are_hidden() -> None:
    for picture in Elements(PAGE).named("svg"):
        assert picture.get("aria-hidden") == "true" or picture.get("aria-label")
    assert "Run a peer group 14 %" in PAGE
    assert '<td class="number">5.2 h</td>' in PAGE


def test_what_waits_says_what_to_do_and_who_to_ask() -> None:
    for told in (
        "Open in Word",
        "Close it in Word.",
        "<dt>Ask</dt><dd>Dana Okafor</dd>",
        "<dt>Since</dt><dd>3 November 2026</dd>",
        "jdgen nightly /srv/peer-roles/profiles -o /srv/peer-roles/output --accept-upgrade",
    ):
        assert told in PAGE


def test_changes_are_told_in_words_and_a_conflict_by_its_name() -> None:
    assert "<ins>of their choice</ins>" in PAGE
    assert "<del>The team leader</del>" in PAGE
    assert "Conflict</span> The file kept its own text: choose." in PAGE


def test_a_finding_says_place_reason_and_what_to_write() -> None:
    for told in (
        "northgate.yaml</a>, line\u00a041",
        "Essential duties, row 3",
        "Peer workers stand",
    ):
        assert told in PAGE
    assert "Did you mean &#x27;supervision&#x27;?" in PAGE


def test_dates_say_how_far_they_are() -> None:
    for told in ("7 days ago", "in 10 days", 'datetime="2026-12-01"', "1 December 2026"):
        assert told in PAGE


def test_nothing_private_is_on_the_page() -> None:
    finding = NIGHT.run.profiles[3].findings[0]
    change = WordChange("text: At first", "I felt heard", "They were kind", private=True)
    made = document("northgate", "brochure", "changed", changes=(change,))
    profile = ProfileResult("a.yaml", documents=(made,), answered=((finding, "she is my sister"),))
    page = night_as_html(replace(NIGHT, run=RunResult((profile,))))
    for private in ("sister", "At first", "I felt heard", "They were kind"):
        assert private not in page
    assert "The words are private and not repeated here." in page


def test_a_night_without_anything_is_still_a_page() -> None:
    empty = replace(
        NIGHT, run=RunResult(()), waiting=(), orphans=(), due=(), charts=(), report=None,
        profiles=None,
    )  # fmt: skip
    page = night_as_html(empty)
    assert "<section" not in page
    assert "<nav" not in page
    assert "All is in order" in page


def test_a_thousand_profiles_are_folded_away() -> None:
    profiles = [replace(NIGHT.run.profiles[0], profile_id=f"p{n}") for n in range(1000)]
    charts = NIGHT.charts[:1] * 1000
    night = replace(NIGHT, run=RunResult(tuple(profiles)), waiting=(), charts=charts)
    page = night_as_html(night)
    waits = page[page.index('id="to-do"') : page.index('id="changes"')]
    assert waits[: waits.index("<details>")].count("<li>") == 12
    assert "1,988 more" in waits
    assert "985 more roles" in page
    assert not Elements(page).open


def test_two_wordings_show_the_words_that_differ() -> None:
    assert marked_words("Walk to the shop.", "Walk to the park.") == (
        "Walk to the <del>shop.</del>",
        "Walk to the <ins>park.</ins>",
    )
    assert marked_words("All of this", "Something else") == (
        "<del>All of this</del>",
        "<ins>Something else</ins>",
    )
    assert marked_words("", "new <b>") == ("", "<ins>new &lt;b&gt;</ins>")


@given(st.text(), st.text())
def test_taking_the_marks_away_gives_both_wordings_back(before: str, after: str) -> None:
    for marked, told in zip(marked_words(before, after), (before, after), strict=True):
        assert re.sub("</?(del|ins)>", "", marked) == tag("x", told)[3:-4]


def test_words_between_back_quotes_are_code() -> None:
    assert with_code("Enter `consent` & `expires`.") == (
        "Enter <code>consent</code> &amp; <code>expires</code>."
    )
    assert with_code("a lone ` stays") == "a lone ` stays"


@given(st.text())
def test_no_text_can_leave_its_element(told: str) -> None:
    page = Elements(tag("p", tag("b", told, title=told), told))
    assert [name for name, _ in page.found] == ["p", "b"]
    assert not page.open


def test_the_page_can_be_written_even_where_a_name_has_half_a_character(tmp_path: Path) -> None:
    made = document("riverbend", "brochure", "open", note="\ud800", path=OUT / "\udce4.docx")
    profile = ProfileResult("a\udcff.yaml", "\udcff", documents=(made,))
    page = night_as_html(replace(NIGHT, run=RunResult((profile,))))
    (tmp_path / "night.html").write_text(page, encoding="utf-8")
