"""``faden tick`` and ``faden nudges``: what the hour brings (*Fristen*)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, data


@click.command(
    cls=Command,
    help=N_(
        "Do now what is due: end periods, send reminders.\n\n"
        "A served region does so by itself once a minute. --now plays another time."
    ),
)
@click.option(
    "--now",
    "at",
    metavar="TIME",
    help=N_("A local time such as 2027-05-03T09:00; usually the present one."),
)
@data
@click.pass_obj
def tick(call: Call, *, at: str | None, data: str | None) -> None:
    """Tick once."""
    with call.opened(data) as faden:
        now = None if at is None else _instant(at, faden.desk.zone())
        before = faden.store.journal.head()
        if not faden.tick(now):
            raise Trouble(
                N_("The views are still being built; please try again in a moment.")
            )
        faden.reactor.settle()
        count = faden.store.journal.head() - before
        ngettext = faden.speech(None, call.language).many
        call.say(ngettext("One entry was made.", "{count} entries were made.", count))
        held = faden.store.office.held.until(faden.clock())
        if held:
            first = held[0].astimezone(faden.desk.zone())
            call.say(
                call.words(
                    N_(
                        "Quiet hours; until {day}, {hour} messages wait: {count}. "
                        "(--now plays a time for what is due; people are written to "
                        "by the real clock.)"
                    ),
                    count=len(held),
                    day=f"{first:%Y-%m-%d}",
                    hour=f"{first:%H:%M}",
                )
            )


def _instant(text: str, zone: ZoneInfo) -> datetime:
    """Return the instant that ``text`` names, on the clocks of the region."""
    try:
        named = datetime.fromisoformat(text)
    except ValueError:
        raise Trouble(
            N_("{value} is not a time. Please write it like 2027-05-03T09:00."),
            value=text,
        ) from None
    return named if named.tzinfo else named.replace(tzinfo=zone)


@click.command(
    cls=Command,
    help=N_("List reminders: what will come, what was sent, what was held back."),
)
@as_json
@data
@click.pass_obj
def nudges(call: Call, *, as_json: bool, data: str | None) -> None:
    """List reminders."""
    from bots.nudges import listing
    from projections import nudges as views
    from projections import timers
    from projections.viewer import MACHINE

    with call.opened(data) as faden:
        speech = faden.speech(None, call.language)
        with faden.reading() as db:
            coming, log = timers.coming(db), views.log(db, MACHINE)
        if as_json:
            call.say(told({"planned": coming, "log": log}))
            return
        lines = [
            *(listing.planned(one, speech) for one in coming),
            *(listing.past(one, speech) for one in log),
        ]
        rows = [
            {"on": f"{o.on}", "ref": o.ref, "org": o.org, "what": o.what} for o in lines
        ]
        if not rows:
            call.say(call.words(N_("Nobody is reminded of anything just now.")))
            return
        call.say(as_lines(rows))
