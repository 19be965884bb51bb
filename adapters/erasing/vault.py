"""Vault: takes out what the log says is gone, with what quotes it (*Tresor*).

One job of the writer: either all of it is done or nothing, and doing it again does
no harm. What was taken is returned, so that it can be looked for once more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from adapters.erasing.cutting import Knife
from adapters.erasing.gone import Going, Place, goings, lost, today
from adapters.journal.entry_tables import (
    identity,
    kept,
    link,
    mail,
    session,
    signin,
    wanted_mail,
)
from adapters.journal.filter_tables import saved
from adapters.journal.subscription_tables import feed
from adapters.journal.tables import (
    address,
    code,
    echo,
    guess,
    inbox,
    outbox,
    person,
    profile,
    text,
)
from adapters.journal.token_tables import token
from core.ports import Card

_OF_A_PERSON: Final = (
    *(person, address, profile, mail, wanted_mail, identity),
    *(session, link, code, feed, token, signin, kept, saved),
    *(inbox, outbox, echo),
)
_NEW: Final = "new"  # the state of a message that nobody has dealt with yet


@dataclass(frozen=True, slots=True)
class Taken:
    """What was found where it must not be: texts by the item they belong to, names."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)  # of whom something was left

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.texts or self.persons)


def take_out(db: sa.Connection) -> Taken:
    """Take texts and persons out of vault and office."""
    taken = Taken()
    for place, decided in today(goings(db)).items():
        _text(db, place, decided, taken)
    for one in lost(db):
        _person(db, one.person, taken)
    cut(db, taken)
    return taken


def is_clean(db: sa.Connection) -> bool:
    """Whether nothing lies in the vault that the log says is gone."""
    places = today(goings(db))
    persons = [one.person for one in lost(db)]
    named = sa.select(person.c.person).where(person.c.person.in_(persons))
    return all(_fits(db, *each) for each in places.items()) and not (
        persons and db.execute(named).first()
    )


def cut(db: sa.Connection, taken: Taken) -> None:
    """Take what was ``taken`` out of everything that we said or were told."""
    knife = Knife(taken.texts, taken.cards)
    if knife.is_blunt:
        return
    settled = sa.select(inbox.c.seq, inbox.c.payload).where(inbox.c.state != _NEW)
    _payloads(db, inbox, settled, knife)
    _payloads(db, outbox, sa.select(outbox.c.seq, outbox.c.payload), knife)
    asked = sa.select(echo.c.ref, echo.c.message, echo.c.orders)
    spoiled = [
        ref
        for ref, message, orders in db.execute(asked)
        if knife.cut([message, orders.decode()]) != [message, orders.decode()]
    ]
    _delete(db, echo.c.ref, spoiled)


def _text(db: sa.Connection, place: Place, decided: Going, taken: Taken) -> None:
    if _fits(db, place, decided):
        return
    old = db.execute(_at(place)).first()
    if old is not None:
        taken.texts.append((decided.item.partition(":")[2], old.text))
    here = _where(place)
    instead = (
        None if decided.instead is None else db.execute(_at(decided.instead)).first()
    )
    if instead is None:
        db.execute(sa.delete(text).where(here))
    elif old is not None:
        new = {"salt": instead.salt, "text": instead.text}
        db.execute(sa.update(text).where(here).values(new))
    else:
        row = {**place._asdict(), "salt": instead.salt, "text": instead.text}
        db.execute(text.insert().values(**row))


def _fits(db: sa.Connection, place: Place, decided: Going) -> bool:
    """Whether ``place`` holds what it should, nothing if that is gone, too."""
    found = db.execute(_at(place)).first()
    instead = (
        None if decided.instead is None else db.execute(_at(decided.instead)).first()
    )
    if found is None or instead is None:
        return found is instead
    return (found.salt, found.text) == (instead.salt, instead.text)


def _at(place: Place) -> sa.Select[tuple[bytes, str, str | None, str | None]]:
    columns = (text.c.salt, text.c.text, text.c.retention_class, text.c.delete_after)
    return sa.select(*columns).where(_where(place))


def _where(place: Place) -> sa.ColumnElement[bool]:
    return sa.and_(*(text.c[name] == cell for name, cell in place._asdict().items()))


def _person(db: sa.Connection, who: str, taken: Taken) -> None:
    card = db.execute(sa.select(person).where(person.c.person == who)).first()
    reached = sa.select(address.c.address).where(address.c.person == who)
    db.execute(sa.delete(guess).where(guess.c.address.in_(reached)))
    gone = [
        db.execute(sa.delete(table).where(table.c.person == who)).rowcount
        for table in _OF_A_PERSON
    ]
    if card is not None:
        taken.cards.append(Card(name=card.name, salutation=card.salutation))
    if any(gone):
        taken.persons.append(who)


def _payloads(
    db: sa.Connection,
    table: sa.Table,
    wanted: sa.Select[tuple[int, object]],
    knife: Knife,
) -> None:
    rows = [(row.seq, row.payload) for row in db.execute(wanted)]
    for seq, before in rows:
        after = knife.cut(before)
        if before != after:
            db.execute(sa.update(table).where(table.c.seq == seq).values(payload=after))


def _delete(db: sa.Connection, key: sa.Column[str], keys: Collection[str]) -> None:
    for one in keys:
        db.execute(sa.delete(key.table).where(key == one))
