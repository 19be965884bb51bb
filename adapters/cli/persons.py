"""``faden person``, ``people`` and ``link``: who is who (*Personen*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import click

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command, Group
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.types import OneOf, as_json, data
from adapters.founding import orders
from adapters.founding.admitting import SALUTATIONS, admit, card_of, persons
from adapters.main import Faden
from adapters.settings import url
from bots.chronicle import names
from bots.speech import Speech
from core.facts import Power
from core.person import Language, SetPreferences
from core.ports import Via
from projections import people as views
from projections.people import ForumRow, MandateRow, OrganisationRow, SeatRow
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
        everybody = Everybody.of(faden)
        if as_json:
            call.say(told(_raw(everybody)))
            return
        for part in _worded(everybody, faden.speech(None, call.language)):
            call.say(as_lines(part))
            call.say("")


@dataclass(frozen=True, slots=True)
class Everybody:
    """Persons with their mandates, organisations, and forums with their seats."""

    persons: Sequence[tuple[str, str, Sequence[MandateRow]]]  # id, name
    organisations: Sequence[OrganisationRow]
    forums: Sequence[tuple[ForumRow, Sequence[SeatRow]]]

    @classmethod
    def of(cls, faden: Faden) -> Everybody:
        """Read all of them; persons by name."""
        cards = persons(faden)
        names = sorted((card.name, who) for who, card in cards.items())
        with faden.reading() as db:
            return cls(
                [
                    (who, name, views.mandates_of(db, who, faden.today()))
                    for name, who in names
                ],
                views.organisations(db, MACHINE),
                [
                    (row, views.seats(db, row.forum))
                    for row in views.forums(db, MACHINE)
                ],
            )


def _raw(everybody: Everybody) -> dict[str, list[dict[str, Any]]]:
    return {
        "persons": [
            {
                "person": who,
                "name": name,
                "mandates": [f"{row.org}/{row.role}" for row in mandates],
            }
            for who, name, mandates in everybody.persons
        ],
        "organisations": [
            {
                "org": row.org,
                "name": row.name,
                "kind": row.kind,
                "inhabitants": row.inhabitants,
                "path": row.path,
            }
            for row in everybody.organisations
        ],
        "forums": [
            {
                "forum": row.forum,
                "name": row.name,
                "state": row.state,
                "seats": [f"{seat.org}:{seat.seat}" for seat in seats],
            }
            for row, seats in everybody.forums
        ],
    }


def _worded(everybody: Everybody, speech: Speech) -> Iterator[list[dict[str, Any]]]:
    """Yield the same in words; the id comes first, as commands take it."""
    yield [
        {"person": who, "name": name, "mandates": [_mandate(m, speech) for m in held]}
        for who, name, held in everybody.persons
    ]
    yield [
        {
            "org": row.org,
            "name": row.name,
            "kind": names.organisation_kind(row.kind, speech),
            "inhabitants": row.inhabitants,
            "path": names.membership(row.path or "none", speech),
        }
        for row in everybody.organisations
    ]
    yield [
        {
            "forum": row.forum,
            "name": row.name,
            "state": names.state(row.state, speech),
            "seats": [
                f"{speech.org(seat.org)} {names.seat(seat.seat, speech)}"
                for seat in seats
            ],
        }
        for row, seats in everybody.forums
    ]


def _mandate(row: MandateRow, speech: Speech) -> str:
    role = names.role(row.role, speech)
    powers = [
        names.power(power.value, speech) for power in Power if power in row.powers
    ]
    return f"{speech.org(row.org)}: {role} ({names.listed(powers, speech)})"


@click.command(
    cls=Command,
    help=N_(
        "Print a link with which a person enters the page.\n\n"
        "It holds for ten minutes and one use. PERSON is an id or a name. With --slack "
        "it is a code that the person writes to Faden in Slack."
    ),
)
@click.argument("person")
@click.option("--slack", is_flag=True, help=N_("Print a code for Slack instead."))
@data
@click.pass_obj
def link(call: Call, *, person: str, slack: bool, data: str | None) -> None:
    """Print a one-time link."""
    with call.opened(data) as faden:
        who = finding.person(faden, person)
        if slack:
            codes = faden.store.office.codes
            code = codes.give(who, Via.SLACK.value, faden.clock()).result()
            call.say(call.words(N_("/faden connect {code}"), code=code))
            return
        token = faden.store.office.sessions.link(who, faden.clock()).result()
        call.say(f"{call.address or url(call.environment)}/enter/{token}")
        if call.address is None:
            call.warn(call.words(N_("Please start the page now: faden serve.")))


@click.command(
    cls=Command,
    help=N_(
        "End a person's connection with Slack.\n\n"
        "Faden then writes to the person on the page again. PERSON is an id or a name."
    ),
)
@click.argument("person")
@data
@click.pass_obj
def unlink(call: Call, *, person: str, data: str | None) -> None:
    """End a connection."""
    with call.opened(data) as faden:
        who = finding.person(faden, person)
        addresses = faden.store.office.addresses
        if addresses.address(who, Via.SLACK.value) is None:
            call.say(call.words(N_("There was no connection with Slack.")))
            return
        addresses.unlink(who, Via.SLACK.value).result()
        call.say(call.words(N_("The connection with Slack has ended.")))
