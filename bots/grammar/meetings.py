"""Lines about meetings: ``Sitzung Wasserforum am 12.10. um 14 Uhr in Rotenburg``.

::

    Sitzung am …, um …, in …        ConveneMeeting
    … fällt aus, abgesagt           CallOffMeeting
    … verschoben auf den …          MoveMeeting
    Wann ist die nächste Sitzung?   WhichMeetings
    what it was, and its minutes    see ``attendance``
"""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.answers import AskBack
from bots.grammar.attendance import paper, recorded, took_place
from bots.grammar.dates import Found, find_date
from bots.grammar.days import Sense
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.forums import named_in
from bots.grammar.heads import Line
from bots.grammar.hours import hour_in
from bots.grammar.manners import bare, doubt_in, is_doubtful
from bots.grammar.meeting_parts import SITTING, Parts, lead, taken_apart
from bots.grammar.names import Names
from bots.grammar.reserves import BODY
from bots.grammar.sitting import (
    CallOffMeeting,
    ConveneMeeting,
    MoveMeeting,
    OnMeeting,
    WhichMeetings,
)

_THE: Final = r"(?:(?:die|der|den|eine|unsere|nächste|neue|the|a|our|next|zur)\s)*"
_HEAD: Final = rx(rf"^(?:einladung\s|invitation\sto\s)?{_THE}{SITTING}\b")
_WE: Final = rx(r"^(?:wir\s(?:tagen|treffen\suns)|we\s(?:are\smeeting|meet))\b")
_TAGT: Final = rx(r"^[\s,:-]*(?:tagt|trifft\ssich|meets)\b")
_WHEN: Final = rx(
    rf"(?:(?:wann|when)\s(?:ist|tagt|trifft\ssich|ist\sdenn|is|does|do\swe|tagen\swir)\b.*|"
    rf"(?:(?:zeig\w*|show|welche)\s(?:mir\s|me\s)?)?{_THE}(?:sitzung(?:en|stermine?)?|meetings?)"
    r"(?:\s(?:gibt\ses|are\sthere))?)"
)
_OFF: Final = rx(
    r"[\s,:-]*\b(?:ist\s|wird\s|wurde\s|hat\s|is\s|was\s|has\sbeen\s|muss\s|does\s|did\s)*"
    r"(?P<w>fällt\s(?:leider\s)?aus|fiel\saus|(?:ist\s)?ausgefallen|entfällt|abgesagt|absagen|"
    r"findet\s(?:leider\s)?nicht\sstatt|fand\snicht\sstatt|nicht\sstattgefunden|abgesetzt|"
    r"cancelled|canceled|called\soff|not\stake\splace)\b[\s,:;-]*(?:(?:weil|wegen|da)\s)?"
)
_WAS_OFF: Final = rx(r"fiel|ausgefallen|fand\snicht|nicht\sstatt|did\snot")
_MOVED: Final = rx(r"\b(?:verschoben|verlegt|verschieben|verlegen|moved|postponed)\b")
_ONTO: Final = rx(
    r"[\s,:;-]*\b(?:(?:ist|wird|wurde|is|was|has\sbeen)\s)?(?:verschoben|verlegt|verschieben|"
    r"verlegen|moved|postponed)\s(?:auf|to)\s(?:(?:den|the)\s)?"
)
_WHERE: Final = rx(
    r"^(?:(?:ort|place|location)\s*:\s*)?(?:(?:in|im|at)\s)?(?:(?:der|dem|the)\s)?"
)
_BODIES: Final = rx(rf"\s(?:der\s|des\s|of\s(?:the\s)?)?{BODY}\b")


