"""``faden audit checkpoint`` and ``proof``: what was signed (*Prüfstand*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from adapters.cli.call import Call, key_place
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import data

if TYPE_CHECKING:
    from adapters.audit.checkpoints import Signed
    from adapters.audit.source import Source
    from core.checkpoint import Checkpoint, Proof
    from core.tree import Tree


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
        "ENTRY is its number: then they tell nothing of what it says. Or it is an item "
        "such as B7: then it is the entry that settled it, or its newest one, and the "
        "file carries it without any text. The form is that of other transparency logs "
        "(C2SP tlog-proof); the usual name of a file is B7.tlog-proof."
    ),
)
@click.argument("entry", metavar="ENTRY")
@data
@click.pass_obj
def proof(call: Call, *, entry: str, data: str | None) -> None:
    """Print the proof."""
    from adapters.audit.checkpoints import up_to
    from adapters.cli.recorded import blaming, opened
    from core.checkpoint import Proof

    place = key_place(call, call.folder(data))
    with blaming(place.file), opened(call, data) as source:
        tree, known = up_to(source.log, place)
        if not (entry.isascii() and entry.isdecimal()):
            call.out.write(_of_item(source, tree, known, entry).written())
            return
    number = int(entry)
    if not 0 < number <= len(tree):
        raise too_late(len(tree))
    hashes = tuple(tree.inclusion_proof(number - 1))
    call.out.write(Proof(number - 1, hashes, known[-1].note).written())


def _of_item(source: Source, tree: Tree, known: Sequence[Signed], item: str) -> Proof:
    """Return the proof of what decided about an item, in what covers it first."""
    from adapters.audit.entries import of_stream
    from adapters.audit.single import deciding, single
    from core.catalogue import stream_of

    with source.log.connect() as db:
        entries = of_stream(db, stream_of(item), len(tree))
    if not entries:
        raise Trouble(
            N_(
                "There is nothing to prove of {item}. Please name an item such as B7, "
                "or the number of an entry."
            ),
            item=item,
        )
    found = deciding(entries)
    covering = next(one for one in known if one.checkpoint.size >= found.position)
    return single(tree, found, covering)


def short(call: Call, made: Checkpoint) -> str:
    """Return a checkpoint in its short form."""
    from bots.verdicts import SHORT

    return call.words(SHORT, size=made.size, digits=made.digits())


def too_late(head: int) -> Trouble:
    """Return that the log is not as long as was asked for."""
    sentence = N_("The log ends at entry {head}. Please name an earlier one.")
    return Trouble(sentence, head=head)
