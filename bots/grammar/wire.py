"""The wire form of a result: the JSON of ``faden parse``."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, OnBehalf, Unknown
from bots.grammar.intents import Parsed
from bots.grammar.parts import Parts

_KEYS: Final = (
    ("ref", "ref"),
    ("refs", "refs"),
    ("audience", "audience"),
    ("due", "due"),
    ("until", "due"),
    ("promised", "promised"),
    ("councils", "councils"),
    ("on", "on"),
    ("known", "known"),
    ("review_on", "review_on"),
    ("start", "start"),
    ("end", "end"),
    ("session", "session"),
    ("kind", "kind"),
    ("mode", "mode"),
    ("effect", "effect"),
    ("at_least", "at_least"),
    ("result", "result"),
    ("outcome", "outcome"),
    ("leads_to", "leads_to"),
    ("devices", "devices"),
    ("body", "body"),
    ("item", "item"),
    ("paper", "paper"),
    ("at", "at"),
    ("absent", "absent"),
    ("mark", "mark"),
    ("scores", "scores"),
    ("number", "number"),
    ("release", "release"),
    ("options", "options"),
    ("by", "by"),
    ("organisation", "organisation"),
    ("to", "to"),
    ("deputy", "deputy"),
    ("measure", "measure"),
    ("forum", "forum"),
    ("cites", "cites"),
    ("subject", "subject"),
    ("rhythm", "rhythm"),
    ("switch", "switch"),
    ("channel", "channel"),
    ("text", "text"),
    ("parts", "parts"),
)


def to_json(result: Parsed) -> dict[str, object]:
    """Return the keys that apply; days are ISO dates.

    ``due`` is always there when nothing was understood or something has to be asked,
    null where no day is meant.
    """
    match result:
        case Unknown(suggestions=suggestions, due=due, session=session):
            printed: dict[str, object] = {"intent": None, "due": _plain(due)}
            if session:
                printed["session"] = True
            return {**printed, "suggestions": list(suggestions)}
        case AskBack():
            return _asked(result)
        case _:
            return _said(result)


def _asked(result: AskBack) -> dict[str, object]:
    printed: dict[str, object] = {
        "intent": "ask_back",
        "question": result.question.value,
    }
    if result.ref:
        printed["ref"] = result.ref
    printed["due"] = _plain(result.due)
    for key in ("understood", "phrase"):
        if getattr(result, key):
            printed[key] = getattr(result, key)
    if result.choices:
        printed["suggestions"] = list(result.choices)
    return printed


def _said(result: Parsed) -> dict[str, object]:
    printed: dict[str, object] = {"intent": getattr(result, "NAME", None)}
    for name, key in _KEYS:
        value = getattr(result, name, None)
        if value and value != Parts():
            printed[key] = _plain(value)
    behalf = getattr(result, "on_behalf", None)
    if isinstance(behalf, OnBehalf):
        printed["on_behalf"] = behalf.organisation
        if behalf.basis is not None:
            printed["basis"] = behalf.basis.value
        if behalf.holder:
            printed["holder"] = behalf.holder
    return printed


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
        case Parts():
            return {name: _plain(said) for name, said in asdict(value).items() if said}
        case str():
            return str(value)
        case _:
            return value
