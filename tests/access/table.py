"""Reads the tables: one row per thing and confidentiality, one column per role.

::

    what | with what      confidentiality  stranger  guest  party  member  ...

Columns are parted by two blanks or more; ``öffentlich+intern`` stands for two rows
that expect the same; what stands behind ``#`` is said to people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from core.ports import Circle
from tests.access.roles import ROLES

HERE: Final = Path(__file__).parent
OUTCOMES: Final = frozenset({"sees", "acts", "withheld", "refused", "sign-in"})
NONE: Final = "-"  # instead of a confidentiality: nothing is told of any item


class Row(NamedTuple):
    """What is expected of one thing in one confidentiality, by role."""

    what: str  # "GET /item/{ref}", "Promise", "commitments.get"
    given: str  # what is sent along, the line that is typed
    circle: Circle | None
    expected: dict[str, str]

    @property
    def named(self) -> str:
        """Return how a test calls it."""
        return f"{self.what} {self.given} {self.circle or NONE}"


def rows(name: str) -> list[Row]:
    """Return the rows of the table ``name``."""
    return list(_rows(HERE / name))


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines():
        said = re.sub(r"(^|  )#.*", "", line).rstrip()
        if not said:
            continue
        what, circle, *cells = re.split(r"  +", said)
        assert len(cells) == len(ROLES), line
        assert OUTCOMES.issuperset(cells), line
        what, _, given = what.partition(" | ")
        for one in circle.split("+"):
            yield Row(
                what=what,
                given=given,
                circle=None if one == NONE else Circle(one),
                expected=dict(zip(ROLES, cells, strict=True)),
            )
