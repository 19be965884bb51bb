"""Watching: members, reminders, deletions, what auditors look at, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.chronicle import names
from bots.chronicle.erasing import ground
from bots.deletions import reference
from bots.examining import NAMES, Line
from bots.locale import N_
from bots.nudges import listing
from bots.sheets.sheet import Cell, Sheet
from bots.speech import Speech
from projections.erasures import ErasureRow, ExportRow
from projections.examining import Kind
from projections.validity import Held


def members(found: Iterable[tuple[str, str, Sequence[Held]]], speech: Speech) -> Sheet:
    """Return one row per mandate: organisation, its state, who acts for it."""
    _ = speech.translate
    return Sheet(
        title=_(N_("Members and mandates")),
        heads=[
            _(N_("Organisation")),
            _(N_("State")),
            _(N_("Person")),
            _(N_("Function")),
            _(N_("Forums")),
            _(N_("Until")),
        ],
        rows=[
            row for org, path, held in found for row in _member(org, path, held, speech)
        ],
    )


def _member(
    org: str, path: str, held: Sequence[Held], speech: Speech
) -> Iterable[Sequence[Cell]]:
    first = (speech.org(org), names.membership(path, speech))
    every = speech.translate(N_("all"))
    if not held:
        yield (*first, None, None, None, None)
    for one in held:
        forums = ", ".join(map(speech.forum, one.forums)) or every
        role = names.role(one.role, speech)
        yield (*first, speech.person(one.person), role, forums, one.until)


def reminders(
    planned: Iterable[listing.Line], past: Iterable[listing.Line], speech: Speech
) -> Sheet:
    """Return reminders that will come, and those that came or did not."""
    _ = speech.translate
    coming, gone = _(N_("Planned")), _(N_("Sent and held back"))
    return Sheet(
        title=_(N_("Reminders")),
        heads=[
            _(N_("List")),
            _(N_("Item number")),
            _(N_("Organisation")),
            _(N_("Date")),
            _(N_("What")),
        ],
        rows=[
            (name, one.ref, one.org, one.on, one.what)
            for name, lines in ((coming, planned), (gone, past))
            for one in lines
        ],
    )


def deletions(
    gone: Iterable[ErasureRow],
    left: Iterable[ExportRow],
    speech: Speech,
    zone: ZoneInfo,
) -> Sheet:
    """Return what went for good, and which files with texts left."""
    _ = speech.translate
    said: Mapping[str, str] = {
        "offered": _(N_("offered to the archive")),
        "taken": _(N_("taken over by the archive")),
        "declined": _(N_("not wanted by the archive")),
        "erased": _(N_("erased")),
        "replaced": _(N_("reworded")),
        "forgotten": _(N_("person forgotten")),
    }
    rows: list[Sequence[Cell]] = [
        (
            row.entry,
            _local(row.recorded_at, zone),
            said[row.what],
            reference(row.item) if row.item else None,
            row.leaf,
            row.field,
            row.person,
            ground(row.ground, speech) if row.ground else None,
            None,
        )
        for row in gone
    ]
    rows += [
        (
            row.entry,
            _local(row.recorded_at, zone),
            _(N_("handed on")),
            row.item,
            row.upto,
            None,
            None,
            None,
            row.recipient,
        )
        for row in left
    ]
    return Sheet(
        title=_(N_("Register of deletions")),
        heads=[
            _(N_("Entry")),
            _(N_("Recorded at")),
            _(N_("What")),
            _(N_("Item number")),
            _(N_("Of entry")),
            _(N_("Field")),
            _(N_("Person")),
            _(N_("Ground")),
            _(N_("Recipient")),
        ],
        rows=rows,
    )


def examined(kind: Kind, lines: Iterable[Line], speech: Speech) -> Sheet:
    """Return a list of auditors; what is withheld is an entry without words."""
    _ = speech.translate
    return Sheet(
        title=_(NAMES[kind]),
        heads=[
            _(N_("Entry")),
            _(N_("Item number")),
            _(N_("What")),
            _(N_("Who")),
            _(N_("Recorded at")),
            _(N_("Counts for")),
        ],
        rows=[
            (
                line.entry,
                line.ref or None,
                line.sentence.plain if line.sentence else None,
                line.who or None,
                line.recorded and line.recorded.replace(tzinfo=None),
                line.effective,
            )
            for line in lines
        ],
    )


def stuck(
    lines: Iterable[tuple[str, str, datetime, str, str, str]], speech: Speech
) -> Sheet:
    """Return what was left lying: number, what, since when, how it stands, cause."""
    _ = speech.translate
    return Sheet(
        title=_(N_("Left lying")),
        heads=[
            _(N_("Item number")),
            _(N_("What")),
            _(N_("since")),
            _(N_("State")),
            _(N_("Cause")),
            _(N_("What to do")),
        ],
        rows=[
            (number, what, since.replace(tzinfo=None), state, cause, why or None)
            for number, what, since, state, cause, why in lines
        ],
    )


def _local(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None)
