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
from adapters.cli.recorded import opened, place
from adapters.cli.types import as_json, data

if TYPE_CHECKING:
    from adapters.audit.difference import Difference, What
    from adapters.audit.fsck import Part

SOUND: Final = 0
DIFFERENT: Final = 2  # source: audit.md, "Bundle and verifier": invalid
_KEPT: Final = 100  # differences of one sort that are told; the rest are counted


@click.group(
    cls=Group,
    lazy={
        **dict.fromkeys(("bundle", "verify"), "bundles"),
        **dict.fromkeys(("checkpoint", "proof"), "checkpoints"),
        **dict.fromkeys(("witness", "cosign", "appoint"), "witnessing"),
        "rotate": "rotating",
        "replay": "replaying",
        "diff": "comparing",
        "list": "examining",
        "procedure": "describing",
        **dict.fromkeys(("deletions", "offer", "erase"), "erasing"),
        **dict.fromkeys(("hold", "lift", "release"), "retaining"),
    },
    help=N_("Check the record, for auditors and after a restore."),
)
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

    where = place(call, data)
    report = Report()
    report.take(differences(call, data))
    if as_json:
        call.say(told(report.plain()))
    else:
        for line in lines(call, where, report):
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


def differences(call: Call, data: str | None) -> Iterator[Difference]:
    """Yield what differs; raises as ``opened``."""
    from adapters.audit.fsck import fsck as compared
    from adapters.journal.codec import Codec
    from core.catalogue import EVENTS
    from projections.catalogue import VIEWS

    def tell(part: Part, position: int, head: int) -> None:
        bar(call, part.value, position, head)

    with opened(call, data) as source:
        yield from compared(source, Codec(EVENTS), VIEWS, tell)


def lines(call: Call, where: Path | str, report: Report) -> Iterator[str]:
    """Yield what was found in ``where``, and what to do next."""
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
