"""Entry settings: by which ways people may sign in (*Wege zur Anmeldung*).

``FADEN_MAIL_SERVER`` (``smtp://host:587`` with STARTTLS, ``smtps://host:465``) and
``FADEN_MAIL_FROM``, perhaps ``FADEN_MAIL_USER`` and ``FADEN_MAIL_PASSWORD``: links go
out by mail. ``FADEN_OIDC_ISSUER``, ``FADEN_OIDC_CLIENT_ID`` and
``FADEN_OIDC_CLIENT_SECRET``, perhaps ``FADEN_OIDC_NAME``: people sign in where they
have an account already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from typing import Final
from urllib.parse import SplitResult, urlsplit

from adapters.settings import MissingSettingError, SettingsError

LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_SERVER: Final = "FADEN_MAIL_SERVER"
_FROM: Final = "FADEN_MAIL_FROM"
_LOGIN: Final = ("FADEN_MAIL_USER", "FADEN_MAIL_PASSWORD")
_ISSUER: Final = "FADEN_OIDC_ISSUER"
_CLIENT: Final = ("FADEN_OIDC_CLIENT_ID", "FADEN_OIDC_CLIENT_SECRET")
_NAME: Final = "FADEN_OIDC_NAME"
_PORTS: Final = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAccess:
    """A server that takes our mail; the password stays unprinted.

    ``locked``: TLS from the first byte (RFC 8314); else STARTTLS, which only a server
    on this very machine may lack.
    """

    host: str
    port: int
    locked: bool
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OidcAccess:
    """An identity provider at which we are known; the secret stays unprinted.

    ``issuer`` is written exactly as the provider writes it.
    """

    issuer: str
    client: str
    secret: str = field(repr=False)
    name: str = ""


def mail(environment: Mapping[str, str]) -> MailAccess | None:
    """Return the mail server, ``None`` if there is to be none.

    Raises:
        MissingSettingError: only a part of it is set.
        SettingsError: it is no address.
    """
    said = {name: _said(environment, name) for name in (_SERVER, _FROM, *_LOGIN)}
    if not any(said.values()):
        return None
    _must(said, _SERVER, _FROM)
    if said[_LOGIN[0]] or said[_LOGIN[1]]:
        _must(said, *_LOGIN)
    if "@" not in parseaddr(said[_FROM])[1]:
        raise SettingsError(_FROM)
    where, port = _address(_SERVER, said[_SERVER])
    if where.scheme not in _PORTS or not where.hostname:
        raise SettingsError(_SERVER)
    return MailAccess(
        host=where.hostname,
        port=port or _PORTS[where.scheme],
        locked=where.scheme == "smtps",
        sender=said[_FROM],
        user=said[_LOGIN[0]],
        password=said[_LOGIN[1]],
    )


def oidc(environment: Mapping[str, str]) -> OidcAccess | None:
    """Return the identity provider, ``None`` if there is to be none.

    Raises:
        MissingSettingError: only a part of it is set.
        SettingsError: it is no address under https, which only this machine may lack.
    """
    said = {name: _said(environment, name) for name in (_ISSUER, *_CLIENT, _NAME)}
    if not any(said.values()):
        return None
    _must(said, _ISSUER, *_CLIENT)
    where, _ = _address(_ISSUER, said[_ISSUER])
    if not is_safe(said[_ISSUER]) or where.query or where.fragment:
        raise SettingsError(_ISSUER)
    return OidcAccess(
        issuer=said[_ISSUER],
        client=said[_CLIENT[0]],
        secret=said[_CLIENT[1]],
        name=said[_NAME] or str(where.hostname),
    )


def is_safe(address: str) -> bool:
    """Whether secrets may go there: under https, or on this very machine."""
    try:
        where = urlsplit(address)
    except ValueError:
        return False
    here = where.scheme == "http" and where.hostname in LOOPBACK
    return bool(where.hostname) and (where.scheme == "https" or here)


def _said(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name, "").strip()


def _must(said: Mapping[str, str], *names: str) -> None:
    for name in names:
        if not said[name]:
            raise MissingSettingError(name)


def _address(name: str, said: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(said)
        port = parts.port
    except ValueError as error:
        raise SettingsError(name) from error
    return parts, port
