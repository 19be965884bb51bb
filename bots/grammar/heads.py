"""Lines that begin with what they are: ``Info: …``, ``Bitte an …: …``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, OnBehalf, Question
from bots.grammar.citations import cited, without_end, without_lead
from bots.grammar.commitments import Offer, Request
from bots.grammar.dates import Found, find_date
from bots.grammar.days import Grain
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.forums import taken_out
from bots.grammar.intents import Parsed
from bots.grammar.item import cut
from bots.grammar.marks import Mark
from bots.grammar.matters import OpenAsk
from bots.grammar.names import Names, Stranger, audience, longest_name
from bots.grammar.promised import result_day
from bots.grammar.wanted import Told, told_in

_ASK: Final = rx(
    r"^(?:bitte\s)?(?:(?:eine\s|neue\s)*(?:bedarfs|fach|bereitschafts|termin|status|kurz|rund)?"
    r"(?:abfrage|frage|umfrage|anfrage|rückfrage|nachfrage)(?:\s(?:an|bei|für)\b)?|"
    r"(?:wir\s)?(?:fragen|frag|frage)\s(?:bitte\s)?(?:an\s)?|ask\b|(?:question|survey|query|"
    r"enquiry|inquiry)(?:\s(?:to|for)\b)?)\s*"
)
_REQUEST: Final = rx(
    r"^(?:(?:dringende\s|herzliche\s|unsere\s|eine\s|neue\s)*bitte\s?,?\s?an\b|(?:wir|ich)\sbitten?"
    r"\b|auftrag\san\b|request\s(?:to|for)\b|(?:we\s)?(?:request|ask)\sthat\b|request\b|"
    r"(?:we\s)?please\s?,?|bitte(?=\s[A-Za-zäöü]))\s*"
)
_OFFER: Final = rx(
    r"^(?:(?:unser\s|neues\s|ein\s)*angebot(?:\s(?:an|für)\b)?|wir\sbieten\san|offer"
    r"(?:\s(?:to|for)\b)?|we\soffer|our\soffer|(?:wir\ssagen|ich\ssage)(?:\shiermit|"
    r"\sgern|\sgerne)?\szu(?=\s*[:,])|(?:we|i)\s(?:hereby\s)?promise(?=\s*[:,]))\s*"
)
_NONE: Final = rx(r"(?:kein\w*|nein|nichts|none|no|nothing|abgelehnt)\b")
_HEAD_LENGTH: Final = 160  # characters before the colon


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line and who stands behind it."""

    text: str
    today: date
    names: Names
    on_behalf: OnBehalf | None


def headed(line: Line) -> Parsed | None:
    """Read an ask, a request or an offer."""
    folded = fold(line.text)
    for pattern, reader in ((_OFFER, _offer), (_ASK, _ask), (_REQUEST, _request)):
        head = pattern.match(folded)
        if head is not None:
            return reader(line, head)
    return None


def _ask(line: Line, head: re.Match[str]) -> Parsed | None:
    parts = _parts(line, head, "open_ask")
    if parts is None or isinstance(parts, AskBack):
        return parts
    whom, text, early = parts
    text, promised = result_day(text, line.today)
    told = told_in(text, line.today, "open_ask")
    if isinstance(told, AskBack):
        return told
    told = _asked(told, text, line.today) if early is None else told
    what, forum = taken_out(told.text, line.names)
    return OpenAsk(
        audience=whom,
        text=what or told.text,
        forum=forum or taken_out(_head_of(line), line.names)[1],
        due=early or told.due,
        promised=promised,
        session=told.session,
        on_behalf=line.on_behalf,
    )


def _asked(told: Told, text: str, today: date) -> Told:
    """Leave "Wer plant bis 2030 …?" without a deadline: it asks about 2030."""
    outcome = find_date(text, today)
    if not isinstance(outcome, Found):
        return told
    before = text[: outcome.start].rstrip()
    apart = not before or before[-1] in ".?!,;(\n" or before.endswith(("–", "-"))
    coarse = outcome.grain is Grain.YEAR
    plain = outcome.mark is not Mark.DEADLINE
    if (coarse or plain) and not apart:
        return Told(tidy(text), None, told.session, told.measure)
    return told


