"""Cards: which message in Slack a new letter changes instead of repeating it.

Whoever presses a button sees the card turn into the answer. Whatever else is told
of an item stands below, where it is noticed, and the last card of that item above
loses its buttons once they no longer say what they said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from adapters.office import Letter, Office, Posted
from adapters.slack.places import is_home
from adapters.usable import says_back
from bots.message import Choices, Form, Message
from bots.ports import answered_by, reply_key
from core.ports import Via

_PRESSED: Final = {"chosen", "form"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A letter that Slack has: what it shows, and what Slack calls it."""

    key: str
    name: str
    version: int | None
    shown: Message

    @property
    def answerable(self) -> bool:
        """Whether it has buttons."""
        return any(isinstance(part, Choices | Form) for part in self.shown.parts)

    @property
    def closed(self) -> Message:
        """What it shows, without its buttons."""
        kept = tuple(p for p in self.shown.parts if not isinstance(p, Choices | Form))
        return self.shown.model_copy(update={"parts": kept})

    def becomes(self, answer: Message) -> bool:
        """Whether it turns into the answer to a click on it.

        What is said of something else, such as why it cannot be, leaves it alone.
        """
        return answer.item is not None and (
            self.shown.item == answer.item or says_back(self.shown)
        )


def pressed(office: Office, letter: Letter) -> Card | None:
    """Return the card on which was clicked, if ``letter`` is the first answer to it."""
    ref = answered_by(letter.key)
    if ref is None or letter.key != reply_key(ref, 0):
        return None
    arrival = office.inbox.get(ref)
    if arrival is None or arrival.payload.get("kind") not in _PRESSED:
        return None
    found = office.outbox.get(str(arrival.payload.get("card", "")))
    name = office.deliveries.message(found.letter.key) if found else None
    if found is None or name is None or found.letter.person != letter.person:
        return None
    return None if is_home(name) else _card(found.letter, name)


def newest(office: Office, letter: Letter) -> Card | None:
    """Return what was told last of the item of ``letter``, ``None`` if nothing was."""
    if letter.item is None:
        return None
    told = office.deliveries.of_item(Via.SLACK, letter.item, letter.person)
    there = [pair for pair in told if pair[1] and not is_home(pair[1])]
    return _card(*there[-1]) if there else None


def answered(office: Office, posted: Posted) -> Iterator[Card]:
    """Yield what was said back and has the answer to which ``posted`` is the answer."""
    letter = posted.letter
    ref = answered_by(letter.key)
    if ref is None or letter.key != reply_key(ref, 0):
        return
    for echo in office.echoes.answered_at(letter.person, posted.created_at):
        asked = office.outbox.said(echo.said, echo.message)
        name = office.deliveries.message(asked.key) if asked else None
        if asked and name and not is_home(name):
            yield _card(asked, name)


def outdated(office: Office, letter: Letter, message: Message) -> Card | None:
    """Return the earlier card that ``letter`` outdates.

    It is the newest one with buttons, unless a letter behind it did so already.
    """
    if message.item is None:
        return None
    told = office.deliveries.of_item(Via.SLACK, message.item, letter.person)
    present: dict[str, Card] = {}  # what stands in each message now
    for one, name in told:
        if one.key != letter.key and name and not is_home(name):
            present.pop(name, None)
            present[name] = _card(one, name)
    new = _card(letter, "")
    behind: list[Card] = []
    for card in reversed(present.values()):
        if card.answerable:
            done = any(_outdates(one, card) for one in behind)
            return card if _outdates(new, card) and not done else None
        behind.append(card)
    return None


def _outdates(new: Card, card: Card) -> bool:
    """Whether ``card`` is no longer the one to answer: it has moved, or is repeated."""
    return new.version != card.version or new.answerable


def _card(letter: Letter, name: str) -> Card:
    shown = Message.model_validate(letter.payload)
    return Card(key=letter.key, name=name, version=letter.version, shown=shown)
