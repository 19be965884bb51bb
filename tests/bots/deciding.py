"""Deciding: a decision of the forum, and how people bring it on its way."""

from __future__ import annotations

from tests.auenland import Auenland

PROPOSAL = (
    "Beschlussvorschlag: Klärschlamm ab 2029 gemeinsam energetisch verwerten, "
    "Kostenteilung nach Menge. Konsent, ab 3 Kommunen, bis 12.5., Wiedervorlage 2 Jahre"
)
MAYORS = ("p-lange", "p-vogt", "p-roth", "p-mueller")


def kinds(here: Auenland, ref: str = "B1") -> list[str]:
    """Return what was recorded about a decision, by the names of the events."""
    past = here.faden.store.journal.stream(f"decision:{ref}")
    return [type(recorded.event).__name__ for recorded in past]


def both(here: Auenland, who: str, line: str) -> list[str]:
    """Say ``line`` and yes; return what was read after the yes."""
    here.say(who, line)
    return here.say(who, "ja")


def opened(here: Auenland, line: str = PROPOSAL) -> None:
    """Let coordination put a proposal to the vote."""
    both(here, "p-kern", line)


def agreed(here: Auenland, ref: str = "B1", mayors: tuple[str, ...] = MAYORS) -> None:
    """Let four municipalities agree; Auenburg says nothing."""
    for mayor in mayors:
        both(here, mayor, f"{ref} einverstanden")


def accepted(here: Auenland, line: str = PROPOSAL, ref: str = "B1") -> None:
    """Let the forum accept it; it lies in the councils then."""
    opened(here, line)
    agreed(here, ref)
    here.watch.forward(days=57)  # past the term
    both(here, "p-kern", f"{ref} auszählen")


def first(lines: list[str]) -> str:
    """Return the first paragraph of the newest message."""
    return lines[-1].split("\n")[0]
