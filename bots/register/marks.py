"""Marks: the symbols of the matrix, never without their words (*Zeichen*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from bots.locale import N_
from bots.speech import Speech
from core.decision.councils import SOME_BODY
from core.decision.file import Work
from core.effect import Stance
from projections.decisions import Cell, Leaning, Mark, ObjectionRow, PositionRow

SYMBOLS: Final[Mapping[Mark, str]] = {
    Mark.APPROVED: "●",
    Mark.AGREED: "●",
    Mark.CONDITIONAL: "◐",
    Mark.PROVISIONAL: "◌",
    Mark.OPEN: "○",
    Mark.REFUSED: "✕",
    Mark.EXPIRED: "✕",
    Mark.DECLINED: "–",
    Mark.SILENT: "·",
}
_WORDS: Final[Mapping[Mark, str]] = {
    Mark.APPROVED: N_("approved"),
    Mark.AGREED: N_("agreed, no body needed"),
    Mark.CONDITIONAL: N_("approved with conditions"),
    Mark.PROVISIONAL: N_("approved by word of mouth"),
    Mark.OPEN: N_("open"),
    Mark.REFUSED: N_("refused"),
    Mark.EXPIRED: N_("term gone by"),
    Mark.DECLINED: N_("does not take part"),
    Mark.SILENT: N_("has said nothing"),
}
LEGEND: Final = (
    Mark.APPROVED,
    Mark.CONDITIONAL,
    Mark.PROVISIONAL,
    Mark.OPEN,
    Mark.REFUSED,
    Mark.DECLINED,
    Mark.SILENT,
)
"""The marks that a legend explains, one for each symbol."""
_LEANINGS: Final[Mapping[Leaning, str]] = {
    Leaning.FOR: N_("takes part"),
    Leaning.RATHER_FOR: N_("rather takes part"),
    Leaning.OPEN: N_("undecided"),
    Leaning.RATHER_AGAINST: N_("rather does not take part"),
    Leaning.AGAINST: N_("does not take part"),
    Leaning.UNKNOWN: N_("unknown"),
}
_WORK: Final[Mapping[Work, str]] = {
    Work.OPEN: N_("open"),
    Work.INTEGRATED: N_("taken up"),
    Work.WITHDRAWN: N_("taken back"),
    Work.NOT_PARAMOUNT: N_("does not hinder"),
    Work.MOOT: N_("without object, its text was not taken over"),
}
_STANCES: Final[Mapping[Stance, str]] = {
    Stance.YES: N_("agreed"),
    Stance.NO: N_("not agreed"),
    Stance.ABSTAIN: N_("abstains"),
}
_HOW: Final[Mapping[str, str]] = {
    "confirmed": N_("entered by coordination, confirmed"),
    "stood": N_("entered by coordination, not contested"),
    "tacit": N_("silent, though provably asked"),
}
_DELAYS: Final[Mapping[str, str]] = {
    "postponed": N_("put off"),
    "referred": N_("referred"),
    "not_quorate": N_("not quorate"),
}


def symbol(mark: Mark) -> str:
    """Return the symbol of ``mark``."""
    return SYMBOLS[mark]


def words(mark: Mark, speech: Speech) -> str:
    """Return what ``mark`` means."""
    return speech.translate(_WORDS[mark])


def cell(one: Cell, speech: Speech) -> str:
    """Return what a cell says, with its day: "Mühlau: offen (17.06.)"."""
    facts = {"org": speech.org(one.org), "mark": words(one.mark, speech)}
    if one.on is None:
        return speech.words(N_("{org}: {mark}"), **facts)
    day = speech.short(one.on)
    return speech.words(N_("{org}: {mark} ({day})"), **facts, day=day)


def leaning(one: Leaning, speech: Speech) -> str:
    """Return where an organisation leans."""
    return speech.translate(_LEANINGS[one])


def work(one: Work, speech: Speech) -> str:
    """Return what became of an objection."""
    return speech.translate(_WORK[one])


def delay(kind: str, speech: Speech) -> str:
    """Return why a body has not resolved."""
    return speech.translate(_DELAYS[kind])


def body(name: str, known: Mapping[str, str], speech: Speech) -> str:
    """Return what a body is called; ``known`` has the names by id."""
    if name == SOME_BODY:
        return speech.translate(N_("body not named yet"))
    return known.get(name) or speech.body(None, name)


def stance(one: PositionRow, objections: Iterable[ObjectionRow], speech: Speech) -> str:
    """Return what an organisation said, as far as it did; what hinders comes first.

    ``objections`` are all to the decision, whoever raised them.
    """
    if one.recused:
        return speech.translate(N_("recused, not counted"))
    open_ = [o.n for o in objections if o.org == one.org and o.work is Work.OPEN]
    if open_:
        return speech.words(N_("objects (no. {n}, still open)"), n=open_[0])
    if one.scores:
        return ", ".join(f"{s.option}: {s.resistance}" for s in one.scores)
    if one.stance is None:
        return speech.translate(N_("has said nothing"))
    return speech.translate(_STANCES[one.stance])


def counted_as(one: PositionRow, speech: Speech) -> str:
    """Return how a position came to count, if not by its own word."""
    return speech.translate(_HOW[one.counted_as]) if one.counted_as else ""


def entered(one: PositionRow, speech: Speech) -> str:
    """Return what was entered for an organisation and waits."""
    known = {stance.value: name for stance, name in _STANCES.items()}
    return speech.translate(known.get(one.entered or "", N_("an entry")))
