"""Killed at any moment: what was acknowledged is there once, the rest not in part."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.adapters.notebook import Write, open_notebook, order, tell

ROUNDS = 6


def _kill_after(folder: Path, round_: int, lines: int) -> list[str]:
    """Return the orders that a process acknowledged before it was killed."""
    module = "tests.adapters.journal.busy"
    with subprocess.Popen(
        [sys.executable, "-m", module, folder, str(round_)],
        stdout=subprocess.PIPE,
        text=True,
    ) as busy:
        assert busy.stdout is not None
        said = [busy.stdout.readline() for _ in range(lines)]
        busy.send_signal(signal.SIGKILL)
        said += busy.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]


def test_nothing_acknowledged_is_lost_and_nothing_is_there_in_part(
    tmp_path: Path,
) -> None:
    acknowledged: list[str] = []
    for round_ in range(ROUNDS):
        acknowledged += _kill_after(tmp_path, round_, 20 + 37 * round_)
        store = open_notebook(tmp_path)
        entries = list(store.journal.since(0))
        written = Counter(entry.origin.command_id for entry in entries)
        assert set(written.values()) == {2}
        assert set(acknowledged) <= set(written)
        positions = [entry.position for entry in entries]
        assert positions == list(range(1, len(entries) + 1))
        again = tell(store, order(Write(("again",)), id=acknowledged[-1]))
        assert len(again.events) == 2
        store.close()
    assert len(acknowledged) == len(set(acknowledged)) >= ROUNDS * 20
