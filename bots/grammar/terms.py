"""Terms of the procedure in a proposal that nobody understands (*Verfahrensangaben*).

What stands between commas like a term would silently become the text that binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bots.grammar.fold import fold, rx, tidy
from bots.grammar.words import NUMBER

_CLAUSE: Final = re.compile(r"[,;\n]\s*|(?<!\d)\.\s+")
_LIKE: Final = (
    rx(
        r"(?:(?:unter|mit)\s)?(?:dem\s)?(?:gremien|rats|gremiums)vorbehalt(?:\s\S+){0,4}"
    ),
    rx(r"(?:subject\sto\s(?:the\s)?council|council\sreservation)(?:\s\S+){0,4}"),
    rx(
        r"(?:(?:dies(?:er\s(?:neue\s)?beschluss)?|das|er|this(?:\sdecision)?|it)\s)?"
        r"(?:ersetzt|replaces|supersedes)\s(?:(?:den\s)?beschluss\s)?b\s?\d+(?:\s\S+){0,3}"
    ),
    rx(r"löst\s(?:(?:den\s)?beschluss\s)?b\s?\d+\sab"),
    rx(
        rf"(?:gilt\s)?(?:erst\s)?(?:ab|from)\s(?:{NUMBER})(?<!\d\d\d)(?:\son)?"
        r"(?:\s(?:kommun|gemeind|städt|stadt|mitglied|teilnehm|beteiligt|municipal|member)"
        r"\S*(?:\son)?)?"
    ),
    rx(
        r"(?:wirkung|regel|verfahren|modus|quorum|frist|wiedervorlage|effect|rule|mode|"
        r"term|review)\s?:(?:\s\S+){0,4}"
    ),
    rx(r"(?:(?:mit|per|in|by)\s)?(?:\S+\s)?\S*(?:mehrheit|majority)"),
    rx(r"(?:(?:im|per|mit)\s)?(?:konsens|umlauf|stillschweigend)"),
)


def strange(text: str, known: Iterable[tuple[object, re.Pattern[str]]]) -> str:
    """Return the first clause after the text itself that looks like a term, or "".

    ``known`` are terms of which one was read already: another one is not understood.
    """
    looks = [*_LIKE, *(pattern for _, pattern in known)]
    for clause in _CLAUSE.split(text)[1:]:
        said = tidy(clause).strip(" .()")
        if any(look.fullmatch(fold(said)) for look in looks):
            return said
    return ""
