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

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import quote

from adapters.slack import blocks
from adapters.slack.blocks import Block, Words
from bots.locale import N_
from bots.message import (
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
_ROWS: Final = 20  # blocks of buttons and twins before the words get theirs
_ACTIONS: Final = 4000  # characters in them


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one surface takes: blocks, and characters in all of them."""

    blocks: int
    characters: int


MESSAGE: Final = Limits(blocks=50, characters=9000)  # refused from about 11,300
HOME: Final = Limits(blocks=100, characters=60_000)  # a view may have 250 kB


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where our own pages are; ``base`` has no slash at its end."""

    base: str

    def item(self, ref: str) -> str:
        """Return the address of an item."""
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


_Unit: TypeAlias = Block | Words  # Words: a paragraph, to share a block with others


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
    units = list(_units(message, frame))
    foot = [blocks.small(note)] if note else []
    whole = [*_assembled(units), *foot]
    if len(whole) <= limits.blocks and blocks.length(whole) <= limits.characters:
        return whole
    url = frame.pages.letter(frame.key)
    link = blocks.run(frame.speech.translate(N_("Read everything")), url=url)
    more = (blocks.BREAK, *link)
    room = Limits(
        blocks=limits.blocks - len(foot) - 1,
        characters=limits.characters - blocks.length([*foot, more]),
    )
    kept = _kept(units, room)
    some = [unit for n, unit in enumerate(units) if n in kept]
    return [*_assembled([*some, more]), *foot]


def _kept(units: Sequence[_Unit], room: Limits) -> set[int]:
    """Return the places of what there is room for."""
    kept: set[int] = set()
    left = room.characters
    for n in _in_order(units):
        left -= blocks.length(units[n])
        if left < 0 or _count(units, kept | {n}) > room.blocks:
            break
        kept.add(n)
    return kept


def _count(units: Sequence[_Unit], kept: Container[int]) -> int:
    """Return how many blocks these make."""
    words = [isinstance(unit, tuple) for n, unit in enumerate(units) if n in kept]
    return sum(1 for n, one in enumerate(words) if not (one and n and words[n - 1]))


def _in_order(units: Sequence[_Unit]) -> Iterator[int]:
    """Return places in the order in which room is given to them.

    Buttons come first, each row with its twins, as far as they leave room for words.
    """
    early: list[int] = []
    for n, unit in enumerate(units):
        if _is(unit, "actions") or (_is(unit, "context") and n - 1 in early):
            some = [units[m] for m in (*early, n)]
            if len(some) <= _ROWS and blocks.length(some) <= _ACTIONS:
                early.append(n)
    yield from (n for n, unit in enumerate(units) if _is(unit, "header"))
    yield from early
    yield from (n for n, unit in enumerate(units) if isinstance(unit, tuple))


def _is(unit: _Unit, kind: str) -> bool:
    return isinstance(unit, dict) and unit["type"] == kind


def _assembled(units: Iterable[_Unit]) -> list[Block]:
    """Return blocks; paragraphs that follow each other share one."""
    made: list[Block] = []
    paragraphs: list[Words] = []
    for unit in units:
        if isinstance(unit, tuple):
            paragraphs.append(unit)
            continue
        if paragraphs:
            made.append(blocks.rich(paragraphs))
            paragraphs = []
        made.append(unit)
    return [*made, blocks.rich(paragraphs)] if paragraphs else made


def _units(message: Message, frame: Frame) -> Iterator[_Unit]:
    title = message.title.strip()
    if title and len(title) <= blocks.HEADER and "\n" not in title:
        yield {"type": "header", "text": blocks.plain(title, blocks.HEADER)}
    else:
        yield from _paragraph(blocks.run(title, strong=True))
    for part in message.parts:
        yield from _part(part, frame)


def _part(part: Part, frame: Frame) -> Iterator[_Unit]:
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


def _rows(options: Sequence[Choice], frame: Frame) -> Iterator[_Unit]:
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
