"""Helping: what a town says to a call for help, by which of its answers (*Hilfe*).

::

    "ja", "wir kommen um 21:30"       we are coming   · when: um 21:30
    "Gerät abholbar ab sofort"        can be fetched  · when: ab sofort
    "geht nicht, Gerät ist kaputt"    not possible    – Gerät ist kaputt

A no is never taken for a yes: where both are read, it is asked back. A time alone is
a time, and the help is still open. Nothing that was said gets lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bots.asks.labels import REMARK
from bots.grammar.answers import AskBack
from bots.grammar.answers import Question as Doubt
from core.ask.questions import Question

_YES: Final = re.compile(
    r"^(?:ja|yes|jawohl|jo|ok(?:ay)?|gerne?|klar)\b(?:[\s,]*(?:gerne?|klar|sicher)\b)*",
    re.IGNORECASE,
)
_COMING: Final = re.compile(
    r"\b(?:(?:wir|we)\s)?(?:kommen|sind\sunterwegs|unterwegs|are\scoming|coming|will\scome|"
    r"are\son\s(?:our|the)\sway|on\s(?:our|the)\sway)\b(?:\swir\b)?",
    re.IGNORECASE,
)
_DOING: Final = re.compile(
    r"\b(?:kommt|fahren|fährt|schicken|bringen|helfen|send|bring|help)\b", re.IGNORECASE
)
_FETCHED: Final = re.compile(
    r"\b(?:abholbar|abholbereit|abgeholt|abholen|abholung|fetched|picked\sup)\b",
    re.IGNORECASE,
)
_ROUND: Final = re.compile(
    r"\b(?:(?:das|the)\s)?(?:gerät|device)\b|"
    r"\b(?:ist|sind|kann|können|werden|zum|zur|bereit|can|be|is)\b",
    re.IGNORECASE,
)
_NOT: Final = re.compile(
    r"\b(?:nein|no|nö|nee|nicht|not|cannot|can't|kein\w*|leider|kaputt|defekt|absage|"
    r"unfortunately|broken|unmöglich|impossible)\b",
    re.IGNORECASE,
)
_NO_NO: Final = re.compile(
    r"\b(?:nicht\s(?:vor|mehr\sals|nur|länger|später)|not\s(?:before|later|only)|"
    r"kein\sproblem|no\sproblem)\b",
    re.IGNORECASE,
)
_REFUSING: Final = re.compile(
    r"^(?:(?:nein|no|nö|nee|leider|unfortunately|(?:das\s|es\s)?geht\s(?:\w+\s)?nicht|"
    r"(?:ist\s)?nicht\smöglich|not\spossible|wir\skommen\snicht|wir\skönnen\snicht|"
    r"we\scannot|we\scan't)\b[\s,.;:!–-]*)+",
    re.IGNORECASE,
)
_NOT_COMING: Final = re.compile(r"^\s*(?:leider\s)?(?:nicht|not)\b", re.IGNORECASE)
_PERHAPS: Final = re.compile(
    r"\b(?:vielleicht|evtl|eventuell|womöglich|maybe|perhaps|might)\b", re.IGNORECASE
)
_OPTIONS: Final = 3  # we are coming, can be fetched, not possible


def spelled_out(questions: Sequence[Question], text: str) -> str | AskBack:
    """Return ``text`` with its labels: "Hilfe: wir kommen; Wann: um 21:30"."""
    help_, when = questions[0], questions[-1]
    said = text.strip(" .!\n")
    if len(help_.options) != _OPTIONS or _has_label(questions, said):
        return text
    coming, fetched, refused = help_.options
    no = _NOT.search(_NO_NO.sub(" ", said)) is not None
    chosen, rest = _chosen(said, coming, fetched)
    if chosen and (doubt := _doubt(said, rest, no=no)):
        return AskBack(question=doubt, understood="answer", phrase=said)
    if no:
        why = _REFUSING.sub("", said).strip(" ,;:–-")
        return _line((help_.label, refused), (REMARK[0], why))
    return _line((help_.label, chosen), (when.label, rest)) if chosen else text


def _chosen(said: str, coming: str, fetched: str) -> tuple[str, str]:
    """Return which answer it is, if any, and what is said besides."""
    yes = _YES.match(said)
    rest = said[yes.end() :] if yes else said
    if _FETCHED.search(rest):
        return fetched, _tidy(_ROUND.sub(" ", _FETCHED.sub(" ", rest)))
    if _COMING.search(rest):
        return coming, _tidy(_COMING.sub(" ", rest, count=1))
    return coming if yes or _DOING.search(rest) else "", _tidy(rest)


def _doubt(said: str, rest: str, *, no: bool) -> Doubt | None:
    """Return why what reads like a yes may be none."""
    if said.endswith("?"):
        return Doubt.QUESTION_MARK
    if _PERHAPS.search(said):
        return Doubt.HEDGED
    plain = _NOT_COMING.match(rest) or _REFUSING.match(said)
    return Doubt.CONTRADICTING_VERBS if no and not plain else None


def _has_label(questions: Sequence[Question], said: str) -> bool:
    low = said.casefold()
    return any(f"{one.label.casefold()}:" in low for one in questions)


def _line(*parts: tuple[str, str]) -> str:
    return "; ".join(f"{label}: {said}" for label, said in parts if said)


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:–-")