def _request(line: Line, head: re.Match[str]) -> Parsed | None:
    parts = _parts(line, head, "request")
    if parts is None or isinstance(parts, AskBack):
        return parts
    whom, text, early = parts
    told, forum = _placed(told_in(text, line.today, "request"), line)
    told, cites = _following(told, line, "request")
    if isinstance(told, AskBack):
        return told
    return Request(
        audience=whom,
        text=told.text,
        due=told.due or early,
        session=told.session,
        measure=told.measure,
        forum=forum,
        cites=cites,
        on_behalf=line.on_behalf,
    )


def _offer(line: Line, head: re.Match[str]) -> Parsed | None:
    rest = without_lead(line.text[head.end() :]).lstrip()
    whom: tuple[str, ...] = ()
    if rest[:1] not in {":", "-", "–", ","}:
        if not re.search(r"(?:an|für|to|for)\s*$", head.group()):
            return None
        parts = _parts(line, head, "offer")
        if parts is None or isinstance(parts, AskBack):
            return parts
        whom, rest, _ = parts
    told, forum = _placed(told_in(rest.lstrip(":-–, "), line.today, "offer"), line)
    told, cites = _following(told, line, "offer")
    if isinstance(told, AskBack):
        return told
    if _NONE.match(fold(told.text)):
        question = Question.NEGATED
        return AskBack(question=question, understood="offer", phrase=told.text)
    return Offer(
        text=told.text,
        audience=whom,
        due=told.due,
        session=told.session,
        measure=told.measure,
        forum=forum,
        cites=cites,
        on_behalf=line.on_behalf,
    )


def _following(
    told: Told | AskBack, line: Line, understood: str
) -> tuple[Told | AskBack, str]:
    """Take out the decision from which it follows, said to whom or with what."""
    if isinstance(told, AskBack):
        return told, ""
    early, late = cited(_head_of(line), understood), cited(told.text, understood)
    if isinstance(early, AskBack):
        return early, ""
    if isinstance(late, AskBack):
        return late, ""
    return replace(told, text=late.text or told.text), late.ref or early.ref


def _head_of(line: Line) -> str:
    return re.split(r":(?!\d\d)", line.text[:_HEAD_LENGTH], maxsplit=1)[0]


def _placed(told: Told | AskBack, line: Line) -> tuple[Told | AskBack, str]:
    """Take out the forum, said to whom or with what is asked."""
    if isinstance(told, AskBack):
        return told, ""
    _, early = taken_out(_head_of(line), line.names)
    text, forum = taken_out(told.text, line.names)
    return (replace(told, text=text) if text else told), forum or early


def _parts(
    line: Line, head: re.Match[str], understood: str
) -> tuple[tuple[str, ...], str, date | None] | AskBack | None:
    """Return audience, text and a deadline said before the colon."""
    rest = line.text[head.end() :]
    colon = re.search(r":(?!\d\d)\s*|\s[-–]\s|\n", rest[:_HEAD_LENGTH])
    named = bool(
        re.search(r"\b(?:an|to|for|bei|für|bitten?|fragen?|ask)\s*$", head.group())
    )
    if colon is None:
        size = longest_name(rest[:_HEAD_LENGTH], line.names)
        if not size or not named:
            return None
        return _without_colon(line.text, head.end() + size, understood)
    whom, text = rest[: colon.start()], rest[colon.end() :].strip()
    whom, _ = taken_out(without_end(whom), line.names)
    early = find_date(whom, line.today)
    day = None
    if isinstance(early, Found):
        whom, day = cut(whom, early.start, early.end), early.day
    found = audience(re.sub(r"^\s*(?:an|to)\s", "", whom), line.names)
    if isinstance(found, Stranger):
        if not named:
            return None
        return AskBack(
            question=Question.WHICH_ORGANISATION,
            understood=understood,
            phrase=found.typed,
            choices=found.likely,
        )
    if not found:
        return AskBack(question=Question.MISSING_AUDIENCE, understood=understood)
    if not text:
        return AskBack(question=Question.MISSING_TEXT, understood=understood)
    return found, text, day


def _without_colon(text: str, size: int, understood: str) -> AskBack:
    """Ask about a line whose head of ``size`` characters has no colon behind it."""
    whom, rest = text[:size], text[size:].strip(" ,")
    if not rest.strip(" .!?"):
        return AskBack(question=Question.MISSING_TEXT, understood=understood)
    return AskBack(
        question=Question.UNCLEAR_REMAINDER,
        understood=understood,
        phrase=tidy(rest),
        choices=(f"{whom.strip()}: {rest}",),
    )
