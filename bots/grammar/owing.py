"""Questions for promises: ``Was hat Steintal zugesagt?``, ``Was schulden wir …?``.

::

    was hat|schuldet <who> <whom> zu <topic> zugesagt
    welche Zusagen hat <who> gemacht            Zusagen von <who>, unsere Zusagen
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.dates import Found, find_date
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.heads import Line
from bots.grammar.inquiries import WhatIsOpen, WhatPromised
from bots.grammar.intents import Parsed
from bots.grammar.item import cut
from bots.grammar.knowing import OWN, SHOW, TO, topical
from bots.grammar.names import Stranger, longest_name, organisation, whose

_PROMISED: Final = (
    r"(?:zugesagt|versprochen|zugesichert|übernommen|promised?|committed\sto)"
)
_DELIVER: Final = (
    r"(?:liefern|machen|tun|schicken|senden|abgeben|erledigen|leisten|deliver|do)"
)
_PROMISES: Final = r"(?:zusagen|promises|commitments)"
_ASKED: Final = tuple(
    rx(pattern)
    for pattern in (
        rf"(?:was|what)\s(?:hat|haben?|has|have|did)\s(?P<who>.+?)\s{_PROMISED}(?P<tail>\s.+)?",
        r"was\sschulde[nt]?\s(?P<who>.+)",
        r"what\s(?:does|do)\s(?P<who>.+?)\sowe(?P<tail>\s.+)?",
        (
            r"(?:was|what)\s(?:muss|müssen|soll|sollen|does|do)\s(?P<must>.+?)\s"
            rf"(?:have\sto\s)?{_DELIVER}"
        ),
        (
            rf"{SHOW}?(?:(?:welche|alle|die|offene|which|all|the|open)\s)*{_PROMISES}\s"
            r"(?:hat|haben|gibt\ses|von|vom|aus|der|has|have|of|by|from|did)\s(?P<by>.+?)"
            r"(?:\s(?:gemacht|gegeben|made|given|make))?"
        ),
        (
            rf"{SHOW}?(?:(?:alle|all)\s)?(?P<own>unsere|meine|our|my)\s"
            rf"(?:offenen\s|open\s)?{_PROMISES}"
        ),
    )
)
_FILL: Final = r"(?:(?:was|etwas|alles|denn|eigentlich|bisher|schon|noch|bis\swann)\s)*"
_ANYBODY_TO_US: Final = rx(
    rf"(?:wer\shat|was\s(?:wurde|ist))\s{_FILL}{OWN}\s{_FILL}{_PROMISED}(?:\sworden)?|"
    rf"who\s(?:has\s)?promised\s{OWN}\s(?:what|anything|something)(?:\sby\swhen)?"
)
_TO_US: Final = rx(rf"(?<!\w){OWN}(?!\w)")
_ABOUT: Final = rx(rf"(?:^|\s){TO}\s(?P<t>.+)$")
_ASIDE: Final = rx(
    r"(?<!\w)(?:denn|eigentlich|alles|bisher|schon|noch|so\sfar|already|gerade|jetzt|still|"
    rf"{OWN})(?!\w)"
)
_SELF: Final = rx(r"(?<!\w)(?:wir|ich|we|i|unsere|meine|our|my)(?!\w)")


def owing(line: Line, text: str, asked: str) -> Parsed | None:
    """Read who promised; a name that nobody knows is asked about."""
    if _ANYBODY_TO_US.fullmatch(asked):
        return WhatPromised(to_us=True)
    found = next((hit for p in _ASKED if (hit := p.fullmatch(asked))), None)
    if found is None:
        return None
    groups = found.groupdict()
    spans = [found.span(name) for name, said in groups.items() if said]
    parties = " ".join(text[start:end].strip() for start, end in spans)
    about = _ABOUT.search(fold(parties))
    topic = topical(parties[about.start("t") :]) if about else ""
    parties = parties[: about.start()] if about else parties
    to_us = _TO_US.search(fold(parties)) is not None
    parties = _without(_ASIDE, parties)
    dated = find_date(parties, line.today)
    if isinstance(dated, Found):
        parties = cut(parties, dated.start, dated.end)
    others = _without(_SELF, parties)
    own = others != tidy(parties)
    if own and "must" in groups:
        return None
    forum = whose(others, line.names)
    if forum in line.names.forums:
        return WhatIsOpen(text=str(forum))
    size = longest_name(others, line.names)
    typed = [one.strip(" ,") for one in (others[:size], others[size:])]
    names = [organisation(one, line.names) for one in typed if one]
    read = _promised([*([""] if own else []), *names], topic)
    if to_us and not own and isinstance(read, WhatPromised) and not read.to:
        return replace(read, to_us=True)
    return read


def _promised(names: Sequence[str | Stranger], topic: str) -> Parsed | None:
    """Take the first for who promised, the second for whom."""
    match names:
        case [str(who)]:
            return WhatPromised(organisation=who, text=topic)
        case [str(who), str(to)]:
            return WhatPromised(organisation=who, to=to, text=topic)
        case [*_, Stranger(typed=typed, likely=likely)]:
            question = Question.WHICH_ORGANISATION
            return AskBack(question=question, phrase=typed, choices=likely)
        case _:
            return None


def _without(pattern: re.Pattern[str], typed: str) -> str:
    kept = typed
    for hit in reversed(list(pattern.finditer(fold(typed)))):
        kept = kept[: hit.start()] + kept[hit.end() :]
    return tidy(kept)
