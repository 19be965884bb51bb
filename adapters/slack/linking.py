"""Linking: how a user of Slack becomes a person of ours, and ends that (*Verbinden*).

::

    stranger --"verbinden CODE"--> linked --"trennen"--> stranger
                                   linked --"anmelden"--> a link comes, in a letter

Only the code counts, which was shown to somebody signed in: names and mail addresses
that Slack knows prove nothing.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Final

import structlog

from adapters.main import Faden
from adapters.office.codes import Linked, Void, redeem
from adapters.office.entering import letter
from adapters.office.outbox import put_letters
from adapters.office.sessions import LINKS
from bots.grammar.queries import asks_to_sign_in
from bots.locale import N_

CHANNEL: Final = "slack"
STRANGER: Final = N_(
    "Good day! I am Faden, and I do not know yet who you are. Please open Faden in the "
    "browser, choose “Connect with Slack” there, and write to me what it shows: "
    "connect CODE. If you have no access yet, your coordination gives you one."
)
_CONNECT: Final = re.compile(
    r"(?:verbinden|verbinde|connect|link)[\s:]+([A-Z0-9]{4}[-–—][A-Z0-9]{4})",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"(?:trennen|disconnect|unlink)\s*[.!]?", re.IGNORECASE)
_VOID: Final = {
    Void.UNKNOWN: N_(
        "I do not know this code. Please open Faden in the browser, choose “Connect "
        "with Slack” and write to me what it shows."
    ),
    Void.USED: N_(
        "This code was used already. Please get a new one in the browser under "
        "“Connect with Slack”."
    ),
    Void.OVER: N_(
        "This code was good for ten minutes, which are over. Please get a new one in "
        "the browser under “Connect with Slack”."
    ),
    Void.TOO_MANY: N_(
        "Those were too many wrong codes. Please wait for an hour, then get a new one "
        "in the browser under “Connect with Slack”."
    ),
}

log = structlog.get_logger()


class Linking:
    """Who is who."""

    def __init__(self, faden: Faden, linked: Callable[[str], None]) -> None:
        """Use the codes of ``faden``; call ``linked`` with an address that is new."""
        self._faden = faden
        self._linked = linked

    async def person(self, address: str) -> str | None:
        """Return who is at ``address``."""
        addresses = self._faden.store.office.addresses
        return await asyncio.to_thread(addresses.person, CHANNEL, address)

    async def asked(self, address: str, text: str) -> str | None:
        """Link, unlink or let in, if ``text`` asks for it; return what to say then.

        Raises:
            Refusal: nothing was done.
        """
        if found := _CONNECT.fullmatch(text):
            return await self._connect(address, found[1])
        if _PART.fullmatch(text):
            return await self._part(address)
        if asks_to_sign_in(text):
            return await self._enter(address)
        return None

    async def _enter(self, address: str) -> str:
        """Send a link into the direct message of whoever asks, not many at a time."""
        person = await self.person(address)
        if person is None:
            return self._faden.speech(None).translate(STRANGER)
        speech = await asyncio.to_thread(self._faden.speech, person)
        office, now = self._faden.store.office, self._faden.clock()
        if await asyncio.to_thread(office.sessions.links, person, now) >= LINKS:
            return speech.translate(
                N_(
                    "You got several links just now. Please use one of them, or wait "
                    "for ten minutes."
                )
            )
        one = letter(person, CHANNEL, speech)
        await self._faden.store.writer.do(lambda db: put_letters(db, [one], now))
        self._faden.send()
        return speech.translate(N_("The link comes as a direct message to you alone."))

    async def _connect(self, address: str, code: str) -> str:
        now = self._faden.clock()
        result = await self._faden.store.writer.do(
            lambda connection: redeem(connection, CHANNEL, code, address, now)
        )
        if isinstance(result, Void):
            return self._faden.speech(None).translate(_VOID[result])
        log.info("slack linked", person=result.person)
        self._linked(address)
        return await asyncio.to_thread(self._welcome, result)

    def _welcome(self, linked: Linked) -> str:
        speech = self._faden.speech(linked.person)
        card = self._faden.store.vault.cards([linked.person]).get(linked.person)
        name = card.name if card else speech.person(linked.person)
        return speech.words(
            N_(
                "You are connected: here I know you as {name}, and from now on I write "
                "to you here. “Help” shows what you can write; “disconnect” ends the "
                "connection."
            ),
            name=name,
        )

    async def _part(self, address: str) -> str:
        person = await self.person(address)
        if person is None:
            return self._faden.speech(None).translate(STRANGER)
        addresses = self._faden.store.office.addresses
        await asyncio.wrap_future(addresses.unlink(person, CHANNEL))
        log.info("slack unlinked", person=person)
        speech = await asyncio.to_thread(self._faden.speech, person)
        return speech.translate(
            N_(
                "The connection has ended: here I do not know you any more, and I "
                "write to you in the browser. A new code connects again."
            )
        )
