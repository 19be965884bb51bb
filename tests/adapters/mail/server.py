"""A mail server on loopback that wants a password, and takes or refuses letters."""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

import asyncio
from email import message_from_bytes
from email.message import Message as Mail
from email.policy import default
from typing import Final

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

PASSWORD: Final = "geheim"  # noqa: S105  (of the test)


class Postbox:
    """Takes mail as a town's server does, or says what it was told to say."""

    def __init__(self) -> None:
        self.taken: list[Mail] = []
        self.answers: list[str] = []

    async def handle_DATA(  # noqa: N802  (the library's name)
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Take a letter."""
        if self.answers:
            return self.answers.pop(0)
        assert isinstance(envelope.content, bytes)
        self.taken.append(message_from_bytes(envelope.content, policy=default))
        return "250 taken"


class Server(Controller):
    """A mail server on whatever port is free."""

    def _trigger_server(self) -> None:
        listening = self.server
        assert isinstance(listening, asyncio.Server)
        self.port = listening.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]  # the library's own


def login(
    _server: SMTP, _session: Session, _envelope: Envelope, *said: object
) -> AuthResult:
    _, given = said
    assert isinstance(given, LoginPassword)
    good = (given.login, given.password) == (b"faden", PASSWORD.encode())
    return AuthResult(success=good, handled=False)
