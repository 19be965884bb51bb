"""What lies in ``deploy`` is true: its variables, its commands, its addresses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.cli.run import faden
from adapters.settings import KNOWN

ROOT = Path(__file__).parent.parent
RUNBOOK = (ROOT / "deploy" / "RUNBOOK.md").read_text("utf-8")
UNITS = sorted((ROOT / "deploy").glob("faden*.*"))


def test_the_runbook_names_every_variable_and_no_other() -> None:
    assert set(re.findall(r"FADEN_[A-Z_]+", RUNBOOK)) == KNOWN


@pytest.mark.parametrize("file", [*UNITS, ROOT / "deploy" / "Containerfile"])
def test_units_set_no_variable_that_nobody_reads(file: Path) -> None:
    assert set(re.findall(r"FADEN_[A-Z_]+", file.read_text("utf-8"))) <= KNOWN


def test_the_runbook_names_commands_that_there_are() -> None:
    named = set(re.findall(r"`faden ([a-z]+)", RUNBOOK))
    assert named
    assert all(faden.get_command(None, name) for name in named)  # type: ignore[arg-type]  # not asked
