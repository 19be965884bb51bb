"""Questions for what is known: ``Was wissen wir zu …?``, ``Überblick Forum Wasser``."""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.fold import fold, rx, tidy
from bots.grammar.forums import named
from bots.grammar.heads import Line
from bots.grammar.inquiries import Digest, Status, WhatIsOpen, WhatKnown
from bots.grammar.intents import Parsed
from bots.grammar.item import refs_in

TO: Final = (
    r"(?:zu[mr]?|über|beim?|in\ssachen|wegen|für|betreffend|on|about|regarding|for)"
)
OWN: Final = r"(?:mir|uns|mich|me|us)"  # who asks: never a topic
SHOW: Final = (
    r"(?:(?:bitte\s)?(?:(?:zeig\w*|gib|nenn\w*|sag\w*|list\w*|show|give|tell|list)\s)"
    r"(?:(?:mir|uns|me|us|mal|bitte|einmal|doch|please)\s)*)"
)
_OVERVIEW: Final = rx(
    r"(?:bitte\s)?(?:(?:zeig\w*|gib|show|give)\s)?(?:(?:mir|me|den|der|die|das|einen|eine|an|a|the)\s)*"
    r"(?:überblick|übersicht|zusammenfassung|monatsblick|digest|lagebericht|overview|summary)\s"
    r"(?:(?:zu[mr]?|vom|von|des|der|für|über|im|of|for|on)\s)?(?P<t>[^:]{2,80})|"
    r"was\sgibt(?:'s|\ses)\sneues\s(?:im|in|aus|vom)\s(?P<t2>[^:]{2,80})|"
    r"what's\snew\s(?:in|at)\s(?P<t3>[^:]{2,80})"
)
_KNOWN: Final = rx(
    r"(?:was\s(?:wissen\swir|weiß\s(?:man|faden)|weißt\sdu|wisst\sihr|haben\swir)\s"
    rf"(?:denn\s|eigentlich\s|alles\s|schon\s|bisher\s)*{TO}\s(?P<a>.+)|"
    rf"was\sist\s(?:uns\s|alles\s|schon\s)*bekannt\s{TO}\s(?P<b>.+)|"
    r"(?:gibt\ses|haben\swir|wissen\swir)\s(?:schon\s|bereits\s)*(?:etwas|was|infos?|informationen|"
    rf"erfahrungen|erkenntnisse)\s(?:mit|{TO})\s(?P<c>.+)|"
    rf"{SHOW}?(?:alle?s?\s)?(?:alles|infos|informationen|erfahrungen|erkenntnisse),?"
    rf"(?:\swas\s(?:wir|ihr))?\s(?:mit|{TO})\s(?P<d>.+?)(?:\s(?:haben|habt|wissen|da\sist))?|"
    r"was\släuft\s(?:denn\s|gerade\s|alles\s)*(?:mit|bei|zu[mr]?|in)\s(?P<j>.+)|"
    r"(?:suche?|finde)\s(?:nach\s)?(?P<e>.+)|"
    r"what\s(?:do\swe|does\sanyone|do\syou)\sknow\s(?:about|on|of)\s(?P<f>.+)|"
    r"what\sis\sknown\s(?:about|on|of)\s(?P<g>.+)|"
    rf"(?:{SHOW}|(?:do\swe\s(?:know|have)|is\sthere)\s)?(?:anything|everything|information)\s(?:about|on)\s"
    r"(?P<h>.+)|search\s(?:for\s)?(?P<i>.+))"
)


_MYSELF: Final = rx(rf"{OWN}(?:\s(?:selbst|allen?|ourselves|noch|so|gerade))*")
_ARTICLE: Final = rx(r"(?:der|die|das|dem|den|des|the)\s(?=\S)")


def overview(line: Line, text: str, asked: str) -> Parsed | None:
    """Read ``Überblick Forum Wasser``; of anything else it is what is known."""
    found = _OVERVIEW.fullmatch(asked)
    if found is None:
        return None
    about = topic(text, found, "t", "t2", "t3")
    if forum := named(about, line.names):
        return Digest(forum=forum)
    if fold(about).startswith("forum "):
        return Digest(forum=about)  # one that nobody knows; the answer says so
    return _asked_for(about)


def known(_: Line, text: str, asked: str) -> Parsed | None:
    """Read ``Was wissen wir zu …?``."""
    found = _KNOWN.fullmatch(asked)
    return _asked_for(topic(text, found, *"abcdefghij")) if found else None


def _asked_for(about: str) -> Parsed:
    """Take what is named by its number for the item itself; oneself is no topic."""
    refs = refs_in(about)
    if refs:
        return Status(ref=refs[0])
    return WhatKnown(text=about) if about else WhatIsOpen()


def topic(text: str, found: re.Match[str], *groups: str) -> str:
    """Return what the first group that is there holds, as it was typed."""
    for group in groups:
        if found[group]:
            return topical(text[slice(*found.span(group))])
    return ""


def topical(typed: str) -> str:
    """Return a topic without its article; empty where it is only who asks."""
    said = tidy(typed).strip(" ?")
    if _MYSELF.fullmatch(fold(said)):
        return ""
    article = _ARTICLE.match(fold(said))
    return said[article.end() :] if article else said
