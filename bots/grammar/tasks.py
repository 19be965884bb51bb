"""Questions for what is to be done: ``Was ist offen?``, ``Was ist morgen fällig?``."""

from __future__ import annotations

from typing import Final

from bots.grammar.dates import Found, find_date
from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line
from bots.grammar.inquiries import WhatIsOpen
from bots.grammar.intents import Parsed
from bots.grammar.item import cut
from bots.grammar.knowing import OWN, SHOW, topic
from bots.grammar.marks import Mark

_NOW: Final = (
    r"(?:denn|noch|alles|aktuell|gerade|derzeit|eigentlich|jetzt|so|still|uns|mir|"
    r"zur\szeit)"
)
_DO: Final = (
    r"(?:tun|machen|erledigen|liefern|abgeben|schicken|abarbeiten|leisten|beantworten)"
)
_OPEN: Final = rx(
    rf"(?:was|what)(?:\s(?:ist|steht|haben\swir|habe\sich|is|are|liegt))?(?:\s{_NOW})*"
    r"(?:\s(?:bei|für|in|im|for|at)\s(?P<t>[\w\s-]{1,40}?))?"
    rf"(?:\s{_NOW})*\s(?:offen|an|unerledigt|fällig|zu\s{_DO}|open|pending|outstanding|left|due)|"
    r"what's\s(?:still\s)?(?:open|pending|outstanding|due)|"
    rf"{SHOW}?offene?\s(?:punkte|zusagen|fragen|aufgaben|sachen|posten)|offen|"
    r"open\s(?:items|points|tasks)|"
    rf"was\s(?:muss|müssen|soll|sollen)\s(?:ich|wir)(?:\s{_NOW})*\s{_DO}|"
    rf"(?:was\shaben?|haben?|gibt\ses|liegt|ist|steht)\s(?:(?:ich|wir|etwas|was|irgendwas|{_NOW}|"
    rf"(?:bei|für)\s{OWN})\s)*(?:zu\s{_DO}|auf\sdem\s(?:tisch|zettel)|offen|an)|"
    r"was\s(?:wartet|liegt)\s(?:alles\s|noch\s)?auf\s(?:mich|uns|meinem\stisch|unserem\stisch)|"
    rf"was\swird\s(?:noch\s|alles\s)?von\s{OWN}\s(?:noch\s)?(?:erwartet|gebraucht)|"
    rf"what\sdo\s(?:i|we)\s(?:still\s)?(?:have|need)\sto\s(?:do|deliver|send)|"
    r"what(?:'s|\sis)\s(?:on\s(?:my|our)\s(?:plate|desk|list)|waiting\sfor\s(?:me|us)|"
    r"expected\s(?:of|from)\s(?:me|us))|what\sis\s(?:still\s)?(?:open|pending|due)"
    r"(?:\s(?:for|at|in|with)\s(?P<t2>.+))?|was\sist\s(?:noch\s)?offen\s(?:bei|für|in|im)\s(?P<t3>.+)"
)

_LATE: Final = rx(
    rf"(?:was|what)\s(?:ist|is)\s(?:(?:{_NOW}|bei\s{OWN})\s)*"
    r"(?:überfällig|verspätet|overdue|late)|what's\s(?:overdue|late)"
)


def tasks(line: Line, text: str, asked: str) -> Parsed | None:
    """Read what is open, of somebody or on something; until a day if one is named."""
    if _LATE.fullmatch(asked):
        return WhatIsOpen(late=True)
    found = _OPEN.fullmatch(asked)
    if found is not None:
        return WhatIsOpen(text=topic(text, found, "t", "t2", "t3"))
    dated = find_date(text, line.today)
    if not isinstance(dated, Found) or dated.mark not in {Mark.DEADLINE, Mark.PLAIN}:
        return None
    rest = cut(text, dated.start, dated.end)
    found = _OPEN.fullmatch(fold(rest).rstrip(" ?.!"))
    if found is None:
        return None
    return WhatIsOpen(text=topic(rest, found, "t", "t2", "t3"), due=dated.day)
