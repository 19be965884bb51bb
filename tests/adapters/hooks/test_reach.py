"""Whom Faden calls: public hosts by https, and nobody behind our firewall."""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

import socket
from ipaddress import ip_address

import pytest
from aiohttp import ClientSession, TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from adapters.hooks.caller import Caller
from adapters.hooks.reach import ForbiddenError, Reach, Resolver, is_public
from tests.auenland import Auenland

INSIDE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # noqa: S104  (an address to be refused)
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.2.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::1",
    "2001:0:7f00:1::1",
    "192.88.99.1",
    "240.0.0.1",
    "fec0::1",
    "::7f00:1",
    "100::1",
    "3fff::1",
    "5f00::1",
]


class Lying(AbstractResolver):
    """Says whatever it is told to."""

    def __init__(self, *hosts: str) -> None:
        self._hosts = hosts

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return it."""
        return [
            ResolveResult(
                hostname=host, host=one, port=port, family=family, proto=0, flags=0
            )
            for one in self._hosts
        ]

    async def close(self) -> None:
        """Do nothing."""


@pytest.mark.parametrize("address", INSIDE)
def test_nothing_inside_is_public(address: str) -> None:
    assert not is_public(ip_address(address))
    named = f"[{address}]" if ":" in address else address
    assert not Reach().takes(f"https://{named}/in")


@pytest.mark.parametrize("address", ["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111"])
def test_what_is_public_is(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/in",
        "ftp://example.org/in",
        "https://",
        "https:///in",
        "https://name:word@example.org/in",
        "https://example.org/in#there",
        "https://example.org:99999/in",
        "https://[::1/in",
        "https://exämple.org/in",
        "https://2130706433/in",
        "https://0x7f000001/in",
        "https://0x7f.1/in",
        "https://0177.0.0.1/in",
        "https://127.1/in",
        "https://127.0.0.1./in",
        "https://%31%32%37.0.0.1/in",
        "https://127.0.0.%31/in",
        "https://127.0.0.1\\.example.org/in",
        "https://[2606:4700::1111%25eth0]/in",
        "https://1.1.1.1.0x7f/in",
        "https://example.org/in there",
        f"https://example.org/{'x' * 600}",
        "",
        "x",
    ],
)
def test_what_is_no_address_for_it_is_refused(url: str) -> None:
    assert not Reach().takes(url)


def test_a_public_name_is_taken() -> None:
    assert Reach().takes("https://hooks.example.org/in?a=1")
    assert Reach().takes("https://hooks.example.org:8443/in")


async def test_a_name_that_leads_inside_is_not_called() -> None:
    for hosts in (("127.0.0.1",), ("1.1.1.1", "10.0.0.1"), ("::ffff:127.0.0.1",)):
        with pytest.raises(ForbiddenError):
            await Resolver(Reach(), Lying(*hosts)).resolve("example.org", 443)
    found = await Resolver(Reach(), Lying("1.1.1.1")).resolve("example.org", 443)
    assert [one["host"] for one in found] == ["1.1.1.1"]
    await Resolver(Reach(), Lying()).close()


@pytest.mark.parametrize("url", ["https://example.org/in", "https://127.0.0.1/in"])
async def test_what_leads_inside_is_a_failure_that_says_so(
    here: Auenland, url: str
) -> None:
    hooks, head = here.faden.store.office.hooks, here.faden.store.journal.head()
    hooks.make("p-kern", url, head - 1, here.watch()).result()
    connector = TCPConnector(resolver=Resolver(Reach(), Lying("127.0.0.1")))
    caller = Caller(here.faden, Reach(), "https://faden.example")
    async with ClientSession(connector=connector) as session:
        assert not await caller.round(session)
    (one,) = hooks.all()
    assert one.reason == "forbidden"
