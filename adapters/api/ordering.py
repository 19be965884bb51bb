"""Ordering: what a request stands for, as an order to the writer (*Auftrag*).

Whatever a person may not see is unknown to whoever acts as that person: a refusal
never tells of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from pydantic import BaseModel
from sqlalchemy import Connection

from adapters.api import shapes
from adapters.api.commands import Act, Acting, Opening, Weighing
from adapters.api.problems import Problem
from adapters.main import Faden
from adapters.office.api_tokens import Token
from core import forum, person
from core.errors import Code, Refusal
from core.facts import OnBehalf
from core.ports import Card, Circle, Order, Via
from core.sealed import Sealed
from projections import asks, commitments, decisions, information, people
from projections.viewer import Viewer

ME: Final = "me"
_BESIDE: Final = frozenset({"acting"})
_ABSENCE: Final = (person.DeclareAbsence, person.EndAbsence)
_ITEMS: Final = {
    "commitment": commitments.get,
    "information": information.get,
    "ask": asks.get,
    "decision": decisions.get,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A request for a command, read and understood.

    ``after`` is the version that the caller insists on, ``said`` what was asked under
    a key of the caller's own.
    """

    act: Act
    asked: Weighing
    sent: BaseModel
    token: Token
    viewer: Viewer
    command_id: str
    after: int | None
    said: bytes | None

    @property
    def acting(self) -> Acting:
        """For whom one acts."""
        return getattr(self.sent, "acting", None) or Acting()

    @property
    def ref(self) -> str:
        """What the path names; nothing where a number or an id is handed out."""
        named = next((str(v) for k, v in self.asked if f"{{{k}}}" in self.act.path), "")
        return self.token.person if named == ME else named


def ordered(faden: Faden, db: Connection, wanted: Wanted) -> Order:
    """Return the order that ``wanted`` stands for.

    Raises:
        Refusal: ``UNKNOWN_REFERENCE`` of what its person may not see.
        Problem: it does not say for which organisation.
    """
    return again(faden, wanted)._replace(
        stream=_stream(db, wanted),
        org=_org(db, wanted, faden.today()),
        circle=_circle(db, wanted),
    )


def again(faden: Faden, wanted: Wanted) -> Order:
    """Return the order without what has to be looked up: for nobody, in no stream."""
    today = faden.today()
    command, card = _command(wanted)
    return Order(
        command_id=wanted.command_id,
        command=command,
        stream=f"{wanted.act.noun}:{wanted.ref}",
        actor=wanted.token.person,
        org="",
        today=today,
        now=faden.clock(),
        via=Via.API,
        source=Sealed(f"api/{wanted.token.id}"),
        on_behalf=_behalf(wanted.acting),
        after=None if wanted.act.opens else wanted.after,
        card=card,
        holidays=faden.desk.holidays(today),
    )


def _command(wanted: Wanted) -> tuple[object, Card | None]:
    kind, sent = wanted.act.kind, wanted.sent
    if kind is not person.Admit:
        return shapes.made(kind, sent, _BESIDE), None
    told = sent.model_dump(include={"name", "salutation"})
    return person.Admit(), Card(name=told["name"], salutation=told["salutation"])


def _stream(db: Connection, wanted: Wanted) -> str | None:
    """Return where it goes; the id of a new person says nothing about the name."""
    act = wanted.act
    if act.kind is person.Admit:
        return f"person:p{sha256(wanted.command_id.encode()).hexdigest()[:10]}"
    if act.opens:
        return None
    if act.noun == "region":
        row = people.region(db)
        return f"region:{row.region if row else ''}"
    return f"{act.noun}:{wanted.ref}"


def _org(db: Connection, wanted: Wanted, today: date) -> str:
    """Return for whom the caller acts: as said, else for whom alone it can be."""
    if wanted.acting.org is not None:
        return wanted.acting.org
    held = people.mandates_of(db, wanted.token.person, today)
    orgs = tuple(dict.fromkeys(row.org for row in held))
    if len(orgs) > 1:
        raise Problem("organisation_wanted", orgs=orgs)
    return orgs[0] if orgs else ""


def _behalf(acting: Acting) -> OnBehalf | None:
    said = acting.on_behalf
    if said is None:
        return None
    note = None if said.note is None else Sealed(said.note)
    return OnBehalf(org=said.org, basis=said.basis, holder=said.holder, note=note)


def _circle(db: Connection, wanted: Wanted) -> Circle:
    """Return who may see the entry: whoever sees the item, or as it is opened."""
    act, acting = wanted.act, wanted.acting
    if act.opens:
        return acting.circle if isinstance(acting, Opening) else Circle.INTERNAL
    find = _ITEMS.get(act.noun)
    if find is not None:
        row = find(db, wanted.viewer, wanted.ref)
        if row is None:
            raise Refusal(Code.UNKNOWN_REFERENCE, ref=wanted.ref)
        return row.circle
    if act.noun == "forum" and act.kind is not forum.Propose:
        seen = {row.forum for row in people.forums(db, wanted.viewer)}
        if wanted.ref not in seen:
            raise Refusal(Code.UNKNOWN_REFERENCE, ref=wanted.ref)
    return Circle.CLOSED if act.kind in _ABSENCE else Circle.INTERNAL
