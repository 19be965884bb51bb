"""Papers and agendas of councils, as in ``B7 Vorlage eingereicht am 19.5.``."""

from __future__ import annotations

from typing import Final

from bots.grammar.answers import AskBack
from bots.grammar.common import words
from bots.grammar.days import Sense
from bots.grammar.deciding import Agenda, Paper
from bots.grammar.fold import fold, rx
from bots.grammar.intents import Parsed
from bots.grammar.item import Item, without_date
from bots.grammar.manners import bare
from bots.grammar.reserves import BODY

_PAPER: Final = rx(
    r"^(?:die\s|the\s)?(?:vorlage|drucksache|ds|paper)(?:\s(?:nr\.?\s)?(?P<n>[\w/.-]*\d[\w/.-]*))?"
    rf"(?:\s(?:(?:in|an|bei|beim|zur|to)\s)?(?P<body>{BODY}))?"
    r"\s(?:ist\s|wurde\s|has\sbeen\s|was\s)?(?:eingereicht|abgegeben|eingebracht|submitted)"
    rf"(?:\s(?:in|an|bei|beim|zur|to)\s(?P<behind>{BODY}))?$"
)
_AGENDA: Final = rx(
    rf"^(?:(?:in|im)\s)?(?P<body>{BODY})\s*[:,]?\s*(?:(?:tagt|berät|sitzung|auf\sder\s"
    r"tagesordnung|on\sthe\sagenda|meeting|behandelt(?:\ses)?)\s?)(?:am|vom|of|on)?$"
)
_ITEM: Final = rx(
    r"[\s,(]*\b(?:top|item|tagesordnungspunkt)\s?(?P<n>\d{1,3}(?:\.\d{1,2})?[a-z]?)\b\)?"
)


def paper(item: Item) -> Parsed | None:
    """Read that a paper lies before a body, or when the body deals with it."""
    return _submitted(item) or _scheduled(item)


def _submitted(item: Item) -> Paper | AskBack | None:
    body = bare(item.body)
    if not rx(r"\b(?:eingereicht|abgegeben|eingebracht|submitted)\b").search(
        fold(body)
    ):
        return None
    dated = without_date(item, body, Sense.HAPPENED)
    if isinstance(dated, AskBack):
        return dated
    found = _PAPER.fullmatch(words(dated.rest))
    if found is None:
        return None
    return Paper(
        ref=item.ref,
        body=_typed(dated.rest, found["body"] or found["behind"] or ""),
        on=dated.day,
        item=found["n"] or "",
        on_behalf=item.on_behalf,
    )


def _scheduled(item: Item) -> Agenda | AskBack | None:
    body = bare(item.body)
    top = _ITEM.search(fold(body))
    if top is not None:
        body = f"{body[: top.start()]} {body[top.end() :]}"
    if not rx(
        r"\b(?:tagt|berät|sitzung|tagesordnung|agenda|meeting|behandelt)\b"
    ).search(fold(body)):
        return None
    dated = without_date(item, body)
    if isinstance(dated, AskBack):
        return dated
    found = _AGENDA.fullmatch(fold(dated.rest).strip(" ,.:"))
    if found is None or dated.day is None:
        return None
    return Agenda(
        ref=item.ref,
        body=_typed(dated.rest, found["body"]),
        on=dated.day,
        item=top["n"] if top else "",
        on_behalf=item.on_behalf,
    )


def _typed(text: str, folded: str) -> str:
    """Return what was folded as it was typed, without its article."""
    at = fold(text).find(folded)
    typed = text[at : at + len(folded)] if folded and at >= 0 else folded
    lead = rx(r"^(?:der|die|den|dem|das|the|our|unsere[rnms]?)\s").match(fold(typed))
    return typed[lead.end() :] if lead else typed
