"""``faden backup``: everything in one file (*Sicherung*)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from adapters.cli.call import Call, key_place
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.progress import bar
from adapters.cli.trouble import Trouble
from adapters.cli.types import data


@click.command(
    cls=Command,
    help=N_(
        "Write everything into one file: log, texts, names, messages.\n\n"
        "A server may go on meanwhile. The file is read again before it gets its name, "
        "and never replaces another one. It holds all texts and names, so keep it as "
        "safe as the data. Not in it are the views, which are built anew, sessions and "
        "one-time links, and the key of the log: keep a copy of that elsewhere."
    ),
)
@click.argument("file", metavar="FILE")
@data
@click.pass_obj
def backup(call: Call, *, file: str, data: str | None) -> None:
    """Write the file."""
    from adapters.backup.writing import write
    from adapters.cli.recorded import opened

    def tell(done: int, rows: int) -> None:
        bar(call, call.words(N_("Backup")), done, rows)

    to = call.cwd / file
    with _blaming(call, to), opened(call, data) as source:
        head = write(source.log, to, _now(call), tell)
    call.say(
        call.words(
            N_("{file} holds everything up to entry {entries}, and was read again."),
            file=to,
            entries=head.entries,
        )
    )
    key = key_place(call, call.folder(data)).file
    if key.exists():
        sentence = N_(
            "Not in it: the key of the log, {key}. Please keep a copy of it elsewhere."
        )
        call.say(call.words(sentence, key=key))


def _now(call: Call) -> datetime:
    from adapters.clock import system_clock

    return (call.clock or system_clock)()


@contextmanager
def _blaming(call: Call, file: Path) -> Iterator[None]:
    from adapters.backup.form import BackupDamagedError

    try:
        yield
    except FileExistsError as error:
        sentence = N_("{file} is there already. Please name a new file.")
        raise Trouble(sentence, file=file) from error
    except BackupDamagedError as error:
        sentence = N_(
            "No backup was made: what was written does not fit its own hashes "
            "({reason}). Please keep your earlier backups and run faden audit fsck."
        )
        reason = call.words(error.sentence, **error.facts)
        raise Trouble(sentence, reason=reason) from error
