"""How a profile wants its documents to look, and which logos are refused."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdgen.documents import look_of
from jdgen.errors import ProfileError
from jdgen.model import Kind, Look, Profile

ProfileMaker = Callable[..., Profile]


def png(width: int, height: int, end: bytes = b"IEND") -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + struct.pack(">2I", width, height) + end


PNG = png(40, 20)
KIND = Kind("service-program", "Service program", "template.docx")


@pytest.fixture
def look(make_profile: ProfileMaker, tmp_path: Path) -> Callable[..., Look]:
    """The look for a profile in `profiles/` of a project, with some changes."""
    (tmp_path / "profiles").mkdir()

    def make(changes: Mapping[str, Any] | None = None) -> Look:
        file = str(tmp_path / "profiles" / "fernhill.yaml")
        return look_of(make_profile(changes, file), KIND, tmp_path)

    return make


def brand(logo: object) -> dict[str, Any]:
    return {"organization.brand": {"logo": str(logo)}}


def test_a_look_names_the_document_its_owner_and_its_language(look: Callable[..., Look]) -> None:
    made = look({"locale": "en-GB"})
    assert made.title == "Service programme: Peer Supporter"
    assert (made.language, made.paper) == ("en-GB", "a4")
    assert made.author == "Fernhill Wellness Society"
    assert made.document_id == "fernhill-peer-worker/service-program"


@pytest.mark.parametrize(("page", "paper"), [(None, "letter"), ("a4", "a4")])
def test_paper_follows_the_profile_then_the_place(
    look: Callable[..., Look], page: str | None, paper: str
) -> None:
    assert look({"page": page}).paper == paper


def test_colours_and_fonts_are_taken_over(look: Callable[..., Look]) -> None:
    told = {"primary": "#1f5c7a", "secondary": "#E08E45", "fonts": {"headings": "H", "body": "B"}}
    made = look({"organization.brand": told}).brand
    assert (made.primary, made.secondary) == ("1F5C7A", "E08E45")
    assert (made.heading_font, made.body_font, made.logo) == ("H", "B", b"")


@pytest.mark.parametrize("folder", ["profiles", "."])
def test_a_logo_is_found_beside_the_profile_or_from_the_root(
    look: Callable[..., Look], tmp_path: Path, folder: str
) -> None:
    (tmp_path / folder / "logo.png").write_bytes(PNG)
    made = look(brand("logo.png")).brand
    assert made.logo == PNG
    assert made.logo_alt == "Fernhill Wellness Society"


def test_a_logo_may_stand_elsewhere_in_the_project(
    look: Callable[..., Look], tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    assert look(brand("../logo.png")).brand.logo == PNG


def test_a_logo_outside_the_project_is_refused(look: Callable[..., Look], tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-logo.png"
    outside.write_bytes(PNG)
    for written in (f"../../{outside.name}", outside):
        with pytest.raises(ProfileError, match="outside the project"):
            look(brand(written))


def test_a_link_out_of_the_project_is_refused(look: Callable[..., Look], tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-linked.png"
    outside.write_bytes(PNG)
    link = tmp_path / "logo.png"
    try:
        link.symlink_to(outside)
    except OSError:  # a system that lets only administrators link
        link.write_bytes(b"x")
    with pytest.raises(ProfileError):
        look(brand("logo.png"))


def test_a_link_to_itself_is_refused(look: Callable[..., Look], tmp_path: Path) -> None:
    (tmp_path / "logo.png").symlink_to(tmp_path / "logo.png")
    with pytest.raises(ProfileError, match=r"cannot be followed|There is no logo"):
        look(brand("logo.png"))


def test_a_refused_logo_is_told_with_its_line(look: Callable[..., Look]) -> None:
    with pytest.raises(ProfileError, match=r"fernhill\.yaml:\d+: There is no logo at logo\.png"):
        look(brand("logo.png"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"GIF89a", "no PNG or JPEG"),
        (PNG + b"0" * 5 * 1024**2, "over 5 MB"),
        (PNG[:12], "damaged or cut off"),
        (png(40, 20, end=b""), "damaged or cut off"),
        (png(0, 20), "damaged or cut off"),
        (b"\xff\xd8\xff\xe0\0\0", "damaged or cut off"),
        (png(50_000, 50_000), "50,000 by 50,000 pixels"),
    ],
)
def test_what_is_no_fit_picture_is_refused(
    look: Callable[..., Look], tmp_path: Path, data: bytes, says: str
) -> None:
    (tmp_path / "logo.png").write_bytes(data)
    with pytest.raises(ProfileError, match=says):
        look(brand("logo.png"))
