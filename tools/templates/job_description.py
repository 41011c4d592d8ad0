"""The template of the job description: letter portrait, two to four pages."""

from __future__ import annotations

from . import drawing
from .package import LOGO, Template
from .wml import (
    Column,
    Page,
    Xml,
    bullets,
    cell,
    choose,
    each_row,
    field,
    given,
    inches,
    join,
    para,
    row,
    section,
    table,
    when,
)

_WIDTH = 6.5
_BAR_WIDTH = 1.85
_PARTS_WIDTH = 2.7
_PAGE = Page(8.5, 11, 0.9, 1, 0.95, 1, footer="rIdFooter")


def template() -> Template:
    return Template(
        title="Job description",
        body=join(
            _head(),
            _nature_of_work(),
            _duties(),
            _time(),
            _experience(),
            _supervision(),
            _conditions(),
            _statements(),
            _signatures(),
            section(_PAGE),
        ),
        footers={"rIdFooter": _footer()},
        logo=drawing.placeholder_logo(),
    )


def _footer() -> Xml:
    return para(
        "Footer",
        "{{ role.title }}, {{ organization.short_name }}  ·  {{ document.version_line }}  ·  Page ",
        field("PAGE"),
        " of ",
        field("NUMPAGES"),
    )


def _head() -> Xml:
    columns = (Column(27, "The position at a glance"), Column(73, ""))
    heading = row(
        cell(100, para("TableHead", "The position at a glance"), span=2),
        header=True,
    )
    facts = row(
        cell(27, para("TableNote", "{{ fact.label }}")),
        cell(73, para("TableText", "{{ fact.detail }}")),
    )
    return join(
        when("organization.has_logo", para("Logo", drawing.logo(1, LOGO, 1.8, 0.675))),
        para("Title", "{{ role.title }}"),
        para("Subtitle", "Job description, {{ organization.name }}"),
        table(
            columns,
            heading,
            each_row("fact", "facts.rows", facts),
            about="The position at a glance",
            width=_WIDTH,
            heads=False,
        ),
    )


def _nature_of_work() -> Xml:
    third = 100 / 3
    columns = (
        Column(third, "What the worker does"),
        Column(third, "How it is done"),
        Column(third, "Why it is done this way"),
    )
    answers = row(
        *(cell(third, para("TableText", f"{{{{ role.{name} }}}}")) for name in ("what", "how", "why"))
    )
    return join(
        para("Heading1", "Nature of work"),
        para("KeyMessage", "{{ nature.non_clinical }}"),
        para("BodyText", "{{ nature.summary }}"),
        given("BodyText", "role.team_sentence"),
        para("BodyText", "{{ nature.lived_experience }}"),
        when(
            "role.purpose",
            para("Heading2", "Why we have this role"),
            para("BodyText", "{{ role.purpose }}"),
        ),
        when(
            "role.outcomes",
            para("BodyText", "What we expect of having it:", keep_with_next=True),
            bullets("role.outcomes"),
        ),
        when(
            "role.what or role.how or role.why",
            para("Heading2", "What, how and why"),
            table(columns, answers, about="What the worker does, how and why", width=_WIDTH),
        ),
        when(
            "nature.boundaries",
            para("Heading2", "What the role is not"),
            bullets("nature.boundaries"),
        ),
        given("BodyText", "nature.team_place"),
    )


def _duty_table(rows: str, about: str) -> Xml:
    columns = (
        Column(44, "What the worker does, and what comes of it"),
        Column(40, "How: values in action"),
        Column(16, "Share of time", "TableHeadNumber"),
    )
    duty = row(
        cell(
            44,
            para("TableStrong", "{{ duty.text }}"),
            when("duty.result", para("TableNote", "{{ duty.result }}")),
            when("duty.limit", para("TableNote", "{{ duty.limit }}")),
        ),
        cell(
            40,
            para("TableText", "{{ duty.approach }}"),
            when("duty.value_words", para("TableNote", "{{ duty.value_words }}")),
        ),
        cell(
            16,
            para("TableNumber", "**{{ duty.percent }}**"),
            para("TableNumber", "{{ duty.hours }} h a week"),
        ),
    )
    return table(columns, each_row("duty", rows, duty), about=about, width=_WIDTH)


