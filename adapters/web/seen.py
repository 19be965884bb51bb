"""Seen: from where a request comes, as exactly as it is needed (*Herkunft*)."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Final

from aiohttp import web

from adapters.office.signins import Seen
from adapters.web.keys import BEHIND_PROXY

_BROWSERS: Final = (  # the first that is named; later ones pretend to be earlier ones
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Opera", r"OPR/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|HeadlessChrome/"),
    ("Safari", r"Safari/"),
    ("Internet Explorer", r"MSIE |Trident/"),
)
_SYSTEMS: Final = (
    ("Android", r"Android"),
    ("iOS", r"iPhone|iPad"),
    ("Windows", r"Windows"),
    ("macOS", r"Mac OS X"),
    ("Linux", r"Linux|X11"),
)
_V4: Final = 24  # bits of a network that are kept
_V6: Final = 48


def address_of(request: web.Request) -> str:
    """Return the address of whoever asks, as far as it is to be believed.

    Behind a proxy it is the last one that the proxy added (*X-Forwarded-For*).
    """
    if request.app[BEHIND_PROXY]:
        said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        return said or (request.remote or "")
    return request.remote or ""


def seen_of(request: web.Request) -> Seen:
    """Return what is kept of it: kind of browser, and the network."""
    agent = request.headers.get("User-Agent", "")
    return Seen(device=device(agent), network=network(address_of(request)))


def device(agent: str) -> str:
    """Return "Firefox, Windows" or as much of it as can be told."""
    parts = (_first(_BROWSERS, agent), _first(_SYSTEMS, agent))
    return ", ".join(part for part in parts if part)


def network(address: str) -> str:
    """Return the network of an address, which names no single machine."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    bits = _V4 if isinstance(parsed, IPv4Address) else _V6
    return str(ip_network(f"{parsed}/{bits}", strict=False))


def _first(known: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((name for name, sign in known if re.search(sign, agent)), "")
