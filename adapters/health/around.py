"""Around: the machine and the platforms on which a region depends (*Umgebung*)."""

from __future__ import annotations

import asyncio
import os
import shutil
import smtplib
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from adapters.entry_settings import MailAccess, OidcAccess
from adapters.health.findings import Finding, Sign, found
from adapters.mail.channel import reached
from adapters.oidc.provider import AwayError, ClientRefusedError, Provider
from adapters.settings import SlackAccess
from adapters.slack import api
from core.ports import Clock

_LOW: Final = 1_000_000_000  # bytes
_FULL: Final = 100_000_000  # bytes
_OTHERS: Final = 0o077
_MEGA: Final = 1_000_000


def of_folder(folder: Path) -> Iterator[Finding]:
    """Yield whether others may read what lies there, and how much room is left."""
    shown = str(folder)
    files = [folder, *folder.glob("*.db")]
    if any(file.stat().st_uid != os.getuid() for file in files):
        yield found(Sign.FOLDER_FOREIGN, folder=shown)
    elif folder.stat().st_mode & _OTHERS:
        yield found(Sign.FOLDER_OPEN, folder=shown)
    else:
        yield found(Sign.FOLDER_WELL, folder=shown)
    free = shutil.disk_usage(folder).free
    sign = Sign.DISK_WELL if free >= _LOW else Sign.DISK_LOW
    yield found(
        Sign.DISK_FULL if free < _FULL else sign, folder=shown, free=free // _MEGA
    )


def of_slack(access: SlackAccess) -> Iterator[Finding]:
    """Yield whether Slack knows us."""
    client = api.thread_client(access)
    try:
        said = api.call(client, "auth.test")
    except api.RefusedError as error:
        yield found(Sign.SLACK_REFUSES, code=error.code)
    except (api.LimitedError, api.UnansweredError):
        yield found(Sign.SLACK_AWAY, api=access.api)
    else:
        yield found(Sign.SLACK_WELL, team=str(said.get("team", "")))


def of_mail(access: MailAccess) -> Iterator[Finding]:
    """Yield whether the server would take a letter of ours; none is sent."""
    server = f"{access.host}:{access.port}"
    try:
        with reached(access):
            pass
    except smtplib.SMTPAuthenticationError as error:
        yield found(Sign.MAIL_REFUSES, server=server, code=error.smtp_code)
    except (smtplib.SMTPNotSupportedError, ssl.SSLError) as error:
        yield found(Sign.MAIL_OPEN, server=server, why=str(error))
    except (OSError, smtplib.SMTPException) as error:
        yield found(Sign.MAIL_AWAY, server=server, why=type(error).__name__)
    else:
        yield found(Sign.MAIL_WELL, server=server)


def of_provider(access: OidcAccess, clock: Clock) -> Iterator[Finding]:
    """Yield whether the identity provider answers, and accepts us."""
    facts = {"issuer": access.issuer, "name": access.name}
    try:
        asyncio.run(Provider(access, clock).examine())
    except AwayError as error:
        yield found(Sign.OIDC_AWAY, **facts, why=error.why)
    except ClientRefusedError:
        yield found(Sign.OIDC_REFUSES, **facts)
    else:
        yield found(Sign.OIDC_WELL, **facts)
