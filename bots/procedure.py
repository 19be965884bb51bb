"""Procedure: what is recorded, kind by kind, taken from the code (*Verfahren*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final, get_args, get_type_hints

from bots.chronicle import SENTENCES
from bots.chronicle.ids import IDS
from bots.locale import N_
from bots.speech import Speech
from core.catalogue import EVENTS
from core.event import Event
from core.retention import YEARS, Retention, class_of
from core.sealed import Sealed

_PERSONS: Final = {name for name, known in IDS.items() if known is Speech.person}
HELD: Final = {
    "sealed": N_("text, sealed: it lies in the vault and can be erased"),
    "person": N_("a person, by an id that means something in the vault only"),
    "plain": N_("plain, in the log for good"),
    "event": N_("the entry that waits for confirmation, with its own fields"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an event; ``held`` is one of ``HELD``."""

    name: str
    type: str
    held: str


VERSION: Final = N_("Version {version} of its fields; older ones are read as this one.")
PERSONAL: Final = {
    True: N_("Personal: it holds a text or names a person."),
    False: N_("Not personal: it holds no text and names no person."),
}
LASTS: Final = N_("Its texts, the link to its message included: {kept}.")
KEPT: Final = {
    Retention.RECORD: N_(
        "record: {years} years from the last entry of its item, never while it binds; "
        "then offered to the archive (§ 4 HArchivG)"
    ),
    Retention.AID: N_("aid: {years} year from the day it was entered"),
    Retention.PERSONAL: N_("of one person: {years} year, and while it still counts"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: its stored name, what it says, what it holds.

    ``version`` tells which form of its fields this is; older ones are read as this
    one. ``kept`` says how long its texts are kept, ``personal`` whether it holds any,
    or names a person.
    """

    kind: str
    sentence: str
    version: int
    personal: bool
    kept: str
    fields: Sequence[Field]


def kinds(speech: Speech) -> Sequence[Kind]:
    """Return every kind that may be recorded, in the order of the catalogue."""
    return [kind(event, speech) for event in EVENTS]


def kind(event: type[Event], speech: Speech) -> Kind:
    """Return what is to be known of one kind.

    Raises:
        KeyError: nobody said yet what it tells, or how long its texts are kept.
    """
    held = list(_fields(event, ""))
    retention = class_of(event.KIND)
    if retention is None:
        raise KeyError(event.KIND)
    return Kind(
        kind=event.KIND,
        sentence=speech.translate(SENTENCES[event]),
        version=int(event.KIND.rpartition(".v")[2]),
        personal=any(one.held != "plain" for one in held),
        kept=speech.words(KEPT[retention], years=YEARS[retention]),
        fields=held,
    )


def _fields(owner: type[Any], within: str) -> Iterator[Field]:
    hints = get_type_hints(owner)
    for part in fields(owner):
        hint, name = hints[part.name], within + part.name
        within_it = _parts(hint)
        inner = [one for one in within_it if is_dataclass(one)]
        events = [one for one in within_it if issubclass(one, Event)]
        if Sealed in within_it:
            yield Field(name, "Text", "sealed")
        elif events:
            yield Field(name, "", "event")
        elif inner:
            for one in inner:
                yield from _fields(one, f"{name}.")
        else:
            asked = part.name == "holder" and "contest_until" in hints
            held = "person" if asked or part.name in _PERSONS else "plain"
            yield Field(name, _named(hint), held)


def _parts(hint: object) -> list[type[Any]]:
    """Return the types that a field may hold, without what they lie in."""
    if isinstance(hint, type) and not get_args(hint):
        return [hint]
    return [part for one in get_args(hint) for part in _parts(one)]


def _named(hint: object) -> str:
    names = {one.__name__ for one in _parts(hint)}
    return ", ".join(sorted(names - {"NoneType"}))
