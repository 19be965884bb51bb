"""Steps: how a coordinator begins, each as often as they like (*erste Schritte*).

::

    nothing --found--> region, county, coordinator --invite--> members
        --open--> a forum --let in--> people who answer

Every step only adds what is missing. Founding is the operator's act, all others are
those of the coordinator who takes them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from adapters import reference
from adapters.founding import admitting, orders
from adapters.founding.foundation import Member, key, lay
from adapters.founding.official import foundation
from adapters.main import Faden
from core import forum, region
from core.facts import Seat
from core.organisation import EndMandate, GiveMandate, OrganisationKind, Role
from core.ports import Order, Via
from core.sealed import Sealed
from projections import people
from projections.people import ForumRow
from projections.viewer import MACHINE

OUTSIDE = frozenset({None, "invited", "declined", "left"})


@dataclass(frozen=True, slots=True)
class Acting:
    """Who takes a step, for which organisation; ``form`` names what was sent."""

    person: str
    org: str
    form: str


def begun(faden: Faden) -> bool:
    """Whether somebody coordinates already, so that founding is over."""
    with faden.reading() as db:
        return bool(people.coordinators(db, faden.today()))


def found(faden: Faden, name: str, coordinator: str) -> str:
    """Found the region with its county; return the id of who coordinates.

    One that is called otherwise than the county of the directory is another one.

    Raises:
        Refusal: something of it exists already and is different.
    """
    whole = foundation(reference.read(reference.extract()), name)
    if name.casefold() != whole.county.name.casefold():
        own = Member(org=key(name), name=name, kind=OrganisationKind.COUNTY)
        whole = replace(whole, county=own)
    lay(faden, replace(whole, municipalities=(), fields=()), Via.WEB)
    person = admitting.admit(faden, admitting.card_of(coordinator))
    mandate = GiveMandate(person=person, role=Role.COORDINATOR)
    orders.give(faden, f"organisation:{whole.county.org}", mandate)
    return person


def open_forum(
    faden: Faden, by: Acting, name: str, purpose: str, days: int, orgs: Sequence[str]
) -> str:
    """Open a forum in which ``orgs`` sit; return its id. One of that name is kept.

    Raises:
        Refusal: the rules say no.
    """
    with faden.reading() as db:
        known = {row.forum: row for row in people.forums(db, MACHINE)}
        fields = {row.field for row in people.fields(db)}
        found = people.region(db)
    here = f"region:{found.region if found else ''}"
    given: list[tuple[str, object]] = []
    place = _called(name, known.values()) or _free(key(name), known)
    if place not in known:
        if place not in fields:
            given.append((here, region.AddField(field=place, name=name)))
        proposed = forum.Propose(
            name=name,
            kind=forum.ForumKind.FIELD,
            fields=(place,),
            purpose=Sealed(purpose),
            lead=by.org,
        )
        given += [(f"forum:{place}", proposed), (f"forum:{place}", forum.Constitute())]
        given.append((f"forum:{place}", forum.SetCadence(days=days)))
    seats = forum.SetSeats(seats=dict.fromkeys(orgs, Seat.VOTE))
    given.append((f"forum:{place}", seats))
    orders.give_all(faden, acting(faden, by, given))
    return place


def let_in(faden: Faden, by: Acting, org: str, name: str, role: Role) -> str:
    """Let somebody act for ``org``; return their id, which stays the same.

    Raises:
        Refusal: the rules say no.
    """
    person = admitting.admit(faden, admitting.card_of(name))
    mandate = GiveMandate(person=person, role=role)
    orders.give_all(faden, acting(faden, by, [(f"organisation:{org}", mandate)]))
    return person


def seat(faden: Faden, by: Acting, place: str, org: str, given: Seat | None) -> None:
    """Give ``org`` a seat in a forum, another one, or none any more.

    Raises:
        Refusal: the rules say no.
    """
    seats = forum.SetSeats(seats={org: given})
    orders.give_all(faden, acting(faden, by, [(f"forum:{place}", seats)]))


def rename(faden: Faden, by: Acting, place: str, name: str) -> None:
    """Call a forum otherwise.

    Raises:
        Refusal: the rules say no.
    """
    renamed = forum.Rename(name=name)
    orders.give_all(faden, acting(faden, by, [(f"forum:{place}", renamed)]))


def end_mandates(faden: Faden, by: Acting, org: str, person: str) -> None:
    """Let ``person`` act for ``org`` no longer.

    Raises:
        Refusal: the rules say no.
    """
    ended = EndMandate(person=person)
    orders.give_all(faden, acting(faden, by, [(f"organisation:{org}", ended)]))


def _called(name: str, forums: Iterable[ForumRow]) -> str | None:
    """Return the forum of that name, if there is one."""
    wanted = name.strip().casefold()
    return next((f.forum for f in forums if f.name.casefold() == wanted), None)


def _free(wanted: str, known: Container[str]) -> str:
    """Return an id that no forum has; a renamed one keeps its own."""
    others = (f"{wanted}-{n}" for n in count(2))
    return next(one for one in chain((wanted,), others) if one not in known)


def acting(
    faden: Faden, by: Acting, given: Sequence[tuple[str, object]]
) -> Iterator[Order]:
    """Yield what is ``given`` to streams as orders of whoever takes the step."""
    for n, (stream, command) in enumerate(given):
        plain = orders.order(faden, stream, command, via=Via.WEB)
        yield plain._replace(
            command_id=f"web/{by.person}/{by.form}/{n}", actor=by.person, org=by.org
        )
