"""Letters: what is said, as it lies in the outbox of one channel (*Briefe*).

An answer goes back through the channel in which was asked, whatever is said
unasked through the channel of the person (``office/addresses.py``).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from adapters.office import Arrival, Letter
from adapters.office.addresses import WEB, Addresses
from bots.ports import Post
from core.ports import Via

# The terminal has no letters of its own: it shows those of the web chat.
_SHOWN: Final = MappingProxyType({Via.CLI.value: WEB})


def unasked(post: Post, channel: str, not_before: datetime | None = None) -> Letter:
    """Return ``post`` as a letter in the channel of the person, to wait if it must."""
    return replace(letter_of(post, channel), not_before=not_before)


def answer(post: Post, arrival: Arrival, addresses: Addresses) -> Letter:
    """Return ``post``, to which ``arrival`` led, as a letter."""
    if post.person != arrival.person:
        return unasked(post, addresses.channel_of(post.person))
    channel = _SHOWN.get(arrival.channel, arrival.channel)
    return letter_of(post, channel, post.place or arrival.place)


def letter_of(post: Post, channel: str, place: str = "") -> Letter:
    """Return ``post`` as a letter in ``channel``."""
    return Letter(
        key=post.key,
        channel=channel,
        person=post.person,
        place=place,
        payload=post.message.model_dump(mode="json"),
        item=post.message.item,
        version=post.message.version,
    )
