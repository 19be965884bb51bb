"""Admitting: somebody gets an id, the name goes into the vault (*Aufnahme*)."""

from __future__ import annotations

import secrets
from typing import Final

from adapters.cli import finding
from adapters.founding import orders
from adapters.main import Faden
from core.person import Admit
from core.ports import Card

SALUTATIONS: Final = ("Herr", "Frau")


def card_of(name: str, salutation: str | None = None) -> Card:
    """Return the entry; "Frau Kern" is called Kern and addressed as Frau."""
    first, _, rest = name.strip().partition(" ")
    if first in SALUTATIONS and rest and salutation in {None, first}:
        return Card(name=rest.strip(), salutation=first)
    return Card(name=name.strip(), salutation=salutation or "")


def admit(faden: Faden, card: Card) -> str:
    """Return the id of whoever ``card`` names, admitting them if need be."""
    for known, other in finding.persons(faden).items():
        if other.name.casefold() == card.name.casefold():
            return known
    person = f"p{secrets.token_hex(5)}"  # says nothing about the name
    orders.give(faden, f"person:{person}", Admit(), card=card)
    return person
