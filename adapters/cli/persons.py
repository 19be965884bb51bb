"""``faden person``, ``people`` and ``link``: who is who (*Personen*)."""

from __future__ import annotations

from typing import Any

import click

from adapters.cli import finding
from adapters.cli.admitting import SALUTATIONS, admit, card_of
from adapters.cli.call import Call
from adapters.cli.helping import Command, Group
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.types import OneOf, as_json, data
from adapters.founding import orders
from adapters.main import Faden
from adapters.settings import HOST, port
from core.person import Language, SetPreferences
from projections import people as views
from projections.viewer import MACHINE


@click.group(cls=Group, help=N_("Add somebody to the directory."))
def person() -> None:
    """Hold the commands about persons."""


@person.command(
    cls=Command,
    help=N_(
        "Add a person and print the id.\n\n"
        "The name is kept apart from the log and can be erased. Somebody who is "
        "known by this name already stays the same person."
    ),
)
@click.argument("name")
@click.option(
    "--salutation",
    type=OneOf(*SALUTATIONS),
    default=None,
    help=N_("How the person is addressed."),
)
@click.option(
    "--language",
    type=OneOf(*(language.value for language in Language)),
    default=None,
    help=N_("In which language Faden speaks to the person."),
)
@data
@click.pass_obj
def add(
    call: Call,
    *,
    name: str,
    salutation: str | None,
    language: str | None,
    data: str | None,
) -> None:
    """Add a person."""
    with call.opened(data) as faden:
        who = admit(faden, card_of(name, salutation))
        if language is not None:
            chosen = SetPreferences(language=Language(language))
            orders.give(faden, f"person:{who}", chosen)
        call.say(who)


@click.command(
    cls=Command,
    help=N_("List persons with their mandates, organisations and forums."),
)
@as_json
@data
@click.pass_obj
def people(call: Call, *, as_json: bool, data: str | None) -> None:
    """List who is who."""
    with call.opened(data) as faden:
        found = _people(faden)
        if as_json:
            call.say(told(found))
            return
        for part in found.values():
            call.say(as_lines(part))
            call.say("")


def _people(faden: Faden) -> dict[str, list[dict[str, Any]]]:
    cards = finding.persons(faden)
    with faden.reading() as db:
        held = {
            who: views.mandates_of(db, who, faden.today())
            for who in sorted(cards, key=lambda who: cards[who].name)
        }
        organisations = views.organisations(db, MACHINE)
        forums = [
            (forum, views.seats(db, forum.forum)) for forum in views.forums(db, MACHINE)
        ]
    return {
        "persons": [
            {
                "person": who,
                "name": cards[who].name,
                "mandates": [f"{row.org}/{row.role}" for row in mandates],
            }
            for who, mandates in held.items()
        ],
        "organisations": [
            {
                "org": row.org,
                "name": row.name,
                "kind": row.kind,
                "inhabitants": row.inhabitants,
                "path": row.path,
            }
            for row in organisations
        ],
        "forums": [
            {
                "forum": row.forum,
                "name": row.name,
                "state": row.state,
                "seats": [f"{seat.org}:{seat.seat}" for seat in seats],
            }
            for row, seats in forums
        ],
    }


@click.command(
    cls=Command,
    help=N_(
        "Print a link with which a person enters the page.\n\n"
        "It holds for ten minutes and one use. PERSON is an id or a name."
    ),
)
@click.argument("person")
@data
@click.pass_obj
def link(call: Call, *, person: str, data: str | None) -> None:
    """Print a one-time link."""
    with call.opened(data) as faden:
        who = finding.person(faden, person)
        token = faden.store.office.sessions.link(who, faden.clock()).result()
        call.say(f"{call.address or _usual(call)}/enter/{token}")
        if call.address is None:
            call.warn(call.words(N_("Please start the page now: faden serve.")))


def _usual(call: Call) -> str:
    return f"http://{HOST}:{port(call.environment)}"
