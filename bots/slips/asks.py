"""Slips about asks (*Abfragen*)."""

from __future__ import annotations

from typing import Final

from bots.grammar import intents as i
from bots.locale import N_
from bots.slips.slip import Blank, Group, Slip

_F: Final = Group.ASK
_OUTCOMES: Final = (N_("decision"), N_("measure"), N_("request"), N_("nothing"))

SLIPS: Final = (
    Slip(
        i.OpenAsk,
        "abfrage",
        N_("Ask many at once"),
        Group.BEGIN,
        N_("ask {whom}: {what}, by {due}"),
        (
            Blank(
                "whom",
                N_("Whom? “all”, municipalities with commas, or one forum"),
                usual=N_("all"),
            ),
            Blank("what", N_("What do you want to know?")),
            Blank("due", N_("Answers by when?"), "day"),
        ),
    ),
    Slip(
        i.Emergency,
        "notfall",
        N_("Call for help"),
        Group.BEGIN,
        N_("emergency: {what}"),
        (Blank("what", N_("What happened, and what do you need?")),),
    ),
    Slip(
        i.Answer,
        "antworten",
        N_("Answer it"),
        _F,
        N_("{ref}: {what}"),
        (Blank("what", N_("Your answer")),),
        "F",
    ),
    Slip(
        i.NothingToReport,
        "fehlanzeige",
        N_("Say that there is nothing to report"),
        _F,
        N_("{ref} nothing to report"),
        letter="F",
    ),
    Slip(
        i.Delegate,
        "weitergeben",
        N_("Give it to a colleague"),
        _F,
        N_("{ref} to {to}"),
        (Blank("to", N_("To whom?")),),
        "F",
    ),
    Slip(
        i.ExtendAsk,
        "verlaengern",
        N_("Give more time"),
        _F,
        N_("{ref} more time until {due}"),
        (Blank("due", N_("Until when?"), "day"),),
        "F",
    ),
    Slip(i.CloseAsk, "schliessen", N_("Close it"), _F, N_("{ref} close"), letter="F"),
    Slip(
        i.PublishResult,
        "veroeffentlichen",
        N_("Publish the result"),
        _F,
        N_("{ref} publish[: {what}]"),
        (Blank("what", N_("The result in a sentence"), required=False),),
        "F",
    ),
    Slip(
        i.Conclude,
        "folgt",
        N_("Say what follows from it"),
        _F,
        N_("{ref} follows: {outcome}, {why}"),
        (
            Blank("outcome", N_("What follows?"), _OUTCOMES),
            Blank("why", N_("In a sentence")),
        ),
        "F",
    ),
    Slip(
        i.ConfirmEntry,
        "eintrag-stimmt",
        N_("Confirm what coordination entered for you"),
        _F,
        N_("{ref} entry is right"),
        letter="F",
    ),
    Slip(
        i.ContestEntry,
        "eintrag-stimmt-nicht",
        N_("Contest what coordination entered for you"),
        _F,
        N_("{ref} entry is wrong[: {why}]"),
        (Blank("why", N_("Why?"), required=False),),
        "F",
    ),
)
