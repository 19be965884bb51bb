"""``faden join`` and ``faden seat``: who takes part, and where (*Aufbau*)."""

from __future__ import annotations

from datetime import date
from typing import Final

import click

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import Day, OneOf, data
from adapters.founding import orders
from core.facts import Seat
from core.forum import SetSeats
from core.region import Join
from core.sealed import Sealed
from projections import people

_SEATED: Final = {
    Seat.VOTE: N_("{forum}: {org} has a seat and a vote."),
    Seat.ADVISE: N_("{forum}: {org} advises."),
    Seat.OBSERVE: N_("{forum}: {org} observes."),
    None: N_("{forum}: {org} has no seat."),
}


@click.command(
    cls=Command,
    help=N_(
        "Record that an organisation joins the region.\n\n"
        "ORG is an id, an official key (AGS) or a name."
    ),
)
@click.argument("org")
@click.option(
    "--basis",
    required=True,
    metavar="TEXT",
    help=N_("On what it rests: a letter, or a council's resolution."),
)
@click.option(
    "--on",
    type=Day(),
    metavar="DATE",
    help=N_("Day from which it holds, like 2027-03-17; without it, today."),
)
@data
@click.pass_obj
def join(
    call: Call, *, org: str, basis: str, on: date | None, data: str | None
) -> None:
    """Record a membership."""
    with call.opened(data) as faden:
        with faden.reading() as db:
            row = finding.organisation(db, org)
            home = people.region(db)
        stream = f"region:{home.region if home else ''}"
        command = Join(org=row.org, basis=Sealed(basis))
        if orders.give(faden, stream, command, on=on).events:
            sentence = N_("{org} is a member.")
        else:
            sentence = N_("{org} is a member already; nothing was changed.")
        call.say(call.words(sentence, org=row.name))


@click.command(
    cls=Command,
    help=N_(
        "Give an organisation a seat in a forum, or take it away with none.\n\n"
        "With vote or advise it may promise; with observe it only sees."
    ),
)
@click.argument("forum")
@click.argument("org")
@click.argument("seat", type=OneOf(*(seat.value for seat in Seat), "none"))
@data
@click.pass_obj
def seat(call: Call, *, forum: str, org: str, seat: str, data: str | None) -> None:
    """Give a seat."""
    with call.opened(data) as faden:
        with faden.reading() as db:
            place = finding.forum(db, forum)
            row = finding.organisation(db, org)
        if row.path in {None, "invited", "declined", "left"} and seat != "none":
            raise Trouble(
                N_(
                    "Only who takes part gets a seat. Please let {org} join first: "
                    'faden join "{org}" --basis "…".'
                ),
                org=row.name,
            )
        given = None if seat == "none" else Seat(seat)
        command = SetSeats(seats={row.org: given})
        told = call.words(_SEATED[given], org=row.name, forum=place.name)
        if orders.give(faden, f"forum:{place.forum}", command).events:
            call.say(told)
        else:
            call.say(
                call.words(N_("{told} (as before; nothing was changed)"), told=told)
            )
