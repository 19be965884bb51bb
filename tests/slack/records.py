"""Records: what a workspace of the stand-in is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

TRIGGER_LIFE: Final = timedelta(seconds=3)
RESPONSE_LIFE: Final = timedelta(minutes=30)
RESPONSES: Final = 5  # uses of a response_url

Data: TypeAlias = dict[str, Any]


class RefusedError(Exception):
    """Slack says no; ``code`` is what stands in ``error``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class User:
    """Somebody; ``team`` is another workspace's id for guests of Slack Connect."""

    id: str
    name: str
    team: str
    tz: str = "Europe/Berlin"
    locale: str = "de-DE"
    bot: bool = False
    deleted: bool = False


@dataclass
class Room:
    """A channel, or a direct message between the bot and one member."""

    id: str
    name: str
    members: set[str]
    direct: bool = False
    archived: bool = False
    messages: list[Data] = field(default_factory=list)


@dataclass
class Trigger:
    """Lets a view be opened once, for three seconds."""

    user: str
    until: datetime
    used: bool = False


@dataclass
class Response:
    """An address to which a command or a click may be answered."""

    user: str
    room: str
    until: datetime
    left: int = RESPONSES
