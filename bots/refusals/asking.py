"""What happened and what to do next where an ask is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core.errors import Code

SENTENCES: Final[Mapping[Code, str]] = {
    Code.ASK_ENDED: N_(
        "The ask {ref} has ended (“{state}”). Please open another one if something "
        "is left to ask."
    ),
    Code.NOT_ASKED: N_(
        "{org} is not among those asked in {ref}. Please tell whoever asks if it "
        "should be."
    ),
    Code.NO_QUESTION: N_("The ask has no question yet. Please name at least one."),
    Code.UNKNOWN_QUESTION: N_(
        "The ask has no question “{question}”. Please take one of its questions."
    ),
    Code.VALUE_DOES_NOT_FIT: N_(
        "That does not fit the question “{question}”. Please give: {kind}."
    ),
    Code.UNIT_DOES_NOT_FIT: N_(
        "The question “{question}” is answered in this unit: {unit}. Please convert "
        "your figure."
    ),
    Code.TEXT_NOT_AGGREGATED: N_(
        "Texts cannot be added up. Please leave out the questions for a text, or "
        "choose that answers are shown by name or to coordination only."
    ),
    Code.AUDIENCE_EMPTY: N_(
        "Nobody but you is meant by “{meant}”. Please ask somebody else."
    ),
    Code.AUDIENCE_TOO_SMALL: N_(
        "With {number} organisations sums would tell who said what. Please ask at "
        "least {lowest}, or choose that answers are shown by name."
    ),
    Code.NOBODY_HAS_IT: N_(
        "Nobody has entered {needs}. Please look for something similar, or ask "
        "everybody."
    ),
    Code.RESULT_OWED: N_(
        "The same is being asked of the same organisations in {other}. Please "
        "publish its result first, or cancel it."
    ),
    Code.BUDGET_EXCEEDED: N_(
        "{orgs} would be asked for more than {minutes} minutes this week. Please "
        "ask less or later; coordination can say why it must be now."
    ),
    Code.PROMISED_TOO_EARLY: N_(
        "The result would be promised by {promised}, before the answers are in "
        "({due}). Please name a later day."
    ),
    Code.NOT_LATER: N_(
        "There is time until {until} already; {due} would be less. Please name a later "
        "day, or close the ask when you have what you need."
    ),
    Code.NO_ANSWER_YET: N_(
        "Nobody has answered {ref} yet. Please wait for an answer, or publish it "
        "with some words."
    ),
}
