"""Finding: what somebody named on the command line, or what they may have meant."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from adapters.cli.marks import N_
from adapters.cli.near import near
from adapters.cli.trouble import Trouble
from adapters.founding.admitting import persons
from adapters.founding.foundation import UMLAUTS
from adapters.main import Faden
from bots.chronicle.names import STATES
from bots.grammar.additions import short
from core.ports import Card
from projections import people
from projections.people import ForumRow, OrganisationRow
from projections.viewer import MACHINE

TITLES: Final = frozenset(
    {"herr", "herrn", "frau", "bm", "bgm.", "buergermeister", "buergermeisterin"}
)
"""Words that stand before names and do not belong to them."""


def person(faden: Faden, typed: str) -> str:
    """Return the id of a person, named by id, name or the end of a name.

    Raises:
        Trouble: nobody or several are called like this.
    """
    cards = persons(faden)
    if typed in cards:
        return typed
    words = _parts(typed)
    whole = [who for who, card in cards.items() if _words(card) == words]
    part = [who for who, card in cards.items() if _ends(_words(card), words)]
    for found in (whole, part):
        if len(found) == 1:
            return found[0]
        if found:
            raise Trouble(
                N_("Several persons are called {name}. Please use an id: {likely}."),
                name=typed,
                likely=", ".join(f"{who} ({cards[who].name})" for who in found),
            )
    likely = near(typed, (card.name for card in cards.values()))
    if likely:
        raise Trouble(
            N_("Nobody here is called {name}. Did you mean {likely}?"),
            name=typed,
            likely=", ".join(likely),
        )
    raise Trouble(
        N_(
            "Nobody here is called {name}. faden people lists everybody; faden person "
            "add NAME adds somebody."
        ),
        name=typed,
    )


def _words(card: Card) -> list[str]:
    return _parts(card.name)


def _parts(name: str) -> list[str]:
    """Return the words of a name without titles; "Krüger" and "Krueger" are one."""
    folded = name.casefold().translate(UMLAUTS)
    return [word for word in folded.split() if word not in TITLES]


def _ends(words: list[str], typed: list[str]) -> bool:
    return bool(typed) and words[-len(typed) :] == typed


def organisation(db: Connection, typed: str) -> OrganisationRow:
    """Return an organisation, named by id, AGS or name.

    Raises:
        Trouble: there is none, or there are several.
    """
    rows = people.organisations(db, MACHINE)
    name = typed.strip().casefold()
    for found in (
        [row for row in rows if typed in {row.org, row.ags}],
        [row for row in rows if row.name.casefold() == name],
        [row for row in rows if short(row.name).casefold() == name],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise Trouble(
                N_("Several organisations are called {name}. Please use: {likely}."),
                name=typed,
                likely=", ".join(f"{row.org} ({row.name})" for row in found),
            )
    likely = near(typed, (row.name for row in rows))
    if likely:
        raise Trouble(
            N_("There is no organisation {name}. Did you mean {likely}?"),
            name=typed,
            likely=", ".join(likely),
        )
    raise Trouble(
        N_("There is no organisation {name}. faden people lists all of them."),
        name=typed,
    )


def forum(db: Connection, typed: str) -> ForumRow:
    """Return a forum, named by id or name.

    Raises:
        Trouble: there is none.
    """
    rows = people.forums(db, MACHINE)
    for row in rows:
        if typed.strip().casefold() in {row.forum.casefold(), row.name.casefold()}:
            return row
    ids = [row.forum for row in rows]
    likely = near(typed, [*ids, *(row.name for row in rows)])
    raise Trouble(
        N_("There is no forum {name}. There are: {likely}."),
        name=typed,
        likely=", ".join(likely or ids) or "–",
    )


def state(typed: str) -> str:
    """Return a state of a commitment.

    Raises:
        Trouble: there is none of this name.
    """
    if typed in STATES:
        return typed
    raise Trouble(
        N_("There is no state {name}. There are: {likely}."),
        name=typed,
        likely=", ".join(sorted(STATES)),
    )
