"""People: what somebody does in Slack, as the signed request that Slack makes of it.

Each act changes the workspace and returns a ``Request`` for our endpoint; ``again``
makes the same one as a retry, with the same event id. Sending it is the test's part:
``send`` does so over HTTP.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.client import HTTPConnection
from typing import Final
from urllib.parse import urlencode, urlsplit

from tests.slack.envelopes import (
    FORM,
    Reply,
    Request,
    escaped,
    event_of,
    filled,
    interaction,
    pressed,
)
from tests.slack.judge import Kind
from tests.slack.records import Data, Room, User
from tests.slack.simulator import Simulator
from tests.slack.views import put_view

_TIMEOUT: Final = 30.0  # seconds


class People:
    """Everybody who uses Slack."""

    def __init__(self, slack: Simulator) -> None:
        """Act in the workspace of ``slack``."""
        self._simulator = slack
        self._slack = slack.workspace

    def send(self, request: Request, url: str) -> Reply:
        """Send ``request`` to ``url``, and judge the view in the answer, if any."""
        parts = urlsplit(url)
        connection = HTTPConnection(str(parts.hostname), parts.port, timeout=_TIMEOUT)
        headers = request.headers(self._slack.secret, self._slack.clock())
        try:
            connection.request("POST", parts.path, request.body, headers)
            answer = connection.getresponse()
            reply = Reply(answer.status, answer.read())
        finally:
            connection.close()
        self.judge(reply.body)
        return reply

    def judge(self, body: bytes) -> None:
        """Judge the view in the answer to a request, if there is one."""
        view = json.loads(body).get("view") if body.startswith(b"{") else None
        if view is not None:
            self._slack.judge(Kind.MODAL, view)

    def say(self, user: User, text: str, thread: str | None = None) -> Request:
        """Write to the bot directly."""
        room = self._slack.direct(user.id)
        said: Data = {"user": user.id, "text": escaped(text), "client_msg_id": "c"}
        if thread is not None:
            said["thread_ts"] = thread
        message = self._slack.add(room, said)
        return event_of(self._slack, self._message(room, message), user)

    def mention(
        self, user: User, room: Room, text: str, thread: str | None = None
    ) -> Request:
        """Write ``@faden …`` in a channel."""
        said: Data = {"user": user.id, "text": f"<@{self._slack.bot}> {escaped(text)}"}
        if thread is not None:
            said["thread_ts"] = thread
        message = self._slack.add(room, said)
        return event_of(self._slack, self._message(room, message, "app_mention"), user)

    def edit(self, user: User, ts: str, text: str) -> Request:
        """Change what was written to the bot."""
        room = self._slack.direct(user.id)
        message = self._slack.message(room, ts)
        before = dict(message)
        message["text"] = escaped(text)
        message["edited"] = {"user": user.id, "ts": self._slack.ts()}
        return self._changed(room, user, "message_changed", message, before)

    def delete(self, user: User, ts: str) -> Request:
        """Delete what was written to the bot."""
        room = self._slack.direct(user.id)
        message = self._slack.message(room, ts)
        room.messages.remove(message)
        return self._changed(room, user, "message_deleted", None, message)

    def echo(self, user: User, message: Data) -> Request:
        """Return the event by which the bot hears of its own message."""
        room = self._slack.direct(user.id)
        return event_of(self._slack, self._message(room, message), user)

    def look_home(self, user: User) -> Request:
        """Open the app's home page."""
        opened: Data = {"type": "app_home_opened", "user": user.id, "tab": "home"}
        opened |= {"channel": self._slack.direct(user.id).id}
        return event_of(self._slack, opened | {"event_ts": self._slack.ts()}, user)

    def command(self, user: User, text: str, room: Room | None = None) -> Request:
        """Type ``/faden …``."""
        where = room or self._slack.direct(user.id)
        fields = {
            "token": "legacy",
            "team_id": user.team,
            "team_domain": "auenland",
            "channel_id": where.id,
            "channel_name": "directmessage" if where.direct else where.name,
            "user_id": user.id,
            "user_name": user.name,
            "command": "/faden",
            "text": text,
            "api_app_id": self._slack.app,
            "is_enterprise_install": "false",
            "response_url": self._response(user, where),
            "trigger_id": self._slack.trigger(user.id),
        }
        return Request(urlencode(fields).encode(), FORM)

    def press(
        self, user: User, message: Data, label: str, room: Room | None = None
    ) -> Request:
        """Press the button called ``label``, or choose that from a list."""
        where = room or self._slack.direct(user.id)
        action = pressed(message, label) | {"action_ts": self._slack.ts()}
        container = {"type": "message", "message_ts": message["ts"]}
        return interaction(
            self._slack,
            "block_actions",
            user,
            container=container | {"channel_id": where.id, "is_ephemeral": False},
            channel={"id": where.id, "name": where.name},
            message=message,
            actions=[action],
            response_url=self._response(user, where),
            trigger_id=self._slack.trigger(user.id),
        )

    def press_at_home(self, user: User, label: str) -> Request:
        """Press a button of the home page."""
        view = self._slack.homes[user.id]
        return interaction(
            self._slack,
            "block_actions",
            user,
            container={"type": "view", "view_id": view["id"]},
            view=view,
            actions=[pressed(view, label) | {"action_ts": self._slack.ts()}],
            trigger_id=self._slack.trigger(user.id),
        )

    def submit(self, user: User, view: Data, values: Mapping[str, str]) -> Request:
        """Send a modal, filled in by block id; choices by what their option says."""
        said = dict(filled(view, values))
        return interaction(
            self._slack,
            "view_submission",
            user,
            view=view | {"state": {"values": said}},
            response_urls=[],
            trigger_id=self._slack.trigger(user.id),
        )

    def top(self, user: User) -> Data:
        """Return the view that ``user`` sees on top."""
        return self._slack.views[self._slack.stacks[user.id][-1]]

    def show(self, user: User, view: Data) -> Data:
        """Lay the view of an answer (``response_action: push``) on top."""
        return put_view(self._slack, user.id, view)

    def _response(self, user: User, room: Room) -> str:
        name = self._slack.response(user.id, room)
        return f"{self._simulator.address}/respond/{name}"

    def _message(self, room: Room, message: Data, kind: str = "message") -> Data:
        where = "im" if room.direct else "channel"
        told = message | {"type": kind, "channel": room.id, "channel_type": where}
        return told | {"event_ts": message["ts"]}

    def _changed(
        self, room: Room, user: User, subtype: str, new: Data | None, old: Data
    ) -> Request:
        event: Data = {"type": "message", "subtype": subtype, "channel": room.id}
        event |= {"channel_type": "im", "hidden": True, "previous_message": old}
        event |= {"message": new} if new else {"deleted_ts": old["ts"]}
        ts = self._slack.ts()
        return event_of(self._slack, event | {"ts": ts, "event_ts": ts}, user)
