"""Lines about what a meeting was: who was there, where its minutes lie (*Protokoll*).

::

    … fand statt, anwesend …        RecordMeeting, perhaps with the minutes
    Protokoll der Sitzung vom …: …  FileMinutes
    … genehmigt                     ApproveMinutes
"""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.days import Sense
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.forums import named_in
from bots.grammar.heads import Line
from bots.grammar.manners import doubt_in
from bots.grammar.meeting_parts import SITTING, Parts, lead, taken_apart
from bots.grammar.names import Stranger, audience
from bots.grammar.sitting import (
    ApproveMinutes,
    FileMinutes,
    RecordMeeting,
    WhichMeetings,
)

_MINUTES: Final = rx(
    rf"^(?:das\s|the\s|die\s)?(?:protokoll|niederschrift|minutes)\b"
    rf"(?:\s(?:zu[rm]?|der|of|for|von)\b(?:\sthe)?(?:\s{SITTING})?)?"
)
_HELD: Final = rx(
    r"[\s,:-]*\b(?:(?:hat|ist|has|was|wurde)\s)*(?:fand\s(?:wie\sgeplant\s)?statt|"
    r"stattgefunden|took\splace|taken\splace|held|abgehalten)\b[\s,:;-]*"
)
_PRESENT: Final = rx(
    r"[\s,:;-]*\b(?:anwesend(?:e)?(?:\s(?:waren|war|sind))?|(?:es\s)?(?:waren|war)\sanwesend|"
    r"teilgenommen\shaben|teilnehmer|dabei\s?(?:waren)?|present(?:\swere)?|attended\sby)\b"
    r"[\s,:]*"
)
_ABSENT: Final = rx(
    r"[\s,;.(]*\b(?:entschuldigt(?:\s(?:waren|war|sind|ist))?|(?:es\s)?fehlte?n?|abwesend|außer|"
    r"ohne|excused|absent|except)\b[\s,:]*"
)
_PAPER: Final = rx(
    r"(?:[;,.]|\s-)?\s*\b(?:das\s|the\s)?(?:protokoll|niederschrift|minutes)\b\s*"
    r"(?:(?:liegt|steht|ist|are|is|lie)\s)?(?:(?:in|im|unter|at)\b(?:\sder|\sdem)?)?[\s:]*"
)
_APPROVED: Final = rx(
    r"[\s,:-]*\b(?:ist\s|wurde\s|wird\s|haben\swir\s|are\s|were\s|is\s|was\s|been\s)*"
    r"(?:genehmigt|angenommen|gebilligt|beschlossen|approved|accepted)\b[\s.!]*$"
)
_LATER: Final = rx(r"(?:folgt|kommt|follows|to\sfollow|will\sfollow)\b")
_LIES: Final = rx(
    r"^[\s:,-]*(?:(?:liegt|steht|ist|lie|lies|are|is)\s)?(?:(?:in|im|unter|at)\s(?:(?:der|dem|the)\s)?)?"
)


def took_place(text: str) -> bool:
    """Whether ``text`` tells of a meeting that is over."""
    said = fold(text)
    return bool(_HELD.search(said) or _PRESENT.search(said))


def recorded(text: str, forum: str, line: Line) -> RecordMeeting | AskBack:
    """Read who was there, and where the minutes lie if that is said, too."""
    where, paper = "", _PAPER.search(fold(text))
    if paper is not None:
        text, where = text[: paper.start()], tidy(text[paper.end() :])
        where = "" if _LATER.match(fold(where)) else where
    present = _PRESENT.search(fold(text))
    if present is None:
        return _nobody()
    head, told = text[: present.start()], text[present.end() :]
    held = _HELD.search(fold(head))
    if held is not None:
        head = f"{head[: held.start()]} {head[held.end() :]}"
    said = taken_apart(head, forum, line, Sense.HAPPENED, RecordMeeting.NAME)
    if isinstance(said, AskBack):
        return said
    if said.rest:
        question, name = Question.UNCLEAR_REMAINDER, RecordMeeting.NAME
        return AskBack(question=question, understood=name, phrase=said.rest)
    who, absent = told, ""
    if (apart := _ABSENT.search(fold(told))) is not None:
        who, absent = told[: apart.start()], told[apart.end() :]
    there = audience(who.strip(" .)"), line.names)
    missing = audience(absent.strip(" .)"), line.names)
    if isinstance(there, Stranger) or isinstance(missing, Stranger):
        return _unknown(there) or _unknown(missing) or _nobody()
    if not there:
        return _nobody()
    return RecordMeeting(
        forum=said.forum,
        on=said.on,
        audience=there,
        absent=missing,
        text=where.rstrip("."),
    )


def _nobody() -> AskBack:
    question = Question.MISSING_AUDIENCE
    return AskBack(question=question, understood=RecordMeeting.NAME)


def _unknown(named: tuple[str, ...] | Stranger) -> AskBack | None:
    if not isinstance(named, Stranger):
        return None
    return AskBack(
        question=Question.WHICH_ORGANISATION,
        understood=RecordMeeting.NAME,
        phrase=named.typed,
        choices=named.likely,
    )


def paper(
    text: str, line: Line
) -> FileMinutes | ApproveMinutes | WhichMeetings | AskBack | None:
    """Read where the minutes lie, or that they are approved; ``None``: no minutes."""
    head = _MINUTES.match(fold(text))
    if head is None:
        return None
    rest = text[head.end() :]
    if rest.rstrip().endswith("?"):
        return WhichMeetings(forum=named_in(rest, line.names)[1])
    approved = _APPROVED.search(fold(rest))
    if approved is not None:
        return _approved(rest[: approved.start()], line)
    colon = re.search(r":(?!\d\d)|\b(?:liegt|steht|lie|are|is)\b", rest)
    head_, where = (rest, "") if colon is None else _parted(rest, colon)
    said = taken_apart(head_, "", line, Sense.HAPPENED, FileMinutes.NAME)
    if not isinstance(said, Parts):
        return said
    where = tidy(f"{said.rest} {where}" if said.rest else where)
    if not where:
        return AskBack(question=Question.MISSING_TEXT, understood=FileMinutes.NAME)
    return FileMinutes(forum=said.forum, on=said.on, text=where.rstrip("."))


def _approved(text: str, line: Line) -> ApproveMinutes | AskBack:
    name = ApproveMinutes.NAME
    said = taken_apart(text, "", line, Sense.HAPPENED, name)
    if not isinstance(said, Parts):
        return said
    if said.rest:
        question = doubt_in(said.rest)
        return AskBack(question=question, understood=name, phrase=said.rest)
    return ApproveMinutes(forum=said.forum, on=said.on)


def _parted(text: str, at: re.Match[str]) -> tuple[str, str]:
    rest = text[at.start() :]
    return text[: at.start()], rest[lead(_LIES, rest) :]
