"""The record: search, history, comparison, proofs and lists of auditors (*Akte*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final
from zoneinfo import ZoneInfo

from pydantic import Field

from adapters.api.operation import (
    Digits,
    Id,
    Limit,
    Listed,
    Nothing,
    Reading,
    Stand,
    Then,
    query,
)
from adapters.api.steps import EntryOut, out
from adapters.asof import as_of
from adapters.audit.checkpoints import latest
from adapters.audit.proving import Held, Wording
from adapters.comparing import compare
from adapters.office.api_tokens import Scope
from core.catalogue import DECIDERS, noun_of
from projections import deletions, erasures, examining, history, nudges, search
from projections.comparing import Change
from projections.comparing import Scope as Within
from projections.erasures import ErasureRow, ExportRow
from projections.examining import Kind
from projections.nudges import Reminded
from projections.search import Hit

_NOUNS: Final = "|".join(sorted(DECIDERS))
Stream = Annotated[
    str,
    Field(pattern=f"^([ZIFB][1-9][0-9]{{0,8}}|({_NOUNS}):[A-Za-z0-9_.-]{{1,60}})$"),
]


class Words(Then):
    """Which words, and of what."""

    q: Annotated[str, Field(min_length=1, max_length=200)]
    limit: Limit = 30


class OneStream(Then):
    """An item by its number, or anything else as ``noun:id``."""

    stream: Stream


class Between(Nothing):
    """Two states, each a day or the number of an entry; of all or of some."""

    old: Stand
    new: Stand
    forum: Id | None = None
    org: Id | None = None


class OneList(Nothing):
    """Which list, and behind which entry."""

    kind: Annotated[Kind, Field(description="What is listed.")]
    limit: Limit = 50
    before: Digits | None = None


class Newest(Nothing):
    """How many, the newest first."""

    limit: Limit = 50


class OfItem(Newest):
    """About which item."""

    ref: Annotated[str, Field(pattern="^[ZIFB][1-9][0-9]{0,8}$")] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What became of all items between two entries; ``holds``: one log continues."""

    old: int
    new: int
    old_root: str
    new_root: str
    proof: Sequence[str]
    holds: bool
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOut:
    """What is known of one entry; ``hashes`` (hex) lead to the root of ``size``."""

    position: int
    held: Held
    size: int | None
    root: str | None
    hashes: Sequence[str]
    texts: Mapping[str, Wording]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointOut:
    """What was signed of the first ``size`` entries; ``note`` is the signed text."""

    origin: str
    size: int
    root: str
    note: str


@query("/search", "record", Hit, listed=True)
def find(at: Reading, asked: Words) -> Listed:
    """List the items in which most of some words stand, the best first."""
    return Listed(search.find(at.db, at.viewer, asked.q, asked.limit))


@query("/history/{stream}", "record", EntryOut, listed=True)
def list_history(at: Reading, asked: OneStream) -> Listed | None:
    """List what happened to one item, oldest first."""
    steps = history.of(at.db, at.viewer, asked.stream)
    return Listed([out(step) for step in steps]) if steps else None


@query(
    "/proofs/{stream}", "record", ProofOut, listed=True, scope=Scope.AUDIT, lasts=False
)
def list_proofs(at: Reading, asked: OneStream) -> Listed | None:
    """List of each entry of an item whether it is what was signed, with its proof."""
    steps = {step.position for step in history.of(at.db, at.viewer, asked.stream)}
    if not steps:
        return None
    until = at.position or at.faden.store.journal.head()
    named = asked.stream
    stream = named if ":" in named else f"{noun_of(named)}:{named}"
    proofs = at.faden.proving.of([stream], until)
    return Listed(
        [
            ProofOut(
                position=position,
                held=proof.held,
                size=proof.checkpoint.size if proof.checkpoint else None,
                root=proof.checkpoint.root.hex() if proof.checkpoint else None,
                hashes=[one.hex() for one in proof.hashes],
                texts=proof.texts,
            )
            for position, proof in sorted(proofs.items())
            if position in steps
        ]
    )


@query("/comparison", "record", Compared, lasts=False)
def get_comparison(at: Reading, asked: Between) -> Compared:
    """Return what changed between two states, with the proof that one continues."""
    old, new = (as_of(at.faden, one) for one in (asked.old, asked.new))
    scope = Within(forum=asked.forum, org=asked.org)
    found = compare(at.faden, at.viewer, old, new, scope)
    held = found.continued
    return Compared(
        old=found.old.position,
        new=found.new.position,
        old_root=held.before.root.hex(),
        new_root=held.after.root.hex(),
        proof=[one.hex() for one in held.hashes],
        holds=held.holds,
        changes=found.changes,
    )


@query("/checkpoints", "record", CheckpointOut, listed=True, scope=None, lasts=False)
def list_checkpoints(at: Reading, asked: Newest) -> Listed:
    """List what was signed of the log, the newest first; for everybody."""
    with at.faden.store.reading() as db:
        found = latest(db, asked.limit)
    return Listed(
        [
            CheckpointOut(
                origin=one.checkpoint.origin,
                size=one.checkpoint.size,
                root=one.checkpoint.root.hex(),
                note=one.note.written(),
            )
            for one in found
        ]
    )


@query("/examination/{kind}", "record", EntryOut, listed=True, scope=Scope.AUDIT)
def list_examination(at: Reading, asked: OneList) -> Listed | None:
    """List the entries an auditor looks at first; those not for you are left out."""
    if not (at.viewer.coordinates or at.viewer.audits):
        return None
    zone = at.zone if isinstance(at.zone, ZoneInfo) else ZoneInfo("UTC")
    found = examining.listing(
        at.db, at.viewer, asked.kind, zone, asked.limit, asked.before
    )
    rows = [out(one.steps[-1]) for one in found.rows if one.steps]
    return Listed(rows, found.next)


@query("/erasures", "record", ErasureRow, listed=True, scope=Scope.AUDIT)
def list_erasures(at: Reading, asked: Newest) -> Listed:
    """List what was erased and why; for coordination and auditors."""
    return Listed(deletions.register(at.db, at.viewer, asked.limit))


@query("/exports", "record", ExportRow, listed=True, scope=Scope.AUDIT)
def list_exports(at: Reading, asked: Newest) -> Listed:
    """List which files with texts left; for coordination and auditors."""
    return Listed(erasures.exports(at.db, at.viewer, asked.limit))


@query("/nudges", "record", Reminded, listed=True)
def list_nudges(at: Reading, asked: OfItem) -> Listed:
    """List what was said unasked and what was held back, the newest first."""
    return Listed(nudges.log(at.db, at.viewer, asked.limit, asked.ref))
