"""Lines with a keyword and free text: decisions, knowledge, links."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.bookings import book
from bots.grammar.citations import without_lead
from bots.grammar.fold import fold, rx
from bots.grammar.forums import taken_out
from bots.grammar.heads import Line
from bots.grammar.intents import Parsed
from bots.grammar.item import refs_in
from bots.grammar.matters import (
    Concern,
    Correct,
    Emergency,
    FrameworkChange,
    FundingExperience,
    Inform,
    Link,
    LinkKind,
    Reflect,
)
from bots.grammar.proposals import propose

_LINKS: Final = (
    (LinkKind.CONFLICT, "zielkonflikt|konflikt|goal\\sconflict|conflict"),
    (
        LinkKind.COMPETITION,
        "konkurrenz|ressourcenkonkurrenz|flächenkonkurrenz|competition",
    ),
    (LinkKind.SYNERGY, "synergien?|synergy|synergies"),
    (LinkKind.DEPENDENCY, "abhängigkeit|dependency|depends"),
    (LinkKind.DUPLICATE, "doppelung|dopplung|doppelarbeit|duplicate|duplication"),
    (LinkKind.PARALLEL, "parallelstruktur(?:en)?|parallel(?:\\sstructures?)?"),
    (LinkKind.SUPPORTS, "unterstützt|unterstützung|supports?"),
)
_SEP: Final = r"\s*(?::|\s-\s)\s*"
_TOPIC: Final = rx(
    r"^(?P<k>info|hinweis|sorge|bedenken|förder-?erfahrung|zielkonflikt|konflikt|konkurrenz|"
    r"synergie|abhängigkeit|doppe?lung|parallelstruktur|concern|conflict|synergy|notfall|"
    r"(?:neue\s)?rahmenbedingung(?:en)?(?:\sgeändert)?|framework\schange)"
    r"\s(?:zu[mr]?|zwischen|bei|in|im|about|on|between|[bzfirkvm]\s?\d)[^:\n]{1,60}:\s*\S"
)
_EMERGENCY: Final = rx(
    r"^(?:notfall|akuter\snotfall|emergency|urgent|sos|notruf)"
    r"(?P<all>\s(?:an|to)\s(?:alle|all|everybody))?\s*(?::|!+|\s-|,)\s*"
)
_LINE: Final = r"^(?:{})" + _SEP
_FREE: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "inform",
        rx(
            _LINE.format(
                r"(?:zur\s|eine\s|kurze\s)?(?:info(?:rmation)?s?|kenntnis)|z\.?\s?k\.?|hinweis|fyi|note|"
                r"neuigkeit|mitteilung"
            )
        ),
    ),
    (
        "framework",
        rx(
            _LINE.format(
                r"(?:neue\s|geänderte\s)?rahmenbedingung(?:en)?(?:\s(?:hat|haben)\ssich)?"
                r"(?:\sgeändert)?|(?:changed?\sof\s)?framework(?:\s(?:change|changed|condition))?"
            )
        ),
    ),
    (
        "funding",
        rx(
            _LINE.format(
                r"förder-?\s?erfahrung(?:en)?|erfahrung\s(?:mit\s)?förderung|funding\sexperience|"
                r"experience\swith\sfunding|fördertipp"
            )
        ),
    ),
    (
        "concern",
        rx(
            _LINE.format(
                r"(?:unsere\s|meine\s|große\s)?(?:sorgen?|bedenken|befürchtung(?:en)?)|(?:our\s|my\s)?"
                r"(?:concerns?|worry|worries)"
            )
        ),
    ),
    (
        "reflect",
        rx(
            _LINE.format(
                r"rückblick|rückschau|reflexion|retro(?:spektive)?|retrospective|look(?:ing)?\s?back|"
                r"reflection|reflect"
            )
        ),
    ),
    (
        "correct",
        rx(_LINE.format(r"korrektur|korrigieren?|berichtigung|correct(?:ion)?")),
    ),
    (
        "propose",
        rx(
            _LINE.format(
                r"(?:neuer\s)?(?:beschluss-?\s?vorschlag|beschluss-?antrag|beschlussentwurf)|beschluss|"
                r"vorschlag\szum\sbeschluss|(?:decision\sproposal|proposal|proposed\sdecision|"
                r"propose(?:\sdecision)?|motion)"
            )
        ),
    ),
)
_PROPOSED: Final = rx(
    r"^(?:(?:neuer\s)?(?:beschluss-?\s?vorschlag|beschluss-?antrag)|vorschlag\s?:)\s+(?=\S)"
)
_TOUCHES: Final = rx(
    r"[\s,;–-]*\b(?:das\s|dies\s|this\s)?(?:betrifft|berührt|affects|touches)"
    r"(?:(?:\s|,|und\b|and\b|sowie\b)+[bz]\s?\d{1,6})+[\s.!]*$"
)


def telling(line: Line) -> Parsed | None:
    """Read a line that starts with its keyword."""
    topic = _TOPIC.match(fold(line.text))
    if topic is not None:
        keyword, rest = line.text[: topic.end("k")], line.text[topic.end("k") :]
        line = replace(line, text=f"{keyword}: {rest.strip()}")
    folded = fold(line.text)
    urgent = _EMERGENCY.match(folded)
    if urgent is not None:
        text = line.text[urgent.end() :].strip()
        if not text:
            return _missing("emergency")
        return Emergency(text=text, everybody=bool(urgent["all"]))
    head, _, rest = line.text.partition(":")
    bare, forum = taken_out(head, line.names)
    if forum and _FREE[-1][1].match(fold(f"{bare}:")):
        return propose(line, rest.strip(), forum) if rest else _missing("propose")
    for name, pattern in _FREE:
        found = pattern.match(folded)
        if found is not None:
            text = line.text[found.end() :].strip()
            return _free(line, name, text) if text else _missing(name)
    return _without_colon(line, folded) or _link(line, folded) or book(line)


def _without_colon(line: Line, folded: str) -> AskBack | None:
    """Ask about a proposal without its colon, or one that may be a mere idea."""
    found = _PROPOSED.match(folded)
    if found is None:
        return None
    text = line.text[found.end() :].strip()
    return AskBack(
        question=Question.DID_YOU_MEAN,
        understood="propose_decision",
        phrase=line.text,
        choices=(f"Beschlussvorschlag: {text}",),
    )


def _missing(name: str) -> AskBack:
    names = {
        "funding": "funding_experience",
        "framework": "framework_change",
        "propose": "propose_decision",
    }
    return AskBack(question=Question.MISSING_TEXT, understood=names.get(name, name))


def _free(line: Line, name: str, text: str) -> Parsed:
    match name:
        case "inform":
            return Inform(text=text)
        case "funding":
            return FundingExperience(text=text)
        case "framework":
            said = _without_refs(without_lead(text).lstrip(" :,–-"))
            return FrameworkChange(text=said, refs=refs_in(text))
        case "concern":
            return Concern(text=text, refs=refs_in(text))
        case "reflect":
            return Reflect(text=text)
        case "correct":
            return Correct(text=text)
        case _:
            return propose(line, text)


def _without_refs(said: str) -> str:
    """Leave out the end that names what is touched: it is not part of the text."""
    found = _TOUCHES.search(fold(said))
    return said[: found.start()] if found and found.start() else said


def _link(line: Line, folded: str) -> Parsed | None:
    for kind, wording in _LINKS:
        found = rx(rf"^(?:{wording}){_SEP}").match(folded)
        if found is not None:
            text = line.text[found.end() :].strip()
            return (
                Link(kind=kind, text=text, refs=refs_in(text))
                if text
                else _missing("link")
            )
    if rx(rf"^(?:querbezug|link|zusammenhang){_SEP}").match(folded):
        return AskBack(
            question=Question.WHICH_KIND, understood="link", phrase=line.text[:80]
        )
    return None
