"""``faden signins`` and ``mail``: who came in, and where links go (*Anmeldungen*)."""

from __future__ import annotations

from typing import Final

import click

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, data
from adapters.office.identities import plausible, small
from adapters.signins import sentence

SHOWN: Final = 100  # sign-ins


@click.command(
    cls=Command,
    help=N_(
        "List who signed in of late, from where.\n\n"
        "This lies outside of the record and is thrown away after ninety days. PERSON "
        "is an id or a name; without it those of everybody are listed."
    ),
)
@click.argument("person", required=False)
@as_json
@data
@click.pass_obj
def signins(call: Call, *, person: str | None, as_json: bool, data: str | None) -> None:
    """List sign-ins."""
    with call.opened(data) as faden:
        who = None if person is None else finding.person(faden, person)
        speech = faden.speech(None, call.language)
        rows = [
            {
                "at": one.at.astimezone(faden.desk.zone()).isoformat(" ", "minutes"),
                "person": one.person if as_json else speech.person(one.person),
                "what": one.what.value if as_json else sentence(one, speech),
                "way": one.way,
                "device": one.device,
                "network": one.network,
            }
            for one in faden.store.office.signins.newest(SHOWN, who)
        ]
        if as_json:
            call.say(told(rows))
            return
        if not rows:
            call.say(call.words(N_("Nobody has signed in of late.")))
            return
        for row in rows:
            del row["way"]
        call.say(as_lines(rows))


@click.command(
    cls=Command,
    help=N_(
        "Let a person get links to sign in by mail.\n\n"
        "PERSON is an id or a name. Without ADDRESS the one that is entered is "
        "printed; with --end no more links go there. By this address a person is also "
        "known to the sign-in of the house."
    ),
)
@click.argument("person")
@click.argument("address", required=False)
@click.option("--end", is_flag=True, help=N_("Send no more links by mail."))
@data
@click.pass_obj
def mail(
    call: Call, *, person: str, address: str | None, end: bool, data: str | None
) -> None:
    """Enter a mail address."""
    with call.opened(data) as faden:
        who = finding.person(faden, person)
        identities = faden.store.office.identities
        if end:
            identities.end_mail(who).result()
            identities.unlink(who).result()
            call.say(call.words(N_("No more links go there.")))
        elif address is None:
            known = identities.mail_of(who)
            call.say(known or call.words(N_("No mail address is entered.")))
        else:
            identities.put_mail(who, _address(address), faden.clock()).result()
            call.say(call.words(N_("Links go to {mail} now."), mail=small(address)))


def _address(said: str) -> str:
    """Return a mail address.

    Raises:
        Trouble: it is none.
    """
    if not plausible(said):
        raise Trouble(
            N_("{mail} is no mail address. Please write it like name@town.example."),
            mail=said,
        )
    return said
