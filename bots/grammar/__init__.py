"""Chat grammar: what a line says, German first (German: *Befehle*).

::

    parse(text, today, names)   an intent, AskBack or Unknown
    to_json(result)             its wire form, as ``faden parse`` prints it
    reply_to_card(text)         ja, nein, ändern: …, fertig heißt: …, 2
    find_date(text, today)      the one deadline of a text
"""

from __future__ import annotations

from bots.grammar.cards import reply_to_card
from bots.grammar.dates import find_date
from bots.grammar.names import DEMO, Names
from bots.grammar.parse import MAX_LENGTH, parse
from bots.grammar.wire import to_json

__all__ = [
    "DEMO",
    "MAX_LENGTH",
    "Names",
    "find_date",
    "parse",
    "reply_to_card",
    "to_json",
]
