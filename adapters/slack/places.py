"""Places: where in Slack a letter goes (*Ort*).

A linked person's address is ``<team>/<user>``. The place of a letter is::

    ""                              directly to the person's address
    user/<team>/<user>              directly to somebody who is not linked
    thread/<channel>/<ts>           into the thread in which was asked
    home, home/<team>/<user>        the home page
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HOME: Final = "home"
THREAD: Final = "thread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A conversation; without ``channel`` the direct one with ``user``."""

    user: str = ""
    channel: str = ""
    thread: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Somebody's home page."""

    user: str

    @property
    def name(self) -> str:
        """What it is called as a message."""
        return f"{HOME}/{self.user}"


def place_of(place: str, address: str | None) -> Room | Home | None:
    """Return where a letter goes, ``None`` if its person is found nowhere.

    ``address`` is that of its person.
    """
    kind, _, rest = place.partition("/")
    if kind == THREAD:
        channel, _, thread = rest.partition("/")
        return Room(channel=channel, thread=thread)
    user = (rest or address or "").partition("/")[2]
    if not user:
        return None
    return Home(user=user) if kind == HOME else Room(user=user)


def is_home(name: str) -> bool:
    """Whether what Slack calls a message is a home page."""
    return name.startswith(f"{HOME}/")
