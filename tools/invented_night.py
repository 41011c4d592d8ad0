"""An invented night that has something of everything: for tests and for the picture in the docs."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from jdgen.errors import Place, Problem
from jdgen.model import Finding, Severity
from jdgen.nights import Due, Night, Orphan, TimeChart, TimeShare, Waiting
from jdgen.results import DocumentResult, ProfileResult, RunResult, WordChange

FOLDER = Path("/srv/peer-roles")
OUT = FOLDER / "output"
_ZONE = timezone(timedelta(hours=-5))
_TITLES = {
    "job-description": "Job description",
    "expectation-statements": "Service expectation statements",
    "brochure": "Brochure",
}
_ROLES = {
    "riverbend": ("Peer support worker, Riverbend Shelter", "Dana Okafor"),
    "open-lantern": ("Peer companion, Open Lantern", "Luc Tremblay"),
    "harbour-hope": ("Peer worker, Harbour & Hope", "Sam Achterberg"),
    "northgate": ("Peer recovery coach, Northgate", "Priya Nair"),
    "millbrook": ("Family peer worker, Millbrook", ""),
}
_CHANGES = (
    WordChange(
        "Essential duties, row 3",
        "Walk with people to appointments and wait with them in the lobby.",
        "Walk with people to appointments of their choice and wait with them in the lobby.",
    ),
    WordChange("Hours and place, paragraph 2", "", "Two evenings a week are part of the role."),
    WordChange("Who to talk to", "The team leader", "The peer supervisor", conflict=True),
)


def path(role: str, kind: str) -> Path:
    """Where the invented document lies."""
    return OUT / role / f"{role}-{kind}.docx"


def document(role: str, kind: str, state: str = "unchanged", **more: object) -> DocumentResult:
    """One invented document."""
    made = DocumentResult(kind, _TITLES[kind], state, path(role, kind))
    values = {name: getattr(made, name) for name in DocumentResult.__dataclass_fields__}
    return DocumentResult(**{**values, **more})


def _finding(role: str, rule: str, severity: Severity, line: int, *words: str) -> Finding:
    message, why, suggestion, source = words
    place = Place(str(FOLDER / "profiles" / f"{role}.yaml"), line, 5, "duties.2")
    return Finding(
        rule, "wording", severity, message, why, suggestion, source, place,
        "job-description", "Essential duties, row 3",
    )  # fmt: skip


def _profiles() -> dict[str, tuple[DocumentResult, ...]]:
    new = {"why": "the profile changed"}
    return {
        "riverbend": (
            document("riverbend", "job-description", "merged", waits=True, changes=_CHANGES, **new),
            document("riverbend", "expectation-statements", "changed", changes=_CHANGES[:1], **new),
            document(
                "riverbend", "brochure", "open", waits=True, why="the profile changed",
                note="open by M. Ross since 20 November",
            ),
        ),
        "open-lantern": (
            document("open-lantern", "job-description"),
            document("open-lantern", "expectation-statements", "edited"),
            document(
                "open-lantern", "brochure", "changed", why="a consent to a quote ended",
                changes=(WordChange("What people say", "", "", private=True),),
            ),
        ),
        "harbour-hope": tuple(
            document("harbour-hope", kind, "held", waits=True, why="jdgen is a new version")
            for kind in _TITLES
        ),
        "northgate": (
            document("northgate", "job-description", "not written", note="because of NCL-04"),
            document("northgate", "expectation-statements"),
            document("northgate", "brochure"),
        ),
        "millbrook": (),
    }  # fmt: skip


_FINDINGS = {
    "northgate": (
        _finding(
            "northgate", "NCL-04", "error", 41,
            "“Watch residents take their evening tablets” is a clinical task.",
            "Peer workers stand beside people; watching over medicine is for clinical staff.",
            "Say what they do together: “Keep people company in the evening, if they wish”.",
            "Toolkit, task guidelines",
        ),
        _finding(
            "northgate", "TIM-02", "warning", 12,
            "52 % of paid time is spent with people; 60 % is usual.",
            "The role is worth most in direct contact.",
            "Move time from meetings to duties with people.",
            "Toolkit, readiness checklist",
        ),
    ),
    "open-lantern": (
        _finding(
            "open-lantern", "SUP-03", "warning", 66,
            "Nothing says who supervises while the supervisor is away.",
            "A peer worker alone is the commonest way a role drifts.",
            "Name a second person under supervision.",
            "Toolkit, supervision",
        ),
    ),
}  # fmt: skip
_PROBLEMS = {
    "millbrook": (
        Problem(
            "profile-unknown-field",
            "No field is called 'supervison' at the top level.",
            "Did you mean 'supervision'?",
            Place(str(FOLDER / "profiles" / "millbrook.yaml"), 23, 1),
        ),
    )
}


def _due() -> tuple[Due, ...]:
    told = (
        ("riverbend", 118, "a consent to a quote", date(2026, 12, 1)),
        ("northgate", 9, "the review of the profile", date(2026, 11, 14)),
        ("harbour-hope", 97, "the waiver of HRX-04", date(2026, 12, 31)),
    )
    return tuple(
        Due(role, str(FOLDER / "profiles" / f"{role}.yaml"), line, what, day)
        for role, line, what, day in told
    )


def _charts() -> tuple[TimeChart, ...]:
    parts = (
        ("Share experience and listen, one to one", 30, 11.2),
        ("Walk with people to places that matter to them", 18, 6.8),
        ("Run a peer group", 14, 5.2),
        ("Link to people and resources", 10, 3.8),
        ("Peer supervision and community", 8, 3.0),
        ("Training", 6, 2.2),
        ("Team meetings", 8, 3.0),
        ("Notes and other work at the desk", 6, 2.3),
    )
    shares = tuple(TimeShare(label, percent, hours) for label, percent, hours in parts)
    return tuple(
        TimeChart(role, title, shares) for role, (title, _) in _ROLES.items() if role != "millbrook"
    )


def invented_night() -> Night:
    """The night: everything in it is invented."""
    profiles = tuple(
        ProfileResult(
            str(FOLDER / "profiles" / f"{role}.yaml"),
            "" if role == "millbrook" else role,
            findings=_FINDINGS.get(role, ()),
            problems=_PROBLEMS.get(role, ()),
            documents=documents,
            owner=_ROLES[role][1],
        )
        for role, documents in _profiles().items()
    )
    gone = Orphan("old-mill", "brochure", path("old-mill", "brochure"), "its profile is gone")
    pending = Waiting(
        "northgate", "brochure", path("northgate", "brochure"), 4, 0, date(2026, 11, 3)
    )
    return Night(
        run_id="20261121-0230",
        version="0.1.0",
        started=datetime(2026, 11, 21, 2, 30, 2, tzinfo=_ZONE),
        ended=datetime(2026, 11, 21, 2, 30, 9, tzinfo=_ZONE),
        output=OUT,
        run=RunResult(profiles),
        waiting=(pending,),
        orphans=(gone,),
        due=_due(),
        charts=_charts(),
        last_good=datetime(2026, 11, 19, 2, 30, 8, tzinfo=_ZONE),
        profiles=FOLDER / "profiles",
        report=OUT / "nightly-report.html",
    )
