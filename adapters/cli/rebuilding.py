"""``faden rebuild``: views built anew from the log (*Neuaufbau*)."""

from __future__ import annotations

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.progress import bar
from adapters.cli.trouble import Trouble
from adapters.cli.types import data
from projections.catalogue import VIEWS


@click.command(
    cls=Command,
    help=N_(
        "Build views anew from the log, all of them or those named.\n\n"
        "Everything goes on meanwhile; the new ones take over when they are "
        "ready."
    ),
)
@click.argument("views", nargs=-1, metavar="[VIEW]…")
@data
@click.pass_obj
def rebuild(call: Call, *, views: tuple[str, ...], data: str | None) -> None:
    """Rebuild views."""
    known = [view.noun for view in VIEWS]
    for noun in views:
        if noun not in known:
            raise Trouble(
                N_("There is no view {name}. There are: {likely}."),
                name=noun,
                likely=", ".join(known),
            )
    with call.opened(data) as faden:
        for noun in views or known:
            position = 0

            def progress(_view: str, now: int, head: int, noun: str = noun) -> None:
                nonlocal position
                position = now
                bar(call, noun, now, head)

            faden.rebuild([noun], progress)
            sentence = N_("{view}: built anew up to entry {position}.")
            call.say(call.words(sentence, view=noun, position=position))
