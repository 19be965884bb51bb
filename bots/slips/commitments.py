"""Slips about commitments (*Zusagen*)."""

from __future__ import annotations

from typing import Final

from bots.grammar import intents as i
from bots.locale import N_
from bots.slips.slip import FORUM, Blank, Group, Slip

_C: Final = Group.COMMITMENT
_WHAT: Final = Blank("what", N_("What is it about?"))
_WHY: Final = Blank("why", N_("Why?"), required=False)
_DUE: Final = Blank("due", N_("By when?"), "day")

SLIPS: Final = (
    Slip(
        i.Request,
        "bitte",
        N_("Ask an organisation for something"),
        Group.BEGIN,
        N_("request to {to}: {what} by {due}[ (forum: {forum})]"),
        (Blank("to", N_("Whom do you ask?"), "org"), _WHAT, _DUE, FORUM),
    ),
    Slip(
        i.Offer,
        "angebot",
        N_("Offer something"),
        Group.BEGIN,
        N_("offer: {what} by {due}[ (forum: {forum})]"),
        (Blank("what", N_("What do you offer?")), _DUE, FORUM),
    ),
    Slip(i.Promise, "zusagen", N_("Promise it"), _C, N_("{ref} we will"), letter="Z"),
    Slip(
        i.Counter,
        "anderer-tag",
        N_("Propose another day"),
        _C,
        N_("{ref} not before {due}[, {why}]"),
        (_DUE, _WHY),
        "Z",
    ),
    Slip(
        i.Decline,
        "ablehnen",
        N_("Decline, or say that it cannot be kept"),
        _C,
        N_("{ref} not possible[, {why}]"),
        (_WHY,),
        "Z",
    ),
    Slip(
        i.Reserve,
        "vorbehalt",
        N_("Promise subject to the council"),
        _C,
        N_("{ref} subject to {body} until {due}"),
        (Blank("body", N_("Which council?")), _DUE),
        "Z",
    ),
    Slip(
        i.Agree,
        "passt",
        N_("Accept a proposal, an offer or a completion"),
        _C,
        N_("{ref} agreed"),
        letter="Z",
    ),
    Slip(
        i.ReportDone,
        "erledigt",
        N_("Report it as done"),
        _C,
        N_("{ref} done[: {where}]"),
        (Blank("where", N_("Where can it be seen?"), required=False),),
        "Z",
    ),
    Slip(
        i.Lacking,
        "fehlt",
        N_("Say what is still missing"),
        _C,
        N_("{ref} still missing: {what}"),
        (Blank("what", N_("What is missing?")),),
        "Z",
    ),
    Slip(
        i.Progress,
        "zwischenstand",
        N_("Tell how far it is"),
        _C,
        N_("{ref} progress: {what}"),
        (Blank("what", N_("How far is it?")),),
        "Z",
    ),
    Slip(
        i.HandOver,
        "uebergeben",
        N_("Hand it over to another organisation or a colleague"),
        _C,
        N_("{ref} hand over to {to}"),
        (Blank("to", N_("To whom?")),),
        "Z",
    ),
    Slip(
        i.Withdraw,
        "zurueckziehen",
        N_("Withdraw a request or an offer"),
        _C,
        N_("{ref} withdraw[, {why}]"),
        (_WHY,),
        "Z",
    ),
    Slip(
        i.Uphold,
        "bleibt-stehen",
        N_("Say that it stands although its decision is gone"),
        _C,
        N_("{ref} stands"),
        letter="Z",
    ),
    Slip(
        i.Release,
        "erlassen",
        N_("Release somebody, or ask to be released"),
        _C,
        N_("{ref} release[, {why}]"),
        (_WHY,),
        "Z",
    ),
    Slip(
        i.Snooze,
        "spaeter",
        N_("Be reminded of it later"),
        _C,
        N_("{ref} later on {due}"),
        (Blank("due", N_("When?"), "day"),),
        "Z",
    ),
)
