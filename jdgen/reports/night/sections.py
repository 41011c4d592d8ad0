"""The parts of the page that are read: what to do, what changed, what to mend."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdgen.errors import Place
from jdgen.model import Finding
from jdgen.nights import Night
from jdgen.reports.night import view
from jdgen.reports.night.html import Html, join, link_to, tag, with_code
from jdgen.reports.night.words import many, words_of
from jdgen.reports.night.words_diff import marked_words
from jdgen.results import DocumentResult, ProfileResult, WordChange

_OPEN_TASKS, _OPEN_CHANGES, _OPEN_ROWS = 12, 12, 12
_WEIGHT = {"error": 0, "warning": 1, "advice": 2}


class Links:
    """Files as links from where the report lies, told by their short names."""

    def __init__(self, night: Night) -> None:
        self._folder = view.common_folder(night)
        self._start = night.report.parent if night.report else night.output

    def to(self, path: Path | str, line: int = 0) -> Html:
        """A link to a file; the line, where there is one, is part of its name."""
        name = view.short(path, self._folder)
        label = tag("a", _breakable(name), href=link_to(Path(path), self._start), class_="file")
        return join([label, f", line\u00a0{line}" if line else ""])


def _breakable(name: str) -> Html:
    """A path that may be broken behind its slashes on a narrow screen."""
    parts = name.split("/")
    return join([piece for part in parts[:-1] for piece in (f"{part}/", tag("wbr"))] + parts[-1:])


def badge(label: str, kind: str) -> Html:
    """A state as a word in a frame; the colour only repeats what the word says."""
    return tag("span", label, class_=f"badge {kind}")


def look_of(state: str) -> str:
    """The look of a state's badge."""
    words = words_of(state)
    if words.settled:
        return "plain" if state == "unchanged" else "done"
    return "held" if state == "held" else "urgent" if words.rank <= 1 else "waits"


def state_badge(state: str, *, dry: bool = False) -> Html:
    """The badge of a state; a dry run tells what would have come."""
    return badge(words_of(state).named(dry=dry), look_of(state))


def folded(summary: str, *children: Html | None) -> Html:
    """A long part that opens on request, and is open in print."""
    return tag("details", tag("summary", summary), *children)


def section(name: str, title: str, note: str, *children: Html | None) -> Html:
    """One part of the page with its heading; nothing where it has no content."""
    if not any(children):
        return Html("")
    head = tag("h2", title, id=f"{name}-title")
    lead = tag("p", note, class_="lead") if note else None
    return tag("section", head, lead, *children, id=name, aria_labelledby=f"{name}-title")


def to_do(night: Night, links: Links) -> Html:
    """What waits for whom: the most urgent first, each with what to do and who to ask."""
    tasks = view.tasks(night)
    items = [_task(task, links) for task in tasks]
    more = items[_OPEN_TASKS:]
    rest = folded(f"{len(more):,} more", tag("ol", *more, class_="tasks")) if more else None
    first = tag("ol", *items[:_OPEN_TASKS], class_="tasks") if items else None
    note = "The most urgent first. Nothing of this is lost while it waits."
    return section("to-do", "What waits for whom", note, first, rest, _held(night, links))


def _task(task: view.Task, links: Links) -> Html:
    kind = "urgent" if task.rank <= 1 else "waits"
    facts = [
        ("File", links.to(task.path) if task.path else None),
        ("Ask", task.ask),
        ("Since", f"{task.since:%d %B %Y}".lstrip("0") if task.since else None),
        ("Note", task.note),
    ]
    return tag(
        "li",
        badge(task.label, kind),
        tag("h3", task.title, " ", tag("span", task.profile, class_="of")),
        tag("p", task.do),
        _facts(facts),
    )


def _facts(facts: Sequence[tuple[str, str | None]]) -> Html:
    rows = [
        tag("div", tag("dt", name), tag("dd", with_code(value))) for name, value in facts if value
    ]
    return tag("dl", *rows, class_="facts") if rows else Html("")


def _held(night: Night, links: Links) -> Html | None:
    kept = view.held(night)
    if not kept:
        return None
    count = many(len(kept), "document is", "documents are")
    names = [
        tag("li", f"{made.title}, {profile.profile_id} ", links.to(made.path) if made.path else "")
        for profile, made in kept
    ]
    return tag(
        "div",
        state_badge("held"),
        tag("h3", f"{count} held because jdgen is a new version"),
        tag("p", "Nothing happens to them until you accept. To accept, the administrator types:"),
        tag("p", tag("code", view.accept_command(night)), class_="command"),
        folded("Which documents", tag("ul", *names)),
        class_="panel",
    )


def changes(night: Night, links: Links) -> Html:
    """What is new in words, document by document."""
    dry = night.dry_run
    told = [_changes_of(profile, made, links, dry=dry) for profile, made in view.changed(night)]
    shown, more = told[:_OPEN_CHANGES], told[_OPEN_CHANGES:]
    rest = folded(f"{len(more):,} more documents", *more) if more else None
    note = "Words that went are struck through, words that came are underlined."
    title = "What would change, in words" if night.dry_run else "What changed, in words"
    return section("changes", title, note, *shown, rest)


