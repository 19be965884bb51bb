"""Slips about meetings (*Sitzungen*)."""

from __future__ import annotations

from typing import Final

from bots.grammar import sitting as i
from bots.locale import N_
from bots.slips.slip import Blank, Group, Slip

_M: Final = Group.MEETING
_FORUM: Final = Blank("forum", N_("Which forum?"), "forum")
_ON: Final = Blank("on", N_("On which day?"), "day")

SLIPS: Final = (
    Slip(
        i.ConveneMeeting,
        "einberufen",
        N_("Convene a forum"),
        _M,
        N_("meeting {forum} on {on}[ at {hour}][ in {place}]"),
        (
            _FORUM,
            _ON,
            Blank("hour", N_("At which hour, such as 14:00?"), required=False),
            Blank("place", N_("Where?"), required=False),
        ),
    ),
    Slip(
        i.CallOffMeeting,
        "absagen",
        N_("Call a meeting off"),
        _M,
        N_("meeting {forum} on {on} cancelled[: {why}]"),
        (_FORUM, _ON, Blank("why", N_("Why?"), required=False)),
    ),
    Slip(
        i.MoveMeeting,
        "verschieben",
        N_("Move a meeting to another day"),
        _M,
        N_("meeting {forum} on {on} moved to {then}[ at {hour}][ in {place}]"),
        (
            _FORUM,
            _ON,
            Blank("then", N_("On which day instead?"), "day"),
            Blank("hour", N_("At which hour, if it changes?"), required=False),
            Blank("place", N_("Where, if it changes?"), required=False),
        ),
    ),
    Slip(
        i.RecordMeeting,
        "sitzung",
        N_("Record that a meeting took place"),
        _M,
        N_("meeting {forum} on {on} took place: present {present}[; minutes {where}]"),
        (
            _FORUM,
            _ON,
            Blank("present", N_("Who was there? Names with commas, or all")),
            Blank("where", N_("Where do the minutes lie?"), required=False),
        ),
    ),
    Slip(
        i.FileMinutes,
        "protokoll",
        N_("Say where the minutes lie"),
        _M,
        N_("minutes of the meeting {forum} on {on}: {where}"),
        (_FORUM, _ON, Blank("where", N_("Where do the minutes lie?"))),
    ),
    Slip(
        i.ApproveMinutes,
        "protokoll-genehmigt",
        N_("Record that the minutes were approved"),
        _M,
        N_("minutes of the meeting {forum} on {on} approved"),
        (_FORUM, _ON),
    ),
)
