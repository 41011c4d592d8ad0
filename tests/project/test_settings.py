"""Where a project begins, and what its settings may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdgen.errors import UsageError
from jdgen.settings import load_settings, shipped_templates


def test_the_root_is_the_nearest_folder_with_settings(tmp_path: Path) -> None:
    (tmp_path / "jdgen.toml").write_text("output = 'made'\n", encoding="utf-8")
    inside = tmp_path / "profiles" / "deep"
    inside.mkdir(parents=True)
    settings = load_settings(inside)
    assert settings.root == tmp_path.resolve()
    assert settings.output == tmp_path.resolve() / "made"


def test_without_settings_the_root_is_where_one_stands(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings.root == tmp_path.resolve()
    assert settings.output == tmp_path.resolve() / "output"
    assert settings.store is None


def test_own_templates_come_before_the_shipped_ones(tmp_path: Path) -> None:
    assert load_settings(tmp_path).template_folders == (
        tmp_path.resolve() / "templates",
        shipped_templates(),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("outptu = 'x'", "Did you mean 'output'?"),
        ("output = 3", "'output' must be a folder"),
        ("output = ", "cannot be read"),
        ("thresholds = 'high'", "'thresholds' must be a table"),
        ("nightly = 5", "'nightly' must be a table"),
        ("[nightly]\nquiet_minuts = 5", "Did you mean 'quiet_minutes'?"),
        ("[nightly]\nquiet_minutes = 'five'", "'nightly.quiet_minutes' must be a whole number"),
        ("[backups]\ndays = -1", "'backups.days' must be a whole number"),
        ("[backups]\ndays = true", "'backups.days' must be a whole number"),
    ],
)
def test_settings_that_cannot_be_used_are_told_with_the_way_out(
    tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "jdgen.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_settings(tmp_path)
    assert told in str(caught.value)
    assert "jdgen.toml" in str(caught.value)


def test_settings_in_an_old_encoding_are_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "jdgen.toml").write_bytes("output = 'Büro'".encode("cp1252"))
    with pytest.raises(UsageError, match="not saved as UTF-8"):
        load_settings(tmp_path)


def test_settings_of_the_nightly_run_have_sensible_defaults(tmp_path: Path) -> None:
    (tmp_path / "jdgen.toml").write_text("[nightly]\ndue_days = 30\n", encoding="utf-8")
    settings = load_settings(tmp_path)
    assert (settings.night.due_days, settings.night.quiet_minutes) == (30, 5)
    assert (settings.backups.days, settings.backups.megabytes) == (180, 1000)
