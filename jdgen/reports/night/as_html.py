"""A night as one page for HR: it needs no network, no script and no other file."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from importlib import resources

from jdgen.nights import Night
from jdgen.reports.night import sections, tables, view
from jdgen.reports.night.html import Html, join, raw, tag
from jdgen.reports.night.sections import Links
from jdgen.reports.night.words import many, meaning, words_of

_GROUPS = (
    ("urgent", "to mend or decide"),
    ("waits", "waiting for a person"),
    ("held", "held"),
    ("done", "written"),
    ("plain", "as they were"),
)


def night_as_html(night: Night) -> str:
    """The night as a page. Links are told from the folder of `night.report`, else the output's."""
    links = Links(night)
    parts = (
        ("to-do", "Waits", sections.to_do(night, links)),
        ("changes", "Changed", sections.changes(night, links)),
        ("findings", "To mend", sections.findings(night, links)),
        ("dates", "Dates", tables.dates(night, links)),
        ("time", "Paid time", tables.charts(night)),
        ("orphans", "No longer asked for", tables.orphans(night, links)),
        ("documents", "All documents", tables.all_documents(night, links)),
    )
    shown = [(name, label, part) for name, label, part in parts if part]
    body = tag(
        "body",
        tag("a", "Skip to what waits", href="#content", class_="skip"),
        _top(night),
        _ways([(name, label) for name, label, _ in shown]),
        tag("main", *(part for _, _, part in shown), id="content", tabindex=-1),
        _foot(night),
    )
    return f"<!doctype html>\n{tag('html', _head(night), body, lang='en')}\n"


def _head(night: Night) -> Html:
    style = resources.files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    # Only this very style sheet may act: whatever a text smuggled in, a browser would not obey it.
    known = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", f"{view.headline(night)} jdgen, {night.ended:%Y-%m-%d}"),
        tag("style", raw(style)),
    )


def _top(night: Night) -> Html:
    documents = sum(1 for _ in view.documents(night))
    profiles = sum(profile.form == "profile" for profile in night.run.profiles)
    dry = "This was a dry run: nothing was written. " if night.dry_run else ""
    told = (
        f"{dry}{_day(night)}. {many(documents, 'document', 'documents')} of "
        f"{many(profiles, 'profile', 'profiles')} looked at."
    )
    return tag(
        "header",
        tag("p", "Nightly report", class_="over"),
        tag("h1", view.headline(night)),
        tag("p", told, class_="lead"),
        _overview(night),
    )


def _day(night: Night) -> str:
    day = f"{night.ended:%A, %d %B %Y}".replace(" 0", " ")
    return f"{day}, {night.started:%H:%M} to {night.ended:%H:%M}"


def _overview(night: Night) -> Html | None:
    """All documents as one strip, and the same in words."""
    earlier = {waiting.path for waiting in night.waiting}
    found = Counter(
        _group("waiting" if made.path in earlier and words_of(state).settled else state)
        for _, made in view.documents(night)
        if (state := view.told_state(made))
    )
    groups = [(n, "to be written" if night.dry_run and n == "done" else w) for n, w in _GROUPS]
    told = [(name, words, found[name]) for name, words in groups if found[name]]
    if not told:
        return None
    label = ", ".join(f"{count:,} {words}" for _, words, count in told)
    items = [
        tag("li", _dot(name), tag("strong", f"{count:,}"), f" {words}", class_="key")
        for name, words, count in told
    ]
    picture = tables.strip([(count, name) for name, _, count in told], f"Documents: {label}")
    return tag("div", picture, tag("ul", *items), class_="overview")


def _dot(name: str) -> Html:
    rect = tag("rect", width=10, height=10, class_=name)
    return tag("svg", rect, viewBox="0 0 10 10", aria_hidden="true", class_="dot")


def _group(state: str) -> str:
    """The group of the overview that a state belongs to."""
    kind = sections.look_of(state)
    return "plain" if kind == "done" and not words_of(state).written else kind


def _ways(parts: list[tuple[str, str]]) -> Html:
    """Links to the parts of the page."""
    ways = [tag("li", tag("a", label, href=f"#{name}")) for name, label in parts]
    return tag("nav", tag("ul", *ways), aria_label="Parts of this report") if ways else Html("")


def _foot(night: Night) -> Html:
    code = view.exit_code(night)
    last = f"{night.last_good:%Y-%m-%d %H:%M}" if night.last_good else "none is known"
    facts = [
        ("Ended with", f"exit code {int(code)}: {meaning(code)}"),
        ("Last run without a failure before this", last),
        ("Documents in", str(night.output)),
        ("Run", f"{night.run_id}, jdgen {night.version}"),
    ]
    rows = [tag("div", tag("dt", name), tag("dd", value)) for name, value in facts]
    return tag("footer", join([tag("dl", *rows, class_="facts")]))
