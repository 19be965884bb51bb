"""On a disk that is really full, or can only be read, every call says what to do.

The disk is a small one in memory, mounted where nobody else sees it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

_HERE: Final = {
    "FADEN_DATA": "disk/data",
    "LANG": "C.UTF-8",
    "PYTHONPATH": str(Path(__file__).parents[3]),
}
_APART: Final = ("unshare", "--mount", *(() if os.geteuid() == 0 else ("-r",)))


def _on_a_disk(place: Path, *lines: str) -> str:
    """Return what ``lines`` print, in a shell with ``faden`` and a mount of its own."""
    alone = [*_APART, "true"]
    if not shutil.which("unshare") or subprocess.run(alone, check=False).returncode:
        pytest.skip("this account may not mount anything, not even for itself")
    faden = shlex.join([sys.executable, "-P", "-m", "adapters.cli"])
    script = "\n".join(
        (
            f'faden() {{ {faden} "$@" 2>&1 && echo code 0 || echo code $?; }}',
            f"cd {shlex.quote(str(place))} && mkdir disk",
            *lines,
        )
    )
    done = subprocess.run(
        [*_APART, "sh", "-euc", script],
        env={**os.environ, **_HERE},
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stdout, done.stdout
    return done.stdout


@pytest.mark.parametrize("kilobytes", [64, 300, 500])
def test_a_region_is_founded_once_there_is_room(tmp_path: Path, kilobytes: int) -> None:
    founding = "faden init --region Werra-Meißner-Kreis"
    printed = _on_a_disk(
        tmp_path,
        f"mount -t tmpfs -o size={kilobytes}k tmpfs disk",
        founding,
        "echo ----",
        "mount -o remount,size=20m disk",
        founding,
    )
    full, _, roomy = printed.partition("----")
    assert "code 1" in full, full
    assert "full" in full, full
    assert "code 0" in roomy, roomy


def test_a_disk_that_can_only_be_read_is_named(tmp_path: Path) -> None:
    printed = _on_a_disk(
        tmp_path,
        "mount -t tmpfs -o size=20m tmpfs disk",
        "faden init --region Werra-Meißner-Kreis",
        "mount -o remount,ro disk",
        "echo ----",
        "faden board wasser",
        "faden serve --port 0",
    )
    asked = printed.partition("----")[2]
    assert asked.count("can only be read. Please mount") == 2, asked
    assert asked.count("code 1") == 2, asked
