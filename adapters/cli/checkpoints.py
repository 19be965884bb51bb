"""``faden audit checkpoint`` and ``proof``: what was signed (*Prüfstand*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from adapters.cli.call import Call, key_place
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import data

if TYPE_CHECKING:
    from core.checkpoint import Checkpoint


@click.command(
    cls=Command,
    help=N_(
        "Sign how long the log is and what is in it.\n\n"
        "What is printed is to be kept, by as many as possible: nothing that came "
        "before can be changed any more without contradicting it. A served region "
        "does so by itself every night. With --since only what a witness signs is "
        "printed, with the proof that it continues what they signed last."
    ),
)
@click.option(
    "--since",
    metavar="SIZE",
    type=click.IntRange(min=0),
    help=N_("What a witness signed last; 0 if nothing."),
)
@data
@click.pass_obj
def checkpoint(call: Call, *, since: int | None, data: str | None) -> None:
    """Sign, and print the checkpoint in its short form and as a note."""
    from adapters.audit.sealing import Sealing
    from adapters.cli.recorded import blaming

    with call.opened(data) as faden:
        place = key_place(call, call.folder(data))
        sealing = faden.sealing or Sealing(faden.store, faden.desk, place)
        with blaming(sealing.place.file):
            made = sealing.make()
            if since is not None:
                if since > made.checkpoint.size:
                    raise too_late(made.checkpoint.size)
                call.out.write(sealing.request(made, since).written())
                return
    call.say(short(call, made.checkpoint))
    call.say("")
    call.out.write(made.note.written())


@click.command(
    cls=Command,
    help=N_(
        "Prove that an entry is in the log, in a few lines.\n\n"
        "They tell nothing of what it says. Their form is that of other transparency "
        "logs (C2SP tlog-proof); the usual name of a file is ENTRY.tlog-proof."
    ),
)
@click.argument("entry", metavar="ENTRY", type=click.IntRange(min=1))
@data
@click.pass_obj
def proof(call: Call, *, entry: int, data: str | None) -> None:
    """Print the proof, in the checkpoint of all entries."""
    from adapters.audit.checkpoints import up_to
    from adapters.cli.recorded import blaming, opened
    from core.checkpoint import Proof

    place = key_place(call, call.folder(data))
    with blaming(place.file), opened(call, data) as source:
        tree, known = up_to(source.log, place)
    if entry > len(tree):
        raise too_late(len(tree))
    hashes = tuple(tree.inclusion_proof(entry - 1))
    call.out.write(Proof(entry - 1, hashes, known[-1].note).written())


def short(call: Call, made: Checkpoint) -> str:
    """Return a checkpoint in its short form."""
    from bots.verdicts import SHORT

    return call.words(SHORT, size=made.size, digits=made.digits())


def too_late(head: int) -> Trouble:
    """Return that the log is not as long as was asked for."""
    sentence = N_("The log ends at entry {head}. Please name an earlier one.")
    return Trouble(sentence, head=head)
