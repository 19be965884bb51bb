"""Call: one call of the command line and where its words go (*Aufruf*)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from adapters.audit.signing import Place
    from adapters.main import Faden
    from adapters.settings import Server
    from core.ports import Clock

_LANGUAGE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first one set counts


class ElsewhereError(Exception):
    """The folder is served by another process, which has to run the command."""

    def __init__(self, folder: Path) -> None:
        """Keep which folder."""
        super().__init__(str(folder))
        self.folder = folder


@dataclass(kw_only=True)
class Call:
    """What a command knows of its surroundings.

    ``faden`` is set where the store is open already: inside the serving process.
    ``folder`` is the data folder if none is named; ``cwd`` is where the caller is.
    """

    language: str
    cwd: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    stdin: TextIO = sys.stdin
    out: TextIO = sys.stdout
    err: TextIO = sys.stderr
    faden: Faden | None = None
    address: str | None = None  # of the page, where one is served
    clock: Clock | None = None
    terminal: bool = False  # somebody sits there: ask for lines, show progress
    arguments: tuple[str, ...] = ()

    @classmethod
    def of_process(cls) -> Call:
        """Return the call that started this process."""
        return cls(
            language=language(os.environ),
            cwd=Path.cwd(),
            environment=os.environ,
            stdin=sys.stdin,
            out=sys.stdout,
            err=sys.stderr,
            terminal=sys.stdin is not None and sys.stdin.isatty(),
        )

    def say(self, text: str) -> None:
        """Print a line."""
        print(text, file=self.out, flush=True)

    def warn(self, text: str) -> None:
        """Print a line beside the data: errors, notes, progress."""
        print(text, file=self.err, flush=True)

    def words(self, sentence: str, /, **facts: object) -> str:
        """Return ``sentence`` in the caller's language, with ``facts`` in it."""
        from bots.locale import catalogue

        told = catalogue(self.language).gettext(sentence)
        return told.format(**facts) if facts else told

    def folder(self, named: str | None) -> Path:
        """Return the data folder: the one that is open, ``named``, or the usual one."""
        from adapters.settings import data_folder

        if self.faden is not None:
            return self.faden.store.folder
        if named:
            return self.cwd / named
        return self.cwd / data_folder(self.environment)

    @property
    def server(self) -> Server | None:
        """The server that holds the region; ``None``: its folder does."""
        from adapters.settings import server

        return server(self.environment)

    @contextmanager
    def opened(self, named: str | None, *, new: bool = False) -> Iterator[Faden]:
        """Open the store, or use the one that is open.

        ``new`` says that the folder may be empty; else it must hold a region.

        Raises:
            ElsewhereError: another process has it open.
            StoreError: it cannot be opened.
            Trouble: there is no region in it.
        """
        if self.faden is not None:
            with worded(self, self.faden):
                yield self.faden
            return
        from adapters.cli.trouble import not_founded
        from adapters.store import shown

        folder, server = self.folder(named), self.server
        if not new and server is None and not (folder / "faden.db").exists():
            raise not_founded(folder)
        faden = _open(self, folder, server)
        try:
            if not new and not founded(faden):
                raise not_founded(folder if server is None else shown(server))
            with worded(self, faden):
                yield faden
        finally:
            faden.close()


def _open(call: Call, folder: Path, server: Server | None) -> Faden:
    from adapters.cli.progress import await_views
    from adapters.clock import system_clock
    from adapters.main import Faden
    from adapters.settings import backup_days
    from adapters.unopened import StoreInUseError

    log_beside()
    days = backup_days(call.environment)
    clock, key = call.clock or system_clock, key_place(call, folder)
    try:
        faden = Faden.open(
            folder, server=server, clock=clock, key=key, backup_days=days
        )
    except StoreInUseError as error:
        raise ElsewhereError(folder) from error
    await_views(call, faden)
    return faden


def key_place(call: Call, folder: Path) -> Place:
    """Return where the key of the log lies, and what the log is called."""
    from adapters.audit.signing import Place
    from adapters.settings import log_key, origin

    file = log_key(call.environment, folder)
    return Place(call.cwd / file, origin(call.environment))


def log_beside() -> None:
    """Let the program's log go beside the data, so that JSON stays JSON."""
    from adapters import logs

    logs.configure()


@contextmanager
def worded(call: Call, faden: Faden) -> Iterator[None]:
    """Put a refusal into words while the names of the region are at hand."""
    from adapters.cli.trouble import Trouble
    from core.errors import Refusal

    try:
        yield
    except Refusal as refusal:
        from bots.refusals import explain

        sentence = explain(refusal, faden.speech(None, call.language)).plain
        raise Trouble("{sentence}", sentence=sentence) from refusal


def founded(faden: Faden) -> bool:
    """Whether there is a region in the store."""
    return faden.store.journal.head() > 0  # it begins with a region, whatever views say


def language(environment: Mapping[str, str]) -> str:
    """Return the language of the caller's terminal: German or English."""
    spoken = next((environment[n] for n in _LANGUAGE if environment.get(n)), "")
    return "de" if spoken.lower().startswith("de") else "en"
