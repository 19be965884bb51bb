"""Handbook: what Faden is and how to talk with it (*Handbuch*)."""

from __future__ import annotations

from aiohttp import web

from adapters.web.render import page, stranger
from adapters.web.verb import Verb
from adapters.web.verbs import VERBS
from adapters.web.visit import visiting
from bots.register import effect_table


async def handbook(request: web.Request) -> web.Response:
    """Show the handbook in the reader's language, signed in or not."""
    visit = await visiting(request)
    speech = visit.speech if visit else stranger(request)
    verbs = [
        {
            "meaning": speech.translate(verb.meaning),
            "example": _said(verb, speech.language),
        }
        for verb in VERBS
    ]
    effect = effect_table.groups(speech)
    name = f"hilfe.{speech.language}.html"
    return page(request, name, visit, verbs=verbs, effect=effect)


def _said(verb: Verb, language: str) -> str:
    return verb.de if language == "de" else verb.en
