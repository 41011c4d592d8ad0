"""Loading the package costs nothing until something of it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import jdgen.word

HEAVY = ("lxml", "docx", "docxtpl", "jinja2")


def test_importing_the_package_loads_no_word_library():
    told = subprocess.run(
        [sys.executable, "-c", "import jdgen.word, sys; print(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()
    assert [name for name in HEAVY if name in told] == []


@pytest.mark.parametrize("name", jdgen.word.__all__)
def test_every_name_of_the_package_is_there_and_documented(name):
    assert getattr(jdgen.word, name).__doc__


def test_a_name_the_package_does_not_have_is_told():
    with pytest.raises(AttributeError, match="no attribute 'rendr'"):
        _ = jdgen.word.rendr
