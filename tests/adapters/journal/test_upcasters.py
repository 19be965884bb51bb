"""Upcasters: an old payload is brought forward when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from adapters.journal.codec import Codec
from core.event import Event
from core.ports import Origin, Via
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class _One(Event):
    KIND = "item.moved.v1"
    why: Sealed
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Three(Event):
    KIND = "item.moved.v3"
    reason: Sealed
    due: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drafted(Event):
    KIND = "item.drafted.v1"
    event: Event


def _two(body: dict[str, Any]) -> dict[str, Any]:
    return {"reason": body["why"], "due": body["day"]}


def _three(body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "by": "unknown"}


UPCASTERS: Final = {
    "item.moved.v1": ("item.moved.v2", _two),
    "item.moved.v2": ("item.moved.v3", _three),
}
OLD: Final = Codec((_One, _Drafted))
NEW: Final = Codec((_Three, _Drafted), UPCASTERS)
ORIGIN: Final = Origin(
    actor="p-1",
    mandate="a/b",
    effective_on=date(2026, 11, 20),
    via=Via.WEB,
    command_id="c1",
)
BEFORE: Final = _One(why=Sealed("later"), day=date(2027, 1, 1))
AFTER: Final = _Three(reason=Sealed("later"), due=date(2027, 1, 1), by="unknown")


def test_a_chain_of_upcasters_is_applied_on_read() -> None:
    stored = OLD.encode(BEFORE, ORIGIN, "item:1", 1)
    assert NEW.decode(stored.kind, stored.state, {"why": "later"})[0] == AFTER


def test_an_event_inside_an_event_is_brought_forward_too() -> None:
    stored = OLD.encode(_Drafted(event=BEFORE), ORIGIN, "item:1", 1)
    read, _ = NEW.decode(stored.kind, stored.state, {"event.why": "later"})
    assert read == _Drafted(event=AFTER)


def test_an_old_kind_is_known_as_long_as_there_is_a_way_forward() -> None:
    assert NEW.knows("item.moved.v1")
    assert not OLD.knows("item.moved.v2")
