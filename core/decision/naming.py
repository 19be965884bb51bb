"""Naming: what stays readable in the log names a body or a paper, never a person.

Labels cannot be erased as sealed texts can, so no known family name may stand there.
Who is known, the caller brings: names lie in the vault.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from core.decision import commands as c
from core.errors import Code, Refusal

_WORD: Final = re.compile(r"\w+")
_LABELS: Final = ("to", "by", "committee", "ref", "source", "paper", "item")
_LABELLED: Final = (
    c.Escalate
    | c.RuleNotParamount
    | c.SubmitPaper
    | c.ScheduleItem
    | c.RecordConsultation
    | c.RecordReferral
    | c.RecordApproval
    | c.RecordConditions
    | c.RecordRefusal
    | c.RecheckApproval
    | c.MeetCondition
)


def labels(command: object) -> tuple[str, ...]:
    """Return what people typed in ``command`` that stays readable in the log."""
    if not isinstance(command, _LABELLED):
        return ()
    found = (getattr(command, name, None) for name in _LABELS)
    return tuple(said for said in found if isinstance(said, str))


def nobody_named(command: object, names: Collection[str]) -> None:
    """Require that no label of ``command`` holds one of ``names``, in small letters.

    Raises:
        Refusal: ``NAMES_A_PERSON``.
    """
    for said in labels(command):
        if not {*names}.isdisjoint(_WORD.findall(said.casefold())):
            raise Refusal(Code.NAMES_A_PERSON, said=said)
