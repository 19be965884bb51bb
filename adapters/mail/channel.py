"""Channel: how a link comes by mail (*Versand per E-Mail*).

::

    letter --taken--> sent
           --the server is away, or says "later" (4xx)--> tried again after a pause
           --the server says no (5xx), or nobody is there--> put aside

The library's client works in the sender's thread. Without TLS nothing is said to a
server that is not on this very machine (RFC 3207, RFC 8314).
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr
from typing import Final

import structlog

from adapters.desk import Desk
from adapters.entry_settings import LOOPBACK, MailAccess
from adapters.office import Office, Posted
from adapters.office.entering import token_for
from adapters.office.sender import Away, Broken, Later, Result
from adapters.store import Store
from bots.message import CONFIRM, SIGN_IN, Link, Message, Text
from core.ports import Clock, Via

PAUSE: Final = 30.0  # seconds until a server that is away is asked again
_PATIENCE: Final = 10.0  # seconds for one answer
_NEVER: Final = 500  # and above: it will not be taken (RFC 5321, section 4.2.1)
_LOG: Final = structlog.get_logger("mail")


class MailChannel:
    """One server, one sender; our pages are at ``pages``."""

    name = Via.MAIL.value

    def __init__(
        self, access: MailAccess, office: Office, pages: str, clock: Clock
    ) -> None:
        """Take note; the server is asked when there is something to bring."""
        self._access = access
        self._office = office
        self._pages = pages
        self._clock = clock

    def post(self, posted: Posted) -> Result:
        """Bring one letter; see ``Channel.post``."""
        person = posted.letter.person
        message = Message.model_validate(posted.letter.payload)
        confirms = any(isinstance(p, Link) and p.item == CONFIRM for p in message.parts)
        where = self._office.identities.mail_of(person)
        if confirms:
            where = self._office.mailboxes.wanted(person)
        if where is None:
            return Broken("no mail address")
        try:
            return self._send(posted, message, where)
        except smtplib.SMTPResponseException as error:
            _LOG.warning("mail refused", code=error.smtp_code)
            return Broken("refused") if error.smtp_code >= _NEVER else Later(PAUSE)
        except smtplib.SMTPRecipientsRefused as error:
            code = max(code for code, _ in error.recipients.values())
            return Broken("refused") if code >= _NEVER else Later(PAUSE)
        except (OSError, smtplib.SMTPException) as error:
            _LOG.warning("mail is away", error=type(error).__name__)
            return Away(PAUSE)

    def _send(self, posted: Posted, message: Message, where: str) -> str:
        with reached(self._access) as server:
            letter = self._letter(posted, message, where)
            server.send_message(letter)
        return str(letter["Message-ID"])

    def _letter(self, posted: Posted, message: Message, where: str) -> EmailMessage:
        letter, now = posted.letter, self._clock()
        token = token_for(message, letter.person, self._office.sessions, now)
        mail = EmailMessage(policy=SMTP)
        mail["Subject"] = message.title
        mail["From"] = self._access.sender
        mail["To"] = where
        mail["Date"] = format_datetime(now)
        mail["Message-ID"] = make_msgid(
            domain=parseaddr(self._access.sender)[1].partition("@")[2]
        )
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday replies
        mail.set_content(
            "\n\n".join(self._paragraphs(message, letter.person, token)) + "\n"
        )
        return mail

    def _paragraphs(self, message: Message, person: str, token: str) -> list[str]:
        said: list[str] = []
        for part in message.parts:
            match part:
                case Link(label=label, item=item) if item == SIGN_IN:
                    said.append(f"{label}:\n{self._pages}/enter/{token}")
                case Link(label=label, item=item) if item == CONFIRM:
                    code = self._office.mailboxes.code(person, self._clock()).result()
                    said.append(f"{label}: {code}")
                case Text():
                    said.append(part.plain)
                case _:
                    raise ValueError(part.kind)  # nothing else is sent by mail yet
        return said


@contextmanager
def reached(access: MailAccess) -> Iterator[smtplib.SMTP]:
    """Open a line, lock it and say who we are, in this order; close it at the end.

    Raises:
        SMTPException: the server says no, or the line cannot be locked.
        OSError: nobody is there, or somebody whom we do not trust.
    """
    with _line(access) as server:
        server.ehlo()
        if not access.locked and server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
        elif not access.locked and access.host not in LOOPBACK:
            raise smtplib.SMTPNotSupportedError("STARTTLS")
        if access.user:
            server.login(access.user, access.password)
        yield server


def _line(access: MailAccess) -> smtplib.SMTP:
    if not access.locked:
        return smtplib.SMTP(access.host, access.port, timeout=_PATIENCE)
    context = ssl.create_default_context()
    return smtplib.SMTP_SSL(
        access.host, access.port, timeout=_PATIENCE, context=context
    )


def connect(access: MailAccess, pages: str) -> Callable[[Store, Desk], MailChannel]:
    """Return what makes the channel of an open region; our pages are at ``pages``."""
    return lambda store, desk: MailChannel(access, store.office, pages, desk.now)
