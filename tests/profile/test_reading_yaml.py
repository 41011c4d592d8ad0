"""The YAML reader: values, places and files that are refused."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jdgen.errors import Place, ProfileError
from jdgen.yaml_source import load_data, read_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("9:00", "9:00"),
        ("17:30", "17:30"),
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("01234", 1234),
        ("24.00", Decimal("24.00")),
        ("1e2", Decimal("1E+2")),
        ("-7", -7),
        ("0x1F", 31),
        ("0o17", 15),
        ("1_000", "1_000"),
        ("2026-03-01", date(2026, 3, 1)),
        ("2026-13-01", "2026-13-01"),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("null", None),
        ("", None),
        ('"12"', "12"),
        ("!!str 12", "12"),
        ("60%", "60%"),
        ("555-0134", "555-0134"),
        ("9" * 5000, "9" * 5000),
        ("1e999", "1e999"),
    ],
)
def test_a_plain_value_is_what_yaml_1_2_says(read, written, value):
    found = read(f"field: {written}\n").data["field"]
    assert (found, type(found)) == (value, type(value))


def test_money_keeps_its_two_places(read):
    assert str(read("pay: 24.00").data["pay"]) == "24.00"


def test_what_was_typed_is_kept_for_fields_of_text(read):
    source = read("code: 01234\nlist: [1.10, text, true]\n")
    assert source.written == {"code": "01234", "list.0": "1.10", "list.2": "true"}


def test_every_value_and_key_has_its_place(read):
    source = read("role:\n  title: Peer Worker\n  modes: [a, {b: c}]\n")
    at = {path: (place.line, place.column) for path, place in source.places.items()}
    assert at["role"] == (2, 3)
    assert at["role.title"] == (2, 10)
    assert at["role.modes.1.b"] == (3, 18)
    assert (source.keys["role.modes.1.b"].line, source.keys["role.modes.1.b"].column) == (3, 15)
    assert source.places["role.title"].field == "role.title"


def test_special_characters_come_through_as_written(read):
    text = "Harbour & Hope <\"Connect\"> 'é' 🌉 {{ x }}"
    quoted = text.replace('"', '\\"')
    assert read(f'name: "{quoted}"').data["name"] == text


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_files_of_all_systems_are_read(read, mark, end):
    source = read(f"{mark}a: 1{end}b: é{end}")
    assert source.data == {"a": 1, "b": "é"}
    assert source.places["b"].line == 2


def test_labels_repeat_a_value(read):
    assert read("a: &x [1, 2]\nb: *x\n").data == {"a": [1, 2], "b": [1, 2]}


def test_a_text_cut_by_a_hash_is_remarked_on_and_kept(read):
    source = read("name: Riverbend #2\nother: x  # a comment\n# whole line\n")
    assert source.data["name"] == "Riverbend"
    assert [(note.id, note.place.line) for note in source.notes] == [("profile-comment-cut", 1)]


@pytest.mark.parametrize(
    "text", ["primary: #1F5C7A", "a: {b: #1F5C7A\n }", "rooms: 12 #3", "- a\n- #b"]
)
def test_a_value_lost_behind_a_hash_is_remarked_on(read, text):
    source = read(f"list:\n{text}" if text.startswith("-") else f"{text}\nother: x\n")
    assert [note.id for note in source.notes] == ["profile-comment-cut"]


def test_a_hash_in_quotes_or_without_a_space_is_text(read):
    source = read('a: "x #2"\nb: x#2\nc: |\n  y #3\n')
    assert source.data == {"a": "x #2", "b": "x#2", "c": "y #3\n"}
    assert source.notes == ()


def test_a_key_given_twice_is_refused_with_both_lines(faults_of):
    (fault,) = faults_of("title: a\nother: b\ntitle: c\n")
    assert fault.id == "profile-duplicate-key"
    assert "line 1" in fault.message
    assert "line 3" in fault.message
    assert fault.place == Place(fault.place.file, 3, 1)


def test_all_keys_given_twice_are_told_in_one_run(faults_of):
    assert len(faults_of("a: 1\na: 2\nb: {c: 1, c: 2}\n")) == 2


def test_the_same_key_in_two_blocks_is_no_fault(read):
    assert read("a: {x: 1}\nb: {x: 1}\n").data["b"] == {"x": 1}


@pytest.mark.parametrize(
    ("content", "kind", "line", "column"),
    [
        ("", "empty", 1, 1),
        ("# only a remark\n", "empty", 1, 1),
        ("- a\n- b\n", "not-fields", 1, 1),
        ("just words\n", "not-fields", 1, 1),
        ("a: 1\n---\nb: 2\n", "many-documents", 2, 1),
        ("a: 1\nb: caf\xe9\n".encode("cp1252"), "not-utf8", 2, 7),
        ("a: 1\n".encode("utf-16"), "not-utf8", 1, 1),
        ("a: x\x07\n", "control-character", 1, 5),
        ("a: x\n b: \x00\n", "control-character", 2, 5),
        ("a: x\u2028y\n", "control-character", 1, 5),
        ("a: \ufffe\n", "control-character", 1, 4),
        ("a:\n  b: \ue000x\n", "private-use", 2, 6),
        ('a: 1\nb: "\\uE010"\n', "private-use", 2, 4),
        ("a: \U000f0000\n", "private-use", 1, 4),
        ("a: \U0001fffe\n", "control-character", 1, 4),
        ('"\\u0007": 1\n', "control-character", 1, 1),
        ("a:\n\tb: 1\n", "tab", 2, 1),
        ("a: .nan\n", "not-a-number", 1, 4),
        ("a: [1, -.inf]\n", "not-a-number", 1, 8),
        ("[" * 100_000, "too-deep", 1, 42),
        ("- " * 100_000, "too-deep", 1, 83),
        ("a: [" + "x, " * 30_000 + "]", "too-many-values", 1, None),
        ("[a, b]: c\n", "key", 1, 1),
    ],
)
def test_what_cannot_be_used_is_refused_where_it_stands(faults_of, content, kind, line, column):
    fault = faults_of(content)[0]
    assert fault.id == f"profile-{kind}"
    assert fault.place.line == line
    assert column is None or fault.place.column == column
    assert fault.hint


def test_labels_that_multiply_are_stopped_soon(faults_of):
    rows = ["l0: &l0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 12)]
    begin = time.perf_counter()
    (fault,) = faults_of("\n".join(rows))
    assert fault.id == "profile-too-many-values"
    assert time.perf_counter() - begin < 1


def test_labels_that_nest_are_stopped_too(faults_of):
    rows = [f"l0: &l0 {'[' * 30}x{']' * 30}"]
    rows += [f"l{n}: &l{n} {'[' * 30}*l{n - 1}{']' * 30}" for n in range(1, 200)]
    assert faults_of("\n".join(rows))[0].id == "profile-too-deep"


def test_a_label_inside_itself_is_no_label_yet(faults_of):
    assert faults_of("a: &x [*x]\n")[0].id == "profile-alias"


def test_a_file_of_five_megabytes_is_refused_without_reading_it(tmp_path):
    file = tmp_path / "large.yaml"
    file.write_bytes(b"a: b\n" * 1_000_000)
    begin = time.perf_counter()
    with pytest.raises(ProfileError, match=r"5\.0 MB; a profile may have at most 1 MB"):
        read_yaml(file)
    assert time.perf_counter() - begin < 0.1


def test_a_missing_file_is_told_with_the_nearest_name(tmp_path):
    (tmp_path / "riverbend.yaml").write_text("a: 1", encoding="utf-8")
    with pytest.raises(ProfileError) as raised:
        read_yaml(tmp_path / "riverbent.yaml")
    (fault,) = raised.value.problems
    assert (fault.id, fault.hint) == ("profile-missing", "Did you mean 'riverbend.yaml'?")


def test_a_name_is_not_near_for_its_ending_alone(tmp_path):
    (tmp_path / "b.yaml").write_text("a: 1", encoding="utf-8")
    with pytest.raises(ProfileError) as raised:
        read_yaml(tmp_path / "nix.yaml")
    assert raised.value.problems[0].hint == "Check the name and the folder."


def test_a_file_in_a_missing_folder_is_told_as_missing(tmp_path):
    with pytest.raises(ProfileError, match="There is no file"):
        read_yaml(tmp_path / "nowhere" / "x.yaml")


def test_a_folder_is_no_profile(tmp_path):
    with pytest.raises(ProfileError) as raised:
        read_yaml(tmp_path)
    assert raised.value.problems[0].id == "profile-is-folder"


def test_what_is_no_ordinary_file_is_told_and_not_waited_for(tmp_path, monkeypatch):
    pipe = tmp_path / "pipe.yaml"
    pipe.touch()
    # Windows has no named pipes in folders: what counts is that nothing opens what is no file.
    monkeypatch.setattr(Path, "is_file", lambda self: False)
    monkeypatch.setattr(Path, "open", lambda self, mode: pytest.fail("it was opened"))
    with pytest.raises(ProfileError, match="is not a file"):
        read_yaml(pipe)


def test_a_link_that_leads_nowhere_is_not_its_own_nearest_name(tmp_path):
    (tmp_path / "riverbend.yaml").symlink_to(tmp_path / "gone.yaml")
    with pytest.raises(ProfileError) as raised:
        read_yaml(tmp_path / "riverbend.yaml")
    assert "Did you mean" not in raised.value.problems[0].hint


def test_faults_that_leave_the_rest_readable_can_be_gathered(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\na: 2\nb: 3\n", encoding="utf-8")
    problems = []
    assert read_yaml(file, problems).data["b"] == 3
    assert [problem.id for problem in problems] == ["profile-duplicate-key"]


def test_data_files_that_ship_may_be_lists_and_keep_yes_as_a_word(tmp_path):
    file = tmp_path / "data.yaml"
    file.write_text("- {lived: yes, share: 0.5}\n", encoding="utf-8")
    assert load_data(file) == [{"lived": "yes", "share": Decimal("0.5")}]


def test_a_data_file_with_a_fault_is_refused(tmp_path: Path):
    file = tmp_path / "data.yaml"
    file.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(ProfileError, match="stands twice"):
        load_data(file)


def test_two_hundred_lines_are_read_in_a_few_milliseconds(tmp_path):
    file = tmp_path / "long.yaml"
    file.write_text("".join(f"field{n}: [text, {n}]\n" for n in range(200)), encoding="utf-8")
    times = []
    for _ in range(10):
        begin = time.perf_counter()
        read_yaml(file)
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.02
