"""HIR-02: Pay is given and is a living wage.

The profile gives the range of pay, and its lower end is not below the living wage of the place.

Why: A range below what living costs says what the role is worth here. Many peer workers also stand
to lose benefits by working.

Cure: Raise `compensation.min` to the living wage or above; give `organization.living_wage` with its
source so that it can be compared.

Source: Toolkit, readiness checklist
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.subjects import ProfileSubject

_WEEKS = {"week": Decimal(1), "month": Decimal(52) / 12, "year": Decimal(52)}


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    pay, living = subject.get("compensation"), subject.get("organization.living_wage")
    if not pay or pay.get("min") is None:
        yield Miss("No range of pay is given.", "compensation")
    elif not living or living.get("currency") != pay.get("currency"):
        message = "There is no living wage in the currency of the pay to compare it with."
        yield Miss(message, "organization.living_wage", severity="warning")
    elif _hourly(subject, pay, pay["min"]) < _hourly(subject, living, living["amount"]):
        yield Miss(_below(pay, living), "compensation.min")


def _hourly(subject: ProfileSubject, told: dict[str, Any], amount: Any) -> Decimal:
    if told["per"] == "hour":
        return Decimal(str(amount))
    hours = Decimal(str(subject.get("role.hours_per_week"))) * _WEEKS[told["per"]]
    return Decimal(str(amount)) / hours


def _below(pay: dict[str, Any], living: dict[str, Any]) -> str:
    """Pay that is marked private is compared and not repeated."""
    wage = f"{_money(living, 'amount')}, {living['source']}"
    least = "" if pay.get("private") else f", {_money(pay, 'min')},"
    return f"The lowest pay{least} is below the living wage ({wage})."


def _money(told: dict[str, Any], name: str) -> str:
    return f"{Decimal(str(told[name])):.2f} {told['currency']} per {told['per']}"


RULE = rule(
    __doc__,
    "error",
    "warning",
    in_profile=in_profile,
    documents=("job-description", "job-posting"),
    passes=(
        Example("just the living wage", {"compensation.min": "20.90"}),
        Example(
            "by the year",
            {
                "compensation": {
                    "currency": "CAD",
                    "per": "year",
                    "min": 34000,
                    "max": 40000,
                    "benefits": "Health and dental",
                    "comparators": [],
                }
            },
        ),
    ),
    fails=(
        Example("below it", {"compensation.min": 17}),
        Example("no pay given", {"compensation": None}),
        Example("nothing to compare with", {"organization.living_wage": None}, severity="warning"),
    ),
)
