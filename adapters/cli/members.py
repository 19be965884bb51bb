"""``faden members``: who belonged and who could act, on both clocks (*Mitglieder*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from adapters import clocks
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import Look, looking
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.types import Day, as_json, at, data
from adapters.clocks import Member
from bots.chronicle import names


@click.command(
    cls=Command,
    help=N_(
        "List who belonged to the region and who could act for them.\n\n"
        "With --on as it counted on that day, with --at as it was known then; both go "
        "together."
    ),
)
@click.option("--on", type=Day(), metavar="DATE", help=N_("As it stood on this day."))
@at
@as_json
@data
@click.pass_obj
def members(
    call: Call, *, on: date | None, at: str | None, as_json: bool, data: str | None
) -> None:
    """List members and mandates."""
    with looking(call, data, None, at) as look:
        day = on or look.speech.today
        found = clocks.members(look.faden, look.position, day)
        if as_json:
            call.say(told({"on": day, "members": found}))
            return
        for line in look.banner():
            call.say(line)
        rows = [row for one in found for row in _rows(one, look)]
        call.say(as_lines(rows))


def _rows(one: Member, look: Look) -> Iterator[dict[str, object]]:
    speech = look.speech
    place = {
        "organisation": speech.org(one.org),
        "path": names.membership(one.path, speech),
    }
    if not one.mandates:
        yield {**place, "person": "–", "role": "–", "until": "–"}
    for held in one.mandates:
        until = speech.figures(held.until) if held.until else "–"
        role = names.role(held.role, speech)
        yield {
            **place,
            "person": speech.person(held.person),
            "role": role,
            "until": until,
        }
