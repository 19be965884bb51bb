"""``faden doctor``: whether all is set up well, and what to do if not (*Diagnose*)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import click

from adapters.cli.call import Call, key_place
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, data
from adapters.settings import KNOWN, SettingsError

if TYPE_CHECKING:
    from adapters.health.findings import Finding

SOUND: Final = 0
SICK: Final = 1


@click.command(
    cls=Command,
    help=N_(
        "Examine everything that Faden needs, and say what to do.\n\n"
        "Looks at the environment, the database, the clock, the key of the log, its "
        "checkpoints and witnesses, who can sign in, permissions, room on "
        "the disk, what was left lying, and at Slack, the mail server and the "
        "sign-in of your house where they are set up. Nothing is changed; a server "
        "may go on meanwhile. Exit code 0: "
        "nothing is wrong, 1: something is."
    ),
)
@as_json
@data
@click.pass_obj
def doctor(call: Call, *, as_json: bool, data: str | None) -> int:
    """Examine, and tell."""
    from adapters.cli.printing import told
    from adapters.cli.signs import mark, sentence

    findings = list(_findings(call, data))
    if as_json:
        plain = [
            {"sign": one.sign.value, "grave": one.is_grave, **one.facts}
            for one in findings
        ]
        call.say(told(plain))
    else:
        for one in findings:
            call.say(f"{mark(one)} {call.words(sentence(one), **one.facts)}")
    return SICK if any(one.is_grave for one in findings) else SOUND


def _findings(call: Call, data: str | None) -> Iterator[Finding]:
    from adapters.health.around import of_folder
    from adapters.health.settled import of_environment

    yield from map(_with_likely, of_environment(call.environment))
    folder = call.folder(data)
    yield from _of_record(call, data)
    try:
        inside = call.server is None
    except SettingsError:  # told above
        inside = False
    if inside and folder.is_dir():
        yield from of_folder(folder)
    yield _of_process(call, data)
    yield from _of_platforms(call)


def _with_likely(finding: Finding) -> Finding:
    from adapters.cli.near import near
    from adapters.health.findings import Sign, found

    if finding.sign is not Sign.VARIABLE_UNKNOWN:
        return finding
    name = str(finding.facts["name"])
    likely = near(name, KNOWN)[:1] or sorted(KNOWN)
    return found(finding.sign, name=name, likely=", ".join(likely))


def _of_record(call: Call, data: str | None) -> list[Finding]:
    import sqlalchemy as sa

    from adapters.cli.recorded import opened, place
    from adapters.cli.trouble import of_store
    from adapters.clock import system_clock
    from adapters.health.entrance import of_entrance
    from adapters.health.findings import Sign, found
    from adapters.health.stored import of_record
    from adapters.unopened import of_sqlite

    now = (call.clock or system_clock)()
    try:
        where = str(place(call, data))
        key = key_place(call, call.folder(data))
        with opened(call, data) as source:
            told = list(of_record(source, where, key, now))
            with source.log.connect() as db:
                return [*told, *of_entrance(db, _ways(call))]
    except SettingsError:  # told with the environment
        return []
    except Trouble as error:
        trouble = error
    except sa.exc.DBAPIError as error:
        folder = call.folder(data)
        known = of_sqlite(folder, error)
        if known is None:
            raise
        trouble = of_store(known)
    said = call.words(trouble.sentence, **trouble.facts)
    return [found(Sign.STORE_CLOSED, sentence=said)]


def _ways(call: Call) -> list[str]:
    """Return by which ways people may come in, as far as that is settled."""
    from adapters.entry_settings import mail, oidc
    from adapters.settings import slack

    ways = []
    for name, read in (("mail", mail), ("oidc", oidc), ("slack", slack)):
        with suppress(SettingsError):  # told with the environment
            if read(call.environment) is not None:
                ways.append(name)
    return ways


def _of_process(call: Call, data: str | None) -> Finding:
    from adapters.cli.socket import answers
    from adapters.health.findings import Sign, found

    return found(Sign.RUNNING if answers(call.folder(data)) else Sign.NOT_RUNNING)


def _of_platforms(call: Call) -> Iterator[Finding]:
    from adapters.clock import system_clock
    from adapters.entry_settings import mail, oidc
    from adapters.health.around import of_mail, of_provider, of_slack
    from adapters.settings import slack

    with suppress(SettingsError):  # told with the environment
        if (workspace := slack(call.environment)) is not None:
            yield from of_slack(workspace)
    with suppress(SettingsError):
        if (server := mail(call.environment)) is not None:
            yield from of_mail(server)
    with suppress(SettingsError):
        if (house := oidc(call.environment)) is not None:
            yield from of_provider(house, call.clock or system_clock)
