"""The document kinds: folders of `templates/`, each with a Word file and a short `kind.yaml`.

A kind is added without a line of Python: make a folder, put `template.docx` in it, and beside it
`kind.yaml`. The folder's name (lower-case words joined by hyphens) is the kind's name. The file
holds, only the title being required:

    title: Job description              # what people call it
    description: One sentence on what it is for.
    sets: [hiring, retention]           # of hiring, onboarding, retention, public
    audience: public                    # public: people supported read it; staff if left out
    sections: [Essential duties]        # headings that must stay, in this order; a heading may
                                        # hold a name of the vocabulary, as the template does
    reading_grade: 8                    # highest grade of its running text, any if left out
    pages: 2                            # pages it must keep to, any if left out
    layout: trifold                     # flow if left out
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jdgen.errors import Place, Problem, ProfileError, TemplateError, UsageError, did_you_mean
from jdgen.model import Kind
from jdgen.yaml_source import Source, read_yaml

ALL = "all"
SETS = ("hiring", "onboarding", "retention", "public", ALL)
KIND_FILE, TEMPLATE_FILE = "kind.yaml", "template.docx"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "sets": SETS[:-1],
    "audience": ("public", "staff"),
    "layout": ("flow", "trifold"),
}


def find_kinds(
    folders: Sequence[Path], broken: dict[Path, TemplateError] | None = None
) -> dict[str, Kind]:
    """The kinds in the given folders by name, sorted; of two with one name the first wins.

    A folder that does not exist is passed over, so is one inside without a `kind.yaml`. Kinds that
    cannot be used are put into `broken` by the path of their `kind.yaml`, so that the others can
    be; without it a TemplateError with every problem of every kind is raised.
    """
    files: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(folder.glob(f"*/{KIND_FILE}")):
            files.setdefault(file.parent.name, file)
    found: dict[str, Kind] = {}
    faults: dict[Path, TemplateError] = {}
    for name, file in sorted(files.items()):
        try:
            found[name] = _read(file)
        except TemplateError as error:
            faults[file] = error
    if broken is not None:
        broken.update(faults)
    elif faults:
        raise TemplateError(*(problem for fault in faults.values() for problem in fault.problems))
    return found


def select_kinds(names: Sequence[str], kinds: Mapping[str, Kind]) -> list[Kind]:
    """The kinds that names of kinds and of sets stand for, in the order asked for, each once.

    Raises UsageError for a name that is neither, and for a set that no kind belongs to.
    """
    chosen: dict[str, Kind] = {}
    problems: list[Problem] = []
    for name in names:
        if name in kinds:
            members = [kinds[name]]
        else:
            members = [kind for kind in kinds.values() if name == ALL or name in kind.sets]
        chosen.update((kind.name, kind) for kind in members)
        if not members:
            problems.append(_unknown_document(name, kinds))
    if problems:
        raise UsageError(*problems)
    return list(chosen.values())


def _unknown_document(name: str, kinds: Mapping[str, Kind]) -> Problem:
    if name in SETS:
        return Problem(
            "documents-empty-set",
            f"No document belongs to the set '{name}'.",
            _known(kinds),
        )
    return Problem(
        "documents-unknown",
        f"There is no document or set named '{name}'.",
        did_you_mean(name, (*kinds, *SETS), _known(kinds)),
    )


def _known(kinds: Iterable[str]) -> str:
    return f"Documents: {', '.join(kinds) or 'none'}. Sets: {', '.join(SETS)}."


def _read(file: Path) -> Kind:
    """The kind; TemplateError with all that is wrong with it."""
    try:
        told = read_yaml(file)
    except ProfileError as error:
        raise TemplateError(*map(_of_a_kind, error.problems)) from error
    found = [*_problems(file, told), *_folder_problems(file)]
    if found:
        raise TemplateError(*found)
    data = dict(told.data)
    for name in ("sets", "sections"):
        data[name] = tuple(data.get(name, ()))
    return Kind(name=file.parent.name, template=str(file.parent / TEMPLATE_FILE), **data)


def _of_a_kind(problem: Problem) -> Problem:
    """The reader of YAML tells how a profile begins."""
    begins = "Begin with a line such as: title: Job description"
    return replace(problem, hint=begins) if problem.id == "profile-empty" else problem


def _folder_problems(file: Path) -> list[Problem]:
    found: list[Problem] = []
    name = file.parent.name
    if not _NAME.fullmatch(name) or name in SETS:
        found.append(
            Problem(
                "kind-name",
                f"'{name}' cannot be the name of a document kind.",
                "Name the folder with lower-case letters, digits and hyphens, "
                f"and not like a set ({', '.join(SETS)}).",
                Place(str(file.parent)),
            )
        )
    if not (file.parent / TEMPLATE_FILE).is_file():
        found.append(
            Problem(
                "kind-no-template",
                f"The document kind '{name}' has no {TEMPLATE_FILE}.",
                f"Put the Word file beside {KIND_FILE} under that name.",
                Place(str(file.parent)),
            )
        )
    return found


def _problems(file: Path, told: Source) -> list[Problem]:
    found: list[Problem] = []
    for key, value in told.data.items():
        place = told.keys.get(key) or Place(str(file))
        if key not in _CHECKS:
            hint = did_you_mean(key, _CHECKS, f"Known are: {', '.join(_CHECKS)}.")
            found.append(Problem("kind-unknown-field", f"There is no field '{key}'.", hint, place))
        elif wrong := _CHECKS[key](key, value):
            found.append(Problem("kind-value", wrong[0], wrong[1], place))
    if "title" not in told.data:
        found.append(
            Problem(
                "kind-no-title",
                "The document kind has no title.",
                "Add a line such as: title: Job description",
                Place(str(file), 1, 1),
            )
        )
    return found


_Wrong = tuple[str, str] | None


def _text(key: str, value: Any) -> _Wrong:
    if isinstance(value, str) and value.strip():
        return None
    return f"'{key}' must be a text.", f"Write: {key}: some words"


def _texts(key: str, value: Any) -> _Wrong:
    if isinstance(value, list) and all(isinstance(text, str) and text for text in value):
        return None
    return f"'{key}' must be a list of texts.", f"Write: {key}: [first, second]"


def _count(key: str, value: Any) -> _Wrong:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 99:
        return None
    return f"'{key}' must be a whole number.", f"Write a number from 0 to 99, such as: {key}: 2"


def _one_of(key: str, value: Any) -> _Wrong:
    if value in _CHOICES[key]:
        return None
    allowed = f"Allowed are: {', '.join(_CHOICES[key])}."
    return f"'{key}' cannot be '{value}'.", did_you_mean(str(value), _CHOICES[key], allowed)


def _some_of(key: str, value: Any) -> _Wrong:
    wrong = _texts(key, value)
    if wrong:
        return wrong
    return next((found for text in value if (found := _one_of(key, text))), None)


_CHECKS: Mapping[str, Callable[[str, Any], _Wrong]] = {
    "title": _text,
    "description": _text,
    "sets": _some_of,
    "audience": _one_of,
    "sections": _texts,
    "reading_grade": _count,
    "pages": _count,
    "layout": _one_of,
}
