"""Shared facts come from a part; it has to be one, and to lie in the same tree."""

from __future__ import annotations

import pytest

from jdgen.errors import ProfileError
from jdgen.profile import load_profile


def refused(folder):
    with pytest.raises(ProfileError) as raised:
        load_profile(folder / "lakeside.yaml")
    return raised.value.problems[0]


def write(folder, name, text):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_blocks_merge_and_texts_are_replaced(change):
    profile = load_profile(
        change(add="organization: {name: Other Name, brand: {fonts: {body: Arial}}}")
    )
    assert profile.get("organization.name") == "Other Name"
    assert profile.get("organization.phone") == "555-0111"
    assert profile.get("organization.brand.fonts") == {"headings": "Calibri", "body": "Arial"}
    assert profile.get("organization.brand.primary") == "#204060"


def test_lists_are_replaced_whole_and_so_are_their_places(folder, change):
    part = folder / "_lakeside.yaml"
    part.write_text(
        part.read_text(encoding="utf-8") + "documents: [brochure, job-description]\n",
        encoding="utf-8",
    )
    profile = load_profile(change(add="documents: [brochure]"))
    assert profile.get("documents") == ["brochure"]
    assert "documents.1" not in profile.places
    assert profile.place("documents.0").file.endswith("/lakeside.yaml")


def test_a_number_typed_in_a_part_does_not_linger(folder, change):
    part = folder / "_lakeside.yaml"
    part.write_text(part.read_text(encoding="utf-8") + "role: {job_code: 007}\n", encoding="utf-8")
    assert load_profile(folder / "lakeside.yaml").get("role.job_code") == "007"
    profile = load_profile(change(("  title: Peer", "  job_code: '8'\n  title: Peer")))
    assert profile.get("role.job_code") == "8"


def test_a_field_left_empty_keeps_what_the_part_says(change):
    profile = load_profile(change(add="organization: {phone: , email: a@b.example}"))
    assert profile.get("organization.phone") == "555-0111"


def test_an_empty_text_takes_away_what_the_part_says(change):
    profile = load_profile(change(add='organization: {phone: "", email: a@b.example}'))
    assert profile.get("organization.phone") is None


def test_parts_can_extend_parts(folder):
    write(folder, "_base.yaml", "organization: {hours: 9 to 5, phone: 555-0000}\n")
    part = folder / "_lakeside.yaml"
    part.write_text("extends: _base.yaml\n" + part.read_text(encoding="utf-8"), encoding="utf-8")
    profile = load_profile(folder / "lakeside.yaml")
    assert profile.get("organization.hours") == "9 to 5"
    assert profile.get("organization.phone") == "555-0111"
    assert profile.get("extends") == "_lakeside.yaml"
    assert [name.rsplit("/", 1)[1] for name in profile.files] == [
        "lakeside.yaml",
        "_lakeside.yaml",
        "_base.yaml",
    ]


def test_a_part_may_lie_below(folder, change):
    (folder / "shared").mkdir()
    (folder / "_lakeside.yaml").rename(folder / "shared" / "_lakeside.yaml")
    assert load_profile(change(("_lakeside.yaml", "shared/_lakeside.yaml"))).id


def test_a_part_may_lie_above_within_the_project(folder, monkeypatch):
    write(folder, "jdgen.toml", "")
    profile = write(
        folder,
        "profiles/unit/lakeside.yaml",
        (folder / "lakeside.yaml")
        .read_text(encoding="utf-8")
        .replace("_lakeside.yaml", "../../_lakeside.yaml"),
    )
    monkeypatch.chdir(folder / "profiles")
    assert load_profile(profile).get("organization.name") == "Lakeside Neighbours"


def test_a_circle_is_refused_with_its_way(folder):
    write(folder, "_lakeside.yaml", "extends: _other.yaml\n")
    write(folder, "_other.yaml", "extends: _lakeside.yaml\n")
    problem = refused(folder)
    assert problem.id == "profile-extends"
    assert "lakeside.yaml → _lakeside.yaml → _other.yaml → _lakeside.yaml" in problem.message
    assert problem.place.file.endswith("_other.yaml")


