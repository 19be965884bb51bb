"""``faden serve``: the page, and whatever the command line asks (*Betrieb*)."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

import click

from adapters.cli.call import (
    Call,
    ElsewhereError,
    key_place,
    log_beside,
)
from adapters.cli.demo import progress
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.progress import await_views
from adapters.cli.socket import answers
from adapters.cli.trouble import Trouble, not_founded, of_store
from adapters.cli.types import data
from adapters.entry_settings import mail, oidc
from adapters.settings import host as usual_host
from adapters.settings import port as usual_port
from adapters.settings import slack, url

if TYPE_CHECKING:
    from adapters.cli.serving import Site
    from adapters.main import Connect, Faden

_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@click.command(
    cls=Command,
    help=N_(
        "Serve the page until it is stopped with Ctrl-C.\n\n"
        "With --demo an empty data folder is filled with the story of an "
        "invented county, and whoever opens the page picks whom to be."
    ),
)
@click.option("--port", metavar="N", help=N_("Port to listen on; usually 8765."))
@click.option(
    "--host", metavar="ADDRESS", help=N_("Address to listen on; usually 127.0.0.1.")
)
@click.option("--demo", is_flag=True, help=N_("Show the invented county Auenland."))
@data
@click.pass_obj
def serve(
    call: Call, *, port: str | None, host: str | None, demo: bool, data: str | None
) -> None:
    """Serve."""
    where = host or usual_host(call.environment)
    if demo and where not in _LOOPBACK:
        raise Trouble(
            N_(
                "In the demo everybody may be anybody, so it is shown on this machine "
                "only. Please leave out --host, or serve a region without --demo."
            )
        )
    if call.address is not None:
        raise Trouble(
            N_(
                "Faden is running already: {address}. Please open that page; to start "
                "anew, stop it first, or name another folder with --data."
            ),
            address=call.address,
        )
    folder = call.folder(data)
    if answers(folder):
        raise ElsewhereError(folder)
    if call.server is None and folder.exists() and not folder.is_dir():
        raise not_founded(folder)
    for settings in (slack, mail, oidc):  # what is wrong is said before all else
        settings(call.environment)
    signal.signal(signal.SIGTERM, _stop)
    log_beside()
    from adapters.cli.serving import Site

    number = usual_port(call.environment) if port is None else _port(port)
    with Site.bound(where, number) as site:
        _serve(call, site, folder, demo=demo)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt  # before the page is up; then the page listens for it


def _port(said: str) -> int:
    highest = 65_535
    if said.isascii() and said.isdigit() and int(said) <= highest:
        return int(said)
    raise Trouble(
        N_("{port} is no port. Please name a number from 0 to 65535."), port=said
    )


def _serve(call: Call, site: Site, folder: Path, *, demo: bool) -> None:
    """Open the folder and serve it.

    Raises:
        Trouble: there is nothing in it that could be served like this.
    """
    from adapters.clock import system_clock
    from adapters.demo import StoryClock, fill
    from adapters.main import Faden
    from adapters.settings import backup_days
    from adapters.store import shown
    from adapters.unopened import StoreError, StoreInUseError

    clock = StoryClock(call.clock or system_clock)
    pages = _pages(call, site)
    channels = _channels(call, pages)
    try:
        faden = Faden.open(
            folder,
            server=call.server,
            clock=clock,
            demo=demo,
            channels=channels,
            key=key_place(call, folder),
            backup_days=backup_days(call.environment),
        )
    except StoreInUseError as error:
        raise Trouble(
            N_(
                "{folder} is in use by another command. Please wait until it has "
                "ended, or name another folder with --data."
            ),
            folder=folder,
        ) from error
    except StoreError as error:
        raise of_store(error) from error
    try:
        if demo:
            await_views(call, faden)
            fill(faden, clock, progress(call))
        if demo:
            where = shown(call.server) if call.server else folder
            _refuse_other_region(faden, where)
        site.run(faden, call, pages)
    finally:
        faden.close()


def _refuse_other_region(faden: Faden, where: Path | str) -> None:
    """Keep real regions out of the demo, in which everybody may be anybody."""
    from adapters.demo import REGION
    from projections import people

    with faden.reading() as db:
        region = people.region(db)
    if region is not None and region.name != REGION:
        raise Trouble(
            N_(
                "{folder} holds the region {region}, and in the demo everybody may "
                "be anybody. Please leave out --demo, or name another folder with "
                "--data."
            ),
            folder=where,
            region=region.name,
        )


def _pages(call: Call, site: Site) -> str:
    """Return where people open the pages: where they are served, unless it is said."""
    named = call.environment.get("FADEN_URL")
    return url(call.environment) if named else site.address


def _channels(call: Call, pages: str) -> Sequence[Connect]:
    """Return the platforms that are set up."""
    found: list[Connect] = []
    if (access := slack(call.environment)) is not None:
        from adapters.slack.channel import connect

        found.append(connect(access, pages))
    if (server := mail(call.environment)) is not None:
        from adapters.mail.channel import connect as by_mail

        found.append(by_mail(server, pages))
    return found
