"""Lines about information and concerns, as in ``I3 stimmt`` (German: *Information*)."""

from __future__ import annotations

from typing import Final

from bots.grammar.commitments import Agree, Withdraw
from bots.grammar.common import common, unknown
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.intents import Parsed
from bots.grammar.item import Item
from bots.grammar.manners import bare
from bots.grammar.matters import Answer

_TRUE: Final = rx(
    r"(?:das\s)?(?:stimmt|bestätigt|bestätigen\s(?:wir|das)|können\swir\sbestätigen|"
    r"trifft\s(?:auch\s)?(?:bei\suns\s)?zu|ist\sbei\suns\s(?:auch\s)?so|einverstanden|"
    r"passt|confirmed|we\s(?:can\s)?confirm|true|right|agreed)"
)
_GONE: Final = rx(
    r"(?:zurückziehen|zurückgezogen|widerrufen|gilt\snicht\smehr|stimmt\snicht\smehr|"
    r"withdraw|withdrawn|no\slonger\strue)(?:\s*[:,-]\s*(?P<t>.+))?"
)
_ANSWER: Final = rx(r"(?:antwort|answer)\s*[:,-]\s*(?P<t>.+)")


def on_information(item: Item) -> Parsed:
    """Read a line about something told: confirm, withdraw, answer a concern."""
    found = common(item)
    if found is not None:
        return found
    core = bare(item.body)
    if _TRUE.fullmatch(fold(core)):
        return Agree(ref=item.ref, on_behalf=item.on_behalf)
    gone = _GONE.fullmatch(fold(core))
    if gone is not None:
        said = tidy(core[gone.start("t") :]) if gone["t"] else ""
        return Withdraw(ref=item.ref, text=said, on_behalf=item.on_behalf)
    answer = _ANSWER.fullmatch(fold(item.body))
    text = tidy(item.body[answer.start("t") :]) if answer else tidy(item.body)
    if text and (answer or item.colon):
        return Answer(ref=item.ref, text=text, on_behalf=item.on_behalf)
    return unknown(item)
