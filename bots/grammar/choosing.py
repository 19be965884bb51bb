"""Lines about what one wants to be brought: ``Überblick täglich``, ``Ruhe bis …``.

And when: ``Erreichbar von 9 bis 15 Uhr``, ``Höchstens 2 Erinnerungen die Woche``.

They bind nobody and are undone by the opposite line.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from bots.grammar.dates import Found, find_date
from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line
from bots.grammar.item import cut
from bots.grammar.manners import bare
from bots.grammar.wishes import Back, Limit, Prefer, Rest
from bots.grammar.words import WEEKDAY, weekday_number
from core.person import Weekday

_SUBJECTS: Final = (
    (
        "summary",
        r"(?:monats(?:blicke?|überblicke?|berichte?)|monthly\ssummar(?:y|ies))",
    ),
    ("nudge", r"(?:erinnerung(?:en)?|reminders?|nudges?)"),
    (
        "digest",
        r"(?:(?:wochen|tages)?(?:überblicke?|übersicht(?:en)?)|digests?|overviews?)",
    ),
)
_RHYTHMS: Final = (  # articles are left out before
    (
        "weekly",
        r"(?:wöchentlich(?:e[rn]?)?|jede\swoche|einmal\s(?:in\s)?woche|weekly|every\sweek)",
    ),
    ("daily", r"(?:täglich(?:e[rn]?)?|jeden\s(?:arbeits)?tag|daily|every\sday)"),
)
_ON_A_DAY: Final = rx(
    r"(?:(?:wöchentlich|einmal\s(?:in\s)?woche|weekly|once\sa\sweek)\s?,?\s)?"
    r"(?:(?:immer|am|jeden|on|every)\s)*(?P<day>" + WEEKDAY + r")s?"
)
_OFF: Final = r"(?:aus(?:schalten)?|ab(?:stellen|bestellen|schalten)|off|beenden|stop)"
_ON: Final = r"(?:an(?:schalten)?|ein(?:schalten)?|wieder|on|again|bestellen)"
_CHANNELS: Final = (
    ("slack", r"slack"),
    ("mail", r"(?:e-?)?mail"),
    ("matrix", r"matrix"),
    ("web", r"(?:im\s)?web-?chat|web"),
)
_IN: Final = re.compile(
    r"\s(?:in|im|per|durch|über|via|by|on)\s(?:der\s|dem\s|the\s)?(?P<where>[\w-]+)"
)
_FILLER: Final = re.compile(
    r"\b(?:bitte|please|den|die|das|der|the|mir|mich|me|my|mein\w*|ich|i|möchte|will|want|"
    r"hätte|gern\w*|noch|any|mehr|more|schicken?|send|für|to)\b"
)
_QUIET_WEEK: Final = rx(
    r"(?:bitte\s)?(?:diese\swoche\s(?:bitte\s)?ruhe|ruhe\sdiese\swoche|(?:be\s)?quiet\s"
    r"this\sweek|this\sweek\squiet)"
)
_QUIET: Final = rx(
    r"(?:bitte\s)?(?:ruhe|ruhig\sstellen|lass(?:en\ssie)?\smich\sin\sruhe|(?:be\s)?quiet)"
)
_UNTIL: Final = rx(r"\s*(?:bis|until|till)?\s*(?:zum|einschließlich)?\s*$")
_QUIET_END: Final = rx(r"(?:ruhe\s(?:beenden|vorbei|aus|ende)|quiet\s(?:off|over))")

_CLOCK: Final = r"(\d{1,2})(?:[:.]00)?(?:\s?(?:uhr|o.?clock))?"
_HOURS: Final = rx(
    r"(?:bitte\s)?(?:erreichbar|(?:nachrichten|arbeitszeit\w*|messages|reachable|"
    r"working\shours))(?:\s(?:nur|bitte|only))*\s*:?\s*"
    rf"(?:(?:von|zwischen|from|between)\s)?{_CLOCK}\s?(?:bis|und|to|and|till|–|-)\s?"
    rf"{_CLOCK}"
)
_NUMBERS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("eine", "one"),
            ("zwei", "two"),
            ("drei", "three"),
            ("vier", "four"),
            ("fünf", "five"),
        ),
        start=1,
    )
    for name in names
}
_OFTEN: Final = rx(
    r"(?:bitte\s)?(?:(?:nur|höchstens|maximal|at\smost|only)\s)+(?P<count>\w+)\s"
    r"(?:erinnerung(?:en)?|reminders?)\s"
    r"(?:(?:in\sder|die|pro|je)\swoche|(?:a|per|each)\sweek)"
)


_BACK: Final = rx(
    r"(?:ich\s)?bin\s(?:wieder\s(?:da|zurück|im\s(?:büro|amt|haus|dienst))|zurück)|"
    r"(?:mein\s)?(?:urlaub|abwesenheit|vertretung)\s(?:ist\s)?(?:beenden|beendet|vorbei|"
    r"zu\sende|abbrechen)|(?:i.?m\s|i\sam\s)?back(?:\sagain)?|(?:my\s)?"
    r"(?:holiday|absence)\s(?:is\s)?(?:over|off)"
)


def choosing(line: Line) -> Back | Limit | Prefer | Rest | None:
    """Read what somebody wants to be brought, or not."""
    if line.on_behalf is not None:
        return None
    said = fold(bare(line.text)).strip(" .!")
    if _BACK.fullmatch(said):
        return Back()
    return _resting(said, line.today) or _limiting(said) or _preferring(said)


def _limiting(said: str) -> Limit | None:
    if hours := _HOURS.fullmatch(said):
        return Limit(start=int(hours[1]), end=int(hours[2]))
    found = _OFTEN.fullmatch(said)
    if found is None:
        return None
    word = found["count"]
    if word.isdecimal():
        return Limit(weekly=int(word))
    number = _NUMBERS.get(word)
    return None if number is None else Limit(weekly=number)


def _resting(said: str, today: date) -> Rest | None:
    if _QUIET_WEEK.fullmatch(said):
        return Rest(until=today + timedelta(days=6 - today.weekday()))
    if _QUIET_END.fullmatch(said):
        return Rest(until=None)
    if not _QUIET.match(said):
        return None
    found = find_date(said, today)
    if not isinstance(found, Found):
        return None
    rest = _UNTIL.sub("", cut(said, found.start, found.end).strip())
    return Rest(until=found.day) if _QUIET.fullmatch(rest.strip()) else None


def _preferring(said: str) -> Prefer | None:
    place = _IN.search(said)
    channel = _channel(place["where"]) if place else ""
    if place is not None and channel:
        said = said[: place.start()] + said[place.end() :]
    unwanted = re.match(r"(?:kein\w*|no|nicht)\s", said) is not None
    plain = re.sub(r"\s+", " ", _FILLER.sub(" ", said)).strip(" ,:?")
    plain = re.sub(r"^(?:kein\w*|no|nicht)\s", "", plain)
    for subject, name in _SUBJECTS:
        found = rx(rf"(?:{name}\s?(?P<rest>.*)|(?P<first>\w+)\s{name})").fullmatch(
            plain
        )
        if found is not None:
            words = (found["rest"] or found["first"] or "").strip()
            return _meant(subject, words, channel, unwanted=unwanted)
    return None


def _meant(subject: str, words: str, channel: str, *, unwanted: bool) -> Prefer | None:
    for rhythm, pattern in _RHYTHMS:
        if subject == "digest" and not unwanted and rx(pattern).fullmatch(words):
            return Prefer(subject=subject, rhythm=rhythm)
    on_a_day = _ON_A_DAY.fullmatch(words)
    if subject == "digest" and not unwanted and on_a_day is not None:
        number = weekday_number(on_a_day["day"])
        if number < len(Weekday):
            day = [*Weekday][number]
            return Prefer(subject=subject, rhythm="weekly", day=day.value)
    if unwanted and not words:
        return Prefer(subject=subject, switch="off", channel=channel)
    if not unwanted and rx(_OFF).fullmatch(words):
        return Prefer(subject=subject, switch="off", channel=channel)
    if not unwanted and rx(rf"(?:{_ON}\s?)+").fullmatch(words):
        return Prefer(subject=subject, switch="on", channel=channel)
    return None


def _channel(word: str) -> str:
    found = (name for name, pattern in _CHANNELS if rx(pattern).fullmatch(word))
    return next(found, "")
