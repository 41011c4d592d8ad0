"""How a profile wants its documents to look: logo, colours, fonts, paper, title and language."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from jdgen.documents.habits import habits_of
from jdgen.errors import Problem, ProfileError
from jdgen.model import Brand, Kind, Look, Profile
from jdgen.spelling import respell, spelling_for
from jdgen.word import image_info

LOGO = "organization.brand.logo"
MAX_LOGO_BYTES = 5 * 1024 * 1024
MAX_LOGO_PIXELS = 10_000  # each way; more would take Word hundreds of megabytes to show
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def look_of(profile: Profile, kind: Kind, root: Path) -> Look:
    """The look of one document of a profile.

    The logo's path counts from the file that names it, or else from the project's `root`; it must
    stay inside the project. Raises ProfileError for a logo that is outside, absent, unreadable, no
    PNG or JPEG, cut off, or too large. Without `page` the paper follows the locale.
    """
    locale = str(profile.get("locale", "en-CA"))
    title = respell(kind.title, spelling_for(locale))
    return Look(
        title=": ".join(text for text in (title, str(profile.get("role.title", ""))) if text),
        language=locale,
        paper=_paper(profile, locale),
        author=str(profile.get("organization.name", "")),
        document_id=f"{profile.id}/{kind.name}",
        brand=_brand(profile, root),
    )


def _paper(profile: Profile, locale: str) -> Literal["letter", "a4"]:
    page: Literal["letter", "a4"] | None = profile.get("page")
    return page or habits_of(locale).paper


def _brand(profile: Profile, root: Path) -> Brand:
    def told(name: str) -> str:
        return str(profile.get(f"organization.brand.{name}", "")).strip()

    return Brand(
        logo=_logo(profile, told("logo"), root) if told("logo") else b"",
        logo_alt=told("logo_alt") or str(profile.get("organization.name", "")),
        primary=told("primary").removeprefix("#").upper(),
        secondary=told("secondary").removeprefix("#").upper(),
        heading_font=told("fonts.headings"),
        body_font=told("fonts.body"),
        house_style=told("house_style"),
    )


def _logo(profile: Profile, written: str, root: Path) -> bytes:
    file = _inside(profile, written, root)
    try:
        if file.stat().st_size > MAX_LOGO_BYTES:
            raise _refused(profile, "large", f"The logo {written} is over 5 MB.", _SMALLER)
        data = file.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise _refused(
            profile, "unreadable", f"The logo {written} cannot be read: {reason}.", _CHECK
        ) from error
    if not data.startswith(_SIGNATURES):
        raise _refused(profile, "type", f"The logo {written} is no PNG or JPEG picture.", _SAVE_AS)
    info = image_info(data)
    if info is None:
        message = f"The logo {written} is damaged or cut off."
        raise _refused(profile, "damaged", message, "Copy it again, or save it anew.")
    if max(info.width, info.height) > MAX_LOGO_PIXELS:
        message = f"The logo {written} is {info.width:,} by {info.height:,} pixels large."
        raise _refused(profile, "large", message, _SMALLER)
    return data


def _inside(profile: Profile, written: str, root: Path) -> Path:
    """The file the path leads to, if it is there and inside the project."""
    named_in = Path(profile.place(LOGO).file).parent.resolve()
    bases = (named_in, root.resolve())
    try:
        files = [(base / written).resolve() for base in bases]
    except (OSError, RuntimeError, ValueError) as error:
        message = f"The path {written} of the logo cannot be followed."
        raise _refused(profile, "absent", message, _CHECK) from error
    inside = [file for file in files if any(file.is_relative_to(base) for base in bases)]
    if not inside:
        raise _refused(profile, "outside", f"The logo {written} is outside the project.", _MOVE)
    found = next((file for file in inside if file.is_file()), None)
    if not found:
        raise _refused(profile, "absent", f"There is no logo at {written}.", _CHECK)
    return found


_CHECK = "Give the path from the file that names it, such as brand/logo.png."
_MOVE = "Copy the picture into a folder beside the profile, such as brand/logo.png."
_SAVE_AS = "Save the picture as PNG or JPEG and name that file."
_SMALLER = "Save it smaller; 1000 pixels wide is plenty for print."


def _refused(profile: Profile, what: str, message: str, hint: str) -> ProfileError:
    return ProfileError(Problem(f"logo-{what}", message, hint, profile.place(LOGO)))
