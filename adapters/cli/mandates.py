"""``faden mandate``: who may act for whom (*Mandate*)."""

from __future__ import annotations

from datetime import date

import click

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import Day, OneOf, data
from adapters.founding import orders
from adapters.founding.admitting import persons
from core.facts import Power
from core.organisation import EndMandate, GiveMandate, Role


@click.command(
    cls=Command,
    help=N_(
        "Let a person act for an organisation, or end that.\n\n"
        "PERSON is an id or a name, ORG an id, an official key or a name. "
        "Without --power the powers usual for the role are given: mayor "
        "answers, promises, consents and books; clerk answers; coordinator "
        "answers and coordinates."
    ),
)
@click.argument("person")
@click.argument("org")
@click.option(
    "--role", type=OneOf(*(role.value for role in Role)), help=N_("The function.")
)
@click.option(
    "--power",
    "powers",
    multiple=True,
    type=OneOf(*(power.value for power in Power)),
    help=N_("A power other than the usual ones; may be given several times."),
)
@click.option(
    "--forum",
    "forums",
    multiple=True,
    metavar="FORUM",
    help=N_("Only in this forum; may be given several times."),
)
@click.option(
    "--until", type=Day(), metavar="DATE", help=N_("Last day on which it holds.")
)
@click.option("--end", is_flag=True, help=N_("End the mandate."))
@data
@click.pass_obj
def mandate(  # noqa: PLR0913  (one parameter for each option)
    call: Call,
    *,
    person: str,
    org: str,
    role: str | None,
    powers: tuple[str, ...],
    forums: tuple[str, ...],
    until: date | None,
    end: bool,
    data: str | None,
) -> None:
    """Give or end a mandate."""
    with call.opened(data) as faden:
        who = finding.person(faden, person)
        with faden.reading() as db:
            row = finding.organisation(db, org)
            where = frozenset(finding.forum(db, forum).forum for forum in forums)
        command: GiveMandate | EndMandate
        if end:
            command = EndMandate(person=who, forums=where)
            sentence = N_("{person} no longer acts for {org}.")
        elif role is None:
            raise Trouble(
                N_("Please name a function: --role {roles}."),
                roles="|".join(known.value for known in Role),
            )
        else:
            command = GiveMandate(
                person=who,
                role=Role(role),
                powers=frozenset(Power(power) for power in powers) or None,
                forums=where,
                until=until,
            )
            sentence = N_("{person} acts for {org}.")
        name = persons(faden)[who].name
        if not orders.give(faden, f"organisation:{row.org}", command).events:
            sentence = N_("That is so already for {person}; nothing was changed.")
        call.say(call.words(sentence, person=name, org=row.name))
