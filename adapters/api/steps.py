"""Steps: one entry of the log as it goes out, as far as its reader may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from core.facts import Basis
from core.ports import Circle, Via
from projections.steps import Plain, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOut:
    """One entry.

    ``facts`` are its plain fields, ``texts`` what people typed; of a text that was
    erased (``null``) ``erased`` names the entry that says so.
    """

    position: int
    ref: str
    version: int
    kind: str
    facts: Mapping[str, Plain]
    texts: Mapping[str, str | None]
    erased: Mapping[str, int]
    recorded_at: datetime
    effective_on: date
    actor: str
    org: str
    role: str
    on_behalf_org: str | None
    basis: Basis | None
    via: Via
    circle: Circle


def out(step: Step) -> EntryOut:
    """Return ``step`` without what is ours alone."""
    return EntryOut(
        position=step.position,
        ref=step.ref,
        version=step.version,
        kind=step.kind,
        facts=step.facts,
        texts=step.texts,
        erased={where: gone.entry for where, gone in step.gone.items()},
        recorded_at=step.recorded_at,
        effective_on=step.effective_on,
        actor=step.actor,
        org=step.org,
        role=step.role,
        on_behalf_org=step.on_behalf_org,
        basis=step.basis,
        via=step.via,
        circle=step.circle,
    )