def _changes_of(profile: ProfileResult, made: DocumentResult, links: Links, *, dry: bool) -> Html:
    untracked = f"Not marked in the file, for Word cannot: {', '.join(made.untracked)}."
    about = [f"{told[:1].upper()}{told[1:]}." for told in (made.why, made.note) if told]
    return tag(
        "article",
        state_badge(view.told_state(made), dry=dry),
        tag("h3", made.title, " ", tag("span", profile.profile_id, class_="of")),
        tag("p", " ".join(about)) if about else None,
        tag("p", links.to(made.path)) if made.path else None,
        _change_table(made) if made.changes else None,
        tag("p", untracked, class_="quiet") if made.untracked else None,
        class_="panel",
    )


def _change_table(made: DocumentResult) -> Html:
    head = tag("tr", *(tag("th", name, scope="col") for name in ("Where", "Before", "After")))
    rows = [_change(change) for change in made.changes]
    caption = tag("caption", f"Changes in {made.title}", class_="hidden")
    first = tag(
        "table", caption, tag("thead", head), tag("tbody", *rows[:_OPEN_ROWS]), class_="stacked"
    )
    more = rows[_OPEN_ROWS:]
    if not more:
        return first
    rest = tag("table", caption, tag("thead", head), tag("tbody", *more), class_="stacked")
    return join([first, folded(f"{len(more):,} more changes", rest)])


def _change(change: WordChange) -> Html:
    conflict = tag("p", badge("Conflict", "urgent"), " The file kept its own text: choose.")
    # A place may be told by the words that stand there: of a private one neither is repeated.
    place = "A private part" if change.private else change.place
    where = tag("th", place, conflict if change.conflict else None, scope="row")
    if change.private:
        hidden = "The words are private and not repeated here."
        return tag("tr", where, tag("td", tag("em", hidden), colspan=2, data_label="Change"))
    before, after = marked_words(change.before, change.after)
    return tag(
        "tr",
        where,
        tag("td", tag("div", before or tag("em", "new")), data_label="Before"),
        tag("td", tag("div", after or tag("em", "taken out")), data_label="After"),
    )


def findings(night: Night, links: Links) -> Html:
    """What to mend, profile by profile: message, place, why, and what to write."""
    stopped = sorted(night.run.profiles, key=lambda profile: not view.is_stopped(profile))
    told = [part for profile in stopped if (part := _findings_of(profile, links))]
    shown, more = told[:_OPEN_CHANGES], told[_OPEN_CHANGES:]
    rest = folded(f"{len(more):,} more profiles", *more) if more else None
    note = "Errors keep a document from being written. Warnings and advice stop nothing."
    return section("findings", "What to mend in the profiles", note, *shown, rest)


def _findings_of(profile: ProfileResult, links: Links) -> Html | None:
    grave = [
        _entry("Problem", p.message, p.place or Place(profile.file), links, ("Write", p.hint))
        for p in dict.fromkeys(profile.all_problems())
    ]
    ordered = sorted(profile.findings, key=lambda finding: _WEIGHT[finding.severity])
    grave += [_finding(f, profile, links) for f in ordered if f.severity == "error"]
    mild = [_finding(f, profile, links) for f in ordered if f.severity != "error"]
    if not grave and not mild:
        return None
    name = Path(profile.file).name
    known = tag("span", f" {name}", class_="of") if profile.profile_id else None
    ask = tag("p", f"Ask {profile.owner}.", class_="quiet") if profile.owner else None
    later = f"{many(len(mild), 'warning or piece', 'warnings and pieces')} of advice"
    return tag(
        "article",
        tag("h3", profile.profile_id or name, known),
        ask,
        tag("ul", *grave, class_="findings") if grave else None,
        folded(later, tag("ul", *mild, class_="findings")) if mild else None,
        class_="panel",
    )


def _finding(finding: Finding, profile: ProfileResult, links: Links) -> Html:
    place = finding.at if finding.at and profile.form != "word" else Place(profile.file)
    where = f"{finding.document or 'document'}: {finding.place}" if finding.place else ""
    label = finding.severity.capitalize()
    rest = (
        ("Stands in", where),
        ("Why", finding.why),
        ("Write", finding.suggestion),
        ("Rule", f"{finding.rule}, {finding.source}" if finding.source else finding.rule),
    )
    return _entry(label, finding.message, place, links, *rest)


def _entry(label: str, message: str, place: Place, links: Links, *facts: tuple[str, str]) -> Html:
    kind = "urgent" if label in ("Problem", "Error") else "waits" if label == "Warning" else "held"
    where = ("Place", links.to(place.file, place.line))
    return tag(
        "li",
        badge(label, kind),
        tag("p", with_code(message), class_="message"),
        _facts([where, *facts]),
    )
