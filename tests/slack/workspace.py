"""Workspace: what the stand-in for Slack remembers: people, rooms, messages, views.

Ids look like Slack's, times are those of an injected clock. A message's ``ts`` is
unique, rises, and is its name within its room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import count
from typing import Any

from tests.slack.judge import Kind, complaints
from tests.slack.records import (
    RESPONSE_LIFE,
    TRIGGER_LIFE,
    Data,
    RefusedError,
    Response,
    Room,
    Trigger,
    User,
)


class Workspace:
    """One workspace with our app in it."""

    team = "T0AUEN"
    app = "A0FADEN"
    bot = "U0FADEN"
    bot_id = "B0FADEN"
    token = "xoxb-auenland"  # noqa: S105  (invented)
    secret = "ein-geheimnis-der-proben"  # noqa: S105  (invented)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        """Found it with nobody but the bot."""
        self.clock = clock
        self.revoked = False
        self.users: dict[str, User] = {}
        self.rooms: dict[str, Room] = {}
        self.views: dict[str, Data] = {}
        self.stacks: dict[str, list[str]] = {}  # by user, the views on top of another
        self.homes: dict[str, Data] = {}  # by user
        self.whispers: list[Data] = []  # ephemeral messages
        self.triggers: dict[str, Trigger] = {}
        self.responses: dict[str, Response] = {}
        self.complaints: list[str] = []
        self.scopes: set[str] = {"chat:write", "im:write", "im:history", "users:read"}
        self._numbers = count(1)
        self._last = 0
        self.users[self.bot] = User(self.bot, "faden", self.team, bot=True)

    def number(self) -> int:
        """Return a number that was never given before."""
        return next(self._numbers)

    def ts(self) -> str:
        """Return a new name for a message."""
        micros = max(self._last + 100, int(self.clock().timestamp() * 1_000_000))
        self._last = micros
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def user(
        self, name: str, *, team: str | None = None, tz: str = "Europe/Berlin"
    ) -> User:
        """Let somebody join; a guest from another ``team`` through Slack Connect."""
        one = User(f"U{self.number():04d}{name.upper()[:6]}", name, team or self.team)
        one.tz = tz
        self.users[one.id] = one
        return one

    def channel(self, name: str, *members: User, bot: bool = True) -> Room:
        """Make a channel."""
        inside = {one.id for one in members} | ({self.bot} if bot else set())
        room = Room(f"C{self.number():04d}{name.upper()[:6]}", name, inside)
        self.rooms[room.id] = room
        return room

    def direct(self, user: str) -> Room:
        """Return the direct message between the bot and ``user``."""
        known = (r for r in self.rooms.values() if r.direct and user in r.members)
        room = next(known, None)
        if room is None:
            room = Room(
                f"D{self.number():04d}", "direct", {user, self.bot}, direct=True
            )
            self.rooms[room.id] = room
        return room

    def person(self, user: object) -> User:
        """Return a user who can be written to."""
        one = self.users.get(str(user))
        if one is None:
            raise RefusedError("user_not_found")
        return one

    def room(self, channel: object) -> Room:
        """Return a room; a user's id names the direct one."""
        name = str(channel)
        if name in self.users:
            return self.direct(name)
        room = self.rooms.get(name)
        if room is None:
            raise RefusedError("channel_not_found")
        return room

    def add(self, room: Room, message: Mapping[str, Any]) -> Data:
        """Put a message into a room, under a new name."""
        known = {"type": "message", "team": self.team, "ts": self.ts()}
        stored = known | dict(message)
        for n, block in enumerate(stored.get("blocks") or []):
            block.setdefault("block_id", f"b{n}")
        room.messages.append(stored)
        return stored

    def message(self, room: Room, ts: object) -> Data:
        """Return the message called ``ts``."""
        found = next((one for one in room.messages if one["ts"] == ts), None)
        if found is None:
            raise RefusedError("message_not_found")
        return found

    def told(self, user: User) -> list[Data]:
        """Return what the bot has written to somebody directly, oldest first."""
        return [one for one in self.direct(user.id).messages if one["user"] == self.bot]

    def trigger(self, user: str) -> str:
        """Return what lets the app open a view for ``user``, within three seconds."""
        name = f"{self.number()}.trigger"
        self.triggers[name] = Trigger(user, self.clock() + TRIGGER_LIFE)
        return name

    def pull(self, name: object) -> str:
        """Use a trigger up; return whose it was."""
        trigger = self.triggers.get(str(name))
        if trigger is None:
            raise RefusedError("invalid_trigger_id")
        if trigger.used:
            raise RefusedError("exchanged_trigger_id")
        if self.clock() > trigger.until:
            raise RefusedError("expired_trigger_id")
        trigger.used = True
        return trigger.user

    def response(self, user: str, room: Room) -> str:
        """Return the name of an address for answers."""
        name = f"r{self.number()}"
        self.responses[name] = Response(user, room.id, self.clock() + RESPONSE_LIFE)
        return name

    def judge(self, kind: Kind, payload: Mapping[str, Any]) -> None:
        """Judge what is sent; a test with a complaint fails, whatever becomes of it."""
        found = complaints(kind, payload)
        if found:
            self.complaints += found
            message = kind is Kind.MESSAGE
            raise RefusedError("invalid_blocks" if message else "invalid_arguments")
