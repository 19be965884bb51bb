"""Text: what became of the texts of one entry (German: *Löschung*).

::

    Kept --Offered, Released--> Kept --Erased, Replaced--> Kept

One stream per entry of the log, ``text:80``. Each of its texts goes its own way:
there, offered to the archive (*angeboten*), released by it (*freigegeben*), then gone
or said otherwise. What goes because its period is over needs the release; what a
person may demand needs the offer alone (Art. 17 DSGVO). What was said instead stands
in an entry of its own and can be erased like any other.
Source: ``audit.md``, "Erasure".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias, assert_never

from core.authority import coordinating
from core.decider import Decider
from core.errors import Code, Refusal
from core.facts import Facts
from core.grounds import UNOFFERED, Ground
from core.retention import Retention, class_of, offered_first
from core.sealed import Sealed
from core.text.events import Erased, Happening, Offered, Released, Replaced
from core.texts import checked

_ANSWER: Final = "said"  # the field of answers to an ask, whose form was asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Note that the archive was offered a text (§ 4 HArchivG)."""

    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Note that the archive lets a text go, having ``taken`` it over or not."""

    field: str
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Erase:
    """Let a text go, for good."""

    field: str
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """Let a text go, for good, and say this in its place."""

    field: str
    ground: Ground
    text: Sealed


Command: TypeAlias = Offer | Release | Erase | Replace


@dataclass(frozen=True, slots=True)
class Kept:
    """What the archive was offered and released, and what is gone."""

    offered: frozenset[str] = frozenset()
    released: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


State: TypeAlias = Kept


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``NO_SUCH_ENTRY``, ``NO_SUCH_TEXT``,
            ``ERASED_ALREADY``, ``OFFER_FIRST``, ``NO_FREE_TEXT``, what is wrong
            with a new text, or why a period is not over: ``STILL_BINDS``,
            ``STILL_KEPT``, ``HELD_BACK``, ``RELEASE_FIRST``.
    """
    coordinating(facts)
    entry = _entry(command.field, state, facts)
    match command:
        case Offer(field=field):
            offered = field in state.offered
            return [] if offered else [Offered(leaf=entry, field=field)]
        case Release(field=field, taken=taken):
            _offered(field, state, facts)
            known = field in state.released
            return [] if known else [Released(leaf=entry, field=field, taken=taken)]
        case Erase(field=field, ground=ground):
            if ground not in UNOFFERED:
                _offered(field, state, facts)
            if ground is Ground.PERIOD_OVER:
                _over(field, state, facts)
            return [Erased(leaf=entry, field=field, ground=ground)]
        case Replace(field=field, ground=ground, text=text):
            _free(field, facts)
            said = checked(text)
            return [Replaced(leaf=entry, field=field, ground=ground, text=said)]
        case _:
            assert_never(command)


def _entry(field: str, state: State, facts: Facts) -> int:
    """Return the entry whose text is meant, which must still be there."""
    entry = facts.entry
    if entry is None:
        raise Refusal(Code.NO_SUCH_ENTRY, entry=facts.ref)
    if field not in entry.fields:
        known = tuple(sorted(entry.fields))
        raise Refusal(
            Code.NO_SUCH_TEXT, entry=entry.position, field=field, fields=known
        )
    if field in state.gone:
        raise Refusal(Code.ERASED_ALREADY, entry=entry.position, field=field)
    return entry.position


def _offered(field: str, state: State, facts: Facts) -> None:
    entry = facts.entry
    if entry and offered_first(entry.kind) and field not in state.offered:
        raise Refusal(Code.OFFER_FIRST, entry=entry.position, field=field)


def _over(field: str, state: State, facts: Facts) -> None:
    """Refuse while anything keeps the text; see ``core/keeping.py``."""
    entry, kept = facts.entry, facts.keeping
    if entry is None:
        return
    if kept is None or kept.until is None:
        raise Refusal(Code.STILL_BINDS, entry=entry.position)
    if facts.today <= kept.until:
        raise Refusal(Code.STILL_KEPT, entry=entry.position, until=kept.until)
    if kept.held:
        raise Refusal(Code.HELD_BACK, entry=entry.position, item=kept.item)
    if offered_first(entry.kind) and field not in state.released:
        raise Refusal(Code.RELEASE_FIRST, entry=entry.position, field=field)


def _free(field: str, facts: Facts) -> None:
    """Refuse other words where a form is read: days, persons, numbers, messages."""
    entry = facts.entry
    formed = field.rpartition(".")[2] == _ANSWER
    if entry is not None and (formed or class_of(entry.kind) is not Retention.RECORD):
        raise Refusal(Code.NO_FREE_TEXT, entry=entry.position, field=field)


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    match event:
        case Offered(field=field):
            return replace(state, offered=state.offered | {field})
        case Released(field=field):
            return replace(state, released=state.released | {field})
        case Erased(field=field) | Replaced(field=field):
            return replace(state, gone=state.gone | {field})
        case _:
            assert_never(event)


TEXT: Final[Decider[Command, State, Happening]] = Decider(Kept(), decide, evolve)

__all__ = [
    "TEXT",
    "Command",
    "Erase",
    "Erased",
    "Happening",
    "Kept",
    "Offer",
    "Offered",
    "Release",
    "Released",
    "Replace",
    "Replaced",
    "State",
    "decide",
    "evolve",
]
