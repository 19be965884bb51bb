"""The other two answers of the parser, and what they share with the intents.

::

    parse --understood--------> an intent       (``bots.grammar.intents``)
    parse --understood in part-> AskBack         a code with facts, no prose
    parse --not for us---------> Unknown         nothing was done

Another layer puts the codes into words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Question(StrEnum):
    """What has to be asked before anything may be written (German: *Rückfrage*)."""

    IMPOSSIBLE_DATE = "impossible_date"
    WHICH_DATE = "which_date"
    WEEKDAY_CONTRADICTS = "weekday_contradicts"
    SESSION_UNKNOWN = "session_unknown"
    IN_THE_FUTURE = "in_the_future"
    WHICH_ORGANISATION = "which_organisation"
    WHICH_BODY = "which_body"
    WHICH_KIND = "which_kind"
    WHICH_VERB = "which_verb"
    DID_YOU_MEAN = "did_you_mean"
    CONDITION_IN_BINDING = "condition_in_binding"
    RESERVED_CONSENT = "reserved_consent"
    HEDGED = "hedged"
    NEGATED = "negated"
    QUESTION_MARK = "question_mark"
    QUOTED = "quoted"
    CONTRADICTING_VERBS = "contradicting_verbs"
    SEVERAL_ITEMS = "several_items"
    ONE_AT_A_TIME = "one_at_a_time"
    UNCLEAR_REMAINDER = "unclear_remainder"
    UNCLEAR_TERM = "unclear_term"
    OWN_MATTER = "own_matter"
    WHICH_ITEM = "which_item"
    UNCLEAR_COSTS = "unclear_costs"
    MISSING_TEXT = "missing_text"
    MISSING_REASON = "missing_reason"
    MISSING_PROOF = "missing_proof"
    PAPER_DAY = "paper_day"
    MISSING_AUDIENCE = "missing_audience"
    MISSING_NAME = "missing_name"


class Basis(StrEnum):
    """How the word of another organisation reached the speaker."""

    PHONE = "telefon"
    MAIL = "mail"
    SESSION = "sitzung"
    LETTER = "schreiben"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalf:
    """For whom somebody speaks (German: *im Namen von*).

    ``basis`` is None when it was not said and has to be asked for;
    ``holder`` is the mandate holder as typed ("BM Roth"), perhaps empty.
    """

    organisation: str
    basis: Basis | None = None
    holder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBack:
    """Understood in part; nothing may be written before the answer.

    ``understood`` is the name of the intent that was recognised, ``phrase`` the words
    the question is about, ``choices`` what the person may have meant: canonical names
    for WHICH_ORGANISATION, ISO days for WHICH_DATE, typed forms otherwise.
    """

    question: Question
    ref: str = ""
    understood: str = ""
    phrase: str = ""
    choices: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Not a command. At most three ``suggestions``, as typed forms.

    ``due`` is the day if the line holds one ("bis 30.4." in reply to *Anderer
    Termin*), ``session`` if it says "bis zur nächsten Sitzung".
    """

    suggestions: tuple[str, ...] = ()
    due: date | None = None
    session: bool = False
