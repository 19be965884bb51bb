"""Placing: a file that is there as a whole or not at all (*Ablage*)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO


@contextmanager
def placed(file: Path) -> Iterator[IO[bytes]]:
    """Lend a file for its owner only, which gets its name when all went well.

    A power cut leaves the whole of it, or nothing under that name.
    """
    with NamedTemporaryFile(dir=file.parent, prefix=".faden-", delete=False) as beside:
        try:
            yield beside
            beside.flush()
            os.fsync(beside.fileno())
            Path(beside.name).replace(file)
        except BaseException:
            Path(beside.name).unlink()
            raise
    settle(file.parent)


def settle(folder: Path) -> None:
    """Let the names of files in ``folder`` survive a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
