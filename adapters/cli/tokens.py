"""``faden token``: with what other software acts as a person (*Zugangsschlüssel*)."""

from __future__ import annotations

from datetime import timedelta

import click

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.helping import Command, Group
from adapters.cli.marks import N_
from adapters.cli.printing import as_lines, told
from adapters.cli.trouble import Trouble
from adapters.cli.types import OneOf, as_json, data
from adapters.office.api_tokens import LABEL, LONGEST_LIFE, USUAL_LIFE, Scope


@click.group(cls=Group, help=N_("Give, list and revoke tokens for other software."))
def token() -> None:
    """Hold the commands about tokens."""


@token.command(
    cls=Command,
    help=N_(
        "Print a new token; it is shown this once only.\n\n"
        "Whoever has it acts as PERSON (an id or a name), within its scopes: read what "
        "the person may see, write what the person may do, audit what the person may "
        "examine. Without --scope it may only read."
    ),
)
@click.argument("person")
@click.option("--label", required=True, help=N_("What it is for, in a few words."))
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=OneOf(*(scope.value for scope in Scope)),
    help=N_("What it may be used for; may be given several times."),
)
@click.option(
    "--days",
    type=click.IntRange(1, LONGEST_LIFE.days),
    default=USUAL_LIFE.days,
    help=N_("For how many days it holds; 90, if not said."),
)
@data
@click.pass_obj
def new(
    call: Call,
    *,
    person: str,
    label: str,
    scopes: tuple[str, ...],
    days: int,
    data: str | None,
) -> None:
    """Give a token."""
    if not label.strip() or len(label) > LABEL:
        raise Trouble(
            N_("Please say in up to {limit} characters what it is for."), limit=LABEL
        )
    with call.opened(data) as faden:
        who = finding.person(faden, person)
        wanted = [Scope(scope) for scope in scopes] or [Scope.READ]
        tokens, now = faden.store.office.tokens, faden.clock()
        given = tokens.give(who, label.strip(), wanted, now, timedelta(days=days))
        secret = given.result()
    if not secret:
        raise Trouble(
            N_(
                "{person} has as many tokens as can be. Please revoke one that is not "
                "needed: faden token revoke"
            ),
            person=person,
        )
    call.say(secret)


@token.command(
    name="list",
    cls=Command,
    help=N_("List the tokens of PERSON (an id or a name); never the token itself."),
)
@click.argument("person")
@as_json
@data
@click.pass_obj
def list_(call: Call, *, person: str, as_json: bool, data: str | None) -> None:
    """List tokens."""
    with call.opened(data) as faden:
        who = finding.person(faden, person)
        found = [
            {
                "id": one.id,
                "label": one.label,
                "scopes": sorted(one.scopes),
                "until": one.expires_at.date().isoformat(),
                "used": one.last_used_at and one.last_used_at.date().isoformat(),
            }
            for one in faden.store.office.tokens.of(who)
        ]
        call.say(told(found) if as_json else as_lines(found))


@token.command(
    cls=Command,
    help=N_("Let the token ID of PERSON open nothing any more, at once."),
)
@click.argument("person")
@click.argument("id_", metavar="ID")
@data
@click.pass_obj
def revoke(call: Call, *, person: str, id_: str, data: str | None) -> None:
    """Revoke a token."""
    with call.opened(data) as faden:
        who = finding.person(faden, person)
        if not faden.store.office.tokens.revoke(who, id_).result():
            raise Trouble(
                N_(
                    "There is no token {id} of this person. Please look with: faden "
                    "token list."
                ),
                id=id_,
            )
        call.say(call.words(N_("The token {id} opens nothing any more."), id=id_))
