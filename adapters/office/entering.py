"""Entering: the link in a letter, made when it is brought (*Zugangslink*)."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import uuid4

from adapters.office.outbox import Letter
from adapters.office.sessions import Sessions
from bots import entering
from bots.message import SIGN_IN, Link, Message
from bots.speech import Speech
from core.ports import Via

_KEY: Final = "sign-in/"
_CONFIRM: Final = "confirm/"


def letter(person: str, channel: str, speech: Speech, place: str = "") -> Letter:
    """Return the letter that lets ``person`` in; it holds no link yet."""
    return Letter(
        key=f"{_KEY}{uuid4()}",
        channel=channel,
        person=person,
        place=place,
        payload=entering.letter(speech).model_dump(mode="json"),
    )


def confirmation(person: str, speech: Speech) -> Letter:
    """Return the letter to the address that ``person`` has to confirm."""
    return Letter(
        key=f"{_CONFIRM}{uuid4()}",
        channel=Via.MAIL.value,
        person=person,
        place="",
        payload=entering.confirmation(speech).model_dump(mode="json"),
    )


def token_for(message: Message, person: str, sessions: Sessions, now: datetime) -> str:
    """Return a new link for the reader of ``message``, nothing if it has none."""
    links = (part.item for part in message.parts if isinstance(part, Link))
    if SIGN_IN not in links:
        return ""
    return sessions.link(person, now).result()