def _duties() -> Xml:
    return join(
        para("Heading1", "Essential duties"),
        para("BodyText", "{{ duties.introduction }}", keep_with_next=True),
        _duty_table("duties.essential", "Essential duties with their share of time"),
        when(
            "duties.has_marginal",
            para("Heading2", "Marginal duties"),
            para("BodyText", "{{ duties.marginal_introduction }}", keep_with_next=True),
            _duty_table("duties.marginal", "Marginal duties with their share of time"),
        ),
        para("Heading2", "Other tasks"),
        para("BodyText", "{{ duties.other }}"),
        when(
            "role.has_leads",
            para("Heading2", "What the worker leads"),
            bullets("role.leads"),
        ),
    )


def _coloured_bar(number: int, item: str, alt: str, width: float, height: float) -> Xml:
    """Three bars of which one is shown: direct with lived experience, other direct, the rest."""

    def bar(step: int, colour: str) -> Xml:
        return para(
            "ChartBar",
            drawing.bar(number + step, f"{item}.bar", alt, width, height, colour),
        )

    return choose(
        f"{item}.is_direct and {item}.uses_lived",
        bar(0, "accent1"),
        choose(f"{item}.is_direct", bar(1, "accent2"), bar(2, "accent3")),
    )


def _time() -> Xml:
    parts = (
        Column(42, "How paid time divides"),
        Column(34, "Part of the whole"),
        Column(11, "Share", "TableHeadNumber"),
        Column(13, "Hours a week", "TableHeadNumber"),
    )
    part = row(
        cell(42, para("TableStrong", "{{ part.label }}"), middle=True),
        cell(
            34,
            _coloured_bar(10, "part", "{{ part.label }}: {{ part.percent }}", 2.0, 0.17),
            middle=True,
        ),
        cell(11, para("TableNumber", "{{ part.percent }}"), middle=True),
        cell(13, para("TableNumber", "{{ part.hours }}"), middle=True),
    )
    rows = (
        Column(46, "Function"),
        Column(30, "Time"),
        Column(11, "Share", "TableHeadNumber"),
        Column(13, "Hours a week", "TableHeadNumber"),
    )
    line = row(
        cell(46, para("TableText", "{{ line.label }}"), middle=True),
        cell(30, _coloured_bar(20, "line", "{{ line.alt }}", 1.75, 0.13), middle=True),
        cell(11, para("TableNumber", "{{ line.percent }}"), middle=True),
        cell(13, para("TableNumber", "{{ line.hours }}"), middle=True),
    )
    total = row(
        cell(76, para("TableStrong", "Total"), span=2),
        cell(11, para("TableNumber", "**{{ time.total_percent }}**")),
        cell(13, para("TableNumber", "**{{ time.total_hours }}**")),
    )
    return join(
        para("Heading1", "Time at a glance"),
        para("BodyText", "{{ time.direct_sentence }} {{ time.lived_sentence }} {{ time.other_sentence }}"),
        table(parts, each_row("part", "time.parts", part), about="Parts of paid time", width=_WIDTH),
        para("Caption", "{{ time.chart_title }}"),
        table(
            rows,
            each_row("line", "time.rows", line),
            total,
            about="Time chart: each function with its bar, share and hours",
            width=_WIDTH,
            last_row=True,
        ),
    )


def _experience() -> Xml:
    return join(
        para("Heading1", "Experience and training"),
        para("BodyText", "{{ qualifications.lived_experience }} {{ qualifications.privacy_note }}"),
        para("Heading2", "Required"),
        bullets("qualifications.required"),
        when(
            "qualifications.has_preferred",
            para("Heading2", "Good to have"),
            bullets("qualifications.preferred"),
        ),
        given("BodyText", "qualifications.equivalence"),
        when(
            "qualifications.background_check",
            para("Heading2", "Background check"),
            para("BodyText", "{{ qualifications.background_check }}"),
        ),
        para("Heading1", "Knowledge, skills and abilities"),
        bullets("qualifications.skills"),
    )


