"""By hand: a link that coordination gives to whoever has no other way in (*von Hand*).

A newcomer's is nobody else's business. Of whoever has been here it stands among their
sign-ins who gave it, and the chat tells them: nobody enters as somebody else unnoticed.
"""

from __future__ import annotations

from urllib.parse import quote
from uuid import uuid4

from aiohttp import web
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.office.addresses import WEB
from adapters.office.outbox import Letter, put_letters
from adapters.office.signins import Seen, What, note
from adapters.web.door import Door
from adapters.web.https import origin
from adapters.web.signin import channel_of
from bots import entering
from projections import entries


def been_here(faden: Faden, person: str) -> bool:
    """Whether somebody would be taken in whose name others could act."""
    with faden.reading() as db:
        acted = entries.newest_of(db, person) is not None
    return acted or faden.store.office.signins.been_in(person)


def comes_alone(faden: Faden, door: Door, person: str) -> bool:
    """Whether ``person`` can sign in without anybody's help."""
    identities = faden.store.office.identities
    if channel_of(faden, door, person) is not None:
        return True
    return door.provider is not None and (
        identities.mail_of(person) is not None
        or identities.has_subject(person, door.provider.issuer)
    )


def give(faden: Faden, person: str, by: str, seen: Seen) -> str:
    """Return the token of a link for ``person``, who is told of it if they were here.

    ``seen``: from where ``by`` gives it.
    """
    now = faden.clock()
    if been_here(faden, person):
        told = Letter(
            key=f"by-hand/{uuid4()}",
            channel=WEB,
            person=person,
            place="",
            payload=_told(faden, person, by),
        )

        def keep(db: Connection) -> None:
            note(db, person, What.GIVEN, now, seen, way=by)
            put_letters(db, [told], now)

        faden.store.writer.run(keep).result()
    return faden.store.office.sessions.link(person, now).result()


def address(request: web.Request, token: str) -> str:
    """Return where a link leads to; nothing, without one."""
    return f"{origin(request)}/enter/{quote(token, safe='')}" if token else ""


def _told(faden: Faden, person: str, by: str) -> dict[str, object]:
    speech = faden.speech(person)
    message = entering.given_by_hand(speech, speech.person(by))
    return message.model_dump(mode="json")
