"""STR-09: The tier of care fits the setting.

Tier 1 is work for the whole population and meets nobody in person; street outreach belongs to tiers
4 and 5; each sector has its tiers.

Why: A tier that does not fit sends funders and partners to the wrong comparison, in pay as well as
in training.

Cure: Look the setting up in the chart of tiers and correct `role.tier`, `organization.sector` or
`role.support_modes`.

Source: Toolkit, chart of tiered care
"""

from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import listed
from jdgen.guidelines.subjects import ProfileSubject


def in_profile(subject: ProfileSubject) -> Iterator[Miss]:
    tier, sector = subject.get("role.tier"), str(subject.get("organization.sector", ""))
    if tier is None:
        return
    tiers = subject.figure(f"STR-09.{sector}") if sector else []
    modes = set(subject.get("role.support_modes", ()))
    in_person = subject.figure("STR-09.outreach") if "outreach" in modes else []
    if tier == 1 and modes:
        message = "Tier 1 is work for the whole population, but people are met in this role."
        yield Miss(message, "role.tier")
    elif tiers and tier not in tiers:
        message = (
            f"Tier {tier} does not fit the sector {_name(sector)}, which is in {_told(tiers)}."
        )
        yield Miss(message, "role.tier")
    elif in_person and tier not in in_person:
        message = f"Tier {tier} does not fit outreach, which is in {_told(in_person)}."
        yield Miss(message, "role.tier")


def _name(sector: str) -> str:
    return sector.replace("_", " ").replace("peer led", "peer-led")


def _told(tiers: list[int]) -> str:
    return f"tiers {listed(map(str, tiers))}"


RULE = rule(
    __doc__,
    "warning",
    in_profile=in_profile,
    standing="practice",
    checklists=("role-definition", "tiered-care-chart"),
    passes=(
        Example("a hospital, tier 5", {"organization.sector": "hospital", "role.tier": 5}),
        Example("no tier named", {"role.tier": None}),
    ),
    fails=(
        Example("one to one in tier 1", {"role.tier": 1}),
        Example("a campus, tier 5", {"organization.sector": "campus", "role.tier": 5}),
        Example(
            "outreach in tier 2", {"role.support_modes": ["one_to_one", "outreach"], "role.tier": 2}
        ),
    ),
)
