"""Intents about the meetings of a forum (German: *Sitzung*)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from bots.grammar.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMeeting(Said):
    """An intent about the meeting of a day; ``forum`` is "" where none was named."""

    BINDS: ClassVar[bool] = True
    forum: str = ""
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConveneMeeting(OfMeeting):
    """``Sitzung Wasserforum am 12.10. um 14 Uhr in Rotenburg``; ``text`` is where."""

    NAME: ClassVar[str] = "convene_meeting"
    at: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOffMeeting(OfMeeting):
    """``Sitzung am 12.10. fällt aus: …``; ``text`` is why."""

    NAME: ClassVar[str] = "call_off_meeting"
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeeting(OfMeeting):
    """``Sitzung vom 12.10. verschoben auf den 14.10.``; hour and place if they change.

    ``text`` is where.
    """

    NAME: ClassVar[str] = "move_meeting"
    to: date
    at: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMeeting(OfMeeting):
    """``Sitzung vom 12.10. fand statt: anwesend …; Protokoll …``.

    ``text`` is where the minutes lie, if that was said; ``absent`` are those of "all"
    who were excused.
    """

    NAME: ClassVar[str] = "record_meeting"
    audience: tuple[str, ...]
    absent: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMinutes(OfMeeting):
    """``Protokoll der Sitzung vom 12.10.: …``; ``text`` is where they lie."""

    NAME: ClassVar[str] = "file_minutes"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(OfMeeting):
    """``Protokoll der Sitzung vom 12.10. genehmigt``."""

    NAME: ClassVar[str] = "approve_minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichMeetings(Said):
    """``Wann ist die nächste Sitzung?``."""

    NAME: ClassVar[str] = "which_meetings"
    forum: str = ""


OnMeeting: TypeAlias = (
    ConveneMeeting
    | CallOffMeeting
    | MoveMeeting
    | RecordMeeting
    | FileMinutes
    | ApproveMinutes
    | WhichMeetings
)
