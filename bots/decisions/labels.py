"""Labels: what the button says that says yes to a command (*Ja, …*)."""

from __future__ import annotations

from typing import Final

from bots.locale import N_
from core.decision import commands as c
from core.effect import Stance

YES: Final[dict[type, str]] = {
    c.Propose: N_("Yes, propose"),
    c.Explain: N_("Yes, enter"),
    c.SetTerm: N_("Yes, enter"),
    c.Open: N_("Yes, open"),
    c.Revise: N_("Yes, new version"),
    c.Object: N_("Yes, object"),
    c.DeclareRecusal: N_("Yes, recused"),
    c.Join: N_("Yes, join"),
    c.Leave: N_("Yes, leave"),
    c.WithdrawObjection: N_("Yes, settled"),
    c.AcceptIntegration: N_("Yes, settled"),
    c.ConfirmPrepared: N_("Yes, confirm"),
    c.ConfirmOnBehalf: N_("Yes, confirm"),
    c.ContestOnBehalf: N_("Yes, contest"),
    c.Close: N_("Yes, count"),
    c.Reconvene: N_("Yes, call again"),
    c.Withdraw: N_("Yes, withdraw"),
    c.CallReview: N_("Yes, review"),
    c.Confirm: N_("Yes, it stays"),
    c.Supersede: N_("Yes, replace"),
    c.Reserve: N_("Yes, enter"),
    c.SetDeadline: N_("Yes, enter"),
    c.SubmitPaper: N_("Yes, enter"),
    c.ScheduleItem: N_("Yes, enter"),
    c.RecordApproval: N_("Yes, enter"),
    c.RecheckApproval: N_("Yes, enter"),
    c.RecordConditions: N_("Yes, enter"),
    c.RecordRefusal: N_("Yes, enter"),
    c.RecordPostponement: N_("Yes, enter"),
    c.RecordReferral: N_("Yes, enter"),
    c.RecordNotQuorate: N_("Yes, enter"),
    c.TakeUpConditions: N_("Yes, ask the forum"),
    c.RefuseConditions: N_("Yes, do not take over"),
    c.ScoreOptions: N_("Yes, score so"),
    c.RuleNotParamount: N_("Yes, it does not hinder"),
    c.Escalate: N_("Yes, hand them over"),
    c.StartRatification: N_("Yes, to the councils"),
    c.Repeal: N_("Yes, repeal"),
    c.WaiveRatification: N_("Yes, not needed"),
    c.RecordConsultation: N_("Yes, enter"),
    c.RetractResult: N_("Yes, take back"),
    c.ReopenRatification: N_("Yes, once more"),
    c.RequireCondition: N_("Yes, enter"),
    c.MeetCondition: N_("Yes, enter"),
    c.RefuseCondition: N_("Yes, enter"),
    c.WaiveCondition: N_("Yes, not needed"),
    c.ReopenCondition: N_("Yes, open again"),
}
"""The label of the button that says yes."""

POSITIONS: Final = {
    Stance.YES: N_("Yes, agreed"),
    Stance.NO: N_("Yes, not agreed"),
    Stance.ABSTAIN: N_("Yes, abstention"),
}
"""The same for a position: the button repeats what is said (rule 3)."""
