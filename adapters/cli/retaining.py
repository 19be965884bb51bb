"""``faden audit hold``, ``lift`` and ``release`` (*Aufbewahrung*)."""

from __future__ import annotations

from datetime import date

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import Day, OneOf, data

_TAKEN = "taken"
_DECLINED = "declined"


@click.command(
    cls=Command,
    help=N_(
        "Keep the texts of an item longer than their period.\n\n"
        "ITEM is a number such as B7, or a stream such as forum:wasser. What a person "
        "may demand (Art. 17 DSGVO) can be erased all the same."
    ),
)
@click.argument("item")
@click.option("--reason", required=True, help=N_("Why they are still needed."))
@click.option("--until", type=Day(), help=N_("The last day; else until it is lifted."))
@data
@click.pass_obj
def hold(
    call: Call, *, item: str, reason: str, until: date | None, data: str | None
) -> None:
    """Record that the texts stay."""
    from adapters.founding import orders
    from core.hold import Hold
    from core.sealed import Sealed

    with call.opened(data) as faden:
        command = Hold(reason=Sealed(reason), until=until)
        orders.give(faden, f"hold:{_stream(item)}", command)
        call.say(call.words(N_("The texts of {item} stay."), item=item))


@click.command(
    cls=Command,
    help=N_("Let the texts of an item go when their period is over, as others do."),
)
@click.argument("item")
@data
@click.pass_obj
def lift(call: Call, *, item: str, data: str | None) -> None:
    """Record that they are held back no more."""
    from adapters.founding import orders
    from core.hold import Lift

    with call.opened(data) as faden:
        orders.give(faden, f"hold:{_stream(item)}", Lift())
        sentence = N_("The texts of {item} are held back no more.")
        call.say(call.words(sentence, item=item))


@click.command(
    cls=Command,
    help=N_(
        "Note that the archive lets the texts of an item go (§ 4 Abs. 3 HArchivG).\n\n"
        "Without its answer nothing of a record goes. Then they go with the first day "
        "of the next month."
    ),
)
@click.argument("item")
@click.argument("answer", type=OneOf(_TAKEN, _DECLINED))
@data
@click.pass_obj
def release(call: Call, *, item: str, answer: str, data: str | None) -> None:
    """Record the answer for all texts of the item that it was offered."""
    from adapters.founding import orders
    from core.text import Release

    with call.opened(data) as faden:
        offered = faden.retaining.offered(_stream(item))
        if not offered:
            raise Trouble(
                N_(
                    "The archive was not asked about any text of {item}, or has "
                    "answered. faden audit deletions lists what it was offered."
                ),
                item=item,
            )
        for entry, field in offered:
            command = Release(field=field, taken=answer == _TAKEN)
            orders.give(faden, f"text:{entry}", command)
        sentence = N_("{item}: the archive has answered about {count} texts.")
        call.say(call.words(sentence, item=item, count=len(offered)))


def _stream(item: str) -> str:
    from core.catalogue import stream_of

    return stream_of(item)
