"""Reach: whom we may call: public hosts by https, and nobody inside (*Erreichbarkeit*).

Whoever makes a hook must not be able to look behind our firewall. The address is
checked where it is used for the connection, so that a name cannot change its mind.
"""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from aiohttp import ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult

Address: TypeAlias = IPv4Address | IPv6Address
_NAME: Final = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_UNICAST: Final = IPv6Network("2000::/3")  # source: RFC 4291, section 2.4
_HIDING: Final = tuple(  # in which an IPv4 address may hide
    map(IPv6Network, ("2002::/16", "2001::/32"))
)
_RELAYS: Final = IPv4Network("192.88.99.0/24")  # RFC 7526
_EXAMPLES: Final = IPv6Network("3fff::/20")  # RFC 9637; older libraries miss it
LONGEST: Final = 500  # characters


class ForbiddenError(OSError):
    """It is none of the hosts that we may call."""


def is_public(address: Address) -> bool:
    """Whether anybody in the world may reach it."""
    if isinstance(address, IPv4Address):
        inside = address in _RELAYS
    elif address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    else:
        inside = address not in _UNICAST or address.scope_id is not None
        inside = inside or any(address in one for one in (*_HIDING, _EXAMPLES))
    return address.is_global and not (address.is_multicast or inside)


def is_name(host: str) -> bool:
    """Whether a host is a name to be looked up, and no number in any way of writing.

    Systems and libraries read „2130706433“, „0x7f.1“ and „0177.0.0.1“ as addresses,
    some without looking them up (source: WHATWG URL, "ends in a number").
    """
    last = host.rstrip(".").rpartition(".")[2]
    return bool(_NAME.fullmatch(host)) and not _NUMBER.fullmatch(last)


@dataclass(frozen=True, slots=True)
class Reach:
    """Which addresses may be called, and by what."""

    schemes: frozenset[str] = frozenset({"https"})
    allows: Callable[[Address], bool] = is_public

    def takes(self, url: str) -> bool:
        """Whether ``url`` may be called, as far as can be told without looking."""
        try:
            parts = urlsplit(url)
            named, _ = parts.hostname, parts.port
        except ValueError:
            return False
        if parts.scheme not in self.schemes or not named or len(url) > LONGEST:
            return False
        if parts.username is not None or parts.password is not None or parts.fragment:
            return False
        try:
            return self.allows(ip_address(named))
        except ValueError:  # a name: it is looked up when it is called
            plain = url.isascii() and url.isprintable() and " " not in url
            return plain and is_name(named)


class Resolver(AbstractResolver):
    """Looks names up, and keeps to what may be reached."""

    def __init__(self, reach: Reach, inner: AbstractResolver | None = None) -> None:
        """Ask the system, unless ``inner`` is asked."""
        self._reach = reach
        self._inner = inner or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of ``host`` that may be called.

        Raises:
            ForbiddenError: one of them may not be: then it is none of ours at all.
        """
        found = await self._inner.resolve(host, port, family)
        if not all(self._reach.allows(ip_address(one["host"])) for one in found):
            raise ForbiddenError(host)
        return found

    async def close(self) -> None:
        """Let go."""
        await self._inner.close()
