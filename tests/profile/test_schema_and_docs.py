"""The schema as data, and the pages made from it."""

from __future__ import annotations

import pytest
from cerberus import Validator

from jdgen.profile import field_reference
from jdgen.profile.library import library
from jdgen.profile.reference import as_markdown
from jdgen.profile.schema_files import profile_schema, walk, worker_schema
from jdgen.profile.tidy import tidy
from jdgen.profile.validate import misfits

FIELDS = [*walk(profile_schema()), *walk(worker_schema(), "worker.")]
LEAVES = [(path, r) for path, r in FIELDS if r.get("type") not in ("dict", "list")]
FACTS = ("compensation", "supervision", "training", "peer_community", "time", "duties", "role")


@pytest.mark.parametrize("schema", [profile_schema, worker_schema])
def test_cerberus_takes_the_schema(schema):
    assert Validator(schema()).schema


@pytest.mark.parametrize(("path", "rules"), LEAVES, ids=[path for path, _ in LEAVES])
def test_every_field_has_a_title_a_description_and_an_example(path, rules):
    meta = rules["meta"]
    assert meta["title"]
    assert meta["description"].endswith(".")
    assert "example" in meta


def test_the_page_of_fields_lists_every_duty_of_the_library():
    page = as_markdown().partition("## The library of duties")[2]
    for name, duty in library().items():
        (row,) = [line for line in page.splitlines() if line.startswith(f"| `{name}` |")]
        assert duty["side"] in row
        assert "{" not in row


def test_the_schema_takes_every_example_in_it():
    data = example({"type": "dict", "schema": profile_schema()})
    data["duties"] = [{**data["duties"][0], "id": f"duty-{n}"} for n in range(4)]
    data["brochure"]["statements"] = [1, 2, 3]
    assert misfits(tidy(profile_schema(), data, {})) == []


def test_the_schema_of_the_worker_takes_its_examples():
    data = example({"type": "dict", "schema": worker_schema()})
    assert misfits(tidy(worker_schema(), data, {}), "worker") == []


def example(rules):
    """A value made of the examples of the schema."""
    if rules.get("type") == "dict" and "schema" in rules:
        return {name: example(below) for name, below in rules["schema"].items()}
    if rules.get("type") == "list" and rules["schema"].get("type") == "dict":
        return [example(rules["schema"])]
    return rules["meta"]["example"]


def test_facts_have_no_default():
    defaults = [path for path, rules in FIELDS if "default" in rules.get("meta", {})]
    assert defaults
    assert not [path for path in defaults if path.split(".")[0] in FACTS]


def test_the_worker_is_private_throughout():
    worker = [(path, rules) for path, rules in FIELDS if path.startswith("worker.")]
    assert len(worker) > 8
    assert all(rules["meta"]["private"] for _, rules in worker)


@pytest.mark.parametrize("word", ["diagnosis", "was_served", "former_client", "clinical_history"])
def test_what_need_not_be_held_is_no_field(word):
    assert not [path for path, _ in FIELDS if word in path]


def test_all_fields_are_listed_with_what_they_hold():
    listed = {field.path: field for field in field_reference()}
    assert len(listed) > 230
    assert listed["duties.*.percent"].type == "number, from 0, to 100"
    assert listed["duties.*.percent"].required
    assert listed["status"].allowed == ("draft", "in_review", "approved", "retired")
    assert listed["compensation.min"].example == "24.00"
