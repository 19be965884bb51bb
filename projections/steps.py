"""Step: one event of an item with everything said around it (*Schritt*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import Enum

from core.ask.events import Figure
from core.ask.questions import Question, Value
from core.decision.kinds import Benefit, Score, Share, Tally
from core.effect import Member, Rule
from core.event import Event
from core.facts import Basis
from core.information import Funding
from core.nudge import About, Plan
from core.person import Muted
from core.ports import Circle, Via
from core.rulebook import Rulebook
from core.sealed import Sealed
from projections.erasures import Gone
from projections.packing import unpacked

Part = Funding | Member | Rule | Rulebook | Tally
Plain = str | int | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One event with everything said around it.

    ``facts`` are its plain fields and ``texts`` what people typed (``None``:
    erased); a field of an event that waits for confirmation is called
    ``event.due``, its kind ``event.kind``. ``source`` is the link to the message,
    ``gone`` tells of texts why they went, by where they stood.
    """

    position: int
    ref: str
    version: int
    kind: str
    event: Event
    facts: Mapping[str, Plain]
    texts: Mapping[str, str | None]
    recorded_at: datetime
    effective_on: date
    actor: str
    org: str
    role: str
    on_behalf_org: str | None
    basis: Basis | None
    via: Via
    source: str | None
    circle: Circle
    gone: Mapping[str, Gone] = field(default_factory=dict)

    def why_gone(self, name: str) -> Gone | None:
        """Return why a text went that is called ``name``, wherever it stood."""
        by_name = {where.split(".")[-1]: why for where, why in self.gone.items()}
        return self.gone.get(name) or by_name.get(name)


def step_of(row: Mapping[str, object]) -> Step:
    """Return the step that a row of the history holds."""
    cells = dict(row)
    mandate, event = str(cells.pop("mandate")), unpacked(str(cells["event"]))
    facts, texts = told(event)
    org, _, role = mandate.partition("/")
    cells |= {"event": event, "facts": facts, "texts": texts, "org": org, "role": role}
    cells["via"] = Via(str(cells["via"]))
    cells["circle"] = Circle(str(cells["circle"]))
    cells["basis"] = None if cells["basis"] is None else Basis(str(cells["basis"]))
    cells["ref"] = str(cells.pop("stream")).partition(":")[2]
    return Step(**cells)  # type: ignore[arg-type]  # the columns have these types


def told(
    event: Event | Part, within: str = ""
) -> tuple[dict[str, Plain], dict[str, str | None]]:
    """Return the plain fields of ``event`` and its texts, nested ones included."""
    facts: dict[str, Plain] = {}
    texts: dict[str, str | None] = {}
    for part in fields(event):  # type: ignore[arg-type]  # every one is a dataclass
        name, value = within + part.name, getattr(event, part.name)
        match value:
            case Event() | Funding() | Member() | Rule() | Rulebook() | Tally():
                inner, said = told(value, f"{name}.")
                facts |= inner
                texts |= said
                if isinstance(value, Event):
                    facts[f"{name}.kind"] = value.KIND
            case Sealed():
                texts[name] = value.text
            case Enum():
                facts[name] = value.value
            case tuple():
                facts[name] = tuple(_item(item) for item in value)
                texts |= {
                    f"{name}.{one.org}": one.text.text
                    for one in value
                    if isinstance(one, Benefit)
                }
                given = [item for item in value if isinstance(item, Value)]
                texts |= {f"{name}.{one.question}": one.said.text for one in given}
            case None | str() | int() | date():
                facts[name] = value
            case _:
                raise TypeError(name)
    return facts, texts


def _item(item: object) -> str:
    """Return one of several things by its name."""
    match item:
        case Question(key=name) | Value(question=name):
            return name
        case About(ref=name) | Plan(ref=name):
            return name
        case Figure(question=name, said=said, count=count, total=total):
            return " ".join(part for part in (name, said, str(count), total) if part)
        case Member(org=name) | Benefit(org=name):
            return name
        case Share(org=name, cents=number):
            return f"{name} {number}"
        case Score(option=option, resistance=number):
            return f"{option} {number}"
        case Muted(kind=kind, channel=channel):
            return f"{kind.value} {channel}".strip()
        case _:
            return str(item)
