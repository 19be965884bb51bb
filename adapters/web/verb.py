"""Verb: one thing that can be said, for the handbook (*Wendung*)."""

from __future__ import annotations

from typing import NamedTuple


class Verb(NamedTuple):
    """What can be said, as an example in each language; ``intent`` is its name."""

    intent: str
    meaning: str
    de: str
    en: str