def _supervision() -> Xml:
    columns = (
        Column(42, "Who"),
        Column(22, "Part"),
        Column(36, "Looks after"),
    )
    supervisor = row(
        cell(42, para("TableText", "{{ supervisor.title }}")),
        cell(22, para("TableText", "{{ supervisor.kind }}")),
        cell(36, para("TableText", "{{ supervisor.detail }}")),
    )
    return join(
        para("Heading1", "Supervision and peer community"),
        para("BodyText", "The worker reports to: **{{ supervision.reports_to }}**."),
        given("BodyText", "supervision.arrangement"),
        when(
            "supervision.has_supervisors",
            table(
                columns,
                each_row("supervisor", "supervision.supervisors", supervisor),
                about="Supervisors",
                width=_WIDTH,
            ),
        ),
        given("BodyText", "supervision.frequency"),
        para("BodyText", "{{ supervision.topics }} {{ supervision.extra }}"),
        para("BodyText", "{{ supervision.not_monitoring }}"),
        para("Heading2", "Peer community"),
        para("BodyText", "{{ peer_community.sentence }}"),
        para("Heading1", "Training and support"),
        bullets("training.provided"),
        bullets("training.sentences"),
    )


def _conditions() -> Xml:
    columns = (Column(40, "Demand"), Column(40, "Duty it belongs to"), Column(20, "How often"))
    demand = row(
        cell(40, para("TableText", "{{ physical.demand }}")),
        cell(40, para("TableText", "{{ physical.duty }}")),
        cell(20, para("TableText", "{{ physical.frequency }}")),
    )
    return join(
        para("Heading1", "Working conditions"),
        bullets("conditions.sentences"),
        given("BodyText", "conditions.flexible"),
        choose(
            "conditions.has_physical",
            table(
                columns,
                each_row("physical", "conditions.physical", demand),
                about="Physical demands",
                width=_WIDTH,
            ),
            para("BodyText", "{{ conditions.no_physical }}"),
        ),
        given("BodyText", "conditions.safety"),
        when(
            "pay.has_pay",
            para("Heading1", "Pay and benefits"),
            para("BodyText", "{{ pay.sentence }}"),
            when("pay.grade", para("BodyText", "Grade: {{ pay.grade }}")),
            when("pay.benefits", para("BodyText", "Benefits: {{ pay.benefits }}")),
        ),
    )


def _statements() -> Xml:
    return join(
        para("Heading1", "Equal opportunity and accommodation"),
        para("BodyText", "{{ legal.equal_opportunity }}"),
        given("BodyText", "organization.inclusion"),
        para("BodyText", "{{ legal.accommodation }}"),
        given("BodyText", "legal.vacancy"),
        given("BodyText", "legal.disclaimer"),
    )


def _signatures() -> Xml:
    approvals = (Column(32, "Position"), Column(22, "Name"), Column(28, "Signature"), Column(18, "Date"))
    approval = row(
        cell(32, para("TableText", "{{ approval.role }}")),
        cell(22, para("TableText", "{{ approval.name }}")),
        cell(28, para("TableText")),
        cell(18, para("TableText", "{{ approval.date }}")),
        height=0.45,
    )
    signing = (Column(40, "Name"), Column(38, "Signature"), Column(22, "Date"))
    worker = row(
        cell(40, para("TableText")),
        cell(38, para("TableText")),
        cell(22, para("TableText")),
        height=0.45,
    )
    versions = (Column(12, "Version"), Column(24, "Date"), Column(24, "By"), Column(40, "What changed"))
    version = row(
        cell(12, para("TableText", "{{ entry.version }}")),
        cell(24, para("TableText", "{{ entry.date }}")),
        cell(24, para("TableText", "{{ entry.by }}")),
        cell(40, para("TableText", "{{ entry.what }}")),
    )
    return join(
        when(
            "approvals.has_rows",
            para("Heading1", "Approvals"),
            table(
                approvals,
                each_row("approval", "approvals.rows", approval),
                about="Approvals with room to sign",
                width=_WIDTH,
            ),
        ),
        when(
            "approvals.has_acknowledgment",
            para("Heading1", "Acknowledgment"),
            para("BodyText", "{{ approvals.acknowledgment }}", keep_with_next=True),
            table(signing, worker, about="Room for the worker to sign", width=_WIDTH),
        ),
        when(
            "history.has_rows",
            para("Heading1", "Revision history"),
            table(
                versions,
                each_row("entry", "history.rows", version),
                about="Revision history",
                width=_WIDTH,
            ),
        ),
        para(
            "SmallPrint",
            "{{ document.version_line }}"
            "{% if document.owner %}. Kept up to date by {{ document.owner }}{% endif %}"
            "{% if document.review_by %}. To be reviewed by {{ document.review_by }}{% endif %}.",
        ),
    )
