"""What is promised or asked because of a decision: "B7 wir sagen zu: …" (*Folge*)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bots.grammar.commitments import Offer, Request
from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line, headed
from bots.grammar.intents import Parsed
from bots.grammar.item import Item

_TURNED: Final = rx(
    r"^(?:dazu\s|dafür\s)?(?:sagen\swir|sage\sich)(?:\shiermit|\sgern|\sgerne)?\szu"
    r"(?=\s*[:,])"
)
_HEAD: Final = rx(
    r"^(?:angebot\b|wir\sbieten\san|(?:wir\ssagen|ich\ssage)\b|offer\b|we\soffer|"
    r"(?:we|i)\s(?:hereby\s)?promise|bitte\s?,?\s?an\b|request\sto\b)"
)


def following(item: Item) -> Parsed | None:
    """Read an offer or a request behind the number of its decision."""
    said = fold(item.body)
    body = item.body
    if (turned := _TURNED.match(said)) is not None:
        body = f"Wir sagen zu{body[turned.end() :]}"
    elif _HEAD.match(said) is None:
        return None
    found = headed(Line(body, item.today, item.names, item.on_behalf))
    if isinstance(found, Offer | Request) and not found.cites:
        return replace(found, cites=item.ref)
    return found
