"""Slips about decisions and councils (*Beschlüsse*)."""

from __future__ import annotations

from typing import Final

from bots.decisions import sheets
from bots.grammar import deciding
from bots.grammar import intents as i
from bots.locale import N_
from bots.slips.slip import FORUM, Blank, Group, Slip

_B, _R = Group.DECISION, Group.COUNCIL
_WHY: Final = Blank("why", N_("Why?"))
_BODY: Final = Blank("body", N_("Which council?"))
_ON: Final = Blank("on", N_("On which day?"), "day")
_DUE: Final = Blank("due", N_("By when?"), "day")
_COUNCILS: Final = Blank("councils", N_("By when are the councils to resolve?"), "day")
_ITEM: Final = Blank("item", N_("Number of the item on the agenda"), "number", False)  # noqa: FBT003
_MODES: Final = (
    N_("consent"),
    N_("majority"),
    N_("two thirds"),
    N_("unanimous"),
    N_("recommendation"),
)
_RESULTS: Final = (N_("approved"), N_("refused"), N_("postponed"))

_PARTS: Final = tuple(
    Blank(name, sheets.LABELS[name], "long", required=False)
    for name in ("reasons", "alternatives", "otherwise", "costs", "benefits")
)

SLIPS: Final = (
    Slip(
        i.ProposeDecision,
        "vorschlag",
        N_("Propose a decision"),
        Group.BEGIN,
        N_(
            "proposal: {what}[ (forum: {forum})], {mode}, by {due}"
            "[, councils by {councils}], review in "
            "{years} years"
            "[ / reasons: {reasons}][ / alternatives: {alternatives}]"
            "[ / if one does not join: {otherwise}][ / costs: {costs}]"
            "[ / benefit: {benefits}]"
        ),
        (
            Blank("what", N_("What shall be resolved?"), "long"),
            FORUM,
            Blank("mode", N_("How is it decided?"), _MODES),
            _DUE,
            _COUNCILS._replace(required=False),
            Blank("years", N_("Look at it again after how many years?"), "number"),
            *_PARTS,
        ),
    ),
    Slip(
        i.OpenDecision,
        "eroeffnen",
        N_("Open it for decision"),
        _B,
        N_("{ref} put to the vote until {due}[, councils by {councils}]"),
        (_DUE, _COUNCILS._replace(required=False)),
        "B",
    ),
    Slip(
        deciding.CouncilsUntil,
        "raete-frist",
        N_("Say by when the councils are to resolve"),
        _B,
        N_("{ref} councils by {councils}"),
        (_COUNCILS,),
        "B",
    ),
    Slip(i.Consent, "zustimmen", N_("Agree"), _B, N_("{ref} agreed"), letter="B"),
    Slip(
        i.Object,
        "einwand",
        N_("Object"),
        _B,
        N_("{ref} objection: {why}"),
        (_WHY,),
        "B",
    ),
    Slip(
        i.WithdrawObjection,
        "einwand-erledigt",
        N_("Say that your objection is settled"),
        _B,
        N_("{ref} objection settled"),
        letter="B",
    ),
    Slip(
        i.Abstain,
        "enthalten",
        N_("Abstain"),
        _B,
        N_("{ref} abstention[: {why}]"),
        (_WHY._replace(required=False),),
        "B",
    ),
    Slip(
        i.Recuse,
        "befangen",
        N_("Take no part as recused"),
        _B,
        N_("{ref} recused[: {why}]"),
        (_WHY._replace(required=False),),
        "B",
    ),
    Slip(
        i.ReviseDecision,
        "neue-fassung",
        N_("Write a new version"),
        _B,
        N_("{ref} new version: {what}"),
        (Blank("what", N_("The new text"), "long"),),
        "B",
    ),
    Slip(
        i.CountDecision,
        "auszaehlen",
        N_("Count the votes"),
        _B,
        N_("{ref} count"),
        letter="B",
    ),
    Slip(
        i.CallAgain,
        "zweiter-aufruf",
        N_("Call a second time, after too few took part"),
        _B,
        N_("{ref} second call until {due}"),
        (_DUE,),
        "B",
    ),
    Slip(
        i.JoinDecision, "beitreten", N_("Join later"), _B, N_("{ref} join"), letter="B"
    ),
    Slip(
        i.LeaveDecision,
        "austreten",
        N_("Leave it"),
        _B,
        N_("{ref} leave: {why}"),
        (_WHY,),
        "B",
    ),
    Slip(
        i.ReplaceDecision,
        "ersetzen",
        N_("Put a newer decision in its place"),
        _B,
        N_("{ref} replaced by {by}"),
        (Blank("by", N_("Number of the newer one, such as B12")),),
        "B",
    ),
    Slip(
        i.ReviewDecision,
        "ueberpruefen",
        N_("Look at it again"),
        _B,
        N_("{ref} call for review[: {why}]"),
        (_WHY._replace(required=False),),
        "B",
    ),
    Slip(
        i.KeepDecision,
        "bleibt",
        N_("Keep it after a review"),
        _B,
        N_("{ref} keep, review in {years} years"),
        (Blank("years", N_("Look at it again after how many years?"), "number"),),
        "B",
    ),
    Slip(
        i.Paper,
        "vorlage",
        N_("Say that the paper was submitted"),
        _R,
        N_("{ref} paper {paper} submitted on {on}"),
        (Blank("paper", N_("Number of the paper")), _ON),
        "B",
    ),
    Slip(
        i.Agenda,
        "tagesordnung",
        N_("Say when the council deals with it"),
        _R,
        N_("{ref} {body}: meeting on {on}[, item {item}]"),
        (_BODY, _ON, _ITEM),
        "B",
    ),
    Slip(
        i.Ratification,
        "rat",
        N_("Report what the council resolved"),
        _R,
        N_("{ref} {body}: {result} on {on}[, item {item}]"),
        (_BODY, Blank("result", N_("What did it resolve?"), _RESULTS), _ON, _ITEM),
        "B",
    ),
    Slip(
        i.Ratification,
        "rat-massgabe",
        N_("Report that the council agreed with conditions"),
        _R,
        N_("{ref} {body}: with conditions on {on}[, item {item}]: {what}"),
        (_BODY, _ON, _ITEM, Blank("what", N_("Which conditions?"), "long")),
        "B",
    ),
    Slip(
        i.TakeUp,
        "massgabe",
        N_("Take over the condition of a council"),
        _R,
        N_("{ref} conditions {org} take up: {what}"),
        (
            Blank("org", N_("Whose council?"), "org"),
            Blank("what", N_("The new text"), "long"),
        ),
        "B",
    ),
    Slip(
        i.RefuseTerms,
        "massgabe-nicht",
        N_("Do not take over the condition of a council"),
        _R,
        N_("{ref} conditions {org} refuse: {why}"),
        (Blank("org", N_("Whose council?"), "org"), _WHY),
        "B",
    ),
)
