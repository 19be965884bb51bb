"""Counter: takes in what people do in Slack (*Schalter*).

::

    act --of somebody linked--> inbox, then the acknowledgement
        --of a stranger--> a friendly line through the outbox, nothing else is kept
        --about the link itself--> done at once; see linking.py

Nothing here calls Slack: what is said goes through the outbox, or back in the answer
to a slash command.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace

from adapters.main import Faden
from adapters.office.outbox import Letter, put_letters
from adapters.office.reception import Incoming, Reception
from adapters.slack.acts import Act
from adapters.slack.linking import CHANNEL, STRANGER, Linking
from adapters.slack.plain import mentioned, plain
from adapters.slack.workspace import Workspace
from bots.heard import TextSaid, clean
from bots.message import Message, Span, Text


class Counter:
    """Where people's acts in Slack arrive."""

    def __init__(
        self, faden: Faden, workspace: Workspace, linked: Callable[[str], None]
    ) -> None:
        """Keep what arrives in ``faden``; ``linked`` gets an address that is new."""
        self.faden = faden
        self.linking = Linking(faden, linked)
        self._workspace = workspace
        self._reception = Reception(faden.store.writer)

    async def take(self, act: Act) -> str | None:
        """Keep ``act``; return whose it was, ``None`` for a stranger's.

        Raises:
            Refusal: too much waits, or the store is away; nothing was kept.
        """
        act = await self._plain(act)
        incoming = Incoming(
            ref=act.ref,
            channel=CHANNEL,
            address=act.address,
            place=act.place,
            of=act.of,
            at=self.faden.clock(),
        )
        person = await self._reception.take(incoming)
        if person is not None:
            self.faden.dispatcher.wake()
        return person

    async def hear(self, act: Act) -> None:
        """Take ``act`` in; whatever is to be said at once becomes a letter.

        Raises:
            Refusal: nothing was done.
        """
        said = await self.aside(act)
        if said is None and await self.take(act) is None:
            said = self.faden.speech(None).translate(STRANGER)
        if said is not None:
            await self._write(act, said)

    async def aside(self, act: Act) -> str | None:
        """Link, unlink or let in, if ``act`` asks for it; return what to say then.

        Raises:
            Refusal: nothing was done.
        """
        if not isinstance(act.heard, TextSaid):
            return None
        text = plain(act.text, {}, self._bot)
        return await self.linking.asked(act.address, text)

    async def _plain(self, act: Act) -> Act:
        """Return ``act`` with its text as the person saw it."""
        if not isinstance(act.heard, TextSaid):
            return act
        text = clean(plain(act.text, await self._names(act), self._bot))
        return replace(act, heard=act.heard.model_copy(update={"text": text}))

    async def _names(self, act: Act) -> Mapping[str, str]:
        """Return what those are called whom a message mentions, as far as we know."""
        users = [user for user in mentioned(act.text) if user != self._bot]
        if not users:
            return {}
        team = act.address.partition("/")[0]
        return await asyncio.to_thread(self._called, {u: f"{team}/{u}" for u in users})

    def _called(self, users: Mapping[str, str]) -> Mapping[str, str]:
        store = self.faden.store
        found = {
            user: store.office.addresses.person(CHANNEL, address)
            for user, address in users.items()
        }
        known = {user: who for user, who in found.items() if who is not None}
        cards = store.vault.cards(known.values())
        return {u: cards[who].name for u, who in known.items() if who in cards}

    async def _write(self, act: Act, said: str) -> None:
        """Put a line to whoever acted into the outbox, once."""
        text = Text(spans=(Span(text=said),))
        kind = "home" if act.heard.kind == "home" else "user"
        letter = Letter(
            key=f"{act.ref}/aside",
            channel=CHANNEL,
            person="",
            place=f"{kind}/{act.address}",
            payload=Message(parts=(text,)).model_dump(mode="json"),
        )
        now = self.faden.clock()
        await self.faden.store.writer.do(
            lambda connection: put_letters(connection, [letter], now)
        )
        self.faden.send()

    @property
    def _bot(self) -> str:
        identity = self._workspace.identity
        return identity.bot if identity is not None else ""
