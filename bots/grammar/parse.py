"""The chat grammar (German first): one line in, one of three answers out.

::

    typed --code, quotes, greeting--> command --"für Steintal, Telefon"--> words
    words --Z34 …--> commitment    --B7 …--> decision    --F12 …--> ask
          --Bitte an …: --> request, offer, ask          --Info: --> telling
          --Was ist offen?--> question                   --else--> Unknown

The caller supplies ``today``; nothing here reads a clock or writes anything.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Final

from rapidfuzz import fuzz, process

from bots.grammar.answers import AskBack, Question, Unknown
from bots.grammar.bodies import body_first, town_first
from bots.grammar.choosing import choosing
from bots.grammar.clocks import held
from bots.grammar.common import common, unknown
from bots.grammar.dates import Found, Session, find_date
from bots.grammar.devices import devices
from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line, headed
from bots.grammar.helping import called, helps
from bots.grammar.intents import Parsed
from bots.grammar.item import Item, item_in, refs_in
from bots.grammar.lines import command_of
from bots.grammar.manners import bare, contradicts
from bots.grammar.meetings import meetings
from bots.grammar.names import DEMO, Names, Stranger
from bots.grammar.on_ask import on_ask
from bots.grammar.on_commitment import on_commitment
from bots.grammar.on_decision import on_decision
from bots.grammar.on_information import on_information
from bots.grammar.plainly import plainly
from bots.grammar.queries import query
from bots.grammar.questions import about_item
from bots.grammar.said import OfItem
from bots.grammar.several import several
from bots.grammar.speaker import spoken
from bots.grammar.tellings import telling
from bots.grammar.verb_first import verb_first

MAX_LENGTH: Final = 4000  # characters; nobody types longer commands
_NEAR: Final = 60  # per cent of fuzz.token_set_ratio
_ALIKE: Final = 80  # per cent of fuzz.ratio: "offn" and "offen"
_TELLING: Final = re.compile(
    r"(?!haben\b|alle\b)\w{4,}"
)  # words that tell commands apart
_YES_BUT: Final = rx(
    r"(?:ja|yes|einverstanden|agreed|(?:wir\s)?stimmen\szu|zugestimmt|dafür)\b[\s,.;:–-]*"
    r"(?:aber\s|but\s)?(?:nur\s|only\s)?(?:mit|unter|with|under)\s(?:(?:der|den|dem|the|"
    r"folgende[rn]?|einer|a)\s)?(?:maßgaben?|auflagen?|bedingung(?:en)?|vorbehalt|conditions?)"
)
_COMMANDS: Final = (
    "Abfrage an alle: …",
    "Bitte an …: … bis …",
    "Angebot: …",
    "Beschlussvorschlag: …",
    "Sitzung am … um … in …",
    "Buche … vom … bis …",
    "Notfall: …",
    "Info: …",
    "Fördererfahrung: …",
    "Sorge: …",
    "Zielkonflikt: …",
    "Was haben wir zu … entschieden?",
    "Wer macht …?",
    "Was hat … zugesagt?",
    "Was wissen wir zu …?",
    "Was ist offen?",
    "Was bringt uns das?",
    "Überblick",
    "Urlaub bis …",
    "Rückblick: …",
    "zurücknehmen",
    "Hilfe",
)


def parse(
    text: str, today: date, names: Names = DEMO, *, about: str | None = None
) -> Parsed:
    """Return the intent of a message, a question back, or ``Unknown``.

    ``about`` is the item whose thread or card is answered: a line that names no item
    is then read as if it began with it.
    """
    if len(text) > MAX_LENGTH:
        return Unknown()
    command = command_of(text)
    if not command:
        return Unknown()
    told = spoken(command, names)
    if isinstance(told, Stranger):
        return AskBack(
            question=Question.WHICH_ORGANISATION, phrase=told.typed, choices=told.likely
        )
    parsed = _parsed(Line(told.text, today, names, told.on_behalf))
    if not isinstance(parsed, AskBack | Unknown) and several(
        told.text, lambda line: _parsed(Line(line, today, names, None))
    ):
        return AskBack(question=Question.ONE_AT_A_TIME)
    if isinstance(parsed, Unknown) and about and not refs_in(told.text):
        again = _parsed(Line(f"{about} {told.text}", today, names, told.on_behalf))
        return replace(again, due=parsed.due) if isinstance(again, Unknown) else again
    if isinstance(parsed, Unknown) and _YES_BUT.match(fold(told.text)):
        return AskBack(question=Question.WHICH_ITEM, phrase=told.text)
    return parsed


def _parsed(line: Line) -> Parsed:
    for early in (held, helps, about_item):
        if (asked := early(line)) is not None:
            return asked
    for text in dict.fromkeys((line.text, bare(line.text))):
        item = (
            item_in(text, line.today, line.names)
            or body_first(text, line)
            or town_first(text, line)
            or verb_first(text, line)
        )
        if isinstance(item, AskBack):
            return item
        if item is not None:
            return _about(replace(item, on_behalf=line.on_behalf or item.on_behalf))
    for reader in (choosing, devices, meetings, telling, headed, query, plainly):
        found = reader(line)
        if found is not None:
            return found
    return _nothing(line)


def _about(item: Item) -> Parsed:
    match item.letter:
        case "Z":
            found = on_commitment(item)
        case "B":
            found = on_decision(item)
        case "F":
            found = on_ask(item)
        case "I":
            found = on_information(item)
        case _:
            found = common(item) or unknown(item)
    if isinstance(found, OfItem) and contradicts(item.body, found.NAME):
        question = Question.CONTRADICTING_VERBS
        return item.ask(question, understood=found.NAME, phrase=item.body)
    if isinstance(found, Unknown):
        dated = find_date(item.body, item.today)
        due = dated.day if isinstance(dated, Found) else None
        return replace(found, due=due, session=isinstance(dated, Session))
    return found


def _nothing(line: Line) -> Unknown:
    if call := called(line.text):
        return Unknown(suggestions=(f"Notfall: {call}",))
    outcome = find_date(line.text, line.today)
    said = fold(line.text)[:80]
    near = [command for command in _COMMANDS if _is_near(said, fold(command))]
    ranked = process.extract(
        said, near, scorer=fuzz.token_set_ratio, processor=fold, limit=3
    )
    return Unknown(
        suggestions=tuple(command for command, _, _ in ranked),
        due=outcome.day if isinstance(outcome, Found) else None,
        session=isinstance(outcome, Session),
    )


def _is_near(said: str, command: str) -> bool:
    """Tell whether ``command`` may be meant: what is far would only mislead."""
    if fuzz.token_set_ratio(said, command) >= _NEAR:
        return True
    telling = _TELLING.findall(command)
    pairs = product(_TELLING.findall(said), telling)
    return any(fuzz.ratio(one, other) >= _ALIKE for one, other in pairs)


__all__ = ["DEMO", "MAX_LENGTH", "Names", "parse"]
