"""Form tokens: how posts of old browsers are known to be ours (*Formularzeichen*).

Browsers say by ``Sec-Fetch-Site`` or ``Origin`` from where a post comes. One that says
neither gets a token in every form that fits a cookie which no other host can read or
set (signed double submit; source: OWASP, Cross-Site Request Forgery Prevention).
"""

from __future__ import annotations

import hmac
import re
from datetime import timedelta
from typing import Final
from urllib.parse import parse_qs

from aiohttp import web

from adapters.office.tokens import fresh
from adapters.web import cookies

FIELD: Final = "form_token"
COOKIE: Final = "faden-form"
_LIFE: Final = timedelta(days=1)
_FORM: Final = re.compile(r"<form\b[^>]*\bmethod=\"post\"[^>]*>")
_KEY: Final = web.RequestKey("form key", str)


def says_nothing(request: web.Request) -> bool:
    """Whether this browser does not tell from where it comes."""
    return "Sec-Fetch-Site" not in request.headers and "Origin" not in request.headers


def with_tokens(request: web.Request, html: str) -> str:
    """Return a page with a token in each form, if the browser needs them."""
    if not says_nothing(request):
        return html
    key = cookies.read(request, COOKIE) or fresh()
    request[_KEY] = key
    field = f'<input type="hidden" name="{FIELD}" value="{_token(key)}">'
    return _FORM.sub(lambda found: found[0] + field, html)


def keep_key(request: web.Request, response: web.StreamResponse) -> None:
    """Let the browser keep the key to the tokens that it was given."""
    if _KEY in request:
        cookies.put(request, response, COOKIE, request[_KEY], _LIFE)


async def fits(request: web.Request) -> bool:
    """Whether a post carries a token that fits its cookie."""
    key = cookies.read(request, COOKIE)
    if not key or request.content_type != "application/x-www-form-urlencoded":
        return False
    body = (await request.read()).decode("utf-8", "replace")
    said = parse_qs(body).get(FIELD, [""])[-1]
    return hmac.compare_digest(said.encode(), _token(key).encode())


def _token(key: str) -> str:
    return hmac.digest(key.encode("utf-8", "replace"), b"form", "sha256").hex()
