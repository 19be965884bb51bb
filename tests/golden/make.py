"""Make: add a golden record for every kind that has none yet."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import Final

from adapters.journal.codec import Codec
from core import ask, commitment, decision, information
from core.catalogue import EVENTS
from core.event import Event
from core.facts import Basis
from core.ports import Circle, Origin, Via
from core.sealed import Sealed
from tests.adapters.journal.specimen import specimen
from tests.golden import FILE, Golden, records

ORIGIN: Final = Origin(
    actor="p-4f2a",
    mandate="lindgrund/mayor",
    effective_on=date(2026, 11, 20),
    via=Via.WEB,
    command_id="web:1",
    circle=Circle.INTERNAL,
    on_behalf_org="lindgrund",
    basis=Basis.PHONE,
    cause=41,
    source=Sealed("https://chat.example/1"),
)
_INNER: Final[Mapping[str, type[Event]]] = {
    "commitment": commitment.events.CounterProposed,
    "information": information.Corrected,
    "ask": ask.events.Answered,
    "decision": decision.events.PositionGiven,
}


def said(value: object) -> object:
    """Return an event, or a part of one, as plain JSON."""
    if isinstance(value, Sealed):
        return {"text": value.text}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [said(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(json.dumps(said(part)) for part in value)
    if isinstance(value, Event):
        return {"KIND": value.KIND, **_fields(value)}
    return _fields(value) if dataclasses.is_dataclass(value) else value


def _fields(record: object) -> dict[str, object]:
    names = [field.name for field in dataclasses.fields(record)]  # type: ignore[arg-type]  # only dataclasses come here
    return {name: said(getattr(record, name)) for name in names}


def _example(kind: type[Event]) -> Event:
    event = specimen(kind, "Grüße aus Auenland – 5 €")
    if any(field.name == "event" for field in dataclasses.fields(kind)):  # type: ignore[arg-type]  # events are dataclasses
        inner = _INNER[kind.KIND.partition(".")[0]]
        return dataclasses.replace(event, event=specimen(inner))  # type: ignore[type-var]  # as above
    return event


def _entropy(kind: str) -> Callable[[int], bytes]:
    """Return a source that gives the same bytes for ``kind`` every time."""
    numbers: Iterator[int] = iter(range(1_000))
    return lambda n: sha256(f"{kind} {next(numbers)}".encode()).digest()[:n]


def record(kind: type[Event]) -> Golden:
    """Return a record of ``kind`` as the journal writes it today."""
    event = _example(kind)
    stream, version = f"{kind.KIND.partition('.')[0]}:Z34", 4
    codec = Codec(EVENTS, entropy=_entropy(kind.KIND))
    stored = codec.encode(event, ORIGIN, stream, version)
    says = said(event)
    assert isinstance(says, dict)
    return Golden(
        kind=kind.KIND,
        stream=stream,
        version=version,
        state=stored.state.decode(),
        texts={text.field: (text.salt.hex(), text.text) for text in stored.texts},
        says=says,
    )


def main() -> None:
    """Append what is missing."""
    known = {golden.kind for golden in records()}
    with FILE.open("a", encoding="utf-8") as file:
        for kind in EVENTS:
            if kind.KIND not in known:
                line = dataclasses.asdict(record(kind))
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
