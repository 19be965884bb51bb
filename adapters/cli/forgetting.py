"""``faden forget``: a person goes, what they did for others stays (*Vergessen*)."""

from __future__ import annotations

from collections.abc import Iterator

import click

from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.erasing import DONE, LATER, UNDONE, ground_option, sure
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.types import data
from adapters.erasing import plan
from adapters.founding import orders
from adapters.main import Faden
from core.grounds import Ground
from core.person import Forget
from core.ports import Card


@click.command(
    cls=Command,
    help=N_(
        "Let a person's name and addresses go, for good.\n\n"
        "What was said for an organisation stays, with the function of whoever said "
        "it. PERSON is an id or a name. Mandates must have ended before. Texts in "
        "which somebody typed the name are listed, and erased one by one."
    ),
)
@click.argument("person")
@ground_option
@sure
@data
@click.pass_obj
def forget(
    call: Call, *, person: str, ground: str, yes: bool, data: str | None
) -> None:
    """Show what goes, and with ``--yes`` let it go."""
    with call.opened(data) as faden:
        who = finding.person(faden, person)
        card = faden.store.vault.cards([who])[who]
        for line in _shown(call, faden, who, card):
            call.say(line)
        if not yes:
            call.say(call.words(UNDONE))
            return
        orders.give(faden, f"person:{who}", Forget(ground=Ground(ground)))
        call.say(call.words(DONE if faden.erasing.carry_out() else LATER))


def _shown(call: Call, faden: Faden, who: str, card: Card) -> Iterator[str]:
    yield call.words(
        N_(
            "Goes: the name {name} ({person}), addresses, sessions, chat, absences, "
            "digests and who was reminded."
        ),
        name=card.name,
        person=who,
    )
    with faden.store.reading() as db:
        named = plan.quoting(db, card.name.split()[-1], [])
    for one in named:
        sentence = N_(
            "Stays until you erase it: entry {entry}, {field} names {name}. faden "
            "audit erase {entry} {field}"
        )
        yield call.words(sentence, entry=one.entry, field=one.field, name=card.name)
