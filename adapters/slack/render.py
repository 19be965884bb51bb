"""Render: a neutral message as Slack shows it (*Darstellung*).

::

    title -> header · text, facts, links -> rich text · choices, form -> buttons
    twins of the buttons -> small print

What does not fit is left out, the last words first, and "Read everything" leads to
the whole letter on our page. A button's ``action_id`` is
``faden/<choice>``, ``faden.fill/<choice>`` or ``faden.form/<form>``, its ``value``
the key of the letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from adapters.slack import blocks
from adapters.slack.blocks import Block, Words
from adapters.slack.fitting import MESSAGE, Limits, Unit, fitted
from bots.locale import N_
from bots.message import (
    SIGN_IN,
    Choice,
    Choices,
    Facts,
    Form,
    Link,
    Message,
    Part,
    Span,
    Text,
)
from bots.speech import Speech

CHOICE: Final = "faden/"
FILL: Final = "faden.fill/"
FORM: Final = "faden.form/"

_TEXT: Final = 3000  # of the text for notifications; 4000 are read


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where our own pages are; ``base`` has no slash at its end.

    ``token`` is that of the link by which the reader of this one letter signs in.
    """

    base: str
    token: str = ""

    def item(self, ref: str) -> str:
        """Return the address of an item."""
        if ref == SIGN_IN:
            return f"{self.base}/enter/{self.token}"
        if ref.startswith("/"):
            return f"{self.base}{ref}"
        return f"{self.base}/item/{quote(ref, safe='')}"

    def letter(self, key: str) -> str:
        """Return the address at which its recipient reads a whole letter."""
        return f"{self.base}/brief/{quote(key, safe='')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around a message: its letter's key, its reader's words, our pages."""

    key: str
    speech: Speech
    pages: Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A message as Slack takes it; ``text`` is what a notification reads out."""

    text: str
    blocks: Sequence[Block]


def render(message: Message, frame: Frame, note: str = "") -> Rendered:
    """Return a letter as Slack takes it, with ``note`` in small print."""
    said = f"{message.plain}\n{note}" if note else message.plain
    return Rendered(
        text=blocks.escaped(said, _TEXT),
        blocks=laid_out(message, frame, MESSAGE, note),
    )


def laid_out(
    message: Message, frame: Frame, limits: Limits, note: str = ""
) -> list[Block]:
    """Return the blocks of ``message`` within ``limits``."""
    url = frame.pages.letter(frame.key)
    words = blocks.run(frame.speech.translate(N_("Read everything")), url=url)
    foot = [blocks.small(note)] if note else []
    units = list(_units(message, frame))
    return fitted(units, (blocks.BREAK, *words), foot, limits)


def _units(message: Message, frame: Frame) -> Iterator[Unit]:
    title = message.title.strip()
    if title and len(title) <= blocks.HEADER and "\n" not in title:
        yield {"type": "header", "text": blocks.plain(title, blocks.HEADER)}
    else:
        yield from _paragraph(blocks.run(title, strong=True))
    for part in message.parts:
        yield from _part(part, frame)


def _part(part: Part, frame: Frame) -> Iterator[Unit]:
    match part:
        case Text(spans=spans):
            yield from _paragraph(
                word for span in spans for word in _span(span, frame.pages)
            )
        case Facts(rows=rows):
            for name, value in rows:
                said = blocks.run(f"{name}: ", strong=True) + blocks.run(value)
                yield from _paragraph(said)
        case Choices(options=options):
            yield from _rows(options, frame)
        case Form(id=name, label=label, twin=twin):
            button = blocks.button(f"{FORM}{name}", label, frame.key, "yes")
            yield blocks.row([button])
            yield from _twins([(label, f"{twin}{blocks.DOTS}")], frame.speech)
        case Link(label=label, item=item):
            yield from _paragraph(
                blocks.run(label.strip() or item, url=frame.pages.item(item))
            )


def _span(span: Span, pages: Pages) -> Words:
    url = pages.item(span.item) if span.item else ""
    return blocks.run(span.text, strong=span.strong, url=url)


def _paragraph(said: Iterable[Block]) -> Iterator[Words]:
    """Return one paragraph, in several units if it is long."""
    taken: list[Block] = [blocks.BREAK]
    for word in said:
        if len(taken) > 1 and blocks.length([*taken, word]) > blocks.PIECE:
            yield tuple(taken)
            taken = []
        taken.append(word)
    if taken != [blocks.BREAK]:
        yield tuple(taken)


def _rows(options: Sequence[Choice], frame: Frame) -> Iterator[Unit]:
    unique = list({option.id: option for option in reversed(options)}.values())[::-1]
    for start in range(0, len(unique), blocks.BUTTONS):
        some = unique[start : start + blocks.BUTTONS]
        elements = [
            blocks.button(
                f"{FILL if one.fill else CHOICE}{one.id}",
                one.label,
                frame.key,
                one.style,
            )
            for one in some
        ]
        yield blocks.row(elements)
        yield from _twins([(one.label, _twin(one)) for one in some], frame.speech)


def _twin(choice: Choice) -> str:
    return f"{choice.twin}{blocks.DOTS}" if choice.fill else choice.twin


def _twins(said: Sequence[tuple[str, str]], speech: Speech) -> Iterator[Block]:
    """Return what can be typed instead, each with its label where that was cut."""
    shown = [
        twin if len(label) <= blocks.BUTTON else f"{label} – {twin}"
        for label, twin in said
    ]
    typed = " · ".join(one for one in shown if one.strip())
    if typed:
        line = f"{speech.translate(N_('or type:'))} {typed}"
        yield from (blocks.small(piece) for piece in blocks.pieces(line))
