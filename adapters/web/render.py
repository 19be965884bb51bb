"""Render: templates, static files, and the words of one listener in them.

Static files are read once; their address carries a hash of what is in them, so a
browser keeps them for ever and never sees an old one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Final
from uuid import uuid4

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from adapters.web.door import DOOR
from adapters.web.formtokens import keep_key, with_tokens
from adapters.web.keys import FADEN, HAS_SLACK
from adapters.web.visit import STAND, Visit, language_of
from adapters.web.wording import (
    answer_name,
    channel_name,
    circle_name,
    state_name,
)
from bots import proofs
from bots.chronicle import effects, names
from bots.digests import to_copy
from bots.figures import euros, grouped
from bots.register import marks, rules
from bots.speech import Speech

_KINDS: Final = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}
_FOR_EVER: Final = "public, max-age=31536000, immutable"
REFERENCE: Final = re.compile(r"\b[ZIFB][1-9][0-9]{0,8}\b")


@dataclass(frozen=True, slots=True)
class Static:
    """A file that the browser may keep."""

    body: bytes
    content_type: str
    digest: str


class Renderer:
    """All templates and static files."""

    def __init__(self) -> None:
        """Read the static files and prepare the templates."""
        folder = files("adapters.web").joinpath("static")
        self.static: Mapping[str, Static] = {
            each.name: _static(each.name, each.read_bytes())
            for each in folder.iterdir()
            if each.name.rpartition(".")[2] in _KINDS
        }
        self._env = Environment(
            loader=PackageLoader("adapters.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # they come with the program; else each is looked up
        )
        self._env.globals.update(
            asset=self._asset,
            fresh_ref=lambda: str(uuid4()),
            euros=euros,
            grouped=grouped,
        )
        self._env.filters["linked"] = linked
        self._env.tests["contains"] = contains

    def html(self, name: str, speech: Speech, context: Mapping[str, object]) -> str:
        """Return the template ``name`` filled in, in the words of ``speech``."""
        words: dict[str, object] = {
            "_": speech.words,
            "ngettext": speech.many,
            "names": names,
            "effects": effects,
            "marks": marks,
            "to_copy": to_copy,
            "rules": rules,
            "answer_name": answer_name,
            "proofs": proofs,
            "state_name": state_name,
            "circle_name": circle_name,
            "channel_name": channel_name,
            "speech": speech,
        }
        return self._env.get_template(name).render({**words, **context})

    def _asset(self, name: str) -> str:
        return f"/static/{name}?v={self.static[name].digest}"


RENDERER: Final = web.AppKey("renderer", Renderer)


def page(
    request: web.Request,
    name: str,
    visit: Visit | None,
    *,
    status: int = 200,
    **context: object,
) -> web.Response:
    """Return the page ``name`` for whoever is there, perhaps nobody."""
    faden = request.app[FADEN]
    speech = visit.speech if visit else stranger(request)
    frame: dict[str, object] = {
        "visit": visit,
        "demo": faden.demo,
        "slack": request.app[HAS_SLACK],
        "door": request.app[DOOR],
        "here": request.path_qs if request.method == "GET" else "/",
        "present": str(request.rel_url.without_query_params(STAND)),
    }
    html = request.app[RENDERER].html(name, speech, {**frame, **context})
    return _answer(request, html, status)


def fragment(
    request: web.Request, name: str, visit: Visit, **context: object
) -> web.Response:
    """Return a part of a page, for the script."""
    words: dict[str, object] = {"visit": visit, **context}
    return _answer(request, request.app[RENDERER].html(name, visit.speech, words))


def _answer(request: web.Request, html: str, status: int = 200) -> web.Response:
    text = with_tokens(request, html)
    response = web.Response(text=text, status=status, content_type="text/html")
    keep_key(request, response)
    return response


def stranger(request: web.Request) -> Speech:
    """Return how to speak to somebody of whom nothing is known."""
    today = request.app[FADEN].clock().date()
    return Speech(language=language_of(request) or "de", today=today)


async def serve_static(request: web.Request) -> web.Response:
    """Send a static file; one of another version is not to be kept."""
    found = request.app[RENDERER].static.get(request.match_info["name"])
    if found is None:
        raise web.HTTPNotFound
    current = request.query.get("v") == found.digest
    return web.Response(
        body=found.body,
        content_type=found.content_type,
        charset="utf-8",
        headers={"Cache-Control": _FOR_EVER if current else "no-cache"},
    )


def contains(several: Container[object], one: object) -> bool:
    """Whether ``one`` is among ``several``."""
    return one in several


def linked(text: str, known: Container[str]) -> Markup:
    """Return ``text``, escaped, in which ``known`` references lead to their items."""

    def link(found: re.Match[str]) -> str:
        ref = found[0]
        return f'<a href="/item/{ref}">{ref}</a>' if ref in known else ref

    html = REFERENCE.sub(link, str(escape(text)))
    return Markup(html)  # noqa: S704  (everything from outside is escaped)


def _static(name: str, body: bytes) -> Static:
    kind = _KINDS[name.rpartition(".")[2]]
    return Static(body, kind, sha256(body).hexdigest()[:12])
