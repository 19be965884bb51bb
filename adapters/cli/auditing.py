"""``faden audit``: whether what is stored is still what was written (*Prüfung*)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command, Group
from adapters.cli.marks import N_
from adapters.cli.progress import bar
from adapters.cli.trouble import Trouble, not_founded, of_store
from adapters.cli.types import as_json, data
from adapters.settings import Server

if TYPE_CHECKING:
    from adapters.audit.difference import Difference, What
    from adapters.audit.fsck import Part

SOUND: Final = 0
DIFFERENT: Final = 2  # source: audit.md, "Bundle and verifier": invalid
_KEPT: Final = 100  # differences of one sort that are told; the rest are counted


@click.group(cls=Group, help=N_("Check the record, for auditors and after a restore."))
def audit() -> None:
    """Hold the commands of auditors."""


@audit.command(
    cls=Command,
    help=N_(
        "Compare the log with its hashes, the vault and the views.\n\n"
        "Nothing is changed; a server may go on meanwhile, and a copy of a folder can "
        "be checked as well. Where all fits nothing is printed. Exit code 0: all fits, "
        "1: the folder could not be checked, 2: something differs."
    ),
)
@as_json
@data
@click.pass_obj
def fsck(call: Call, *, as_json: bool, data: str | None) -> int:
    """Compare, and tell what differs."""
    from adapters.cli.printing import told

    where: Path | str = call.folder(data)
    if call.server is not None:
        where = _checked(call.server)
    elif not (call.folder(data) / "faden.db").is_file():
        raise not_founded(where)
    report = Report()
    report.take(_differences(call, where))
    if as_json:
        call.say(told(report.plain()))
    else:
        for line in _lines(call, where, report):
            call.say(line)
    return DIFFERENT if report.counts else SOUND


@dataclass
class Report:
    """What was found; of one sort so much as anybody reads."""

    counts: Counter[What] = field(default_factory=Counter)
    kept: list[Difference] = field(default_factory=list)

    def take(self, differences: Iterable[Difference]) -> None:
        """Count them, and keep some."""
        for difference in differences:
            self.counts[difference.what] += 1
            if self.counts[difference.what] <= _KEPT:
                self.kept.append(difference)

    def plain(self) -> dict[str, object]:
        """Return what a program reads."""
        return {
            "counts": {what.value: count for what, count in self.counts.items()},
            "differences": [{"what": one.what.value, **one.facts} for one in self.kept],
        }


def _checked(server: Server) -> str:
    """Return the address of a server that holds a region.

    Raises:
        Trouble: it does not, or cannot be read.
    """
    import sqlalchemy as sa

    from adapters.audit.entries import head
    from adapters.audit.source import of_server
    from adapters.store import shown
    from adapters.unopened import of_postgres

    try:
        with of_server(server) as source:
            head(source.log)
    except sa.exc.ProgrammingError as error:  # there are no such tables
        raise not_founded(shown(server)) from error
    except sa.exc.DBAPIError as error:
        found = of_postgres(shown(server), error)
        if found is None:
            raise
        raise of_store(found) from error
    return shown(server)


def _differences(call: Call, where: Path | str) -> Iterator[Difference]:
    from adapters.audit.fsck import fsck as differences
    from adapters.audit.source import MovedError, of_folder, of_server
    from adapters.journal.codec import Codec
    from core.catalogue import EVENTS
    from projections.catalogue import VIEWS

    def tell(part: Part, position: int, head: int) -> None:
        bar(call, part.value, position, head)

    try:
        opened = of_server(call.server) if call.server else None
        with opened or of_folder(Path(where)) as source:
            yield from differences(source, Codec(EVENTS), VIEWS, tell)
    except MovedError as error:
        raise Trouble(
            N_(
                "{folder} was opened by another process while it was read, so nothing "
                "can be said for sure. Please run this once more."
            ),
            folder=where,
        ) from error


def _lines(call: Call, where: Path | str, report: Report) -> Iterator[str]:
    from adapters.audit.difference import OF_VIEWS
    from adapters.cli.differences import MORE, NEXT_LOG, NEXT_VIEWS, SENTENCES

    for difference in report.kept:
        yield call.words(SENTENCES[difference.what], **difference.facts)
    many = sum(report.counts.values()) - len(report.kept)
    if many:
        yield call.words(MORE, many=many)
    if report.counts.keys() - OF_VIEWS:
        yield call.words(NEXT_LOG, folder=where)
    elif report.counts:
        yield call.words(NEXT_VIEWS)
