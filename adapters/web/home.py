"""Home: the forum's board beside the chat (*Forumsbrett und Webchat*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aiohttp import web
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.live import Place, board_place
from adapters.web.render import fragment, page
from adapters.web.thread import Thread, thread
from adapters.web.visit import Visit, visiting, visiting_then
from bots.heard import clean
from core.texts import TEXT_LIMIT
from projections import board, commitments, people, pulse
from projections.people import ForumRow

PARTS: Final = (
    "meetings",
    "moving",
    "deciding",
    "councils",
    "promises",
    "asks",
    "holds",
    "pulse",
    "learnt",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What to say above the line, and what the person had typed."""

    sentence: str
    draft: str = ""
    status: int = 200


async def home(request: web.Request) -> web.Response:
    """Show the board and the chat; the query may bring the beginning of a line.

    An earlier state is shown without the chat: one speaks in the present.
    """
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request)
    if visit.as_of is not None:
        return await _then(request, visit)
    draft = request.query.get("say", "")[:TEXT_LIMIT]
    return await home_page(
        request, visit, Notice(sentence="", draft=clean_start(draft))
    )


async def home_page(
    request: web.Request, visit: Visit, notice: Notice, forum: str | None = None
) -> web.Response:
    """Show the board and the chat with something to say first."""
    faden = request.app[FADEN]
    wanted = request.query.get("forum") if forum is None else forum
    found, talk, place = await apart(request, _both, faden, visit, wanted)
    return page(
        request,
        "home.html",
        visit,
        status=notice.status,
        board=found,
        talk=talk,
        place=place,
        part=_part(request),
        notice=notice.sentence,
        draft=notice.draft,
        limit=TEXT_LIMIT,
    )


async def _then(request: web.Request, visit: Visit) -> web.Response:
    faden, wanted = request.app[FADEN], request.query.get("forum")
    found = await apart(request, _board_alone, faden, visit, wanted)
    return page(request, "then.html", visit, board=found, part=_part(request))


async def board_alone(request: web.Request) -> web.Response:
    """Return the board alone, for the script."""
    visit = await visiting(request)
    if visit is None:
        raise web.HTTPForbidden
    faden, wanted = request.app[FADEN], request.query.get("forum")
    found = await apart(request, _board_alone, faden, visit, wanted)
    return fragment(request, "_board.html", visit, board=found, part=_part(request))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A forum with its board."""

    forum: ForumRow
    content: board.Board


def clean_start(text: str) -> str:
    """Return the beginning of a line, with the blank at its end that invites on."""
    neat = clean(text)
    return f"{neat} " if neat and text.endswith(" ") else neat


def _part(request: web.Request) -> str:
    part = request.query.get("part", "")
    return part if part in PARTS else ""


def _both(
    faden: Faden, visit: Visit, wanted: str | None
) -> tuple[Shown | None, Thread, Place]:
    with faden.reading() as db:
        read = board_place(db)  # first: what comes meanwhile is told again, not lost
        shown, talk = _board(db, visit, wanted), thread(faden, db, visit)
    return shown, talk, Place(read, talk.heard, talk.told)


def _board_alone(faden: Faden, visit: Visit, wanted: str | None) -> Shown | None:
    with faden.reading(visit.position) as db:
        return _board(db, visit, wanted)


def _board(db: Connection, visit: Visit, wanted: str | None) -> Shown | None:
    chosen = next((f for f in visit.forums if f.forum == wanted), None)
    chosen = chosen or _usual(db, visit)
    if chosen is None:
        return None
    content = board.board(db, visit.viewer, chosen.forum, visit.speech.today)
    return Shown(forum=chosen, content=content)


def _usual(db: Connection, visit: Visit) -> ForumRow | None:
    """Return where most is open for the visitor's organisations."""
    own: Sequence[ForumRow] = [
        forum
        for forum in visit.forums
        if visit.viewer.is_party(
            forum.lead, *(seat.org for seat in people.seats(db, forum.forum))
        )
    ]

    def busy(forum: ForumRow) -> tuple[int, float]:
        signs = pulse.signs(db, (forum.forum,))
        last = max((sign.at.timestamp() for sign in signs), default=0.0)
        return commitments.counts(db, visit.viewer, (forum.forum,)).open, last

    return max(own or visit.forums, key=busy, default=None)
