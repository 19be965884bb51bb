"""A process on a file is killed while many talk to it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from adapters.audit.source import of_folder
from tests.crash.crashes import AT_MOST, crashing

KILLS: Final = 40


def test_what_was_acknowledged_is_there_once(tmp_path: Path) -> None:
    with crashing(tmp_path / "data", None) as crashes:
        for _ in range(KILLS):
            crashes.kill()
            crashes.start()
        assert crashes.clients.wait(AT_MOST)
    with of_folder(crashes.folder) as source:
        crashes.check(source)
    crashes.check_moments(KILLS)
