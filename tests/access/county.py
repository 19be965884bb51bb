"""The county of the walk, and how somebody does something in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.ports import Circle, Order, Via
from tests.auenland import Auenland


@dataclass
class World:
    """The county, and the references of its items by confidentiality and letter."""

    here: Auenland
    refs: dict[Circle, dict[str, str]] = field(default_factory=dict)

    def give(
        self, who: tuple[str, str], command: object, circle: Circle, stream: str | None
    ) -> str:
        """Let somebody do something in ``circle``; return the reference."""
        here = self.here
        here.said += 1
        order = Order(
            command_id=f"world/{here.said}",
            command=command,
            stream=stream,
            actor=who[0],
            org=who[1],
            today=here.watch().date(),
            now=here.watch(),
            via=Via.WEB,
            circle=circle,
        )
        answer = here.faden.desk.submit(order)
        assert answer.refusal is None, (answer.refusal, command)
        return answer.ref
