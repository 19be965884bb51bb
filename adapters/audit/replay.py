"""Replay: how something came about, step by step (*Verlauf Schritt für Schritt*).

Steps come from the log itself, not from a view, each with its proof. Nothing in
them depends on the day of looking: the same entries give the same steps, until a
later checkpoint covers one, or a text or a person is forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from adapters.audit.proving import Held, Proof, Proving, Wording
from bots import chronicle
from bots.locale import N_
from bots.message import Text
from bots.speech import Speech
from core.catalogue import noun_of
from core.checkpoint import Checkpoint
from core.decision import events as decision
from core.facts import OPERATOR
from core.ports import Journal
from projections import history
from projections.steps import Step
from projections.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be shown to whom; ``until`` is the last entry that counts.

    ``ref`` is the number of an item or the id of a forum.
    """

    ref: str
    until: int
    viewer: Viewer
    speech: Speech
    zone: ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A step that is not for the viewer; that it is there is no secret."""

    number: int
    entry: int
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A step in words.

    ``recorded`` is on the region's clocks; ``later`` says that it was recorded on
    another day than the one it counts for. ``wording`` is the version of the text
    of a decision that stood then, 0 for anything else.
    """

    number: int
    entry: int
    ref: str
    recorded: datetime
    effective: date
    later: bool
    function: str
    person: str | None
    on_behalf: str | None
    basis: str | None
    channel: str
    sentence: Text
    wording: int
    proof: Proof


Shown: TypeAlias = Hidden | Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """All steps; ``checkpoint`` is the first that covers them all and holds."""

    ref: str
    steps: Sequence[Shown]
    checkpoint: Checkpoint | None

    @property
    def withheld(self) -> int:
        """How many steps are not for the viewer."""
        return sum(isinstance(step, Hidden) for step in self.steps)

    @property
    def broken(self) -> Sequence[int]:
        """Which entries are not what was written."""
        return [step.entry for step in self.steps if not holds(step.proof)]


def holds(proof: Proof) -> bool:
    """Whether an entry and its texts are what was written, or an entry says why not."""
    wrong = {Wording.OTHER, Wording.UNEXPLAINED}
    return proof.held not in {Held.BROKEN, Held.FORGED} and wrong.isdisjoint(
        proof.texts.values()
    )


def replay(
    journal: Journal, proving: Proving, db: Connection, asked: Asked
) -> Replay | None:
    """Return the steps of an item or a forum; ``None``: nothing there is to be seen.

    ``db`` holds the views of now, which say what belongs to whom.
    """
    noun = noun_of(asked.ref)
    is_item = noun is not None and asked.ref[1:].isdecimal()
    if is_item:
        streams: Sequence[str] = [f"{noun}:{asked.ref}"]
    else:
        streams = history.in_forum(db, asked.ref)
    seen: dict[int, tuple[Step, Text, int]] = {}
    for stream in streams:
        seen |= _of_stream(journal, db, asked, stream)
    if not seen:
        return None
    proofs = proving.of(streams, asked.until)
    steps = [
        _shown(number, entry, seen.get(entry), proofs[entry], asked)
        for number, entry in enumerate(sorted(proofs), 1)
    ]
    last = steps[-1].proof
    proved = last.checkpoint if last.held is not Held.FORGED else None
    return Replay(ref=asked.ref, steps=steps, checkpoint=proved)


def _of_stream(
    journal: Journal, db: Connection, asked: Asked, stream: str
) -> Mapping[int, tuple[Step, Text, int]]:
    """Return what the viewer may see of one stream, by entry."""
    known = [one for one in journal.stream(stream) if one.position <= asked.until]
    versions: dict[int, int] = {}
    wording = 0
    for one in known:
        wording += isinstance(one.event, decision.Drafted | decision.Revised)
        versions[one.position] = wording
    steps = history.seen(db, asked.viewer, stream, known)
    texts = chronicle.steps(steps, asked.speech)
    return {
        step.position: (step, text, versions[step.position])
        for step, text in zip(steps, texts, strict=True)
    }


def _shown(
    number: int,
    entry: int,
    seen: tuple[Step, Text, int] | None,
    proof: Proof,
    asked: Asked,
) -> Shown:
    if seen is None:
        return Hidden(number=number, entry=entry, proof=proof)
    (step, sentence, wording), speech = seen, asked.speech
    recorded = step.recorded_at.astimezone(asked.zone)
    known = asked.viewer.inside and step.actor != OPERATOR
    behalf, basis = step.on_behalf_org, step.basis
    return Told(
        number=number,
        entry=entry,
        ref=step.ref,
        recorded=recorded,
        effective=step.effective_on,
        later=step.effective_on != recorded.date(),
        function=function(step, speech),
        person=speech.person(step.actor) if known else None,
        on_behalf=None if behalf is None else speech.org(behalf),
        basis=None if basis is None else chronicle.basis(basis.value, speech),
        channel=chronicle.channel(step.via.value, speech),
        sentence=sentence,
        wording=wording,
        proof=proof,
    )


def function(step: Step, speech: Speech) -> str:
    """Say in which function, for which organisation, a step was made."""
    if step.actor == OPERATOR:
        return chronicle.who(step, speech).plain
    return speech.words(
        N_("{role}, {org}"),
        role=chronicle.role(step.role, speech),
        org=speech.org(step.org),
    )
