"""Document kinds are folders: found, checked and chosen without a line of Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdgen.documents import SETS, find_kinds, select_kinds
from jdgen.errors import TemplateError, UsageError

SHIPPED = Path(__file__).parents[2] / "templates"


def add_kind(folder: Path, name: str, text: str = "title: A title\n") -> Path:
    kind = folder / name
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text(text, encoding="utf-8")
    (kind / "template.docx").write_bytes(b"not read here")
    return kind


def message_of(folder: Path) -> str:
    with pytest.raises(TemplateError) as caught:
        find_kinds([folder])
    return str(caught.value)


def test_a_kind_is_its_folder(tmp_path: Path) -> None:
    folder = add_kind(
        tmp_path,
        "thank-you-card",
        "title: Thank-you card\nsets: [onboarding, public]\naudience: public\n"
        "sections: [Thank you]\nreading_grade: 6\npages: 1\nlayout: trifold\n"
        "description: A card.\n",
    )
    kind = find_kinds([tmp_path])["thank-you-card"]
    assert (kind.name, kind.title, kind.audience) == ("thank-you-card", "Thank-you card", "public")
    assert (kind.sets, kind.sections) == (("onboarding", "public"), ("Thank you",))
    assert (kind.reading_grade, kind.pages, kind.layout) == (6, 1, "trifold")
    assert Path(kind.template) == folder / "template.docx"


def test_of_two_kinds_with_one_name_the_first_folder_wins(tmp_path: Path) -> None:
    add_kind(tmp_path / "own", "card", "title: Ours\n")
    add_kind(tmp_path / "shipped", "card", "title: Theirs\n")
    add_kind(tmp_path / "shipped", "poster", "title: Poster\n")
    kinds = find_kinds([tmp_path / "own", tmp_path / "shipped"])
    assert [kind.title for kind in kinds.values()] == ["Ours", "Poster"]


def test_folders_that_are_not_there_are_passed_over(tmp_path: Path) -> None:
    assert find_kinds([tmp_path / "nowhere"]) == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title: T\nsetts: [public]\n", r"kind.yaml:2:1: .*'setts'.*\n.*'sets'"),
        ("title: T\nsets: [pubic]\n", r"'sets' cannot be 'pubic'.*\n.*'public'"),
        ("title: T\naudience: everyone\n", r"'everyone'.*\n.*public, staff"),
        ("title: T\nlayout: 3\n", r"'layout' cannot be '3'.*\n.*flow, trifold"),
        ("title: T\npages: two\n", "'pages' must be a whole number"),
        ("title: T\npages: true\n", "'pages' must be a whole number"),
        ("title: T\nsections: Essential duties\n", "'sections' must be a list"),
        ("title: ''\n", "'title' must be a text"),
        ("sets: [public]\n", "has no title"),
        ("- title\n", "kind.yaml"),
        ("title: [\n", "kind.yaml"),
    ],
)
def test_a_kind_file_that_cannot_be_used_says_where_and_what(
    tmp_path: Path, text: str, says: str
) -> None:
    add_kind(tmp_path, "card", text)
    with pytest.raises(TemplateError, match=says):
        find_kinds([tmp_path])


def test_all_problems_of_all_kinds_are_told_at_once(tmp_path: Path) -> None:
    add_kind(tmp_path, "one", "titel: T\n")
    add_kind(tmp_path, "two", "title: T\npages: -1\n")
    assert {"'titel'", "'pages'"} <= set(message_of(tmp_path).replace(".", " ").split())


def test_a_kind_that_cannot_be_used_stops_no_other(tmp_path: Path) -> None:
    add_kind(tmp_path, "good")
    bad = add_kind(tmp_path, "bad", "titel: T\n")
    broken: dict[Path, TemplateError] = {}
    assert set(find_kinds([tmp_path], broken)) == {"good"}
    assert set(broken) == {bad / "kind.yaml"}


def test_a_kind_without_its_word_file_is_told(tmp_path: Path) -> None:
    (add_kind(tmp_path, "card") / "template.docx").unlink()
    assert "has no template.docx" in message_of(tmp_path)


@pytest.mark.parametrize("name", ["Thank You", "public"])
def test_a_folder_that_cannot_name_a_kind_is_told(tmp_path: Path, name: str) -> None:
    add_kind(tmp_path, name)
    assert f"'{name}' cannot be the name" in message_of(tmp_path)


def test_kinds_and_sets_are_chosen_in_the_order_asked_for_each_once(tmp_path: Path) -> None:
    add_kind(tmp_path, "apple", "title: T\nsets: [public]\n")
    add_kind(tmp_path, "berry", "title: T\nsets: [public, hiring]\n")
    add_kind(tmp_path, "cherry")
    kinds = find_kinds([tmp_path])

    def chosen(*names: str) -> list[str]:
        return [kind.name for kind in select_kinds(names, kinds)]

    assert chosen("cherry", "public") == ["cherry", "apple", "berry"]
    assert chosen("hiring", "public") == ["berry", "apple"]
    assert chosen("all") == ["apple", "berry", "cherry"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("brochre", r"'brochre'.*\n.*'brochure'"),
        ("pubic", r"'pubic'.*\n.*'public'"),
        ("zzz", r"'zzz'.*\n.*Documents: .*brochure.*Sets: hiring"),
    ],
)
def test_an_unknown_document_is_told_with_the_nearest(name: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        select_kinds([name], find_kinds([SHIPPED]))


def test_a_set_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No document belongs to the set 'hiring'"):
        select_kinds(["hiring"], {})


def test_the_first_three_kinds_ship() -> None:
    kinds = find_kinds([SHIPPED])
    assert {"job-description", "expectation-statements", "brochure"} <= set(kinds)
    assert {name for kind in kinds.values() for name in kind.sets} <= set(SETS)
