"""Digests in words: a person's, and a forum's (*Überblick*, *Monatsblick*).

::

    projections.digest --person, forum--> neutral message --core.digest--> sent, sealed
"""

from __future__ import annotations

from bots.digests.forum import forum
from bots.digests.kept import at_home, kept, proof, to_copy, witnessed
from bots.digests.parts import items, joined
from bots.digests.person import person
from bots.digests.telling import react

__all__ = [
    "at_home",
    "forum",
    "items",
    "joined",
    "kept",
    "person",
    "proof",
    "react",
    "to_copy",
    "witnessed",
]
