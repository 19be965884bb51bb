"""Fields: the questions of an ask as they were listed (*Felder*).

"Bedarf (ja/nein), Betrag (€), Zustand (gut/mittel/schlecht), Dringlichkeit (1–5)".
"""

from __future__ import annotations

import re
from typing import Final

from bots.asks.units import is_unit, neat
from core.ask.questions import Question, QuestionKind

YEAR: Final = re.compile(r"\b(?:in welchem jahr|wann|jahr|year|when)\b", re.IGNORECASE)
MONEY: Final = re.compile(
    r"\b(betrag|kosten|preis|summe|amount|cost|price)\b", re.IGNORECASE
)
COUNT: Final = re.compile(
    r"\b(?:wie\sviele?|anzahl|stückzahl|how\smany|number\sof)\b", re.IGNORECASE
)
_PART: Final = re.compile(r"[,;]\s*(?![^()]*\))")
_SPEC: Final = re.compile(r"^(?P<label>[^()]+?)\s*(?:\((?P<spec>[^()]*)\))?\s*\.?$")
_BEFORE_UNIT: Final = re.compile(
    r"^(?:(?:zahl|anzahl|number)\b\s*)?(?:in\s)?", re.IGNORECASE
)
_NAMED: Final = {"jahr", "year", "text", "freitext", "zahl", "anzahl", "number"}
_SCALE: Final = re.compile(r"1\s*(?:-|–|bis|to)\s*(\d{1,2})")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def given(fields: str) -> tuple[Question, ...]:
    """Return the questions as they were listed: "Betrag (€), Zustand (gut/mittel)"."""
    found: list[Question] = []
    for part in _PART.split(fields):
        match = _SPEC.match(part.strip())
        if match is None:
            continue
        label = match["label"].strip()
        found.append(typed(label, (match["spec"] or "").strip(), len(found)))
    return tuple(found)


def is_sort(spec: str) -> bool:
    """Whether ``spec`` says what may be answered: "gut/schlecht", "1–5", "€"."""
    low = spec.strip().casefold()
    several = [one for one in low.split("/") if one.strip()]
    named = low in _NAMED or _SCALE.fullmatch(low) is not None
    return len(several) > 1 or named or is_unit(_BEFORE_UNIT.sub("", low, count=1))


def typed(label: str, spec: str, n: int) -> Question:
    """Return the ``n``-th question, with what may be answered in words."""
    low = spec.casefold()
    options = tuple(one.strip() for one in spec.split("/") if one.strip())
    if low in {"ja/nein", "yes/no"}:
        return question(label, QuestionKind.YES_NO, n)
    if scale := _SCALE.fullmatch(low):
        return question(label, QuestionKind.SCALE, n, steps=int(scale[1]))
    if low in {"jahr", "year"} or (not low and YEAR.fullmatch(label)):
        return question(label, QuestionKind.YEAR, n)
    if low in {"text", "freitext"}:
        return question(label, QuestionKind.TEXT, n)
    if len(options) > 1:
        return question(label, QuestionKind.CHOICE, n, options=options)
    if not low and MONEY.fullmatch(label):
        return question(label, QuestionKind.NUMBER, n, unit="€")
    if low in {"zahl", "anzahl", "number"} or (not low and COUNT.fullmatch(label)):
        return question(label, QuestionKind.NUMBER, n)
    if low:
        unit = neat(_BEFORE_UNIT.sub("", spec, count=1))
        return question(label, QuestionKind.NUMBER, n, unit=unit)
    return question(label, QuestionKind.TEXT, n)


def question(
    label: str,
    kind: QuestionKind,
    n: int,
    *,
    unit: str = "",
    options: tuple[str, ...] = (),
    steps: int = 5,
) -> Question:
    """Return the ``n``-th question, counted from nought."""
    return Question(
        key=_key(label, n),
        kind=kind,
        label=label,
        unit=unit,
        options=options,
        steps=steps,
    )


def _key(label: str, n: int) -> str:
    """Return a name of the question that can be read in the record."""
    plain = re.sub(r"[^a-z0-9]+", "_", label.casefold().translate(_UMLAUTS))
    return plain.strip("_")[:60] or f"q{n + 1}"
