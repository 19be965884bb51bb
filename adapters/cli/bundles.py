"""``faden audit bundle`` and ``verify``: the record in a file (*Prüfdatei*)."""

from __future__ import annotations

import time
from functools import partial
from typing import IO, TYPE_CHECKING

import click

from adapters.cli.call import Call, key_place
from adapters.cli.checkpoints import short, too_late
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import as_json, data
from adapters.placing import placed

if TYPE_CHECKING:
    from adapters.audit.checkpoints import Signed
    from adapters.audit.extent import Request


@click.command(
    cls=Command,
    help=N_(
        "Write the record into a file that proves itself.\n\n"
        "It holds every entry with its texts; with --public it opens no text and "
        "discloses public entries only; with --item it is a part. The same entries "
        "give the same file. It can be checked with faden audit verify, or without "
        "Faden by deploy/verify.py. That texts left is recorded first, with who gets "
        "them, so that they can be told when one is erased."
    ),
)
@click.argument("file", metavar="FILE")
@click.option(
    "--public", is_flag=True, help=N_("For everybody: public entries, no texts.")
)
@click.option("--item", metavar="REF", help=N_("Only one item, such as Z1."))
@click.option(
    "--at",
    metavar="ENTRY",
    type=click.IntRange(min=1),
    help=N_("Only up to this entry; else all."),
)
@click.option("--for", "to", metavar="NAME", help=N_("Who gets the file."))
@data
@click.pass_obj
def bundle(
    call: Call,
    *,
    file: str,
    public: bool,
    item: str | None,
    at: int | None,
    to: str | None,
    data: str | None,
) -> None:
    """Write the file, and say which checkpoint it ends with."""
    request = _request(item, public=public)
    with placed(call.cwd / file) as out:
        made = _write(call, out, request, data, at)
        if request.texts:  # before the file gets its name, and only if it gets one
            _recorded(call, request, made.checkpoint.size, data, to)
    _kept(call, made, data)
    call.say(short(call, made.checkpoint))


@click.command(
    cls=Command,
    help=N_(
        "Check a file that faden audit bundle has written.\n\n"
        "Nothing but the file is needed. --against compares it with what you kept: a "
        "mail, a note or an older bundle. Exit code 0: sound, 1: not readable, "
        "2: invalid, 3: valid, but not what you kept, 4: valid, but something is "
        "missing and no entry says why, 5: valid, but witnessed by fewer than "
        "--quorum asks for."
    ),
)
@click.argument("file", metavar="FILE")
@click.option(
    "--against", metavar="OLD", help=N_("A mail, a note or an older bundle you kept.")
)
@click.option(
    "--quorum",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    help=N_("So many organisations must have witnessed it."),
)
@as_json
@click.pass_obj
def verify(
    call: Call, *, file: str, against: str | None, quorum: int, as_json: bool
) -> int:
    """Check the file, and tell what it proves."""
    from adapters.audit.alone import check
    from adapters.cli.printing import told
    from bots.verdicts import FACTS, SENTENCES

    old = None if against is None else call.cwd / against
    now = int(call.clock().timestamp() if call.clock else time.time())
    verdict = check(call.cwd / file, old, quorum, now)
    shown = verdict.shown()
    if as_json:
        said = [{"what": code.value, **facts} for code, facts in shown]
        call.say(told({"exit": int(verdict.exit), "said": said}))
    else:
        for code, facts in shown:
            words = {
                name: call.words(FACTS.get(f"{name} {fact}", "{fact}"), fact=fact)
                for name, fact in facts.items()
            }
            call.say(call.words(SENTENCES[code], **words))
    return int(verdict.exit)


def _request(item: str | None, *, public: bool) -> Request:
    from adapters.audit.extent import Request
    from core.bundle.head import Scope
    from core.catalogue import noun_of

    if item is None:
        return Request(Scope.PUBLIC if public else Scope.FULL)
    noun = noun_of(item)
    if public or noun is None:
        raise Trouble(
            N_(
                "There is no part {item}. Please name an item such as Z1, and not "
                "--public with it."
            ),
            item=item,
        )
    return Request(Scope.PART, frozenset({f"{noun}:{item.upper()}"}))


def _kept(call: Call, made: Signed, data: str | None) -> None:
    """Keep a checkpoint that was signed for a file, unless the log has it."""
    from adapters.audit.checkpoints import add, newest
    from adapters.cli.recorded import opened

    with opened(call, data) as source, source.log.connect() as db:
        known = newest(db)
    if known is None or known.checkpoint.size < made.checkpoint.size:
        with call.opened(data) as faden:
            faden.store.writer.run(partial(add, new=made)).result()


def _recorded(
    call: Call, request: Request, upto: int, data: str | None, to: str | None
) -> None:
    """Record that texts up to an entry leave."""
    import secrets

    from adapters.founding import orders
    from core.export import Make
    from core.sealed import Sealed

    with call.opened(data) as faden:
        item = next((s.partition(":")[2] for s in request.streams), None)
        named = None if to is None else Sealed(to)
        made = Make(scope=request.scope, upto=upto, item=item, to=named)
        orders.give(faden, f"export:{secrets.token_hex(8)}", made)


def _write(
    call: Call, out: IO[bytes], request: Request, data: str | None, at: int | None
) -> Signed:
    from adapters.audit.bundle import lines
    from adapters.audit.extent import extent
    from adapters.cli.recorded import blaming, opened

    place = key_place(call, call.folder(data))
    with blaming(place.file), opened(call, data) as source:
        found = extent(source.log, place, request, at)
        made = found.newest
        if at is not None and made.checkpoint.size != at:
            raise too_late(made.checkpoint.size)
        left_out = list[tuple[int, str]]()
        out.writelines(lines(source.log, found, request, left_out))
    if left_out:
        entry, field = left_out[0]
        sentence = N_(
            "Texts left out: {count}, the first in entry {entry} ({field}). What is "
            "kept there is not what was sealed, or its salt is lost. Whoever checks "
            "the file reads that nothing explains why it is missing (exit code 4). "
            "Please run faden audit fsck."
        )
        facts = {"count": len(left_out), "entry": entry, "field": field}
        call.say(call.words(sentence, **facts))
    return made
