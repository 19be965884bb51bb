"""Handing in: what a witness signed, pasted on a page or in the chat (*Abgeben*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from adapters.audit.cosigning import take
from adapters.desk import Desk
from adapters.store import Store
from bots import witnessing as wording
from bots.heard import Heard, TextSaid
from bots.message import Message, Span, Text
from bots.ports import Outcome, Post
from bots.speech import Speech
from core.note import MalformedError
from core.witness import UnkeptError, holds_request


def said_in_chat(
    store: Store, desk: Desk, heard: Heard, now: datetime
) -> Outcome | None:
    """Return what to answer to a signed checkpoint; ``None``: it is something else.

    Raises:
        Refusal: the store is away.
    """
    if not isinstance(heard, TextSaid) or not holds_request(heard.text):
        return None
    said = heard.text.encode("utf-8", "replace")
    lines, _ = handed_in(store, said, now, desk.speech(heard.person))
    parts = tuple(Text(spans=(Span(text=line),)) for line in lines)
    key = f"{heard.ref}/handed-in"
    post = Post(key=key, person=heard.person, message=Message(parts=parts))
    return Outcome(posts=(post,))


def handed_in(
    store: Store, said: bytes, now: datetime, speech: Speech
) -> tuple[Sequence[str], bool]:
    """Keep what was signed in ``said``; return what to say, and whether it is kept.

    Raises:
        Refusal: the store is away.
    """
    try:
        found = take(store, said, int(now.timestamp()))
    except UnkeptError as error:
        return [speech.words(wording.UNKEPT[error.why], **error.facts)], False
    except MalformedError:
        return [speech.words(wording.NO_NOTE)], False
    return [*wording.taken(found.size, found.fresh, found.known, speech)], True
