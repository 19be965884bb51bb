"""Questions, and lines about oneself: ``Was ist offen?``, ``Urlaub bis …``."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from rapidfuzz import fuzz, process

from bots.grammar.answers import AskBack, Question
from bots.grammar.clocks import as_of
from bots.grammar.dates import Found, Impossible, Unsure, find_range
from bots.grammar.doers import doers
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.heads import Line
from bots.grammar.inquiries import Digest, Status, WhatBenefit, WhatDecided, WhatHolds
from bots.grammar.intents import Parsed
from bots.grammar.item import cut, date_question, refs_in
from bots.grammar.knowing import TO, known, overview, topic
from bots.grammar.manners import bare, doubt_in
from bots.grammar.marks import Mark
from bots.grammar.matters import Absence, Undo
from bots.grammar.owing import owing
from bots.grammar.tasks import tasks
from bots.grammar.wishes import SignIn

_DECIDED: Final = rx(
    rf"(?:was|what)\s(?:haben\swir|wurde|ist|hat\sdas\sforum|haben\sdie\s\w+|did\swe|have\swe|"
    rf"was|has\sbeen)\s(?:denn\s|eigentlich\s|bisher\s|schon\s|already\s)*"
    rf"(?:(?:decided?|agreed?|resolved?)\s)?{TO}\s(?:(?:der|den|dem|die|das|the)\s)?(?P<t>.+?)"
    r"(?:\s(?:entschieden|beschlossen|vereinbart|festgelegt|decided|agreed|resolved)"
    r"(?:\sworden)?)?"
)
_DECIDED_ALL: Final = rx(
    r"(?:was\shaben\swir\s(?:entschieden|beschlossen)|what\s(?:did|have)\swe\sdecided?|"
    r"(?:alle\s)?beschlüsse|decisions)"
)
_DECIDED_WORD: Final = rx(
    r"(?:entschieden|beschlossen|vereinbart|festgelegt|decided?|agreed?|resolved?)"
)
_HOLDS: Final = rx(
    rf"(?:was\sgilt(?:\s(?:jetzt|heute|derzeit))?\s{TO}\s(?P<a>.+)|(?:gibt\ses|haben\swir)\s"
    rf"(?:einen\s|schon\s|bereits\s)*beschl(?:uss|üsse)\s{TO}\s(?P<b>.+)|welche\sbeschlüsse\s"
    rf"(?:gibt\ses\s|haben\swir\s|gelten\s)*{TO}\s(?P<c>.+)|what\s(?:holds|applies)\s{TO}\s"
    rf"(?P<d>.+)|beschlüsse\s{TO}\s(?P<e>.+)|decisions\s{TO}\s(?P<f>.+))"
)
_NOW: Final = rx(
    r"(?:was\sgilt|was\sist\s(?:gültig|in\skraft)|what\s(?:holds|applies|is\sin\sforce))"
    r"(?:\s(?:bei\suns|hier|für\suns|jetzt|heute|derzeit|eigentlich|gerade|now|here|for\sus))*"
    r"(?:\s(?:für|in|for)\s(?P<t>.+))?"
)
_BENEFIT: Final = rx(
    r"was\s(?:bringt|nutzt|nützt)\s(?:uns\s|das\suns|mir\s|es\suns|die\s\w+\suns)?\s?(?:das|es|die|der|"
    r"eigentlich|hier|denn|uns|diese)*(?P<t>\s[\w\s-]{1,60})?|was\shaben\swir\s(?:eigentlich\s)?"
    r"davon|was\sist\sunser\s(?:nutzen|vorteil)|(?:unser\s)?nutzen|(?:our\s)?benefits?|"
    r"what(?:'s|\sis)\sin\sit\sfor\sus|what\sdo\swe\s(?:get|gain)\s(?:out\sof|from)\s(?:it|this|"
    r"that)|what\s(?:good\s)?does\s(?:it|this|that)\s(?:bring|do|give)\sus|what\sare\sthe\s"
    r"benefits(?:\sfor\sus)?|was\shat\s[\w\s]{2,30}\sdavon"
)
_DIGEST: Final = rx(
    r"(?:bitte\s)?(?:(?:mein\s|den\s|zeig\w*\s(?:mir\s)?(?:den\s|die\s)?|einen\s|eine\s|wochen)*"
    r"(?:überblick|übersicht|wochenüberblick|zusammenfassung|digest|lagebericht|overview|"
    r"summary)|was\sgibt(?:'s|\ses)\sneues|what's\snew)"
)
_UNDO: Final = rx(
    r"(?:bitte\s)?(?:das\s)?(?:(?:wieder\s)?(?:zurücknehmen|zurück\snehmen|rückgängig"
    r"(?:\smachen)?)|undo(?:\s(?:that|it))?|take\s(?:(?:it|that)\s)?back|(?:ich\s)?nehme?\s(?:das|es)\s"
    r"(?:bitte\s)?zurück|nimm\s(?:das|es)\s(?:bitte\s)?zurück|revert)"
)
_STATUS: Final = rx(
    r"(?:(?:zeig\w*|show|stand|status|sachstand|karte|open|öffne|details?|verlauf|history)\s"
    r"(?:me\s|mir\s|of\s|von\s|zu\s|bei\s|der\s|des\s)*|(?:wie|was|wo)\s(?:ist|steht|weit)\s(?:es\s|das\s|"
    r"ist\s|der\sstand\s|weit\s)*(?:um|mit|bei|von|zu)?\s?(?:wir\s(?:bei|mit)\s)?|what(?:'s|\sis)\s"
    r"(?:the\sstatus\sof|up\swith|with)\s|how\sis\s|where\sare\swe\s(?:with|on)\s|gibt\ses\sneues\szu\s)"
    r"[bzfirkvm]\s?\d{1,6}"
)
_AWAY: Final = (
    r"(?:urlaub|abwesend|abwesenheit|krank(?:geschrieben)?|weg|nicht\s(?:da|im\sbüro|im\shaus|"
    r"im\sdienst|erreichbar)|dienstreise|fortbildung|elternzeit|out(?:\sof\s(?:the\s)?office)?|"
    r"ooo|on\s(?:holiday|vacation|leave|annual\sleave)|holiday|vacation|away|absent|sick|"
    r"not\s(?:in|available)|frei)"
)
_ABSENT: Final = rx(
    rf"(?:(?:ich\s|wir\s|i\s)?(?:bin|habe?|haben|mache|sind|am|i'm|i\sam|ab\swesend)?\s*(?:ab\sheute\s|"
    rf"jetzt\s|heute\s|noch\s|erst\smal\s)*(?:im|in|auf|on)?\s*(?:meinem\s|my\s)?{_AWAY})"
)
_ABSENT_FRAME: Final = rx(
    r"(?:(?:ich|wir|i|bin|habe?|sind|am|i'm|im|in|auf|on|ab|heute|noch|jetzt|von|bitte|"
    rf"wieder|meinem|my|{_AWAY})\b[\s,.]*)+"
)
_DEPUTY: Final = rx(
    r"(?:[,;\s(]|(?<!\d)\.)*\b(?:(?:vertretung|vertreten\s(?:durch|werde\sich\s(?:von|durch))|"
    r"vertreter(?:in)?|es\svertritt(?:\smich)?|meine\svertretung(?:\sist)?|deputy|"
    r"cover(?:ed\sby)?|stand-?in)\b\s*(?:ist|is|macht|durch|by)?\s*:?\s*(?P<who>[^,;:?!]{2,60})|"
    r"(?P<acts>(?:frau|herr|mrs?\.?|ms\.?|\w+)\s?[\w.-]*)\s(?:vertritt\s(?:mich|uns)|übernimmt|"
    r"macht\s(?:die\s|meine\s)?vertretung|stands\sin(?:\sfor\sme)?|covers(?:\sfor\sme)?))"
    r"\)?\s*[.!]*$"
)
_SIMPLE: Final = {
    "überblick": "digest",
    "übersicht": "digest",
    "rückgängig": "undo",
    "zurücknehmen": "undo",
    "overview": "digest",
}
_ALIKE: Final = 84  # per cent: nothing here binds


_ENTER: Final = rx(
    r"(?:(?:ich\s(?:möchte|will)\s)?(?:mich\s)?(?:bitte\s)?(?:anmelden|einloggen)|"
    r"anmeldung|anmelde-?link|login|sign\s?in|log\s?in)"
)


def asks_to_sign_in(text: str) -> bool:
    """Whether ``text`` is nothing but the wish to sign in."""
    return _ENTER.fullmatch(fold(text).strip(" ?.!")) is not None


def query(line: Line) -> Parsed | None:
    """Read a question or a line about oneself."""
    text = bare(line.text)
    folded = fold(text)
    asked = folded.rstrip(" ?.!")
    if asks_to_sign_in(text):
        return SignIn()
    if _UNDO.fullmatch(asked):
        return Undo()
    if _DIGEST.fullmatch(asked):
        return Digest()
    if _STATUS.fullmatch(asked):
        return Status(ref=refs_in(text)[0])
    readers = (overview, as_of, _decided, tasks, owing, _benefit, doers, known)
    for reader in (*readers, _absence, _near):
        found = reader(line, text, asked)
        if found is not None:
            return found
    return None


def _decided(_: Line, text: str, asked: str) -> Parsed | None:
    found = _DECIDED.fullmatch(asked)
    if found is not None and _DECIDED_WORD.search(asked):
        return WhatDecided(text=topic(text, found, "t"))
    if _DECIDED_ALL.fullmatch(asked):
        return WhatDecided(text="")
    found = _NOW.fullmatch(asked)
    if found is not None:
        return WhatHolds(text=topic(text, found, "t"))
    found = _HOLDS.fullmatch(asked)
    if found is not None:
        return WhatDecided(text=topic(text, found, *"abcdef"))
    return None


def _benefit(_: Line, text: str, asked: str) -> Parsed | None:
    found = _BENEFIT.fullmatch(asked)
    return WhatBenefit(text=topic(text, found, "t")) if found else None


_LONG_AGO: Final = timedelta(days=92)  # an absence that began earlier is a mistake


def _absence(line: Line, text: str, _: str) -> Parsed | None:
    folded = fold(text)
    if not _ABSENT.match(folded) and not re.match(rf".{{0,60}}\b{_AWAY}\b", folded):
        return None
    deputy = _DEPUTY.search(folded)
    told = text[: deputy.start()] if deputy else text
    outcome = find_range(told, line.today)
    if isinstance(outcome, Impossible | Unsure):
        return (
            date_question(outcome, told, understood="absence")
            if _ABSENT.match(folded)
            else None
        )
    if not isinstance(outcome, Found):
        bare_word = rx(_ABSENT.pattern).fullmatch(folded) is not None
        return (
            AskBack(question=Question.WHICH_DATE, understood="absence")
            if bare_word
            else None
        )
    frame = fold(cut(told, outcome.start, outcome.end)).strip(" .!")
    if not _ABSENT_FRAME.fullmatch(frame) or not rx(rf"\b{_AWAY}\b").search(frame):
        hit = _ABSENT.match(folded)
        ask = AskBack(question=doubt_in(frame), understood="absence", phrase=frame)
        return ask if hit and outcome.mark is Mark.DEADLINE else None
    if outcome.mark is Mark.ORIGIN:
        return AskBack(question=Question.WHICH_DATE, understood="absence", phrase=told)
    start = outcome.first if outcome.mark is Mark.PLAIN else None
    if start is not None and start < line.today - _LONG_AGO:
        return AskBack(question=Question.WHICH_DATE, understood="absence", phrase=told)
    who = tidy(text[slice(*deputy.span(deputy.lastgroup or 0))]) if deputy else ""
    return Absence(until=outcome.day, start=start, deputy=who)


def _near(_: Line, __: str, asked: str) -> Parsed | None:
    best = process.extractOne(
        asked, _SIMPLE.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE
    )
    if best is None or len(asked) < 6:  # noqa: PLR2004 - short words are too alike
        return None
    return Digest() if _SIMPLE[best[0]] == "digest" else Undo()
