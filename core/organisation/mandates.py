"""Mandate: who may act for an organisation, where, with which powers (*Mandat*).

A person holds one mandate per forum (O4). One that names forums goes before one
that holds everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from core.facts import Power
from core.organisation.events import MandateEnded, MandateGiven, Role

USUAL: Final[Mapping[Role, frozenset[Power]]] = MappingProxyType(
    {
        Role.MAYOR: frozenset({Power.ANSWER, Power.PROMISE, Power.CONSENT, Power.BOOK}),
        Role.CLERK: frozenset({Power.ANSWER}),
        Role.EXPERT: frozenset({Power.ANSWER, Power.BOOK}),
        Role.DEPUTY: frozenset({Power.ANSWER}),  # more only during absence (O3)
        Role.COORDINATOR: frozenset({Power.ANSWER, Power.COORDINATE}),
        Role.AUDITOR: frozenset({Power.AUDIT}),
    }
)
"""Powers that go with a role unless others are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """What one person may do in ``forums`` (none: everywhere) up to ``until``."""

    role: Role
    powers: frozenset[Power]
    forums: frozenset[str] = frozenset()
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether it still holds on ``day``."""
        return self.until is None or day <= self.until


Mandates: TypeAlias = Mapping[str, tuple[Mandate, ...]]
"""All mandates of an organisation, by person."""


def given(mandates: Mandates, event: MandateGiven) -> Mandates:
    """Return ``mandates`` after one was given."""
    mandate = Mandate(
        role=event.role,
        powers=frozenset(event.powers),
        forums=frozenset(event.forums),
        until=event.until,
    )
    held = mandates.get(event.person, ()) if mandate.forums else ()
    kept = _without(held, mandate.forums)
    return _with(mandates, event.person, (*kept, mandate))


def ended(mandates: Mandates, event: MandateEnded) -> Mandates:
    """Return ``mandates`` after those of a person in some forums ended."""
    held = mandates.get(event.person, ())
    left = _without(held, frozenset(event.forums)) if event.forums else ()
    return _with(mandates, event.person, left)


def find(
    mandates: Mandates, person: str, forum: str | None, day: date
) -> Mandate | None:
    """Return by which mandate ``person`` acts in ``forum`` on ``day``.

    Without a forum, as for what concerns the whole organisation, only a mandate
    that holds everywhere counts.
    """
    held = [mandate for mandate in mandates.get(person, ()) if mandate.holds(day)]
    for mandate in held:
        if forum is not None and forum in mandate.forums:
            return mandate
    return next((mandate for mandate in held if not mandate.forums), None)


def acting(
    mandates: Mandates, forum: str | None, day: date
) -> Iterator[tuple[str, Mandate]]:
    """Yield everybody who acts in ``forum`` on ``day``, by person id."""
    for person in sorted(mandates):
        if mandate := find(mandates, person, forum, day):
            yield person, mandate


def _without(held: tuple[Mandate, ...], forums: frozenset[str]) -> tuple[Mandate, ...]:
    return tuple(
        replace(mandate, forums=mandate.forums - forums)
        for mandate in held
        if not mandate.forums or mandate.forums - forums
    )


def _with(mandates: Mandates, person: str, held: tuple[Mandate, ...]) -> Mandates:
    others = {key: value for key, value in mandates.items() if key != person}
    return MappingProxyType({**others, person: held} if held else others)
