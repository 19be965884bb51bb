"""Sealed: what texts of entries are called, and why they go (*Texte*)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bots.locale import N_
from core.bundle.head import Scope
from core.grounds import Ground

GROUNDS: Final[Mapping[Ground, str]] = MappingProxyType(
    {
        Ground.NOT_NEEDED: N_("no longer needed"),
        Ground.WITHDRAWN: N_("consent withdrawn"),
        Ground.OBJECTION: N_("objection of the person"),
        Ground.UNLAWFUL: N_("should not have been stored"),
        Ground.DUTY: N_("a law demands it"),
        Ground.CORRECTION: N_("it was wrong"),
        Ground.PERIOD_OVER: N_("its period is over"),
    }
)
FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "alternatives": N_("“alternatives”"),
        "basis": N_("“basis”"),
        "by": N_("“by whom”"),
        "conditions": N_("“conditions”"),
        "deputy": N_("“deputy”"),
        "evidence": N_("“evidence”"),
        "giver": N_("“giver”"),
        "mailbox": N_("“mailbox”"),
        "measure": N_("“done means”"),
        "missing": N_("“what is missing”"),
        "no_review": N_("“why no review”"),
        "note": N_("“note”"),
        "otherwise": N_("“if one does not join”"),
        "override": N_("“override”"),
        "period": N_("“period”"),
        "pitfalls": N_("“pitfalls”"),
        "place": N_("“place”"),
        "programme": N_("“programme”"),
        "proposal": N_("“proposal”"),
        "purpose": N_("“purpose”"),
        "reason": N_("“reason”"),
        "reasons": N_("“reasons”"),
        "remark": N_("“remark”"),
        "result": N_("“result”"),
        "said": N_("“answer”"),
        "scope": N_("“scope”"),
        "source": N_("“source”"),
        "summary": N_("“summary”"),
        "text": N_("“wording”"),
        "to": N_("“recipient”"),
        "waiver": N_("“why without a survey”"),
        "what": N_("“what it is about”"),
        "where": N_("“where it lies”"),
        "why": N_("“why”"),
        "wording": N_("“wording”"),
    }
)
SCOPES: Final[Mapping[Scope, str]] = MappingProxyType(
    {
        Scope.FULL: N_("everything, with its texts"),
        Scope.PUBLIC: N_("everything, without texts"),
        Scope.PART: N_("one item"),
    }
)


def facts() -> Mapping[str, str]:
    """Return words for codes that a bundle holds: by ``ground objection`` and so on."""
    grounds = {f"ground {ground}": words for ground, words in GROUNDS.items()}
    return {**grounds, **{f"field {name}": words for name, words in FIELDS.items()}}
