"""Typed: what a browser sends, read strictly; what people type, made harmless.

Characters that cannot be seen but change how a text reads (control characters,
reversed writing) are dropped: the echo then shows what will be written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl
from uuid import UUID

from aiohttp import web

FIELDS: Final = (
    500  # of a form at most; the largest names each municipality of a county
)


class Unreadable(web.HTTPBadRequest):
    """The body is no form in UTF-8."""


async def form(request: web.Request) -> Mapping[str, str]:
    """Return the fields of a posted form; of one name, the last.

    Raises:
        Unreadable: the body is no form in UTF-8.
        HTTPRequestEntityTooLarge: it is larger than the application takes.
    """
    body = await request.read()
    if body and request.content_type != "application/x-www-form-urlencoded":
        raise Unreadable
    try:
        pairs = parse_qsl(
            body.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=FIELDS,
        )
    except ValueError as error:
        raise Unreadable from error
    return dict(pairs)


def number(fields: Mapping[str, str]) -> str:
    """Return the form's own number, so that sending it twice says it once.

    Raises:
        HTTPBadRequest: it carries none.
    """
    try:
        return str(UUID(fields.get("ref", "")))
    except ValueError as error:
        raise web.HTTPBadRequest from error


async def pasted(request: web.Request) -> bytes:
    """Return what was pasted into ``text``, or else what ``file`` holds.

    Raises:
        Unreadable: the body is no form.
        HTTPRequestEntityTooLarge: it is larger than the application takes.
    """
    try:
        fields = await request.post()
    except (ValueError, AssertionError) as error:
        raise Unreadable from error
    text, file = fields.get("text"), fields.get("file")
    if isinstance(text, str) and text.strip():
        return text.encode("utf-8", "replace")
    return file.file.read() if isinstance(file, web.FileField) else b""
