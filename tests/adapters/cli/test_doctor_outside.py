"""``faden doctor`` asks mail server and sign-in of the house, and counts witnesses."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from adapters.cli.doctor import SICK, SOUND
from tests.adapters.cli.terminal import Terminal
from tests.adapters.mail.server import PASSWORD, Postbox, Server, login
from tests.adapters.oidc.house import CLIENT, SECRET, House, housing


def _signs(terminal: Terminal, code: int = SOUND) -> set[str]:
    printed = terminal.call("doctor", "--json")
    assert printed.code == code, printed
    return {one["sign"] for one in json.loads(printed.out)}


def _mail(server: Server, password: str = PASSWORD) -> dict[str, str]:
    return {
        "FADEN_MAIL_SERVER": f"smtp://127.0.0.1:{server.port}",
        "FADEN_MAIL_FROM": "faden@auenland.example",
        "FADEN_MAIL_USER": "faden",
        "FADEN_MAIL_PASSWORD": password,
    }


def test_the_mail_server_is_asked_and_gets_no_letter(founded: Terminal) -> None:
    postbox = Postbox()
    server = Server(
        postbox,
        hostname="127.0.0.1",
        port=0,
        authenticator=login,
        auth_require_tls=False,
    )
    server.start()
    founded.environment = _mail(server)
    assert "mail well" in _signs(founded)
    founded.environment = _mail(server, "falsch")
    assert "mail refuses" in _signs(founded, SICK)
    founded.environment |= {"FADEN_MAIL_SERVER": f"smtps://127.0.0.1:{server.port}"}
    assert "mail open" in _signs(founded, SICK)
    assert not postbox.taken
    server.stop()
    founded.environment = _mail(server)
    assert "mail away" in _signs(founded)


@contextmanager
def _a_house(founded: Terminal) -> Iterator[House]:
    """Let a provider run beside, as one does in its house."""
    ready, over = threading.Event(), threading.Event()
    there: list[House] = []

    async def run() -> None:
        async with housing(founded.clock) as house:
            there.append(house)
            ready.set()
            await asyncio.to_thread(over.wait)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(20)
    try:
        yield there[0]
    finally:
        over.set()
        thread.join()


def test_the_sign_in_of_the_house_is_asked(founded: Terminal) -> None:
    with _a_house(founded) as house:
        founded.environment = {
            "FADEN_OIDC_ISSUER": house.issuer,
            "FADEN_OIDC_CLIENT_ID": CLIENT,
            "FADEN_OIDC_CLIENT_SECRET": SECRET,
        }
        assert "oidc well" in _signs(founded)
        house.knows_faden = False
        assert "oidc refuses" in _signs(founded, SICK)
        house.moved = {"jwks_uri": "http://id.auenland.example/keys"}
        told = founded.call("doctor").out
        assert "jwks_uri without https" in told
    assert "oidc away" in _signs(founded)


@pytest.mark.parametrize(
    ("name", "value", "sign"),
    [
        ("FADEN_MAIL_SERVER", "smtp://mail.example", "variable missing"),
        ("FADEN_OIDC_ISSUER", "https://id.example", "variable missing"),
    ],
)
def test_half_a_way_to_sign_in_is_told(
    founded: Terminal, name: str, value: str, sign: str
) -> None:
    founded.environment = {name: value}
    assert sign in _signs(founded, SICK)


def test_a_witness_that_signs_nothing_is_told_after_two_weeks(
    founded: Terminal,
) -> None:
    founded.must("audit", "checkpoint")
    assert not _signs(founded) & {"witnessed well", "witnesses late"}
    key = founded.must("audit", "witness", "--name", "witzenhausen.example/zeuge")
    founded.must("audit", "appoint", "Witzenhausen", key.strip())
    assert "witnessed well" in _signs(founded)
    founded.clock.pass_by(timedelta(days=15))
    assert "witnesses late" in _signs(founded)
