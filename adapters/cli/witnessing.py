"""``faden audit witness`` and what belongs to it: who else signs (*Bezeugen*)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import data

if TYPE_CHECKING:
    from adapters.audit.witnessing import Witness

FOLDER: Final = "zeuge"
_LARGEST: Final = 1_000_000  # bytes of a checkpoint with everything under it


@click.command(
    cls=Command,
    help=N_(
        "Bear witness to a log, with nothing but a folder of your own.\n\n"
        "Without FILE the key is made and its public line shown; give that line to "
        "coordination. With FILE, a checkpoint as it was downloaded, it is signed and "
        "printed; send back what is printed. What you signed once is remembered: a log "
        "that was rewritten or cut is never signed. The first time, name with --log "
        "the key of the log, as faden audit verify shows it."
    ),
)
@click.argument("file", metavar="FILE", required=False)
@click.option(
    "--folder",
    metavar="FOLDER",
    default=FOLDER,
    help=N_("Where key and memory lie; without it, zeuge."),
)
@click.option(
    "--name", metavar="NAME", help=N_("Name of the key, such as auenburg.de/zeuge.")
)
@click.option("--log", metavar="KEY", help=N_("The key of the log, one line."))
@click.pass_obj
def witness(
    call: Call, *, file: str | None, folder: str, name: str | None, log: str | None
) -> None:
    """Make a key, or sign."""
    from core.note import MalformedError, parse_key

    signer = _witness(call.cwd / folder, name)
    if log is not None:
        try:
            with _remembering():
                signer.trust(parse_key(log.strip()))
        except MalformedError as error:
            raise Trouble(
                N_(
                    "That is no key of a log. Please copy the whole line that faden "
                    "audit verify shows behind “Signed with”."
                )
            ) from error
    if file is None:
        call.say(signer.key.written())
    else:
        call.out.write(_signed(call, signer, _read(call, file)))


def _witness(folder: Path, name: str | None) -> Witness:
    from adapters.audit.witnessing import KEY, Witness
    from core.note import MalformedError

    if name is None and not (folder / KEY).exists():
        raise Trouble(
            N_(
                "There is no key in {folder} yet. Please name it after yourselves: "
                "--name auenburg.de/zeuge"
            ),
            folder=folder,
        )
    try:
        return Witness(folder, name or "-")
    except MalformedError as error:
        raise Trouble(
            N_(
                "{folder} holds no key of a witness, or the name has a space or a plus "
                "in it. Please name another folder, or another name."
            ),
            folder=folder,
        ) from error


@contextmanager
def _remembering() -> Iterator[None]:
    """Say what to do when the witness does not know any more what it signed."""
    from adapters.audit.witnessing import ForgottenError

    try:
        yield
    except ForgottenError as error:
        raise Trouble(
            N_(
                "{file} cannot be read. It holds what you signed last, so nothing is "
                "signed: it could contradict that. Please put it back from a backup. "
                "Without one, begin with a new key in another folder (--folder), and "
                "let coordination enter that key."
            ),
            file=error,
        ) from error


def _signed(call: Call, signer: Witness, said: bytes) -> str:
    from adapters.audit.witnessing import UnknownLogError
    from bots.witnessing import NO_NOTE, REFUSED
    from core.note import MalformedError
    from core.witness import RefusedError

    moment = int(call.clock().timestamp() if call.clock else time.time())
    try:
        with _remembering():
            note, _ = signer.answer(said, moment)
    except UnknownLogError as error:
        raise Trouble(
            N_(
                "You never named the key of the log {log}. Please compare it with what "
                "you know from elsewhere, and name it once: --log KEY"
            ),
            log=error,
        ) from error
    except RefusedError as error:
        raise Trouble(REFUSED[error.why], **error.facts) from error
    except MalformedError as error:
        raise Trouble(NO_NOTE) from error
    return note.written()


def _read(call: Call, file: str) -> bytes:
    if file == "-":
        return call.stdin.read(_LARGEST).encode("utf-8", "replace")
    with (call.cwd / file).open("rb") as opened:
        return opened.read(_LARGEST)


@click.command(
    cls=Command,
    help=N_(
        "Keep what a witness signed.\n\n"
        "FILE is what faden audit witness printed, or a mail with it inside; - reads "
        "standard input. It is checked and stands under its checkpoint from then on, "
        "in files, proofs and pages."
    ),
)
@click.argument("file", metavar="FILE")
@data
@click.pass_obj
def cosign(call: Call, *, file: str, data: str | None) -> None:
    """Check and keep it."""
    from adapters.audit.cosigning import take
    from bots.witnessing import NO_NOTE, UNKEPT, taken
    from core.note import MalformedError
    from core.witness import UnkeptError

    said = _read(call, file)
    with call.opened(data) as faden:
        try:
            found = take(faden.store, said, int(faden.clock().timestamp()))
        except UnkeptError as error:
            raise Trouble(UNKEPT[error.why], **error.facts) from error
        except MalformedError as error:
            raise Trouble(NO_NOTE) from error
        speech = faden.speech(None, call.language)
        for line in taken(found.size, found.fresh, found.known, speech):
            call.say(line)


@click.command(
    cls=Command,
    help=N_(
        "Enter by which key an organisation bears witness.\n\n"
        "ORG is an id, an official key (AGS) or a name; KEY the line that faden audit "
        "witness shows. A later key takes the place of an earlier one."
    ),
)
@click.argument("org")
@click.argument("key", metavar="KEY")
@data
@click.pass_obj
def appoint(call: Call, *, org: str, key: str, data: str | None) -> None:
    """Name a witness."""
    from adapters.cli import finding
    from adapters.founding import orders
    from adapters.founding.rotating import stream_of
    from core.log import NameWitness
    from core.ports import Circle

    with call.opened(data) as faden:
        with faden.reading() as db:
            row = finding.organisation(db, org)
        named = NameWitness(org=row.org, key=key)
        given = orders.give(faden, stream_of(faden), named, circle=Circle.PUBLIC)
        sentence = N_("{org} bears witness with this key from now on.")
        if not given.events:
            sentence = N_("{org} bears witness with this key already.")
        call.say(call.words(sentence, org=row.name))
