"""``faden stuck``: what was left lying, and trying it again (*Liegengeblieben*)."""

from __future__ import annotations

import click

from adapters import stuck as wording
from adapters.cli.call import Call
from adapters.cli.helping import Command, Group
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, data


@click.group(
    cls=Group,
    invoke_without_command=True,
    help=N_(
        "List what could not be worked off, or try it again.\n\n"
        "in-12 is a message to Faden, out-7 one from it, log-31 what is to be told "
        "of that entry; digest-… is somebody's overview, hour-… what is due."
    ),
)
@as_json
@data
@click.pass_context
def stuck(context: click.Context, *, as_json: bool, data: str | None) -> None:
    """List what was left lying."""
    if context.invoked_subcommand is not None:
        return
    call = context.ensure_object(Call)
    with call.opened(data) as faden:
        rows = faden.store.office.stuck.all()
        if as_json:
            call.say(told(rows))
        elif not rows:
            call.say(
                call.words(N_("Nothing was left lying. Everything is worked off."))
            )
        else:
            speech = faden.speech(None, call.language)
            zone = faden.desk.zone()
            table = [
                {
                    "number": row.number,
                    "since": f"{row.since.astimezone(zone):%Y-%m-%d %H:%M}",
                    "what": wording.what(row, speech),
                    "state": wording.state(row, speech, zone),
                    "reason": row.reason,
                }
                for row in rows
            ]
            call.say(as_lines(table))
            helps = {row.reason: wording.why(row, speech) for row in rows}
            for reason, why in helps.items():
                if why:
                    call.say(f"{reason}: {why}")


@stuck.command(cls=Command, help=N_("Try again now what NUMBER names, or everything."))
@click.argument("number", required=False)
@click.option("--all", "everything", is_flag=True, help=N_("Try everything again."))
@data
@click.pass_obj
def retry(
    call: Call, *, number: str | None, everything: bool, data: str | None
) -> None:
    """Try again."""
    if everything == (number is not None):
        raise Trouble(N_("Please name a number that faden stuck shows, or say --all."))
    with call.opened(data) as faden:
        if number is None:
            count = faden.all_again()
        elif faden.again(number):
            count = 1
        else:
            raise Trouble(
                N_(
                    "Nothing lies under {number} any more. faden stuck shows what "
                    "was left lying."
                ),
                number=number,
            )
        ngettext = faden.speech(None, call.language).many
        call.say(ngettext("One is tried again.", "{count} are tried again.", count))