def meetings(line: Line) -> OnMeeting | AskBack | None:
    """Read what is said of a meeting; ``None``: it is about something else."""
    if line.on_behalf is not None:
        return None
    text = bare(line.text)
    if _WHEN.fullmatch(fold(text).strip(" ?.!")):
        return _asked(text, line.names)
    if (minutes := paper(text, line)) is not None:
        return minutes
    head, forum = _HEAD.match(fold(text)), ""
    if (ours := _WE.match(fold(text))) is not None:
        return _ours(text[ours.end() :], line)
    if head is None:
        rest, forum, start = named_in(text, line.names)
        head = _TAGT.match(fold(rest)) if forum and not start else None
        text = rest if head else text
    if head is None or _BODIES.match(fold(text[head.end() :])):
        return None
    return _sitting(text[head.end() :], forum, line)


def _ours(text: str, line: Line) -> OnMeeting | AskBack | None:
    """Take "wir tagen …" for a meeting only with its day: people meet for much."""
    found = find_date(hour_in(text)[0], line.today)
    return _sitting(text, "", line) if isinstance(found, Found) else None


def _asked(text: str, names: Names) -> WhichMeetings | None:
    """Take "Wann ist …?" for a question about meetings only if it names one."""
    _, forum, _ = named_in(text, names)
    told = re.search(r"sitzung|meeting|tag(?:t|en)\b|trifft|meet\b", fold(text))
    return WhichMeetings(forum=forum) if told else None


def _sitting(text: str, forum: str, line: Line) -> OnMeeting | AskBack:
    named = forum or named_in(text, line.names)[1]
    if text.rstrip().endswith("?") or not tidy(named_in(text, line.names)[0]):
        return WhichMeetings(forum=named)
    off = _OFF.search(fold(text))
    if off is not None:
        return _called_off(text, off, forum, line)
    if took_place(text):
        return recorded(text, forum, line)
    if (onto := _ONTO.search(fold(text))) is not None:
        return _moved(text[: onto.start()], text[onto.end() :], forum, line)
    text, at = hour_in(text)
    said = taken_apart(text, forum, line, Sense.DEADLINE, ConveneMeeting.NAME)
    if not isinstance(said, Parts):
        return said
    if _MOVED.search(fold(said.rest)) or is_doubtful(said.rest):
        question, name = doubt_in(said.rest), ConveneMeeting.NAME
        return AskBack(question=question, understood=name, phrase=said.rest)
    place = _place(said)
    return ConveneMeeting(forum=said.forum, on=said.on, at=at, text=place)


def _moved(head: str, behind: str, forum: str, line: Line) -> MoveMeeting | AskBack:
    """Read both days; what is said beside the first one is asked about."""
    name, sense = MoveMeeting.NAME, Sense.DEADLINE
    was = taken_apart(hour_in(head)[0], forum, line, sense, name)
    if not isinstance(was, Parts):
        return was
    behind, at = hour_in(behind)
    then = taken_apart(behind, was.forum, line, sense, name)
    if not isinstance(then, Parts):
        return then
    loose = next((one for one in (was.rest, then.rest) if is_doubtful(one)), was.rest)
    if loose:
        return AskBack(question=doubt_in(loose), understood=name, phrase=loose)
    on, place = was.on, _place(then)
    return MoveMeeting(forum=then.forum, on=on, to=then.on, at=at, text=place)


def _place(said: Parts) -> str:
    return tidy(said.rest[lead(_WHERE, said.rest) :])


def _called_off(
    text: str, off: re.Match[str], forum: str, line: Line
) -> CallOffMeeting | AskBack:
    sense = Sense.HAPPENED if _WAS_OFF.search(off["w"]) else Sense.DEADLINE
    head, why = text[: off.start()], text[off.end() :]
    if not isinstance(find_date(head, line.today, sense=Sense.HAPPENED), Found):
        head, why = f"{head} {why}", ""  # "Sitzung abgesagt am 12.10."
    said = taken_apart(head, forum, line, sense, CallOffMeeting.NAME)
    if not isinstance(said, Parts):
        return said
    reason = tidy(f"{said.rest} {why}").rstrip(".")
    return CallOffMeeting(forum=said.forum, on=said.on, text=reason)
