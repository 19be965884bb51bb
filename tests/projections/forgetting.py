"""Forgetting: texts that go again, as the log reads with the vault of afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from core import export, hold, person, text
from core.bundle.head import Scope
from core.event import Event
from core.grounds import Ground
from core.ports import Recorded
from core.sealed import Sealed
from tests.projections.chance import Chance

_WHO = "person:p99"  # acts for nobody


def paths(part: object, within: str = "") -> Iterator[str]:
    """Yield where ``part`` holds a text that is there, lists left out."""
    for field in fields(part):  # type: ignore[arg-type]  # every part is a dataclass
        value = getattr(part, field.name)
        if isinstance(value, Sealed) and value.text is not None:
            yield within + field.name
        elif is_dataclass(value):
            yield from paths(value, f"{within}{field.name}.")


def afterwards(log: Sequence[Recorded]) -> list[Recorded]:
    """Return ``log`` as it reads once every text that goes in it is gone."""
    events = [recorded.event for recorded in log]
    for event in reversed(events):  # what was said instead may have gone as well
        if isinstance(event, text.Erased):
            events[event.leaf - 1] = _said(events[event.leaf - 1], event.field, None)
    for position, event in reversed([*enumerate(events)]):
        if isinstance(event, text.Replaced):
            new = events[position]
            assert isinstance(new, text.Replaced)
            old = events[event.leaf - 1]
            events[event.leaf - 1] = _said(old, event.field, new.text.text)
    return [r._replace(event=event) for r, event in zip(log, events, strict=True)]


def forgetting(log: Sequence[Recorded], chance: Chance) -> Iterator[tuple[str, object]]:
    """Yield what lets a person and some texts go, with the streams."""
    ground = Ground.OBJECTION
    alone = (person.Admit(), person.SetPreferences(), person.Forget(ground=ground))
    yield from ((_WHO, command) for command in alone)
    for to in (Sealed("Rechnungsprüfung"), None):
        made = export.Make(scope=Scope.FULL, upto=len(log), to=to)
        yield f"export:{to is None}", made
    why = hold.Hold(reason=Sealed("Klage"))
    held = f"hold:{log[0].stream}"
    yield from ((held, command) for command in (why, hold.Lift()))
    sealed = [r for r in log if list(paths(r.event))]
    for recorded in chance.dice.sample(sealed, min(len(sealed), 25)):
        stream = f"text:{recorded.position}"
        field = chance.pick(list(paths(recorded.event)))
        yield stream, text.Offer(field=field)
        if chance.often(0.5):
            yield stream, text.Release(field=field, taken=chance.often(0.5))
        if chance.often(0.7):
            yield stream, text.Erase(field=field, ground=ground)
        else:
            new = Sealed(chance.pick(["Kanal", "Gebühren"]))
            yield stream, text.Replace(field=field, ground=ground, text=new)
            yield stream, text.Erase(field=field, ground=ground)


def _said(part: Any, path: str, said: str | None) -> Event:  # noqa: ANN401
    name, _, rest = path.partition(".")
    inner = _said(getattr(part, name), rest, said) if rest else Sealed(said)
    made: Event = replace(part, **{name: inner})
    return made
