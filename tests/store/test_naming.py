"""Where documents go, and that nothing in a profile leads out of there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jdgen.errors import OutputError, Place
from jdgen.model import Profile
from jdgen.store import document_path, public_folder

OUT = Path("out")


def profile(status: str = "approved", **outputs: Any) -> Profile:
    data = {"id": "riverbend", "status": status, "outputs": outputs}
    return Profile("riverbend.yaml", data, {}, ("riverbend.yaml",), ())


def test_the_id_names_folder_and_file() -> None:
    assert document_path(OUT, profile(), "brochure") == OUT / "riverbend/riverbend-brochure.docx"


def test_a_profile_may_name_its_own_folder_and_pattern() -> None:
    told = profile(folder="peer/roles", name_pattern="{kind}-of-{id}")
    assert document_path(OUT, told, "brochure") == OUT / "peer/roles/brochure-of-riverbend.docx"


@pytest.mark.parametrize(
    "folder", ["..", "a/../../b", "/etc", "C:\\Windows", "\\\\server\\share", "a\\..\\..\\b", "nul"]
)
def test_a_folder_outside_is_refused(folder: str) -> None:
    with pytest.raises(OutputError, match=r"outputs|folder"):
        document_path(OUT, profile(folder=folder), "brochure")
    with pytest.raises(OutputError):
        public_folder(OUT, profile(public_folder=folder))


@pytest.mark.parametrize("pattern", ["{id}", "../{kind}", "{kind}?", "~${kind}", "con.{kind}"])
def test_a_name_no_system_can_keep_is_refused(pattern: str) -> None:
    with pytest.raises(OutputError, match="name"):
        document_path(OUT, profile(name_pattern=pattern), "brochure")


@pytest.mark.parametrize("status", ["draft", "in_review", "retired"])
def test_only_an_approved_profile_goes_to_the_public_folder(status: str) -> None:
    assert public_folder(OUT, profile(status, public_folder="web")) is None
    assert public_folder(OUT, profile(public_folder="web")) == OUT / "web"


def test_an_id_that_windows_keeps_for_a_device_is_told_at_the_id() -> None:
    at = Place("con.yaml", 3, 5, "id")
    named = Profile("con.yaml", {"id": "con", "status": "draft"}, {"id": at}, ("con.yaml",), ())
    with pytest.raises(OutputError, match="'con' cannot be the name") as raised:
        document_path(OUT, named, "brochure")
    assert raised.value.problems[0].place == at
