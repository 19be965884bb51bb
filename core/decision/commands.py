"""What can be asked of a decision. Time and authority come in as facts."""

from __future__ import annotations

from typing import TypeAlias

from core.decision.condition_commands import (
    Conditional,
    Conditioning,
    MeetCondition,
    RefuseCondition,
    RefuseConditions,
    ReopenCondition,
    RequireCondition,
    TakeUpConditions,
    WaiveCondition,
)
from core.decision.forum_commands import (
    AcceptIntegration,
    Close,
    ConfirmOnBehalf,
    ConfirmPrepared,
    ContestOnBehalf,
    DeclareRecusal,
    Deliver,
    DropPrepared,
    Escalate,
    Explain,
    GivePosition,
    LetOnBehalfStand,
    Object,
    Open,
    Propose,
    Reconvene,
    Revise,
    RuleNotParamount,
    Running,
    Saying,
    ScoreOptions,
    Settling,
    Withdraw,
    WithdrawObjection,
    Working,
)
from core.decision.living_commands import (
    AskForPromises,
    CallReview,
    Confirm,
    Join,
    Leave,
    Moving,
    Repeal,
    Reviewing,
    Supersede,
)
from core.decision.ratifying_commands import (
    Correcting,
    ExpireRatification,
    Progress,
    RecheckApproval,
    RecordApproval,
    RecordConditions,
    RecordConsultation,
    Recording,
    RecordNotQuorate,
    RecordPostponement,
    RecordReferral,
    RecordRefusal,
    ReopenRatification,
    Reserve,
    RetractResult,
    ScheduleItem,
    SetDeadline,
    StartRatification,
    SubmitPaper,
    Terms,
    WaiveRatification,
)

Speaking: TypeAlias = Saying | Moving
InCouncils: TypeAlias = Progress | Recording | Correcting | Terms
Further: TypeAlias = (
    Running
    | Speaking
    | Working
    | Settling
    | StartRatification
    | InCouncils
    | Conditional
    | Conditioning
    | Reviewing
)
Command: TypeAlias = Propose | Further

__all__ = [
    "AcceptIntegration",
    "AskForPromises",
    "CallReview",
    "Close",
    "Command",
    "Conditional",
    "Conditioning",
    "Confirm",
    "ConfirmOnBehalf",
    "ConfirmPrepared",
    "ContestOnBehalf",
    "Correcting",
    "DeclareRecusal",
    "Deliver",
    "DropPrepared",
    "Escalate",
    "ExpireRatification",
    "Explain",
    "Further",
    "GivePosition",
    "InCouncils",
    "Join",
    "Leave",
    "LetOnBehalfStand",
    "MeetCondition",
    "Moving",
    "Object",
    "Open",
    "Progress",
    "Propose",
    "RecheckApproval",
    "Reconvene",
    "RecordApproval",
    "RecordConditions",
    "RecordConsultation",
    "RecordNotQuorate",
    "RecordPostponement",
    "RecordReferral",
    "RecordRefusal",
    "Recording",
    "RefuseCondition",
    "RefuseConditions",
    "ReopenCondition",
    "ReopenRatification",
    "Repeal",
    "RequireCondition",
    "Reserve",
    "RetractResult",
    "Reviewing",
    "Revise",
    "RuleNotParamount",
    "Running",
    "Saying",
    "ScheduleItem",
    "ScoreOptions",
    "SetDeadline",
    "Settling",
    "Speaking",
    "StartRatification",
    "SubmitPaper",
    "Supersede",
    "TakeUpConditions",
    "Terms",
    "WaiveCondition",
    "WaiveRatification",
    "Withdraw",
    "WithdrawObjection",
    "Working",
]
