"""Stages: how far a decision is when somebody says something of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from tests.auenland import Auenland
from tests.bots.deciding import accepted, agreed, both, opened

SITE: Final = (
    "Beschlussvorschlag: Standort der Trocknung. Option 1: Auenburg; Option 2: "
    "Birkfeld. Widerstand, bis 12.5."
)
APPROVED: Final = "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7"


class Case(NamedTuple):
    """Who says what, in both languages, after what."""

    before: Callable[[Auenland], None]
    who: str
    de: str
    en: str


def nothing(here: Auenland) -> None:
    """Begin with nothing."""


def draft(here: Auenland) -> None:
    both(here, "p-lindner", "Beschlussvorschlag: Brunnen gemeinsam prüfen, Mehrheit")


def site(here: Auenland) -> None:
    opened(here, SITE)


def entered(here: Auenland) -> None:
    opened(here)
    both(here, "p-kern", "B1 einverstanden für Steintal, Telefon BM Roth")


def prepared(here: Auenland) -> None:
    opened(here)
    here.say("p-birke", "B1 einverstanden")


def objected(here: Auenland) -> None:
    opened(here)
    both(here, "p-mueller", "B1 Einwand: Transportkosten zu hoch")


def revised(here: Auenland) -> None:
    objected(here)
    both(here, "p-kern", "B1 neue Fassung: Klärschlamm billiger verwerten")


def over(here: Auenland) -> None:
    opened(here)
    here.watch.forward(days=57)


def lapsed(here: Auenland) -> None:
    over(here)
    both(here, "p-kern", "B1 auszählen")


def resolved(here: Auenland) -> None:
    """Let the hour count; it goes to the councils at the next turn only."""
    opened(here)
    agreed(here)
    here.watch.forward(days=57)
    here.faden.ticker.tick(here.watch())


def submitted(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", "B1 Vorlage 12/2027 eingereicht am 12.5.")


def approved(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", APPROVED)


def refused(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", "B1 Gemeindevertretung: abgelehnt am 12.5.")


def conditional(here: Auenland) -> None:
    accepted(here)
    both(here, "p-vogt", "B1 Gemeindevertretung: mit Maßgabe: jährlich kündbar")


def anew(here: Auenland) -> None:
    """Let a body have approved an earlier version than the newest."""
    conditional(here)
    both(here, "p-lange", APPROVED)
    both(here, "p-kern", "B1 Maßgabe Birkfeld übernehmen: jährlich kündbar verwerten")


def conditioned(here: Auenland) -> None:
    accepted(here)
    both(here, "p-kern", "B1 braucht die Genehmigung der Aufsicht")


def refused_by_the_county(here: Auenland) -> None:
    conditioned(here)
    both(here, "p-kern", "B1 Genehmigung der Aufsicht versagt: zu teuer")


def in_force(here: Auenland) -> None:
    accepted(here)
    for who in ("p-lange", "p-birke", "p-mueller"):
        both(here, who, APPROVED)


def followed(here: Auenland) -> None:
    """Let B2 be in force beside B1."""
    in_force(here)
    accepted(here, "Beschlussvorschlag: Zweckverband gründen, Konsent", "B2")
    for who in ("p-lange", "p-birke", "p-mueller", "p-roth"):
        both(here, who, "B2 Gemeindevertretung: zugestimmt, TOP 1")


def left(here: Auenland) -> None:
    in_force(here)
    both(here, "p-lange", "B1 austreten: zu teuer")


def reviewed(here: Auenland) -> None:
    in_force(here)
    both(here, "p-kern", "B1 überprüfen: neue Preise")
