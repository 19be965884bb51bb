"""Kinds: which commands open something, settle it, or are seldom said in a story."""

from __future__ import annotations

from typing import Final, get_args

from core import commitment, forum, information, organisation, region

OPENING: Final = (
    commitment.commands.Request,
    commitment.commands.Offer,
    information.Record,
    information.RaiseConcern,
)
SETTLING: Final = (
    *get_args(commitment.settling.Settling),
    information.ConfirmOnBehalf,
    information.ContestOnBehalf,
    information.LetOnBehalfStand,
)
COORDINATING: Final = (
    commitment.commands.AcceptBySilence,
    commitment.settling.LetOnBehalfStand,
    information.LetOnBehalfStand,
)
AT_THE_END: Final = (commitment.settling.Thank,)  # said once the rest is told
RARE: Final = (
    forum.SetSeats,
    commitment.commands.Decline,
    commitment.commands.Release,
    commitment.commands.Renege,
    commitment.commands.Withdraw,
    information.Retract,
    information.SettleConcern,
    forum.Close,
    forum.Merge,
    forum.Rest,
    organisation.EndMandate,
    organisation.Succeed,
    region.Leave,
)