def test_a_chain_without_end_is_stopped(folder):
    for number in range(30):
        write(folder, f"_p{number}.yaml", f"extends: _p{number + 1}.yaml\n")
    write(folder, "_lakeside.yaml", "extends: _p0.yaml\n")
    assert "More than 20 parts" in refused(folder).message


def test_a_part_that_extends_itself_is_refused(folder):
    write(folder, "_lakeside.yaml", "extends: _lakeside.yaml\n")
    assert "circle" in refused(folder).message


@pytest.mark.parametrize(
    "wanted",
    [
        "../_outside.yaml",
        "/etc/_passwd.yaml",
        "C:\\data\\_x.yaml",
        "..\\_outside.yaml",
        "~/_x.yaml",
    ],
)
def test_a_part_outside_the_tree_is_refused(folder, change, wanted):
    write(folder.parent, "_outside.yaml", "organization: {name: Outside}\n")
    change(("_lakeside.yaml", f"'{wanted}'"))
    problem = refused(folder)
    assert problem.id == "profile-extends"
    assert problem.place.line == 4
    assert "Outside" not in str(problem)


def test_a_link_that_leads_out_of_the_tree_is_refused(folder, tmp_path_factory):
    outside = write(tmp_path_factory.mktemp("outside"), "_part.yaml", "organization: {}\n")
    (folder / "_lakeside.yaml").unlink()
    (folder / "_lakeside.yaml").symlink_to(outside)
    assert "outside this project" in refused(folder).message


def test_a_name_without_a_low_line_is_no_part(folder, change):
    write(folder, "other.yaml", "organization: {}\n")
    change(("_lakeside.yaml", "other.yaml"))
    assert "begins with _" in refused(folder).message


def test_a_missing_part_is_told_with_those_that_are_there(folder, change):
    change(("_lakeside.yaml", "_lakeshore.yaml"))
    problem = refused(folder)
    assert (problem.place.line, problem.place.column) == (4, 10)
    assert problem.hint == "Parts beside this file: _lakeside.yaml."


@pytest.mark.parametrize("name", [f"_{'x' * 400}.yaml", "_folder.yaml"])
def test_what_can_be_no_part_is_told_as_missing(folder, change, name):
    (folder / "_folder.yaml").mkdir()
    change(("_lakeside.yaml", name))
    assert refused(folder).message.startswith("There is no part")


def test_a_part_that_is_a_list_is_refused_in_the_part(folder):
    write(folder, "_lakeside.yaml", "- a\n")
    problem = refused(folder)
    assert (problem.id, problem.place.line) == ("profile-not-fields", 1)
    assert problem.place.file.endswith("_lakeside.yaml")


def test_extends_that_is_no_text_is_told(change):
    with pytest.raises(ProfileError, match="“Shared part”"):
        load_profile(change(("extends: _lakeside.yaml", "extends: [_lakeside.yaml]")))


def test_values_labelled_in_a_part_are_not_shared_between_blocks(folder, change):
    write(
        folder,
        "_lakeside.yaml",
        (folder / "_lakeside.yaml").read_text(encoding="utf-8")
        + "training: &t {on_job_plan: x}\nkeys: {distinctiveness: y}\npeer_community: {}\n",
    )
    part = folder / "_lakeside.yaml"
    part.write_text(
        part.read_text(encoding="utf-8").replace(
            "organization:", "alignment: &a {org: x}\nfactors: {cultural: z}\norganization:"
        )
        + "x: [*t, *a]\n",
        encoding="utf-8",
    )
    with pytest.raises(ProfileError) as raised:
        load_profile(change(add="alignment: {team: y}"))
    assert [problem.id for problem in raised.value.problems] == ["profile-unknown-field"]
