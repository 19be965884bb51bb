"""Deletions: lines of the register, in words (*Löschverzeichnis*)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from bots.chronicle.erasing import field, ground
from bots.locale import N_
from bots.speech import Speech
from core.catalogue import noun_of
from projections.erasures import ErasureRow, ExportRow

_SENTENCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "offered": N_(
            "{day}, entry {entry}: text {field} of entry {leaf} offered to the archive"
        ),
        "taken": N_("{day}, entry {entry}: the archive took text {field} of {leaf}"),
        "declined": N_(
            "{day}, entry {entry}: the archive does not want text {field} of {leaf}"
        ),
        "erased": N_("{day}, entry {entry}: text {field} of entry {leaf} erased"),
        "replaced": N_("{day}, entry {entry}: text {field} of entry {leaf} reworded"),
        "forgotten": N_("{day}, entry {entry}: person {person} forgotten"),
    }
)


_COMING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "held": N_("{day}: {texts} would go and are held back"),
        "kept": N_("kept longer up to {day}, whatever its period"),
        "offer": N_("{day}: {texts} are offered to the archive"),
        "awaited": N_("by {day} the archive answers about {texts}"),
        "overdue": N_("the archive should have answered by {day} about {texts}"),
        "go": N_("{day}: {texts} go for good"),
    }
)
_KEPT: Final = N_("kept longer until that is lifted, whatever its period")
_CUT: Final = N_("{count} older lines are not shown; --json shows all of them.")
_AGES: Final = N_("Backups and copies of the log may hold it until {day}.")
_AGED: Final = N_("Since {day} no backup holds it any more.")
_AIDS: Final = N_("Digests, reminders and personal settings")


def coming(stage: str, item: str, on: date | None, texts: int, speech: Speech) -> str:
    """Say what happens to the texts of an item, a stream, and when."""
    ngettext = speech.many  # by this name the words are collected
    many = ngettext("one text", "{count} texts", texts)
    if on is None:
        said = speech.translate(_KEPT)
    else:
        said = speech.words(_COMING[stage], day=on, texts=many)
    named = reference(item) if item else speech.translate(_AIDS)
    return f"{named}: {said}"


def reference(stream: str) -> str:
    """Return how people name the item with that stream: ``B7``, ``forum:wasser``."""
    noun, _, ref = stream.partition(":")
    return ref if noun_of(ref) == noun else stream


def cut(count: int, speech: Speech) -> str:
    """Say that so many lines are left out."""
    return speech.words(_CUT, count=count)


def line(row: ErasureRow, backup_days: int, speech: Speech) -> str:
    """Say what went, and why, and how long backups may hold it."""
    said = speech.words(
        _SENTENCES[row.what],
        day=row.recorded_at.date(),
        entry=row.entry,
        leaf=row.leaf,
        field=field(row.field, speech),
        person=row.person or "",
    )
    if row.item is not None:
        said = f"{reference(row.item)}: {said}"
    if row.ground is None:
        return said
    aged = row.recorded_at.date() + timedelta(days=backup_days)
    known = _AGES if aged >= speech.today else _AGED
    return f"{said}: {ground(row.ground, speech)}. {speech.words(known, day=aged)}"


def export(row: ExportRow, speech: Speech) -> str:
    """Say which file left, and who has it."""
    return speech.words(
        N_("{day}, entry {entry}: texts up to entry {upto} in a file for {recipient}"),
        day=row.recorded_at.date(),
        entry=row.entry,
        upto=row.upto,
        recipient=row.recipient or "–",
    )
