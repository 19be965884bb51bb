"""Questions for people: ``Wer macht …?``, ``Wer hat was zu … zugesagt?``."""

from __future__ import annotations

from typing import Final

from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line
from bots.grammar.inquiries import WhatIsOpen, WhoDoes, WhoTakesPart
from bots.grammar.intents import Parsed
from bots.grammar.knowing import TO, topic

_PROMISED: Final = r"(?:zugesagt|versprochen|zugesichert|übernommen)"
_SOMETHING: Final = (
    r"(?:(?:uns|mir|denn|eigentlich|schon|bisher|was|etwas|alles)\s)*"  # no topic
)
_ANYTHING: Final = rx(
    r"(?:(?:was|etwas|alles|what|anything|bis\swann|by\swhen|wann|when|wem|(?:to\s)?whom)"
    r"(?:\s|$))+"
)
_WITH: Final = r"(?:bei[mn]?|am|an|in|im|mit|de[mrn])\s"
_TAKES_PART: Final = rx(
    r"wer\s(?:macht|ist|wäre|nimmt|beteiligt\ssich)\s(?:denn\s|eigentlich\s|alles\s|schon\s)*"
    rf"(?:(?:{_WITH})+(?P<t>.+?)\s)?(?:alles\s|schon\s)*(?:mit|dabei|teil|beteiligt)|"
    rf"wer\sbeteiligt\ssich\s(?:alles\s)?(?:{_WITH})+(?P<t2>.+)|"
    r"who(?:'s|\sis|\stakes|\shas\sa)?\s(?:in|part)\s(?:on|of|in)\s(?P<t3>.+)|"
    r"who\s(?:takes\spart|joins\sin|is\sin|is\swith\sus)|who\sjoins\s(?P<t4>.+)|wer\smacht\salles\smit"
)
_DOES: Final = rx(
    rf"wer\shat\s{_SOMETHING}{TO}\s(?P<p>.+?)\s{_SOMETHING}{_PROMISED}|"
    rf"wer\shat\s{_SOMETHING}(?P<q>.+?)\s{_PROMISED}|"
    r"who\s(?:has\s)?promised\s(?:us\s)?(?:(?:what|anything|something)\s)?"
    rf"(?:{TO}\s)?(?P<r>.+)|"
    r"(?:wer\s(?:macht|kümmert\ssich\sum|ist\szuständig\sfür|ist\sverantwortlich\sfür|"
    r"liefert|übernimmt|erledigt|bearbeitet|betreut|arbeitet\san|schickt|schreibt|"
    r"organisiert)|who\s(?:does|is\sdoing|handles|is\shandling|takes\scare\sof|"
    r"is\sresponsible\sfor|is\sin\scharge\sof|delivers|looks\safter|is\sworking\son|does\sthe))"
    r"\s(?:eigentlich\s|gerade\s|denn\s)*(?P<t>.+)"
)


def doers(_: Line, text: str, asked: str) -> Parsed | None:
    """Read who takes part, or who does what is named."""
    found = _TAKES_PART.fullmatch(asked)
    if found is not None:
        return WhoTakesPart(text=topic(text, found, "t", "t2", "t3", "t4"))
    found = _DOES.fullmatch(asked)
    if found is None:
        return None
    about = topic(text, found, *"pqrt")
    return WhatIsOpen() if _ANYTHING.fullmatch(fold(about)) else WhoDoes(text=about)
