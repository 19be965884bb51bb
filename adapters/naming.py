"""Naming: what everybody is called, as of the newest entry (*Namen*)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from sqlalchemy import Connection

from adapters.store import Store
from core.ports import Card
from projections import people

Connecting: TypeAlias = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Who:
    """Names as they were at one position."""

    position: int
    organisations: Mapping[str, str]
    forums: Mapping[str, str]
    cards: Mapping[str, Card]


class Naming:
    """Asked anew when something was written; called from many threads."""

    def __init__(self, store: Store, connecting: Connecting) -> None:
        """Read the vault of ``store``, and the views through ``connecting``."""
        self._store = store
        self._connecting = connecting
        self._lock = threading.Lock()
        self._who: Who | None = None

    def __call__(self) -> Who:
        """Return the names as they are."""
        head = self._store.journal.head()
        with self._lock:
            if self._who is None or self._who.position != head:
                with self._connecting() as db:  # as new as the position
                    names = people.names(db)
                    persons = people.everybody(db)
                cards = self._store.vault.cards(persons)
                self._who = Who(
                    head,
                    MappingProxyType(names.organisations),
                    MappingProxyType(names.forums),
                    MappingProxyType(dict(cards)),
                )
            return self._who
