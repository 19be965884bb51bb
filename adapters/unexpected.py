"""Unexpected: what is logged of a mistake of ours: kind and place, never any words."""

from __future__ import annotations

import traceback
from collections.abc import Mapping

from aiohttp import web


def whence(error: BaseException) -> Mapping[str, str]:
    """Return what it was, and where."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    at = f"{place.filename.rpartition('/')[2]}:{place.lineno}"
    return {"error": type(error).__name__, "at": at}


def asked(request: web.Request) -> Mapping[str, str | None]:
    """Return what was asked for, without what stands in the address."""
    resource = request.match_info.route.resource
    route = resource.canonical if resource else None
    return {"method": request.method, "route": route}
