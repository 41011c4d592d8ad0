"""The template of the job description: letter portrait, two to four pages."""

from __future__ import annotations

from dataclasses import replace

from . import drawing
from .package import LOGO, Template
from .sign_off import sign_off
from .time_chart import time_at_a_glance
from .wml import (
    Column,
    Page,
    Xml,
    cell,
    choose,
    each,
    each_row,
    given,
    join,
    kept_bullets,
    page_footer,
    para,
    row,
    section,
    table,
    when,
)

_WIDTH = 7
_PAGE = Page(8.5, 11, 0.55, 0.75, 0.6, 0.75, footer="rIdFooter", edge=0.35)
_TWO_COLUMNS = replace(_PAGE, columns=((3.325, 0.35), (3.325, 0)), kind="continuous")
_GOING_ON = replace(_PAGE, kind="continuous")


def template() -> Template:
    return Template(
        title="Job description",
        body=join(
            _head(),
            _nature_of_work(),
            _duties(),
            time_at_a_glance(_WIDTH, end=section(_PAGE)),
            _experience(),
            _pay_and_conditions(),
            _supervision(),
            _statements(),
            sign_off(_WIDTH),
            section(_GOING_ON),
        ),
        footers={"rIdFooter": page_footer("{{ role.title }}, {{ organization.short_name }}")},
        logo=drawing.placeholder_logo(),
    )


def _head() -> Xml:
    widths = (15, 35, 15, 35)
    columns = tuple(Column(width, "") for width in widths)
    heading = row(
        cell(100, para("TableHead", "The position at a glance"), span=4),
        header=True,
    )
    facts = row(
        cell(widths[0], para("TableNote", "{{ pair.label }}")),
        cell(widths[1], para("TableText", "{{ pair.detail }}")),
        cell(widths[2], para("TableNote", "{{ pair.other_label }}")),
        cell(widths[3], para("TableText", "{{ pair.other_detail }}")),
    )
    return join(
        para(
            "Title",
            "{% if organization.has_logo %}",
            drawing.logo(1, LOGO, 1.8, 0.62, corner=True),
            "{% endif %}{{ role.title }}",
        ),
        para("Subtitle", "Job description, {{ organization.name }}"),
        table(
            columns,
            heading,
            each_row("pair", "facts.pairs", facts),
            about="The position at a glance",
            width=_WIDTH,
            heads=False,
            compact=True,
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
        *(
            cell(third, para("TableText", f"{{{{ role.{name} }}}}"))
            for name in ("what", "how", "why")
        )
    )
    return join(
        para("Heading1", "Nature of work"),
        para("KeyMessage", "{{ nature.non_clinical }}"),
        para("BodyText", "{{ nature.summary }}"),
        given("BodyText", "role.team_sentence"),
        para("BodyText", "{{ nature.lived_experience }} {{ nature.team_place }}"),
        when(
            "role.purpose",
            para("Heading2", "Why we have this role"),
            para("BodyText", "{{ role.purpose }}"),
        ),
        when(
            "role.outcomes",
            para("BodyText", "What we expect of having it:", keep_with_next=True),
            kept_bullets("role.outcomes"),
        ),
        when(
            "role.what or role.how or role.why",
            para("Heading2", "What, how and why"),
            table(columns, answers, about="What the worker does, how and why", width=_WIDTH),
        ),
        when(
            "nature.boundaries",
            para("Heading2", "What the role is not"),
            kept_bullets("nature.boundaries"),
        ),
    )


def _duty_table(rows: str, about: str) -> Xml:
    columns = (
        Column(88, "Duty, what comes of it, and how: values in action"),
        Column(12, "Time", "TableHeadNumber"),
    )
    duty = row(
        cell(
            88,
            para("TableStrong", "{{ duty.text }}"),
            para(
                "TableText",
                "{% if duty.result %}**Result:** {{ duty.result }} {% endif %}"
                "{% if duty.approach %}**How:** {{ duty.approach }}{% endif %}"
                "{% if duty.value_words %} ({{ duty.value_words }}){% endif %}",
            ),
            when(
                "duty.limit or duty.note",
                para(
                    "TableNote",
                    "{{ duty.limit }}{% if duty.limit and duty.note %}. {% endif %}{{ duty.note }}",
                ),
            ),
        ),
        cell(
            12,
            para("TableNumber", "**{{ duty.percent }}**"),
            para("TableNumber", "{{ duty.hours }} h/week"),
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
            "role.has_leads", para("BodyText", "**The worker leads:** {{ role.leads|join('; ') }}")
        ),
    )


def _experience() -> Xml:
    """Two columns, as far as the paragraph that carries the section."""
    return join(
        para("Heading1", "Experience and training"),
        para("Heading2", "Required"),
        kept_bullets("qualifications.required", whole=True),
        when(
            "qualifications.has_preferred",
            para("Heading2", "Good to have"),
            kept_bullets("qualifications.preferred", whole=True),
        ),
        given("BodyText", "qualifications.privacy_note"),
        given("BodyText", "qualifications.equivalence"),
        given("BodyText", "qualifications.background_check"),
        para("Heading1", "Knowledge, skills and abilities"),
        kept_bullets("qualifications.skills", whole=True),
        para("Heading1", "Training and support"),
        kept_bullets("training.provided", whole=True),
        kept_bullets("training.sentences", whole=True),
        para("BodyText", "{{ conditions.safety }}", section=section(_TWO_COLUMNS)),
    )


def _pay_and_conditions() -> Xml:
    return join(
        when(
            "pay.has_pay",
            para("Heading1", "Pay and benefits"),
            para("BodyText", "{{ pay.sentence }}{% if pay.grade %} {{ pay.grade }}.{% endif %}"),
        ),
        para("Heading1", "Working conditions"),
        kept_bullets("conditions.sentences", whole=True),
        given("BodyText", "conditions.flexible"),
        choose(
            "conditions.has_physical",
            each(
                "physical",
                "conditions.physical",
                para(
                    "ListBullet",
                    "{{ physical.demand }}{% if physical.duty %} ({{ physical.duty }}"
                    "{% if physical.frequency %}, {{ physical.frequency }}{% endif %}){% endif %}",
                ),
            ),
            para("BodyText", "{{ conditions.no_physical }}"),
        ),
    )


def _supervision() -> Xml:
    return join(
        para("Heading1", "Supervision and peer community"),
        para(
            "BodyText",
            "The worker reports to: **{{ supervision.reports_to }}**."
            "{% if supervision.arrangement %} {{ supervision.arrangement }}{% endif %}"
            " {{ supervision.frequency }}",
        ),
        when(
            "supervision.has_supervisors",
            each(
                "supervisor",
                "supervision.supervisors",
                para(
                    "ListBullet",
                    "**{{ supervisor.kind }}:** {{ supervisor.title }}"
                    "{% if supervisor.detail %} ({{ supervisor.detail }}){% endif %}",
                ),
            ),
        ),
        para(
            "BodyText",
            "{{ supervision.topics }} {{ supervision.extra }} {{ supervision.not_monitoring }}",
        ),
        para("BodyText", "**Peer community:** {{ peer_community.sentence }}"),
    )


def _statements() -> Xml:
    return join(
        para("Heading1", "Equal opportunity and accommodation"),
        para(
            "BodyText",
            "{{ legal.equal_opportunity }}"
            "{% if organization.inclusion %} {{ organization.inclusion }}{% endif %}",
        ),
        para("BodyText", "{{ legal.accommodation }}"),
        given("BodyText", "legal.vacancy"),
        given("BodyText", "legal.disclaimer"),
    )
