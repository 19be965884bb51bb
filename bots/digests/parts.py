"""Parts: a heading with the lines below it, each leading to its item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from bots.chronicle import names
from bots.lines import clipped, line
from bots.locale import N_
from bots.message import Choices, Message, Part, Span, Text
from bots.speech import Speech
from projections.digest import Some
from projections.information import InformationRow

T = TypeVar("T")


def lines(
    some: Some[T], say: Callable[[T, Speech], Text], speech: Speech
) -> list[Part]:
    """Return a line for each row, and how many more there are."""
    found: list[Part] = [say(row, speech) for row in some.rows]
    if some.more:
        found.append(speech.text(N_("… and {more} more."), more=some.more))
    return found


def headed(heading: str, found: list[Part], speech: Speech) -> list[Part]:
    """Return ``found`` below its heading; nothing without lines."""
    return [speech.text(heading), *found] if found else []


def learnt(row: InformationRow, speech: Speech) -> Text:
    """Say what is newly known, and from whom."""
    text = clipped(row.text or speech.translate(N_("(text erased)")))
    kind = names.information_kind(row.kind, speech)
    said = speech.text(
        N_("{kind}: {text} ({org})."), kind=kind, text=text, org=speech.org(row.org)
    )
    return line(row.ref, said)


def joined(first: Message | None, months: Sequence[Message]) -> Message | None:
    """Return one message of several, the choices last; ``None`` if there is none.

    Nobody gets two at once.
    """
    several = [first] if first else []
    several += months
    if not several:
        return None
    head, *others = several
    parts: list[Part] = [*head.parts]
    for other in others:
        title = Text(spans=(Span(text=other.title, strong=True),))
        parts += [title, *other.parts]
    parts.sort(key=lambda part: isinstance(part, Choices))
    return Message(title=head.title, parts=tuple(parts))


def items(message: Message) -> tuple[str, ...]:
    """Return the items to which the words of ``message`` lead, each once."""
    texts = (part for part in message.parts if isinstance(part, Text))
    named = (span.item for text in texts for span in text.spans)
    return tuple(dict.fromkeys(item for item in named if item is not None))
