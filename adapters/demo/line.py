"""Line: one thing that somebody says in the story (*Zeile*)."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One thing said, at a local time, so many days ago."""

    days: int
    time: str
    who: str
    text: str
