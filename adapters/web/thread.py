"""Thread: one person's conversation as it lies in the office, in order.

What the person said is in the inbox, what Faden said in the outbox. An answer
stands behind what it answers; everything else stands at its time.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf
from typing import Final

from pydantic import ValidationError
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.office import Arrival, Posted
from adapters.office.inbox import State
from adapters.usable import in_time, says_back
from adapters.web.render import REFERENCE
from adapters.web.visit import Visit
from bots import forms
from bots.asks import wording
from bots.chronicle import names
from bots.decisions.matter import stage
from bots.heard import HEARD, Chosen, FormSent, TextSaid
from bots.message import Choices, Form, Message
from projections import asks, commitments, decisions, information

SHOWN: Final = 60  # entries of either kind; older ones are on the items' pages
_NAMED: Final = 300  # items looked up at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the person said; ``text`` is what they typed or the button's label."""

    anchor: str
    at: datetime
    text: str
    waiting: bool
    failed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What Faden said.

    ``live``: its choices can still be made. ``stand`` says where its item is now,
    if that is no longer what the card shows.
    """

    anchor: str
    key: str
    at: datetime
    message: Message
    live: bool
    stand: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The newest entries; ``heard`` and ``told`` are the last numbers seen."""

    entries: Sequence[Said | Told]
    heard: int
    told: int
    more: bool
    known: Container[str]  # references in the messages that lead somewhere


def thread(faden: Faden, db: Connection, visit: Visit) -> Thread:
    """Return what was said between a person and Faden lately."""
    office, now, person = faden.store.office, faden.clock(), visit.person
    heard = office.inbox.latest(person, SHOWN)
    letters = office.outbox.latest(person, SHOWN, now)
    told = _settled(letters)
    waiting = [echo.message for echo in office.echoes.open_for(person, now)]
    messages = {posted.letter.key: in_time(posted, now) for posted in told}
    stands = _stands(db, visit, messages.values())
    return Thread(
        entries=_in_order(
            [(one, _said(one, messages, visit)) for one in heard],
            [
                (
                    posted,
                    _told(
                        posted,
                        messages[posted.letter.key],
                        visit,
                        stands,
                        open_=posted.letter.payload in waiting,
                    ),
                )
                for posted in told
            ],
        ),
        heard=heard[-1].seq if heard else 0,
        told=letters[-1].seq if letters else 0,
        more=SHOWN in {len(heard), len(letters)},
        known=stands,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """One thing that Faden said, whatever the channel, on a page of its own."""

    entry: Told
    known: Container[str]


def alone(faden: Faden, db: Connection, visit: Visit, key: str) -> Alone | None:
    """Return what Faden said to the visitor under ``key``; others see nothing."""
    office, now = faden.store.office, faden.clock()
    posted = office.outbox.get(key)
    if posted is None or posted.letter.person != visit.person:
        return None
    message = in_time(posted, now)
    stands = _stands(db, visit, [message])
    waiting = [echo.message for echo in office.echoes.open_for(visit.person, now)]
    open_ = posted.letter.payload in waiting
    entry = _told(posted, message, visit, stands, open_=open_)
    return Alone(entry=entry, known=stands)


def _settled(letters: Sequence[Posted]) -> Sequence[Posted]:
    """Return ``letters`` with what is silent in the place of what it changes."""
    stands: dict[int, Posted] = {}
    newest: dict[str | None, Posted] = {}  # of each item
    for posted in letters:
        shown = posted
        if posted.letter.payload.get("urgency") == "silent":
            if (changed := newest.get(posted.letter.item)) is None:
                continue  # it stands farther up
            letter = replace(posted.letter, not_before=changed.letter.not_before)
            shown = replace(changed, letter=letter)
        stands[shown.seq] = newest[posted.letter.item] = shown
    return list(stands.values())


def _in_order(
    heard: Sequence[tuple[Arrival, Said | None]], told: Sequence[tuple[Posted, Told]]
) -> Sequence[Said | Told]:
    """Put what was said before its first answer, everything else at its time."""
    placed: list[tuple[tuple[datetime, float, int], Said | Told]] = []
    first: dict[str, tuple[datetime, float]] = {}
    for posted, entry in told:
        at = (entry.at, float(posted.seq))
        first.setdefault(posted.letter.key.rpartition("/reply/")[0], at)
        placed.append(((*at, 1), entry))
    for arrival, said in heard:
        at = first.get(arrival.ref, (arrival.received_at, inf))
        if said is not None:
            placed.append(((*at, 0 if at[1] < inf else arrival.seq), said))
    return [entry for _, entry in sorted(placed, key=lambda pair: pair[0])]


def _said(one: Arrival, messages: Mapping[str, Message], visit: Visit) -> Said | None:
    try:
        heard = HEARD.validate_python(one.payload)
    except ValidationError:  # of another version; it is left lying, and says so itself
        heard = None
    match heard:
        case TextSaid(text=typed):
            text = typed
        case Chosen(card=card, choice=chosen):
            shown = messages.get(card)
            choice = shown.choice(chosen) if shown else None
            text = choice.label if choice else "–"
        case FormSent(card=card, form=name, values=values):
            shown = messages.get(card)
            form = shown.form(name) if shown else None
            text = forms.typed(form, values) if form else "–"
        case None:
            text = "–"
        case _:
            return None
    return Said(
        anchor=f"said-{one.seq}",
        at=visit.local(one.received_at),
        text=text,
        waiting=one.state is State.NEW,
        failed=one.state is State.POISON,
    )


def _told(
    posted: Posted,
    message: Message,
    visit: Visit,
    stands: Mapping[str, tuple[int, str]],
    *,
    open_: bool,
) -> Told:
    stand = None
    if message.item is not None and message.version is not None:
        version, name = stands.get(message.item, (message.version, ""))
        stand = name if version != message.version else None
    answerable = any(isinstance(part, Choices | Form) for part in message.parts)
    at = max(posted.created_at, posted.letter.not_before or posted.created_at)
    return Told(
        anchor=f"told-{posted.seq}",
        key=posted.letter.key,
        at=visit.local(at),
        message=message,
        live=answerable and stand is None and (open_ or not says_back(message)),
        stand=stand if answerable else None,
    )


def _stands(
    db: Connection, visit: Visit, messages: Iterable[Message]
) -> Mapping[str, tuple[int, str]]:
    """Return version and state of every item that the messages show."""
    found: dict[str, tuple[int, str]] = {}
    shown = list(messages)
    named = {message.item for message in shown if message.item is not None}
    for message in shown:
        named.update(REFERENCE.findall(message.plain))
    refs = sorted(named)[:_NAMED]
    others = (information.get(db, visit.viewer, ref) for ref in refs if ref[0] == "I")
    rows = (*commitments.several(db, visit.viewer, refs), *others)
    for row in rows:
        if row is not None:
            found[row.ref] = (row.version, names.state(row.state, visit.speech))
    for ask in asks.several(db, visit.viewer, refs):
        found[ask.ref] = (ask.stage, wording.state(ask, visit.speech))
    for matter in decisions.several(db, visit.viewer, refs):
        found[matter.ref] = (stage(matter), names.state(matter.state, visit.speech))
    return found
