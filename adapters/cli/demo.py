"""``faden demo``: fill an empty folder with the story, without serving it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.types import data


@click.command(
    cls=Command,
    help=N_(
        "Fill an empty data folder with the story of the invented county "
        "Auenland.\n\n"
        "faden serve --demo shows it, faden say --as speaks with it."
    ),
)
@data
@click.pass_obj
def demo(call: Call, *, data: str | None) -> None:
    """Play the story."""
    from adapters.cli.founding import not_another
    from adapters.clock import system_clock
    from adapters.demo import REGION, StoryClock, fill
    from adapters.store import shown

    clock = StoryClock(call.clock or system_clock)
    inner = replace(call, clock=clock)
    with inner.opened(data, new=True) as faden:
        if call.faden is None:
            fill(faden, clock, progress(call))
        not_another(faden, REGION)
        call.say(
            call.words(
                N_("{region} is in {folder}."),
                region=REGION,
                folder=shown(call.server) if call.server else faden.store.folder,
            )
        )


def progress(call: Call) -> Callable[[int, int], None]:
    """Return what tells how far the story is."""

    def tell(said: int, lines: int) -> None:
        if call.terminal:
            call.err.write(f"\r{said}/{lines}" + ("\n" if said == lines else ""))
            call.err.flush()
        elif not said:
            sentence = N_("Playing the story of {region} …")
            call.warn(call.words(sentence, region="Kreis Auenland"))

    return tell
