"""Bundles: several messages to one person, put into one (*gebündelt*).

A button keeps its typed twin; pressing it in a bundle is saying that line, so what
binds is echoed first, as if it had been typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from bots.message import Choice, Choices, Form, Link, Message, Part


def bundle(messages: Sequence[Message], title: str) -> Message:
    """Return one message that says all of ``messages``, in their order."""
    parts: list[Part] = []
    for n, message in enumerate(messages, 1):
        parts += [_apart(part, n) for part in message.parts]
        linked = any(isinstance(part, Link) for part in message.parts)
        if message.item is not None and not linked:
            parts.append(Link(label=message.item, item=message.item))
    return Message(title=title, parts=tuple(parts))


def _apart(part: Part, n: int) -> Part:
    """Return ``part`` with names that no other message in the bundle has."""
    match part:
        case Choices(options=options):
            return Choices(options=tuple(_renamed(one, n) for one in options))
        case Form(id=name):
            return part.model_copy(update={"id": f"{n}/{name}"})
        case _:
            return part


def _renamed(choice: Choice, n: int) -> Choice:
    return choice.model_copy(update={"id": f"{n}/{choice.id}"})
