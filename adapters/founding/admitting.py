"""Admitting: somebody gets an id, the name goes into the vault (*Aufnahme*)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Final

import sqlalchemy as sa

from adapters.founding import orders
from adapters.main import Faden
from core.person import Admit, Admitted
from core.ports import Card

SALUTATIONS: Final = ("Herr", "Frau")
_STEP: Final = sa.table("step", sa.column("stream"), sa.column("kind"))


def persons(faden: Faden) -> Mapping[str, Card]:
    """Return everybody who was admitted and is still in the directory, by id."""
    query = sa.select(_STEP.c.stream).where(_STEP.c.kind == Admitted.KIND)
    with faden.reading() as db:
        known = [str(stream).partition(":")[2] for stream in db.scalars(query)]
    return faden.store.vault.cards(known)


def card_of(name: str, salutation: str | None = None) -> Card:
    """Return the entry; "Frau Kern" is called Kern and addressed as Frau."""
    first, _, rest = name.strip().partition(" ")
    if first in SALUTATIONS and rest and salutation in {None, first}:
        return Card(name=rest.strip(), salutation=first)
    return Card(name=name.strip(), salutation=salutation or "")


def admit(faden: Faden, card: Card) -> str:
    """Return the id of whoever ``card`` names, admitting them if need be."""
    for known, other in persons(faden).items():
        if other.name.casefold() == card.name.casefold():
            return known
    person = f"p{secrets.token_hex(5)}"  # says nothing about the name
    orders.give(faden, f"person:{person}", Admit(), card=card)
    return person


def taken(faden: Faden, mail: str, name: str) -> bool:
    """Whether somebody of another name gets their links at ``mail``."""
    owner = faden.store.office.identities.by_mail(mail)
    if owner is None:
        return False
    known = persons(faden).get(owner)
    return known is None or known.name.casefold() != card_of(name).name.casefold()
