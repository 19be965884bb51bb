"""Provider: the code flow with PKCE at one identity provider (*Anmeldedienst*).

::

    begin --browser goes there, comes back with a code--> redeem --> who it is

Sources: OpenID Connect Core 1.0 and Discovery 1.0, RFC 7636 (PKCE, S256), RFC 9207
(issuer in the answer), RFC 9700 (best current practice). Its addresses and keys are
asked for once an hour, its keys also when a token names one that is not known yet.
"""

from __future__ import annotations

import json
import secrets
from base64 import b64encode, urlsafe_b64encode
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final
from urllib.parse import quote, urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from pydantic import ValidationError

from adapters.entry_settings import OidcAccess
from adapters.office.waiting import Attempt
from adapters.oidc.metadata import Metadata
from adapters.oidc.tokens import Claims, UntrustedError, verified
from core.ports import Clock

CALLBACK: Final = "/anmelden/zurueck"
_KNOWN: Final = timedelta(hours=1)  # addresses and keys are as they were
_KEYS_AGAIN: Final = timedelta(seconds=30)  # at the earliest, for an unknown key
_PATIENCE: Final = ClientTimeout(total=10)
_LARGEST: Final = 200_000  # bytes of an answer
_OK: Final = 200
_NO_CODE: Final = "examined-by-faden-doctor"
_NO_PLACE: Final = "https://localhost"
_REFUSALS: Final = frozenset({"invalid_client", "unauthorized_client"})


class AwayError(Exception):
    """The provider does not answer, or not as the standard says; ``why`` is for us."""

    def __init__(self, why: str) -> None:
        """Keep why."""
        super().__init__(why)
        self.why = why


class ClientRefusedError(Exception):
    """The provider does not know us, or not with this secret (RFC 6749, 5.2)."""


class NotGivenError(Exception):
    """The provider takes no code like this: used, over, or made up."""


class Provider:
    """One identity provider, asked over one session per question."""

    def __init__(self, access: OidcAccess, clock: Clock) -> None:
        """Take note; nothing is asked before somebody signs in."""
        self._access = access
        self._clock = clock
        self._metadata: tuple[datetime, Metadata] | None = None
        self._keys: tuple[datetime, KeySet] | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self._access.name

    @property
    def issuer(self) -> str:
        """As whom it signs."""
        return self._access.issuer

    @staticmethod
    def attempt() -> Attempt:
        """Return what one sign-in has to be answered with."""
        return Attempt(*(secrets.token_urlsafe(32) for _ in range(3)))

    async def address(self, attempt: Attempt, base: str) -> str:
        """Return where the browser goes; our pages are at ``base``.

        Raises:
            AwayError: the provider cannot be asked.
        """
        metadata = await self._known()
        challenge = sha256(attempt.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self._access.client,
            "redirect_uri": f"{base}{CALLBACK}",
            "scope": "openid email",
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": urlsafe_b64encode(challenge).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        mark = "&" if "?" in metadata.authorization_endpoint else "?"
        return f"{metadata.authorization_endpoint}{mark}{urlencode(asked)}"

    async def redeem(self, code: str, attempt: Attempt, base: str) -> Claims:
        """Return who it is to whom the provider gave ``code``.

        Raises:
            AwayError: the provider cannot be asked.
            ClientRefusedError: it does not accept us.
            NotGivenError: it does not know the code.
            UntrustedError: what it answered is not to be believed.
        """
        metadata = await self._known()
        token = await self._token(metadata, code, attempt, base)
        keys = await self._key_set(metadata)
        now = self._clock()
        try:
            return verified(token, keys, self._access, attempt.nonce, now)
        except UntrustedError:
            fresh = await self._key_set(metadata, again=True)
            if fresh is keys:
                raise
            return verified(token, fresh, self._access, attempt.nonce, now)

    async def examine(self) -> None:
        """Ask for all that a sign-in needs, with a code that nobody was given.

        Raises:
            AwayError: the provider cannot be asked.
            ClientRefusedError: it does not accept us.
        """
        metadata = await self._known()
        await self._key_set(metadata)
        with suppress(NotGivenError):  # as it must be
            await self._token(metadata, _NO_CODE, self.attempt(), _NO_PLACE)

    async def _token(
        self, metadata: Metadata, code: str, attempt: Attempt, base: str
    ) -> str:
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": f"{base}{CALLBACK}",
            "code_verifier": attempt.verifier,
        }
        headers: dict[str, str] = {}
        if "client_secret_basic" in metadata.token_endpoint_auth_methods_supported:
            headers["Authorization"] = _basic(self._access)
        else:
            fields |= {
                "client_id": self._access.client,
                "client_secret": self._access.secret,
            }
        async with _asking() as session:
            status, said = await _json(
                session, "POST", metadata.token_endpoint, data=fields, headers=headers
            )
        token = said.get("id_token")
        if status == _OK and isinstance(token, str):
            return token
        error = str(said.get("error", ""))
        if error == "invalid_grant":
            raise NotGivenError
        if error in _REFUSALS:
            raise ClientRefusedError
        raise AwayError(f"token: {status} {error}".strip())

    async def _known(self) -> Metadata:
        now = self._clock()
        if self._metadata and now - self._metadata[0] < _KNOWN:
            return self._metadata[1]
        where = f"{self._access.issuer.rstrip('/')}/.well-known/openid-configuration"
        async with _asking() as session:
            status, said = await _json(session, "GET", where)
        try:
            metadata = Metadata.model_validate(said)
        except ValidationError as error:
            raise AwayError(f"metadata: {status}") from error
        if metadata.issuer != self._access.issuer:
            raise AwayError("issuer")
        if open_address := metadata.in_the_clear():
            raise AwayError(f"{open_address} without https")
        self._metadata = (now, metadata)
        return metadata

    async def _key_set(self, metadata: Metadata, *, again: bool = False) -> KeySet:
        """Return the keys; ``again`` asks anew unless that was done just now."""
        now = self._clock()
        age = now - self._keys[0] if self._keys else _KNOWN
        if self._keys and age < (_KEYS_AGAIN if again else _KNOWN):
            return self._keys[1]
        async with _asking() as session:
            status, said = await _json(session, "GET", metadata.jwks_uri)
        try:
            keys = KeySet.import_key_set(said)  # type: ignore[arg-type]  # it checks
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise AwayError(f"keys: {status}") from error
        self._keys = (now, keys)
        return keys


def _basic(access: OidcAccess) -> str:
    """Return who we are, as RFC 6749, section 2.3.1, wants it said."""
    said = f"{quote(access.client, safe='')}:{quote(access.secret, safe='')}"
    return f"Basic {b64encode(said.encode()).decode()}"


@asynccontextmanager
async def _asking() -> AsyncIterator[ClientSession]:
    try:
        async with ClientSession(timeout=_PATIENCE) as session:
            yield session
    except (ClientError, TimeoutError, ValueError) as error:
        raise AwayError(type(error).__name__) from error


async def _json(
    session: ClientSession,
    method: str,
    where: str,
    data: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> tuple[int, dict[str, Any]]:
    """Return status and what is said; leads nowhere else, and reads only so much."""
    async with session.request(
        method, where, data=data, headers=headers, allow_redirects=False
    ) as answer:
        body = b""
        async for piece in answer.content.iter_any():
            body += piece
            if len(body) > _LARGEST:
                raise AwayError("too long")
        said = json.loads(body)
    return answer.status, said if isinstance(said, dict) else {}
