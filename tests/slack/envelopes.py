"""Envelopes: how Slack wraps what somebody did, and signs it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from tests.slack.records import Data, User
from tests.slack.workspace import Workspace

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Request:
    """One request of Slack's to our endpoint, signed when it is sent."""

    body: bytes
    kind: str
    retry: Mapping[str, str] = field(default_factory=dict)

    def again(self, number: int = 1, reason: str = "http_timeout") -> Request:
        """Return the same request as Slack's ``number``-th retry."""
        told = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        return replace(self, retry=told)

    def headers(self, secret: str, now: datetime) -> dict[str, str]:
        """Return the headers, signed as in docs.slack.dev/authentication."""
        at = str(int(now.timestamp()))
        base = b"v0:" + at.encode() + b":" + self.body
        digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
        signed = {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={digest}"}
        return {"Content-Type": self.kind} | signed | dict(self.retry)


@dataclass(frozen=True)
class Reply:
    """What our endpoint says."""

    status: int
    body: bytes

    @property
    def data(self) -> Data:
        """The body as JSON; nothing if it is empty."""
        return dict(json.loads(self.body or b"{}"))


def event_of(slack: Workspace, event: Data, user: User) -> Request:
    """Return what comes from the Events API; a guest brings the name of their team."""
    foreign = user.team != slack.team
    mine = {"user_team": user.team, "source_team": user.team} if foreign else {}
    bot = {"team_id": slack.team, "user_id": slack.bot, "is_bot": True}
    envelope: Data = {
        "token": "legacy",
        "team_id": slack.team,
        "api_app_id": slack.app,
        "event": event | mine,
        "type": "event_callback",
        "event_id": f"Ev{slack.number():06d}",
        "event_time": int(slack.clock().timestamp()),
        "authorizations": [bot | {"is_enterprise_install": False}],
        "is_ext_shared_channel": foreign,
    }
    return Request(json.dumps(envelope).encode(), JSON)


def interaction(slack: Workspace, kind: str, user: User, **more: object) -> Request:
    """Return a click, or a modal that was sent."""
    payload = {
        "type": kind,
        "user": {"id": user.id, "username": user.name, "team_id": user.team},
        "team": {"id": slack.team, "domain": "auenland"},
        "api_app_id": slack.app,
        "token": "legacy",
        "is_enterprise_install": False,
    }
    body = urlencode({"payload": json.dumps(payload | more)})
    return Request(body.encode(), FORM)


def escaped(text: str) -> str:
    """Return ``text`` as Slack hands it over."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def pressed(shown: Data, label: str) -> Data:
    """Return the action of the button or option called ``label``."""
    for block in shown["blocks"]:
        elements = block.get("elements") or [block.get("accessory") or {}]
        for element in elements:
            known: Data = {"block_id": block["block_id"], "type": element.get("type")}
            known |= {"action_id": element.get("action_id")}
            if _text(element) == label and element.get("type") == "button":
                return known | {"text": element["text"], "value": element.get("value")}
            for option in element.get("options", []):
                if _text(option) == label:
                    return known | {"selected_option": option}
    raise LookupError(label)


def _text(part: Mapping[str, Any]) -> str:
    """Return what stands on a part; in a context block it is text itself."""
    text = part.get("text") or ""
    return str(text.get("text", "")) if isinstance(text, Mapping) else str(text)


def filled(view: Data, values: Mapping[str, str]) -> Iterator[tuple[str, Data]]:
    """Return the state of a modal, by block id."""
    for block in view["blocks"]:
        element = block.get("element")
        if element is None:
            continue
        said = values.get(block["block_id"])
        options = [o for o in element.get("options", []) if _text(o) == said]
        state: Data = {"type": element["type"]}
        if "options" in element:
            state["selected_option"] = options[0] if options else None
        else:
            state["value"] = said
        yield block["block_id"], {element["action_id"]: state}
