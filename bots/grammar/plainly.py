"""Promises and requests in plain words: asked back as the line that would say them.

::

    Wir schicken … bis Freitag            Angebot: Wir schicken … bis Freitag
    Könnte Steintal uns … schicken?       Bitte an Steintal: … schicken
    Wir brauchen von Steintal …           Bitte an Steintal: …

Free talk binds nobody, so the line is offered, never taken (chat.md, rules 1 and 4).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.dates import Found, find_date
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.heads import Line
from bots.grammar.intents import Parsed
from bots.grammar.item import cut
from bots.grammar.manners import is_doubtful
from bots.grammar.marks import Mark
from bots.grammar.names import Stranger, longest_name, organisation

_WE_DO: Final = rx(
    r"^(?:(?:wir|ich)\s(?!(?:bin|sind|hab\w*|brauch\w*|benötig\w*|such\w*|wart\w*|bitte\w*|"
    r"frag\w*|will|woll\w*|möcht\w*|muss|müss\w*|darf|dürf\w*|soll\w*|kann|könn\w*|danke\w*|"
    r"tag\w*|treff\w*|sag\w*|wiss\w*|weiß|find\w*|seh\w*|erinner\w*|komm\w*)\b)\w+|"
    r"(?P<en>(?:we|i)(?:\swill|'ll)\s(?!be\b|have\b|need\b|want\b)\w+))\s\S"
)
_ASKED_OF: Final = rx(
    r"^(?:könnten?|kann|können|würden?|mag|mögen|(?P<en>could|can|would|will))\s(?P<rest>.+)$"
)
_NEEDED: Final = rx(
    r"^(?:wir|ich)\s(?:brauchen?|bräuchten?|benötigen?|hätten?\sgern[e]?|möchten?)\s"
    r"(?P<when>[^:]{0,40}?)(?:\bnoch\s)?von\s(?P<rest>.+)$|"
    r"^(?P<en>we|i)\sneed\s(?P<what>.+?)\sfrom\s(?P<place>.+)$"
)
_SHOULD: Final = rx(
    r"\s(?:soll(?:te|ten|en)?|möge|möchte|muss|(?P<en>should|must))(?:\sbitte)?\s(?P<t>.+)$"
)
_US: Final = rx(r"(?<!\w)(?:uns|mir|us|me|bitte|please|doch|noch|vielleicht)(?!\w)\s?")
_ACTS: Final = re.compile(r"\S+\s+\S+")  # something, and what is done with it


def plainly(line: Line) -> Parsed | None:
    """Ask whether a promise or a request is meant, with the line that says it."""
    text = line.text.strip(" .!?")
    return _request(line, text) or _promise(line, text)


def _promise(line: Line, text: str) -> AskBack | None:
    found = _WE_DO.match(fold(text))
    dated = find_date(text, line.today)
    if found is None or "?" in line.text or is_doubtful(text):
        return None
    if not isinstance(dated, Found) or dated.mark is not Mark.DEADLINE:
        return None
    head = "offer" if found["en"] else "Angebot"
    return _meant("offer", text, f"{head}: {text}", dated.day)


def _request(line: Line, text: str) -> AskBack | None:
    whom, what, english = _wanted(line, text)
    what = _without_us(what)
    if not whom or not _ACTS.match(what):
        return None
    dated = find_date(what, line.today)
    due = None
    if isinstance(dated, Found):
        when = what[dated.start : dated.end].strip(" ,")
        what, due = f"{cut(what, dated.start, dated.end)}, {when}", dated.day
    head = "request to" if english else "Bitte an"
    return _meant("request", line.text, f"{head} {whom}: {what}", due)


def _wanted(line: Line, text: str) -> tuple[str, str, bool]:
    """Return whom the line asks for what, and whether in English; empty if nobody."""
    folded = fold(text)
    for pattern in (_ASKED_OF, _NEEDED):
        found = pattern.match(folded)
        if found is None:
            continue
        said = {
            k: text[slice(*found.span(k))] for k, v in found.groupdict().items() if v
        }
        rest = said.get("place", said.get("rest", ""))
        whom, behind = _parted(rest, line)
        what = f"{said.get('what', behind)} {said.get('when', '')}"
        return whom, f"{what} {behind}" if "what" in said else what, "en" in said
    whom, behind = _parted(text, line)
    should = _SHOULD.match(fold(behind))
    if should is None:
        return "", "", False
    return whom, behind[should.start("t") :], should["en"] is not None


def _parted(text: str, line: Line) -> tuple[str, str]:
    """Part a text that begins with an organisation; empty if it does not."""
    size = longest_name(text, line.names)
    named = organisation(text[:size], line.names) if size else Stranger("", ())
    return ("", "") if isinstance(named, Stranger) else (named, text[size:])


def _without_us(text: str) -> str:
    kept = text
    for hit in reversed(list(_US.finditer(fold(text)))):
        kept = kept[: hit.start()] + kept[hit.end() :]
    return tidy(kept)


def _meant(name: str, said: str, line: str, due: date | None) -> AskBack:
    return AskBack(
        question=Question.DID_YOU_MEAN,
        understood=name,
        phrase=said,
        choices=(line,),
        due=due,
    )
