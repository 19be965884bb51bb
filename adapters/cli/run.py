"""Run: one call, from its words to its exit code."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import nullcontext, redirect_stdout
from datetime import date
from typing import Final

import click

from adapters.cli import helping
from adapters.cli.call import Call, ElsewhereError
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble, of_store, of_system
from adapters.settings import (
    KNOWN,
    MissingSettingError,
    SettingsError,
    UnknownSettingError,
    check,
)
from core.errors import Refusal

DONE: Final = 0
IMPOSSIBLE: Final = 1
MISSPELT: Final = 2
STOPPED: Final = 130  # as shells say it: 128 and the signal

_DOCTOR: Final = "doctor"
_COMMANDS: Final = {
    "serve": "serve",
    "demo": "demo",
    "init": "founding",
    "join": "structure",
    "person": "persons",
    "mandate": "mandates",
    "seat": "structure",
    "link": "persons",
    "unlink": "persons",
    "mail": "entering",
    "signins": "entering",
    "token": "tokens",
    "people": "persons",
    "members": "members",
    "forget": "forgetting",
    "say": "saying",
    "board": "boards",
    "commitments": "listing",
    "asks": "asks",
    "ask": "asks",
    "decisions": "decisions",
    "decision": "decisions",
    "history": "histories",
    "search": "listing",
    "digest": "digests",
    "parse": "parse",
    "stuck": "stuck",
    "tick": "ticking",
    "nudges": "ticking",
    "rebuild": "rebuilding",
    "backup": "backups",
    "restore": "restores",
    "audit": "auditing",
    _DOCTOR: "doctor",
}


@click.group(
    cls=helping.Group,
    lazy=_COMMANDS,
    help=N_(
        "Faden keeps the thread of a region: who promised what to whom.\n\n"
        "Set up a region with init, join, person, mandate and seat; look at it "
        "with serve; speak with it with say. Every command explains itself with "
        "--help."
    ),
)
def faden() -> None:
    """Hold all commands."""


def run(arguments: Sequence[str], call: Call) -> int:
    """Run one command; return the exit code. Whatever fails becomes a sentence."""
    call.arguments = tuple(arguments)
    try:
        if call.arguments[:1] != (_DOCTOR,):  # who tells what is wrong with it
            check(call.environment)
        return _invoke(call)
    except ElsewhereError as elsewhere:
        from adapters.cli.socket import forward

        try:
            return forward(elsewhere.folder, call)
        except Trouble as trouble:
            call.warn(_told(trouble, call))
    except click.UsageError as error:
        call.warn(_misspelt(error, call))
        audits = call.arguments[:1] == ("audit",)  # there 2 says what was found
        return IMPOSSIBLE if audits else MISSPELT
    except BrokenPipeError:
        return IMPOSSIBLE  # the reader has gone; there is nobody to tell
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except Exception as error:
        found = _trouble(error, call)
        if found is None:
            raise
        call.warn(_told(found, call))
    return IMPOSSIBLE


def _invoke(call: Call) -> int:
    served = call.faden is not None  # then other threads print as well
    # where click prints its help
    with nullcontext() if served else redirect_stdout(call.out):
        found = faden.main(
            args=list(call.arguments),
            prog_name="faden",
            standalone_mode=False,
            obj=call,
        )
    return found if isinstance(found, int) else DONE


def _told(trouble: Trouble, call: Call) -> str:
    return call.words(trouble.sentence, **trouble.facts)


_TOGETHER: Final = {  # what begins like this goes together
    "FADEN_SLACK_": N_(
        "{name} is not set. For Slack please set FADEN_SLACK_BOT_TOKEN and "
        "FADEN_SLACK_SIGNING_SECRET together, or remove both and FADEN_SLACK_API to go "
        "without Slack."
    ),
    "FADEN_MAIL_": N_(
        "{name} is not set. For links by mail please set FADEN_MAIL_SERVER and "
        "FADEN_MAIL_FROM together, FADEN_MAIL_USER and FADEN_MAIL_PASSWORD both or "
        "neither, or remove them all to go without mail."
    ),
    "FADEN_OIDC_": N_(
        "{name} is not set. For the sign-in of your house please set "
        "FADEN_OIDC_ISSUER, FADEN_OIDC_CLIENT_ID and FADEN_OIDC_CLIENT_SECRET "
        "together, or remove them all and FADEN_OIDC_NAME to go without it."
    ),
}


def _missing(name: str) -> str:
    return next(said for begun, said in _TOGETHER.items() if name.startswith(begun))


def _trouble(error: Exception, call: Call) -> Trouble | None:
    match error:
        case Trouble():
            return error
        case Refusal():
            from bots.refusals import explain
            from bots.speech import Speech

            speech = Speech(language=call.language, today=date.min)
            return Trouble("{sentence}", sentence=explain(error, speech).plain)
        case MissingSettingError(name=name):
            return Trouble(_missing(name), name=name)
        case UnknownSettingError(name=name):
            return _unknown(name)
        case SettingsError(name=name):
            return Trouble(
                N_(
                    "{name} in the environment says nothing that Faden knows. Please "
                    "set FADEN_DATA, FADEN_DATABASE (postgresql://… or "
                    "sqlite:///folder), FADEN_REGION (small letters, digits and "
                    "underscores), FADEN_HOST, FADEN_PORT, FADEN_BEHIND_PROXY (1 or "
                    "0), FADEN_URL (https://…), FADEN_LOG_KEY (a file), "
                    "FADEN_BACKUP_DAYS (a number), "
                    "FADEN_METRICS_TOKEN (16 characters or more), "
                    "FADEN_SLACK_BOT_TOKEN, FADEN_SLACK_SIGNING_SECRET, "
                    "FADEN_SLACK_API (https://…), FADEN_MAIL_SERVER (smtp://host:587 "
                    "or smtps://host:465), FADEN_MAIL_FROM (an address), "
                    "FADEN_MAIL_USER, FADEN_MAIL_PASSWORD, FADEN_OIDC_ISSUER "
                    "(https://…), FADEN_OIDC_CLIENT_ID, FADEN_OIDC_CLIENT_SECRET or "
                    "FADEN_OIDC_NAME, or remove it."
                ),
                name=name,
            )
        case TimeoutError():
            return Trouble(
                N_(
                    "Faden could not go on: the disk may be full, or the machine too "
                    "busy. Please make room and give the same command again; the "
                    "story of the demo goes on where it stopped."
                )
            )
        case OSError():
            return of_system(error)
        case sqlite3.Error():
            return Trouble(
                N_("The data cannot be read: {reason}. Please try again."), reason=error
            )
        case _:
            from adapters.journal.sqlite import refusal_code
            from adapters.unopened import StoreError

            if isinstance(error, StoreError):
                return of_store(error)
            code = refusal_code(error)  # of the views, or of whoever reads
            return None if code is None else _trouble(Refusal(code), call)


def _unknown(name: str) -> Trouble:
    from adapters.cli.near import near

    likely = near(name, KNOWN)[:1]
    sentence = N_(
        "{name} in the environment says nothing that Faden knows. Did you mean "
        "{likely}? Please rename it, or remove it."
    )
    if not likely:
        sentence = N_(
            "{name} in the environment says nothing that Faden knows. Please remove "
            "it; faden doctor names the variables that there are."
        )
    return Trouble(sentence, name=name, likely=", ".join(likely))


def _misspelt(error: click.UsageError, call: Call) -> str:
    where = error.ctx.command_path if error.ctx else "faden"
    match error:
        case click.NoSuchOption(option_name=name):
            sentence, facts = N_("There is no option {name}."), {"name": name}
        case click.exceptions.NoSuchCommand(command_name=name):
            from adapters.cli.near import near

            likely = near(name, faden.list_commands(click.Context(faden)))
            sentence = N_("There is no command {name}.")
            if likely:
                sentence = N_("There is no command {name}. Did you mean {likely}?")
            facts = {"name": name, "likely": ", ".join(likely)}
        case click.MissingParameter(param=param) if param is not None:
            shown = param.opts[0] if param.opts[0][0] == "-" else param.opts[0].upper()
            sentence, facts = N_("{name} is missing."), {"name": shown}
        case click.BadOptionUsage(option_name=name):
            sentence = N_("Behind {name} something is missing or too much.")
            facts = {"name": name}
        case _:
            sentence, facts = N_("Something in this call is missing or too much."), {}
    more = N_("{command} --help shows how to call it.")
    return " ".join((call.words(sentence, **facts), call.words(more, command=where)))
