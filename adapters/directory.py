"""Directory: what everybody and everything is called, as the views know it now."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from core.decision.naming import labels, nobody_named
from core.errors import Refusal
from core.ports import Card, Vault
from projections import people
from projections.worker import Worker

_LAW: Final = "DE-HE"  # before the region is founded


@dataclass(frozen=True, slots=True)
class Who:
    """Names as they were when the views stood at ``seen``."""

    seen: int
    organisations: Mapping[str, str]
    forums: Mapping[str, str]
    bodies: Mapping[str, str]
    cards: Mapping[str, Card]


class Directory:
    """Reads it anew only when a view has moved; from any thread."""

    def __init__(
        self,
        vault: Vault,
        worker: Worker,
        connected: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        """Take note; ``connected`` opens the views as they are at that moment."""
        self._vault = vault
        self._worker = worker
        self._connected = connected
        self._who: Who | None = None
        self._law = (-1, _LAW)
        self._lock = threading.Lock()

    def forget(self) -> None:
        """Ask anew, as names were erased."""
        with self._lock:
            self._who = None

    def named(self, command: object) -> Refusal | None:
        """Return why ``command`` may not name whom it names, if it does.

        Raises:
            Refusal: see ``now``.
        """
        if not labels(command):
            return None
        who = self.now()
        orgs = {name.casefold() for name in who.organisations.values()}
        names = {card.name.casefold().split()[-1] for card in who.cards.values()}
        try:
            nobody_named(command, names - orgs)
        except Refusal as refusal:
            return refusal
        return None

    def law(self) -> str:
        """Return the law profile of the region, such as ``DE-HE``.

        Raises:
            Refusal: see ``now``.
        """
        seen = self._worker.seen()  # before reading: what is read is not older
        known, law = self._law
        if known != seen:
            with self._connected() as db:
                region = people.region(db)
            law = region.law_profile if region else _LAW
            self._law = (seen, law)
        return law

    def now(self) -> Who:
        """Return what everybody is called.

        Raises:
            Refusal: the store is away, or the views are being renewed.
        """
        seen = self._worker.seen()  # before reading: what is read is not older
        with self._lock:
            if self._who is None or self._who.seen != seen:
                with self._connected() as db:
                    names = people.names(db)
                    persons = people.everybody(db)
                self._who = Who(
                    seen,
                    MappingProxyType(names.organisations),
                    MappingProxyType(names.forums),
                    MappingProxyType(names.bodies),
                    MappingProxyType(dict(self._vault.cards(persons))),
                )
            return self._who
