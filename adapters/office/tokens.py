"""Tokens: long random words of which only the SHA-256 is kept (*Geheimwort*)."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import Final

_BYTES: Final = 32


def fresh() -> str:
    """Return a new one, fit for an address."""
    return secrets.token_urlsafe(_BYTES)


def hashed(token: str) -> bytes:
    """Return what is kept of it."""
    return sha256(token.encode("utf-8", "replace")).digest()
