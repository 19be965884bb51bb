"""What somebody gets to hear who types a line, without its being done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from adapters.desk import Desk
from bots.conversation import Conversation
from bots.grammar import intents
from bots.heard import TextSaid
from core.errors import Refusal
from core.ports import Answer, Circle, Order, Via
from tests.access.county import World
from tests.access.roles import ASKED, FORUMS, NOWHERE, ROLES, WORDS


def every_intent() -> list[type]:
    """Return all that the grammar can understand."""
    return list(_flat(intents.Intent))


def _flat(kind: object) -> Iterator[type]:
    if isinstance(kind, type):
        yield kind
    else:
        for part in get_args(kind):
            yield from _flat(part)


class Weighing:
    """The office of a conversation in which orders are weighed and not given."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.allowed = 0
        self.refused = 0

    def __getattr__(self, name: str) -> object:
        """Ask the desk for everything else."""
        return getattr(self._desk, name)

    def weigh(self, order: Order) -> Refusal | None:
        """Weigh, and take note of what came out."""
        refusal = self._desk.weigh(order)
        self.allowed += refusal is None
        self.refused += refusal is not None
        return refusal

    def submit(self, order: Order) -> Answer:
        """Do as if it was done."""
        return Answer(stream=order.stream or "", refusal=self.weigh(order))


def heard(county: World, role: str, line: str) -> tuple[str, Weighing]:
    """Return what is answered to ``line``, and what became of its orders."""
    faden = county.here.faden
    office = Weighing(faden.desk)
    said = TextSaid(ref="access", person=ROLES[role], via=Via.WEB, text=line)
    told = Conversation(office).hear(said, county.here.watch(), faden.today())  # type: ignore[arg-type]  # it asks the desk
    return "\n".join(post.message.plain for post in told.posts), office


def outcome(county: World, role: str, line: str, circle: Circle | None) -> str:
    """Return in one word what ``role`` gets who types ``line``."""
    if circle is None:
        text, office = heard(county, role, line)
        if office.allowed:
            return "acts"
        mandate = "kein Mandat" not in text
        return "sees" if mandate and not office.refused else "refused"
    refs = county.refs[circle]
    text, office = heard(county, role, filled(line, refs, circle))
    if office.allowed:
        return "acts"
    if WORDS[circle] in text:
        return "sees"
    if "kein Mandat" in text:
        return "refused"
    if not any(f"{{{letter}" in line for letter in "ZIFB"):
        return "withheld"
    nowhere, _ = heard(county, role, filled(line, NOWHERE, circle))
    same = _anonymous(text, refs) == _anonymous(nowhere, NOWHERE)
    return "withheld" if same else "refused"


def filled(line: str, refs: dict[str, str], circle: Circle | None) -> str:
    """Return a line of the table with the references it is to name."""
    place = circle or Circle.PUBLIC
    return line.format(**refs, forum=FORUMS[place], word=ASKED[place])


def _anonymous(text: str, refs: dict[str, str]) -> str:
    for letter, ref in refs.items():
        text = text.replace(ref, f"<{letter}>")
    return text
