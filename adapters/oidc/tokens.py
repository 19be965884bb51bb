"""Tokens: whether an ID token is what it says (OpenID Connect Core 1.0, 3.1.3.7).

Only signatures with a key of the provider's own count; "none" and shared secrets never
do, whatever the token says of itself (RFC 8725, sections 3.1 and 3.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from adapters.entry_settings import OidcAccess

ALGORITHMS: Final = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "Ed25519"]
_LEEWAY: Final = 60  # seconds by which clocks may differ
_LONGEST: Final = 255  # characters of a subject (Core, section 2)


class UntrustedError(Exception):
    """A token is not to be believed; ``why`` is a code without anything personal."""

    def __init__(self, why: str) -> None:
        """Keep why."""
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Claims:
    """Who signed in, as the provider knows them; ``mail`` only if it was verified."""

    subject: str
    mail: str | None


def verified(
    token: str, keys: KeySet, access: OidcAccess, nonce: str, now: datetime
) -> Claims:
    """Return what ``token`` says.

    Raises:
        UntrustedError: it is not to be believed.
    """
    try:
        found = jwt.decode(token, keys, algorithms=ALGORITHMS)
        _registry(access, nonce, now).validate(found.claims)
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise UntrustedError(type(error).__name__) from error
    _audience(found.claims, access)
    subject = found.claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= _LONGEST:
        raise UntrustedError("subject")
    return Claims(subject, _mail(found.claims))


def _registry(access: OidcAccess, nonce: str, now: datetime) -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=_LEEWAY,
        iss={"essential": True, "value": access.issuer},
        aud={"essential": True, "value": access.client},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )


def _audience(claims: dict[str, object], access: OidcAccess) -> None:
    """Refuse what was made for others too, unless we are the one it was given to."""
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    given_to = claims.get("azp")
    if (several or given_to is not None) and given_to != access.client:
        raise UntrustedError("azp")


def _mail(claims: dict[str, object]) -> str | None:
    mail = claims.get("email")
    known = claims.get("email_verified") is True and isinstance(mail, str)
    return str(mail) if known else None
