"""``faden restore``: what a backup holds is put back (*Wiederherstellung*)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from adapters.cli.call import Call, key_place
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.progress import bar
from adapters.cli.trouble import Trouble, of_store
from adapters.cli.types import data

if TYPE_CHECKING:
    from adapters.backup.restoring import Ready
    from adapters.backup.since import Since


@click.command(
    cls=Command,
    help=N_(
        "Put back what faden backup has written, also on another kind of database.\n\n"
        "Faden must not be running. What is there is replaced only if it is an earlier "
        "state of the same log, or with --force. What was erased there since is "
        "erased again at once, and links that were ended stay ended. --check puts it "
        "together beside, compares everything as faden audit fsck does, and throws it "
        "away: a drill that changes nothing."
    ),
)
@click.argument("file", metavar="FILE")
@click.option(
    "--force", is_flag=True, help=N_("Replace what is there, whatever it is.")
)
@click.option(
    "--check", is_flag=True, help=N_("Only try whether it could be put back.")
)
@data
@click.pass_obj
def restore(
    call: Call, *, file: str, force: bool, check: bool, data: str | None
) -> int:
    """Put it back, or try."""
    from_ = call.cwd / file
    with _blaming(call, from_):
        if check:
            return _tried(call, from_)
        _restored(call, from_, data, force=force)
    return 0


def _restored(call: Call, file: Path, data: str | None, *, force: bool) -> None:
    from adapters.clock import system_clock
    from adapters.store import shown

    folder = call.folder(data)
    where = shown(call.server) if call.server else folder
    with _ready(call, file, folder) as ready:
        if ready.is_older and not force:
            raise _refused(ready, where)
        refused = ready.place(call.clock or system_clock)
    made = datetime.fromisoformat(ready.head.made)
    call.say(
        call.words(
            N_(
                "{where} is as it was on {day} (UTC), up to entry {entries}. Views are "
                "built at the next start, and everybody signs in anew; tokens of other "
                "software and addresses of calendars are to be made anew, too. Please "
                "check it with faden audit fsck."
            ),
            where=where,
            day=f"{made.astimezone(UTC):%d.%m.%Y %H:%M}",
            entries=ready.head.entries,
        )
    )
    _tell_of_erased(call, ready, refused)
    _tell_of_ended(call, ready)
    key = key_place(call, folder).file
    if not key.exists():
        sentence = N_(
            "The key of the log is missing: {key}. If the log was signed, please put "
            "it back there before you start Faden."
        )
        call.say(call.words(sentence, key=key))


@contextmanager
def _ready(call: Call, file: Path, folder: Path) -> Iterator[Ready]:
    from adapters.backup.restoring import into_folder, into_server
    from adapters.unopened import StoreError, StoreInUseError

    tell = _teller(call, file)
    server = call.server
    try:
        with (
            into_server(server, file, tell)
            if server
            else into_folder(folder, file, tell)
        ) as ready:
            yield ready
    except StoreInUseError as error:
        sentence = N_(
            "{where} is open in a running Faden. Please stop it (all of its "
            "processes), and give the same command again."
        )
        raise Trouble(sentence, where=error.where) from error
    except StoreError as error:
        raise of_store(error) from error


def _teller(call: Call, file: Path) -> Callable[[int], None]:
    from adapters.backup.reading import head

    entries = head(file).entries

    def tell(done: int) -> None:
        bar(call, call.words(N_("Backup")), done, entries)

    return tell


def _refused(ready: Ready, where: Path | str) -> Trouble:
    if ready.there is None:
        return Trouble(
            N_(
                "What lies in {where} cannot be read. Please keep a copy of it, then "
                "add --force to replace it."
            ),
            where=where,
        )
    return Trouble(
        N_(
            "{where} holds {there} entries, {lost} of which are not in this backup, "
            "and what was written there since would be lost. If that is meant, please "
            "keep it with faden backup first, then add --force."
        ),
        where=where,
        there=ready.there,
        lost=ready.lost,
    )


def _tell_of_erased(call: Call, ready: Ready, refused: Sequence[Since]) -> None:
    if ready.erased:
        sentence = N_("Erased again: what {count} later entries had let go.")
        call.say(call.words(sentence, count=len(ready.erased) - len(refused)))
    for one in refused:
        sentence = N_("Could not be erased again, please do so: {stream}.")
        call.say(call.words(sentence, stream=one.stream))
    if ready.common == 0:
        sentence = N_(
            "What was erased after that day is back: this file cannot know of it. "
            "Please erase it again by your own list (faden audit deletions)."
        )
        call.say(call.words(sentence))
    elif ready.is_parted:
        sentence = N_(
            "What lay there and this backup begin alike and part behind entry "
            "{common}; since then each of them went on in its own way. What was "
            "erased in an entry that neither of them holds may be back. Please "
            "compare with your own list of deletions, and erase it again."
        )
        call.say(call.words(sentence, common=ready.common))


def _tell_of_ended(call: Call, ready: Ready) -> None:
    if ready.ended:
        sentence = N_(
            "Stay ended: {count} links of people to Slack, a mail address or a "
            "provider of identities that held no longer in what was replaced."
        )
        call.say(call.words(sentence, count=len(ready.ended)))
    if ready.common == 0:
        sentence = N_(
            "Links of people to Slack, mail addresses and providers of identities "
            "hold again as they did on that day, those too that were ended since: "
            "this file cannot know of it. Please end them again."
        )
        call.say(call.words(sentence))


def _tried(call: Call, file: Path) -> int:
    """Put it together in a folder of its own, compare, and throw it away."""
    from tempfile import TemporaryDirectory

    from adapters.cli.auditing import DIFFERENT, Report, differences, lines
    from adapters.clock import system_clock

    beside = replace(call, environment={})  # in a folder, wherever the region lies
    with TemporaryDirectory(prefix="faden-") as name:
        folder = Path(name)
        with _ready(beside, file, folder) as ready:
            ready.place(call.clock or system_clock)
        report = Report()
        report.take(differences(beside, name))
        for line in lines(call, file, report):
            call.say(line)
    if report.counts:
        return DIFFERENT
    sentence = N_("{file} can be put back: all of its {entries} entries fit together.")
    call.say(call.words(sentence, file=file, entries=ready.head.entries))
    return 0


@contextmanager
def _blaming(call: Call, file: Path) -> Iterator[None]:
    """Put into words what is wrong with the file."""
    from adapters.backup.form import BackupDamagedError, BackupNewerError

    try:
        yield
    except BackupNewerError as error:
        sentence = N_(
            "{file} was written by a newer version of Faden. Please update Faden first."
        )
        raise Trouble(sentence, file=file) from error
    except BackupDamagedError as error:
        sentence = N_(
            "{file} is no sound backup ({reason}). Nothing was changed. Please take "
            "another one."
        )
        reason = call.words(error.sentence, **error.facts)
        raise Trouble(sentence, file=file, reason=reason) from error
