"""Refusals: why not, and what to do instead (German: *Absagen*).

A fact that is missing reads "…": a sentence with a hole helps more than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from bots.chronicle import asking as asks
from bots.chronicle import names
from bots.locale import N_
from bots.message import Span, Text
from bots.refusals.instead import DONE, ELSE, INSTEAD, NOBODY
from bots.refusals.sentences import SENTENCES
from bots.refusals.unknown import UNKNOWN
from bots.speech import Speech
from core.catalogue import noun_of
from core.errors import Code, Fact, Refusal

_HOLE: Final = re.compile(r"{(\w+)}")


def explain(refusal: Refusal, speech: Speech) -> Text:
    """Say what happened, then what to do next."""
    facts = _facts(refusal, speech)
    text = _put(_sentence(refusal), facts, speech)
    if refusal.code is not Code.NOT_POSSIBLE_NOW:
        return text
    then = _put(INSTEAD.get(_state(refusal), ELSE), facts, speech)
    return Text(spans=(*text.spans, Span(text=" "), *then.spans))


def _put(sentence: str, facts: Mapping[str, str], speech: Speech) -> Text:
    holes = dict.fromkeys(_HOLE.findall(sentence), "…")
    return speech.text(sentence, **{**holes, **facts})


def _facts(refusal: Refusal, speech: Speech) -> dict[str, str]:
    known = _worded(refusal.facts, speech)
    return {
        "id": known.get("ref", "…"),
        "forum": speech.translate(N_("this forum")),
        "person": speech.translate(N_("somebody else")),
        "today": speech.day(speech.today),
        **known,
    }


def _sentence(refusal: Refusal) -> str:
    match refusal.code:
        case Code.COMMITMENT_ENDED if _state(refusal) == "fulfilled":
            return DONE
        case Code.NOT_THE_HOLDER if not refusal.facts.get("persons"):
            return NOBODY
        case Code.UNKNOWN_REFERENCE:
            noun = noun_of(str(refusal.facts.get("ref", "")))
            return UNKNOWN.get(noun or "", SENTENCES[refusal.code])
        case code:
            return SENTENCES[code]


def _state(refusal: Refusal) -> str:
    return str(refusal.facts.get("state", ""))


def _worded(facts: Mapping[str, Fact], speech: Speech) -> dict[str, str]:
    """Return ``facts`` in words, ids as names."""
    words: dict[str, str] = {}
    for name, fact in facts.items():
        known = _WORDS.get(name)
        match fact:
            case tuple():
                one = known or _plain
                words[name] = names.listed([one(f, speech) for f in fact], speech)
            case date():
                words[name] = speech.day(fact)
            case int() if name in {"length", "limit"}:
                words[name] = _grouped(fact, speech)
            case str() if known is not None:
                words[name] = known(fact, speech)
            case str() | int():
                words[name] = str(fact)
    if (body := facts.get("body")) is not None:
        words["body"] = speech.body(str(facts.get("org", "")), str(body))
    words |= {"path": names.membership(str(facts.get("state", "…")), speech)}
    return words | _as_typed(facts, speech)


def _as_typed(facts: Mapping[str, Fact], speech: Speech) -> dict[str, str]:
    """Return names for sentences about somebody or something unknown."""
    place, who = str(facts.get("forum", "…")), str(facts.get("person", "…"))
    card = speech.cards.get(who)
    return {"place": speech.forum(place), "who": card.name if card else who}


def _grouped(number: int, speech: Speech) -> str:
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if speech.language == "de" else grouped


def _plain(name: str, _: Speech) -> str:
    return name


def _org(org: str, speech: Speech) -> str:
    return speech.org(org)


def _person(person: str, speech: Speech) -> str:
    return speech.person(person)


def _forum(forum: str, speech: Speech) -> str:
    return speech.words(N_("“{name}”"), name=speech.forum(forum))


_WORDS: Final[Mapping[str, Callable[[str, Speech], str]]] = MappingProxyType(
    {
        "org": _org,
        "orgs": _org,
        "person": _person,
        "persons": _person,
        "forum": _forum,
        "forums": _forum,
        "state": names.state,
        "power": names.power,
        "mode": names.scope,
        "kind": asks.sort,
        "meant": asks.meant,
    }
)
