"""Lies: what a token may say that it must not, and who may have signed it."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.adapters.oidc.house import CLIENT, SECRET, House

Claims = dict[str, Any]


def _put(**changes: object) -> Callable[[Claims], None]:
    return lambda claims: claims.update(changes)


def _without(name: str) -> Callable[[Claims], object]:
    return lambda claims: claims.pop(name)


LIES: dict[str, Callable[[Claims], object]] = {
    "for another client": _put(aud="other"),
    "for several, given to another": _put(aud=[CLIENT, "other"], azp="other"),
    "for several, given to nobody": _put(aud=[CLIENT, "other"]),
    "given to another": _put(azp="other"),
    "by another issuer": _put(iss="https://evil.example"),
    "expired": lambda claims: claims.update(exp=claims["iat"] - 3600),
    "never expiring": _without("exp"),
    "from the future": lambda claims: claims.update(iat=claims["iat"] + 3600),
    "not yet good": lambda claims: claims.update(nbf=claims["iat"] + 3600),
    "of another sign-in": _put(nonce="other"),
    "of no sign-in": _without("nonce"),
    "about nobody": _without("sub"),
    "about an empty name": _put(sub=""),
    "about a number": _put(sub=7),
    "about a name without end": _put(sub="x" * 256),
}


def _hmac_with_the_public_key(house: House, claims: Claims) -> str:
    """Sign with what everybody knows, as if it was a shared secret."""
    return _hmac(claims, house.key.as_pem(private=False))


def _hmac_with_the_secret(_: House, claims: Claims) -> str:
    return _hmac(claims, SECRET.encode())


def _hmac(claims: Claims, key: bytes) -> str:
    """Return a token under HS256; the library rightly makes none with a public key."""
    parts = [json.dumps(part).encode() for part in ({"alg": "HS256"}, claims)]
    said = b".".join(urlsafe_b64encode(part).rstrip(b"=") for part in parts)
    sign = urlsafe_b64encode(hmac.digest(key, said, "sha256")).rstrip(b"=")
    return f"{said.decode()}.{sign.decode()}"


def _unsigned(house: House, claims: Claims) -> str:
    signed = jwt.encode({"alg": "RS256"}, claims, house.key)
    head = urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
    return f"{head}.{signed.split('.')[1]}."


def _by_another_key(house: House, claims: Claims) -> str:
    key = RSAKey.generate_key(2048, {"kid": str(house.key.kid)})
    return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)


def _with_its_own_key(_: House, claims: Claims) -> str:
    key = RSAKey.generate_key(2048)
    head = {"alg": "RS256", "jwk": key.as_dict(private=False)}
    return jwt.encode(head, claims, key)


def _changed(house: House, claims: Claims) -> str:
    head, _, sign = jwt.encode({"alg": "RS256"}, claims, house.key).split(".")
    other = jwt.encode({"alg": "RS256"}, {**claims, "sub": "other"}, house.key)
    return f"{head}.{other.split('.')[1]}.{sign}"


FORGERIES = (
    _hmac_with_the_public_key,
    _hmac_with_the_secret,
    _unsigned,
    _by_another_key,
    _with_its_own_key,
    _changed,
    lambda _house, _claims: "no.token",
    lambda _house, _claims: "",
)
