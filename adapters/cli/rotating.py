"""``faden audit rotate``: another key signs the log (*Schlüsselwechsel*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from adapters.cli.call import Call, key_place
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import data

if TYPE_CHECKING:
    from adapters.audit.sealing import Sealing
    from adapters.main import Faden
    from core.note import Key


@click.command(
    cls=Command,
    help=N_(
        "Let the log be signed with a new key.\n\n"
        "The new one is announced in the log, the old one signs that once more, then "
        "the new one takes its place in the file. With --lost, when the old key is "
        "gone for good: then nothing vouches for the new one, so hand its public line "
        "to all witnesses by another way. What they kept stays a measure for the log."
    ),
)
@click.option("--lost", is_flag=True, help=N_("The old key is gone for good."))
@data
@click.pass_obj
def rotate(call: Call, *, lost: bool, data: str | None) -> None:
    """Change the key."""
    from adapters.audit.sealing import Sealing
    from adapters.cli.recorded import blaming
    from adapters.founding.rotating import rotate as changed

    with call.opened(data) as faden:
        place = key_place(call, call.folder(data))
        sealing = faden.sealing or Sealing(faden.store, faden.desk, place)
        with blaming(sealing.place.file):
            key = _anew(faden, sealing) if lost else changed(faden, sealing)
        call.say(call.words(N_("The log is signed with a new key from now on:")))
        call.say(key.written())
        call.say(
            call.words(N_("Please put it into your backup: {file}"), file=place.file)
        )


def _anew(faden: Faden, sealing: Sealing) -> Key:
    """Let the log be signed with a new key, if the old one is lost indeed."""
    from adapters.audit.checkpoints import OtherKeyError, newest
    from adapters.founding.rotating import begin_anew
    from core.note import MalformedError

    try:
        sealing.make()
        sealing.at_hand()
    except (OtherKeyError, MalformedError):
        with faden.store.reading() as db:
            last = newest(db)
    else:
        raise Trouble(
            N_(
                "The key is at hand and nothing is lost. Please change it without "
                "--lost, so that the old one vouches for the new."
            )
        )
    try:
        return begin_anew(faden, sealing, last.key.name if last else sealing.place.name)
    except FileExistsError as error:
        raise Trouble(
            N_(
                "{file} holds something, yet not the key of this log. Please move it "
                "to a safe place first, so that no other key is lost, too."
            ),
            file=sealing.place.file,
        ) from error
