"""Placing: a file that a command writes (*Ablage*)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO


@contextmanager
def placed(file: Path) -> Iterator[IO[bytes]]:
    """Lend a file that is there as a whole or not at all, for its owner only."""
    with NamedTemporaryFile(dir=file.parent, prefix=".faden-", delete=False) as beside:
        try:
            yield beside
            beside.flush()
            Path(beside.name).replace(file)
        except BaseException:
            Path(beside.name).unlink()
            raise
