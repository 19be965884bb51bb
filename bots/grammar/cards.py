"""The short words on an open card: yes, no, change, a number (German: *Karte*)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from bots.grammar.fold import fold, rx
from bots.grammar.lines import command_of
from bots.grammar.manners import bare, contradicts


@dataclass(frozen=True, slots=True)
class Yes:
    """``ja``; ``card`` is the number of the card if several are open ("ja 3")."""

    card: int | None = None


@dataclass(frozen=True, slots=True)
class No:
    """``nein``."""

    card: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """``ändern: …``; without text the form is wanted."""

    text: str
    card: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """``fertig heißt: …``: the measure of done."""

    text: str
    card: int | None = None


@dataclass(frozen=True, slots=True)
class Helps:
    """``hilft: …``: what would help with an objection."""

    text: str
    card: int | None = None


@dataclass(frozen=True, slots=True)
class Suffers:
    """``Ziel: …``: which goal suffers."""

    text: str
    card: int | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """``Nein, ich meinte den 18.12.``: ``text`` may be another day."""

    text: str


@dataclass(frozen=True, slots=True)
class Pick:
    """``2``: the second choice of the card."""

    number: int


CardReply: TypeAlias = Yes | No | Change | Measure | Helps | Suffers | Meant | Pick

_CARD: Final = r"(?:\s?[#(]?\s?(?P<c>\d{1,3})\)?)?"
_YES: Final = rx(
    r"(?:ja|jawohl|jo|jep|jupp?|ja\sbitte|ja\sgerne?|ja\szusagen|ja\srichtig|richtig|stimmt|"
    r"ja\sstimmt|korrekt|bestätigt|bestätige|bestätigen|ja\sgenau|genau|yes|yep|yeah|yes\s"
    r"please|correct|confirm|confirmed|y|👍|✅|ok|okay|passt|ja\sbestätigt|zusagen)"
    + _CARD
)
_NO: Final = rx(
    r"(?:nein|nö|nee|ne|nein\sdanke|nicht|falsch|abbrechen|abbruch|verwerfen|lieber\snicht|"
    r"doch\snicht|no|nope|no\sthanks|no\sthank\syou|wrong|cancel|discard|n|👎|❌)"
    + _CARD
)
_CHANGE: Final = rx(
    r"(?:(?:bitte\s)?(?:ändern|änderung|ändere|anpassen|change|edit|amend))"
    + _CARD
    + r"(?:\s*[:,-]\s*(?P<t>.*)|\s*)"
)
_MEASURE: Final = rx(
    r"(?:(?:es\sist\s)?fertig\s(?:heißt|ist\ses|bedeutet)|done\smeans|it\sis\sdone\swhen)"
    + _CARD
    + r"\s*[:,-]?\s+(?P<t>.+)"
)
_HELPS: Final = rx(
    r"(?:(?:das|es|uns)\s)?(?:(?:w(?:ü|ue)rde\s)?hilft|helfen(?:\sw(?:ü|ue)rde)?|"
    r"(?:that\s)?helps|would\shelp)" + _CARD + r"\s*[:,-]\s*(?P<t>.+)"
)
_SUFFERS: Final = rx(r"(?:(?:das\s)?ziel|(?:the\s)?goal)" + _CARD + r"\s*:\s*(?P<t>.+)")
_NOT_SO: Final = (
    r"(?:(?:ach|oh|ups)[\s,]+)?(?:nein(?:\sdanke)?|nee|nö|ne|doch|falsch|halt|stopp?|moment|"
    r"warten?|quatsch|sorry|entschuldigung|ach(?!\sso\b)|no|nope|wait|wrong)"
)
_RATHER: Final = (
    r"(?:(?:ich|wir)\s(?:meinte?n?|dachten?\san|wollten?\ssagen:?)|gemeint\s(?:ist|war)|"
    r"(?:das\s|es\s)?soll(?:te)?\s(?:das\s|es\s)?(?:heißen|sein):?|i\s(?:meant?|mean)|besser|"
    r"lieber|sondern|rather|(?:nicht|not)\s[^,:]+,?\s(?:sondern|but))"
)
_MEANT: Final = rx(
    rf"(?:{_NOT_SO}[\s,.:;!-]+)*(?:{_NOT_SO}[\s,.:;!-]+|{_RATHER}\s)(?:(?:doch|erst|sondern|"
    r"eigentlich|natürlich|of\scourse)\s)*(?P<t>.+)"
)
_CONTRADICTS: Final = rx(
    rf"(?:{_NOT_SO}|{_RATHER}|falsche[rsnm]?|nicht|not|(?:das|es|that)(?:\sist|\swar|\sstimmt|"
    r"'s|\sis|\swas)(?:\s(?:so|leider|aber))*\s(?:falsch\w*|nicht|not|wrong))\b"
)
_PICK: Final = rx(
    r"(?:nr\.?\s?|nummer\s|option\s|wahl\s|choice\s|number\s|#)?(?P<c>\d{1,2})[.)]?"
)


def reply_to_card(text: str) -> CardReply | None:
    """Return what a short reply says to an open card, None if it is something else.

    A yes with anything else around it is none: "ja, aber …" has to be asked about.
    """
    said = command_of(text[:2000])
    folded = re.sub(r"\s+", " ", fold(said)).strip()
    measure = _MEASURE.fullmatch(folded)
    if measure is not None:
        return Measure(_tail(said, measure["t"]), _card(measure))
    for asked, reply in ((_HELPS, Helps), (_SUFFERS, Suffers)):
        told = asked.fullmatch(folded)
        if told is not None:
            return reply(_tail(said, told["t"]), _card(told))
    change = _CHANGE.fullmatch(folded)
    if change is not None:
        return Change(_tail(said, change["t"] or ""), _card(change))
    plain = _plain(said)
    for pattern, short in ((_YES, Yes), (_NO, No)):
        found = pattern.fullmatch(plain)
        if found is not None and not (short is No and contradicts(said, "decline")):
            return short(_card(found))
    pick = _PICK.fullmatch(plain)
    if pick and int(pick["c"]):
        return Pick(int(pick["c"]))
    meant = _MEANT.fullmatch(folded)
    return Meant(_tail(said, meant["t"])) if meant else None


def contradicted(text: str) -> bool:
    """Tell whether ``text`` begins by contradicting what was said back."""
    return _CONTRADICTS.match(fold(command_of(text))) is not None


def _plain(said: str) -> str:
    folded = re.sub(r"[\s,.;!]+", " ", fold(said)).strip()
    if _YES.fullmatch(folded) or _NO.fullmatch(folded):
        return folded
    return re.sub(r"[\s,.;!]+", " ", fold(bare(said))).strip()


def _card(found: re.Match[str]) -> int | None:
    return int(found["c"]) if found["c"] else None


def _tail(said: str, text: str) -> str:
    plain = re.sub(r"\s+", " ", said).strip()
    return plain[len(plain) - len(text) :].strip() if text else ""
