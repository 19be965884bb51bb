"""``faden audit procedure``: what is recorded, from the code (*Verfahren*)."""

from __future__ import annotations

from datetime import date

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.types import as_json


@click.command(
    cls=Command,
    help=N_(
        "Print every kind of entry with its fields, and how each is held.\n\n"
        "It is made from the program itself and needs no data folder."
    ),
)
@as_json
@click.pass_obj
def procedure(call: Call, *, as_json: bool) -> None:
    """Print the kinds."""
    from adapters.cli.printing import told
    from bots.procedure import HELD, LASTS, PERSONAL, VERSION, kinds
    from bots.speech import Speech

    found = kinds(Speech(language=call.language, today=date.min))
    if as_json:
        call.say(told(found))
        return
    for kind in found:
        call.say(f"{kind.kind}  {kind.sentence}".strip().replace("**", ""))
        call.say(f"    {call.words(VERSION, version=kind.version)}")
        call.say(f"    {call.words(PERSONAL[kind.personal])}")
        call.say(f"    {call.words(LASTS, kept=kind.kept)}")
        for field in kind.fields:
            named = f"{field.name} ({field.type})" if field.type else field.name
            call.say(f"    {named}: {call.words(HELD[field.held])}")
