"""Deletions: lines of the register, in words (*Löschverzeichnis*)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bots.chronicle.erasing import ground
from bots.locale import N_
from bots.speech import Speech
from projections.erasures import ErasureRow, ExportRow

_SENTENCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "offered": N_(
            "{day}, entry {entry}: text {field} of entry {leaf} offered to the archive"
        ),
        "erased": N_("{day}, entry {entry}: text {field} of entry {leaf} erased"),
        "replaced": N_("{day}, entry {entry}: text {field} of entry {leaf} reworded"),
        "forgotten": N_("{day}, entry {entry}: person {person} forgotten"),
    }
)


def line(row: ErasureRow, speech: Speech) -> str:
    """Say what went, and why."""
    said = speech.words(
        _SENTENCES[row.what],
        day=row.recorded_at.date(),
        entry=row.entry,
        leaf=row.leaf,
        field=row.field,
        person=row.person or "",
    )
    return said if row.ground is None else f"{said}: {ground(row.ground, speech)}"


def export(row: ExportRow, speech: Speech) -> str:
    """Say which file left, and who has it."""
    return speech.words(
        N_("{day}, entry {entry}: texts up to entry {upto} in a file for {recipient}"),
        day=row.recorded_at.date(),
        entry=row.entry,
        upto=row.upto,
        recipient=row.recipient or "–",
    )
