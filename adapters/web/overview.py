"""Overview: the digest of whoever is there, or a forum's month (*Überblick*).

The same message as in the chat and in the letter, laid out for reading and printing;
below it stands what was sent, word for word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from aiohttp import web
from pydantic import ValidationError
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting
from bots import digests
from bots.conversation.overview import LATELY
from bots.message import Choice, Choices, Message, Text
from projections import digest as views

SENT: Final = 8  # digests that were sent, the newest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, perhaps none, and the lines below it."""

    title: str
    lines: Sequence[Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A digest that was sent; ``entry`` proves it."""

    entry: int
    at: datetime
    message: Message | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the page shows; without a ``message`` there is nothing to tell."""

    forum: str
    message: Message | None
    sections: Sequence[Section]
    choices: Sequence[Choice]
    sent: Sequence[Given]


async def overview(request: web.Request) -> web.Response:
    """Show how things stand for the visitor, or what a forum did lately."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    forum = request.query.get("forum", "")
    if forum and forum not in {row.forum for row in visit.forums}:
        raise web.HTTPNotFound
    found = await apart(request, _overview, request.app[FADEN], visit, forum)
    return page(request, "overview.html", visit, overview=found)


def _overview(faden: Faden, visit: Visit, forum: str) -> Overview:
    with faden.reading() as db:
        message = _of_forum(db, visit, forum) if forum else _own(faden, db, visit)
        sent = () if forum else views.sent_to(db, visit.person, SENT)
    parts = message.parts if message else ()
    return Overview(
        forum=forum,
        message=message,
        sections=sections(message) if message else (),
        choices=[
            choice
            for part in parts
            if isinstance(part, Choices)
            for choice in part.options
        ],
        sent=[
            Given(
                entry=row.position,
                at=visit.local(row.sent_at),
                message=_read(row.wording),
            )
            for row in sent
        ],
    )


def _own(faden: Faden, db: Connection, visit: Visit) -> Message | None:
    now, today = faden.clock(), visit.speech.today
    found = views.digest(db, visit.viewer, today, now, views.since_a_week(now))
    return digests.person(found, visit.speech)


def _of_forum(db: Connection, visit: Visit, forum: str) -> Message:
    today = visit.speech.today
    days = (today - LATELY, today)
    found = views.summary(db, visit.viewer, forum, *days, visit.zone)
    return digests.forum(found, visit.speech)


def sections(message: Message) -> Sequence[Section]:
    """Return the lines of ``message`` below their headings."""
    found: list[tuple[str, list[Text]]] = [("", [])]
    for part in message.parts:
        if not isinstance(part, Text):
            continue
        if all(span.strong and span.item is None for span in part.spans):
            found.append((part.plain.removesuffix(":"), []))
        else:
            found[-1][1].append(part)
    return [Section(title=title, lines=lines) for title, lines in found if lines]


def _read(wording: str | None) -> Message | None:
    if wording is None:
        return None
    try:
        return Message.model_validate_json(wording)
    except ValidationError:  # of another version
        return None
