"""Each text of a profile is judged as the field it is, and none is forgotten."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import jdgen.guidelines
from jdgen.guidelines import judge_profile
from jdgen.profile.schema_files import profile_schema, walk
from jdgen.text_fields import TEXT_FIELDS
from jdgen.yaml_source import load_data

FACTS = Path(jdgen.guidelines.__file__).parent / "facts" / "profile_texts.yaml"
MAP = load_data(FACTS)
FRENCH = (
    "La personne rencontre les participants chez eux ou dans un café et parle avec eux de ce qui "
    "est important pour eux et de ce qui les aide."
)


def free_texts(rules) -> bool:
    """Whether people write what they like there: no choice from a list, no code of a set form."""
    branches = [rules, *rules.get("anyof", ())]
    return any(
        branch.get("type") == "string" and not branch.keys() & {"allowed", "regex"}
        for branch in branches
    )


SCHEMA = dict(walk(profile_schema()))


def test_every_text_of_the_schema_is_judged_or_left_out_on_purpose() -> None:
    named = [path for paths in MAP["fields"].values() for path in paths]
    told = Counter([*named, *MAP["not_judged"]])
    assert Counter({path for path, rules in SCHEMA.items() if free_texts(rules)}) == told
    assert MAP["fields"].keys() <= set(TEXT_FIELDS)


def test_what_reports_may_not_repeat_is_what_the_schema_marks_so() -> None:
    judged = {path for paths in MAP["fields"].values() for path in paths}
    private = {p for p in judged if SCHEMA[p].get("meta", {}).get("private") is True}
    assert set(MAP["private"]) == private


def test_a_text_is_judged_as_the_field_it_is(bench) -> None:
    text = "Serves as a role model"
    found = {}
    for path in ("duties.2.text", "brochure.extra_panel"):
        (told,) = judge_profile(bench.patched_profile({path: text})).findings
        found[path] = told.finding.rule
    assert found == {"duties.2.text": "LEX-09", "brochure.extra_panel": "WRD-03"}


def test_texts_come_in_the_order_of_the_file(bench) -> None:
    patch = {
        "role.what": "Meets clients.",
        "duties.2.text": "Call clients.",
        "duties.0.text": "Meet clients.",
    }
    judged = judge_profile(bench.patched_profile(patch))
    assert [told.block.place for told in judged.findings] == [
        *("role.what", "duties.0.text", "duties.2.text")
    ]


def test_texts_that_nobody_wrote_here_are_not_read(bench) -> None:
    profile = bench.patched_profile({"duties.2.text": "Prescribe tablets."})
    del profile.places["duties.2.text"]
    assert not judge_profile(profile).findings


def test_a_word_of_rank_is_no_word_of_a_house(bench) -> None:
    def rules(word: str) -> set[str]:
        patch = {"terms.person": word, "terms.people": f"{word}s", "role.what": f"Meets {word}s."}
        judged = judge_profile(bench.patched_profile(patch))
        return {told.finding.rule for told in judged.findings}

    assert rules("client") == set()
    assert rules("patient") == {"WRD-02"}


def test_one_field_in_another_language_is_told_and_the_rest_is_read(bench) -> None:
    patch = {"role.purpose": FRENCH, "role.what": "Prescribes tablets."}
    judged = judge_profile(bench.patched_profile(patch))
    assert [(block.place, told) for block, told in judged.unread] == [("role.purpose", "French")]
    assert [told.finding.rule for told in judged.findings] == ["NCL-02"]


def test_an_organization_may_say_what_its_own_work_is(bench) -> None:
    mission = "Providing integrated treatment to patients in the valley."
    assert judge_profile(bench.patched_profile({"role.what": mission})).findings
    assert not judge_profile(bench.patched_profile({"organization.mission": mission})).findings
    own_words = {"organization.mission": mission, "role.purpose": f"Our mission: {mission}"}
    assert not judge_profile(bench.patched_profile(own_words)).findings
