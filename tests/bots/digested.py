"""Digested: what has happened before a digest, and what it then says."""

from __future__ import annotations

from bots.message import Message, Text
from tests.auenland import Auenland

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 26.3."


def promised(here: Auenland) -> None:
    """Let Lindgrund promise Z1 by the 26th of March."""
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    here.say("p-lange", "Z1 machen wir")
    here.say("p-lange", "ja")


def kept(here: Auenland) -> None:
    """Let it be done, and accepted."""
    promised(here)
    here.say("p-lindner", "Z1 erledigt: liegt im Ordner Wasser")
    here.say("p-kern", "Z1 passt")
    here.say("p-kern", "ja")


def newest(here: Auenland, who: str) -> Message:
    return here.thread(who)[-1][1]


def lines(message: Message) -> list[str]:
    return [part.plain for part in message.parts if isinstance(part, Text)]


def overview(here: Auenland, who: str, line: str = "Überblick") -> list[str]:
    here.say(who, line)
    return lines(newest(here, who))
