"""Every intent the grammar knows, for an exhaustive ``match``."""

from __future__ import annotations

from typing import TypeAlias

from bots.grammar.answers import AskBack, OnBehalf, Question, Unknown
from bots.grammar.asks import (
    CloseAsk,
    Conclude,
    ConfirmEntry,
    ContestEntry,
    ExtendAsk,
    NameDevices,
    PublishResult,
    WhoHas,
)
from bots.grammar.commitments import (
    Agree,
    Counter,
    Decline,
    HandOver,
    Lacking,
    Offer,
    Progress,
    Promise,
    Release,
    ReportDone,
    Request,
    Reserve,
    Snooze,
    Uphold,
    Withdraw,
)
from bots.grammar.deciding import (
    Agenda,
    CallAgain,
    CountDecision,
    JoinDecision,
    KeepDecision,
    LeaveDecision,
    OpenDecision,
    Paper,
    RefuseTerms,
    ReplaceDecision,
    ReviewDecision,
    RunningDecision,
    TakeUp,
)
from bots.grammar.decisions import (
    Abstain,
    Consent,
    Mode,
    Object,
    ProposeDecision,
    Ratification,
    Recuse,
    Result,
    ReviseDecision,
    WithdrawObjection,
)
from bots.grammar.further import Further
from bots.grammar.inquiries import (
    Asking,
    AsOf,
    Digest,
    Help,
    Status,
    WhatBenefit,
    WhatDecided,
    WhatHeld,
    WhatHolds,
    WhatIsOpen,
    WhatKnown,
    WhatPromised,
    WhoDoes,
    WhoTakesPart,
)
from bots.grammar.matters import (
    Absence,
    Answer,
    Book,
    Concern,
    Correct,
    Delegate,
    Emergency,
    FrameworkChange,
    FundingExperience,
    Inform,
    Link,
    NothingToReport,
    OpenAsk,
    Reflect,
    Undo,
)
from bots.grammar.said import OfItem, Said
from bots.grammar.sitting import OnMeeting
from bots.grammar.wishes import Back, Limit, Prefer, Rest, SignIn

OfCommitment: TypeAlias = (
    Request
    | Offer
    | Promise
    | Counter
    | Decline
    | Agree
    | Lacking
    | ReportDone
    | Progress
    | Withdraw
    | Release
    | Uphold
    | Snooze
    | HandOver
    | Reserve
)
OfDecision: TypeAlias = (
    ProposeDecision
    | RunningDecision
    | Further
    | ReviseDecision
    | Consent
    | Object
    | WithdrawObjection
    | Abstain
    | Recuse
    | Ratification
)
Replying: TypeAlias = Answer | NothingToReport | Delegate
RunningAsk: TypeAlias = (
    CloseAsk | ExtendAsk | PublishResult | Conclude | ConfirmEntry | ContestEntry
)
OfAsk: TypeAlias = OpenAsk | Replying | RunningAsk
Telling: TypeAlias = (
    Book
    | Emergency
    | Inform
    | FrameworkChange
    | FundingExperience
    | Concern
    | Link
    | Reflect
    | NameDevices
    | OnMeeting
)
Wish: TypeAlias = Limit | Prefer | Rest
Own: TypeAlias = Absence | Back | Undo | Correct | Wish | SignIn
Intent: TypeAlias = OfCommitment | OfDecision | OfAsk | Telling | Asking | Own
Parsed: TypeAlias = Intent | AskBack | Unknown

__all__ = [
    "Absence",
    "Abstain",
    "Agenda",
    "Agree",
    "Answer",
    "AsOf",
    "AskBack",
    "Asking",
    "Back",
    "Book",
    "CallAgain",
    "CloseAsk",
    "Concern",
    "Conclude",
    "ConfirmEntry",
    "Consent",
    "ContestEntry",
    "Correct",
    "CountDecision",
    "Counter",
    "Decline",
    "Delegate",
    "Digest",
    "Emergency",
    "ExtendAsk",
    "FrameworkChange",
    "FundingExperience",
    "HandOver",
    "Help",
    "Inform",
    "Intent",
    "JoinDecision",
    "KeepDecision",
    "Lacking",
    "LeaveDecision",
    "Limit",
    "Link",
    "Mode",
    "NameDevices",
    "NothingToReport",
    "Object",
    "OfAsk",
    "OfCommitment",
    "OfDecision",
    "OfItem",
    "Offer",
    "OnBehalf",
    "OpenAsk",
    "OpenDecision",
    "Own",
    "Paper",
    "Parsed",
    "Prefer",
    "Progress",
    "Promise",
    "ProposeDecision",
    "PublishResult",
    "Question",
    "Ratification",
    "Recuse",
    "Reflect",
    "RefuseTerms",
    "Release",
    "ReplaceDecision",
    "Replying",
    "ReportDone",
    "Request",
    "Reserve",
    "Rest",
    "Result",
    "ReviewDecision",
    "ReviseDecision",
    "RunningAsk",
    "RunningDecision",
    "Said",
    "Snooze",
    "Status",
    "TakeUp",
    "Telling",
    "Undo",
    "Unknown",
    "Uphold",
    "WhatBenefit",
    "WhatDecided",
    "WhatHeld",
    "WhatHolds",
    "WhatIsOpen",
    "WhatKnown",
    "WhatPromised",
    "WhoDoes",
    "WhoHas",
    "WhoTakesPart",
    "Withdraw",
    "WithdrawObjection",
]
