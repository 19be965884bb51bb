"""Drafting: what a line asks for, as typed questions (*Entwurf einer Abfrage*).

::

    "Wer plant bis 2030 eine Kehrmaschine? Jahr und Betrag bitte."
    "… Felder: Bedarf (ja/nein), Betrag (€), Zustand (gut/mittel/schlecht),
       Dringlichkeit (1–5), Bemerkung (Text). Zweck: … anonym. Aufwand: 5 Min."

Only what was typed is read; the echo shows what came out of it before anybody is
asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bots.asks.fields import given
from bots.asks.meant import meant
from bots.speech import Speech
from core.ask.kinds import AskKind, Disclosure
from core.ask.questions import Question

_LABELS: Final = re.compile(
    r"\b(?P<label>Felder|Fields|Zweck|Purpose|Begründung|Reason|Aufwand|Effort|"
    r"Antworten|Answers)\s*:\s*",
    re.IGNORECASE,
)
_KEYS: Final = {
    "felder": "fields",
    "zweck": "purpose",
    "begründung": "reason",
    "aufwand": "effort",
    "antworten": "answers",
}
_SECRET: Final = (
    (
        Disclosure.AGGREGATED,
        re.compile(
            r"\b(?:anonym(?:isiert)?|nur\sals\ssummen?|nur\ssummen|aggregiert|anonymous|"
            r"sums\sonly)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Disclosure.COORDINATION,
        re.compile(
            r"\b(?:nur\s(?:für\s)?(?:die\s)?koordination|vertraulich|"
            r"coordination\sonly|confidential)\b",
            re.IGNORECASE,
        ),
    ),
)
_KINDS: Final = (
    (AskKind.READINESS, r"bereitschaft|readiness|wer\smacht\smit|sind\ssie\sdabei"),
    (AskKind.REVIEW, r"rückblick|rückschau|reflexion|reflection|looking\sback"),
    (AskKind.MEETING, r"^\s*(?:termin|date)"),
    (AskKind.STATUS, r"^\s*(?:status)"),
    (AskKind.EXPERT, r"^\s*(?:fach|rück|nach)?(?:an)?frage|^\s*(?:question|frag)"),
    (AskKind.NEED, r"bedarf|plant|planen|braucht|brauchen|benötig|need|plans?\b"),
)
_HORIZON: Final = re.compile(r"\bbis\s(20\d\d)\b|\b(?:until|by)\s(20\d\d)\b")
_MINUTES: Final = re.compile(r"(\d{1,3})")
_SHORTEST: Final = 2  # minutes that even one question takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be asked, before anybody is."""

    kind: AskKind
    text: str
    questions: tuple[Question, ...]
    disclosure: Disclosure
    minutes: int
    purpose: str
    reason: str
    horizon: int | None


def draft(head: str, text: str, speech: Speech) -> Draft:
    """Return what ``text`` asks; ``head`` is what stood before it ("Fachfrage an")."""
    disclosure, said = _disclosure(text)
    said, parts = _parted(said)
    kind = _kind(head, said)
    questions = given(parts["fields"]) if "fields" in parts else ()
    questions = questions or meant(said, kind, speech)
    effort = _MINUTES.search(parts.get("effort", ""))
    horizon = _HORIZON.search(said) if kind is AskKind.NEED else None
    return Draft(
        kind=kind,
        text=said,
        questions=questions,
        disclosure=disclosure,
        minutes=int(effort[1]) if effort else max(len(questions), _SHORTEST),
        purpose=parts.get("purpose", ""),
        reason=parts.get("reason", ""),
        horizon=int(horizon[1] or horizon[2]) if horizon else None,
    )


def _parted(text: str) -> tuple[str, dict[str, str]]:
    """Part the question from what is said about it behind a word and a colon."""
    found = list(_LABELS.finditer(text))
    if not found:
        return _neat(text), {}
    ends = [match.start() for match in found[1:]] + [len(text)]
    parts = {
        _KEYS.get(match["label"].casefold(), match["label"].casefold()): _neat(
            text[match.end() : end]
        )
        for match, end in zip(found, ends, strict=True)
    }
    return _neat(text[: found[0].start()]), parts


def _neat(text: str) -> str:
    return text.strip(" ,;–-\n").removesuffix(".").strip()


def _disclosure(text: str) -> tuple[Disclosure, str]:
    """Return who may see the answers, wherever it is said, and the other words."""
    for disclosure, pattern in _SECRET:
        if found := pattern.search(text):
            before = text[: found.start()].rstrip(" ,;(")
            return disclosure, f"{before} {text[found.end() :].lstrip(' ,;.)')}"
    return Disclosure.NAMED, text


def _kind(head: str, said: str) -> AskKind:
    whole = f"{head} {said}".casefold()
    found = (kind for kind, words in _KINDS if re.search(words, whole))
    return next(found, AskKind.STATUS)
