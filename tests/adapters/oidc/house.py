"""House: a small identity provider on loopback that signs real tokens.

It knows one client and whoever it is told to know; what it says can be bent, so that
each lie can be told once.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, urlsafe_b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiohttp import web
from aiohttp.test_utils import TestServer
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

from adapters.entry_settings import OidcAccess
from core.ports import Clock

CLIENT = "faden"
SECRET = "über geheim"  # noqa: S105  (of the test)


@dataclass
class House:
    """What it knows, what it gave out, and how it lies."""

    clock: Clock
    issuer: str = ""
    subject: str = "sub-1"
    mail: str = "kern@kreis-auenland.example"
    is_verified: object = True
    key: RSAKey | ECKey = field(default_factory=lambda: _key("k1"))
    old: list[RSAKey | ECKey] = field(default_factory=list)
    bend: Callable[[dict[str, Any]], object] = lambda _: None
    sign: Callable[[House, dict[str, Any]], str] | None = None
    methods: tuple[str, ...] = ("client_secret_basic",)
    knows_faden: bool = True
    moved: dict[str, str] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def access(self) -> OidcAccess:
        """What Faden knows of it."""
        return OidcAccess(
            issuer=self.issuer, client=CLIENT, secret=SECRET, name="Kreisanmeldung"
        )

    def rotate(self) -> None:
        """Sign with another key from now on; the old one is gone."""
        self.key = _key("k2")

    def agree(self, where: str) -> tuple[str, str]:
        """Let the person agree to what ``where`` asks; return code and state."""
        asked = {name: v[0] for name, v in parse_qs(urlsplit(where).query).items()}
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        return code, asked["state"]

    def application(self) -> web.Application:
        """Return it as it is served."""
        app = web.Application()
        app.router.add_get("/.well-known/openid-configuration", self._metadata)
        app.router.add_get("/keys", self._keys)
        app.router.add_post("/token", self._token)
        return app

    async def _metadata(self, _: web.Request) -> web.Response:
        self.asked.append("metadata")
        return web.json_response(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize?theme=kreis",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "token_endpoint_auth_methods_supported": list(self.methods),
            }
            | self.moved
        )

    async def _keys(self, _: web.Request) -> web.Response:
        self.asked.append("keys")
        return web.json_response(KeySet([self.key, *self.old]).as_dict(private=False))

    async def _token(self, request: web.Request) -> web.Response:
        fields = {name: str(value) for name, value in (await request.post()).items()}
        if not (self.knows_faden and self._is_client(request, fields)):
            return web.json_response({"error": "invalid_client"}, status=401)
        asked = self.codes.pop(fields.get("code", ""), None)
        if asked is None or not _fits(asked, fields):
            return web.json_response({"error": "invalid_grant"}, status=400)
        token = self._signed(asked["nonce"])
        return web.json_response({"access_token": "a", "id_token": token})

    def _is_client(self, request: web.Request, fields: dict[str, str]) -> bool:
        if "client_secret_basic" not in self.methods:
            return (fields["client_id"], fields["client_secret"]) == (CLIENT, SECRET)
        scheme, _, said = request.headers["Authorization"].partition(" ")
        return scheme == "Basic" and b64decode(said) == b"faden:%C3%BCber%20geheim"

    def _signed(self, nonce: str) -> str:
        now = int(self.clock().timestamp())
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": self.subject,
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "email": self.mail,
            "email_verified": self.is_verified,
        }
        self.bend(claims)
        if self.sign is not None:
            return self.sign(self, claims)
        algorithm = "ES256" if isinstance(self.key, ECKey) else "RS256"
        return jwt.encode({"alg": algorithm, "kid": self.key.kid}, claims, self.key)


def _fits(asked: dict[str, str], fields: dict[str, str]) -> bool:
    """Whether the code is redeemed by whoever asked for it (RFC 7636, section 4.6)."""
    digest = sha256(fields.get("code_verifier", "").encode()).digest()
    challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
    same_place = asked["redirect_uri"] == fields.get("redirect_uri")
    return same_place and asked["code_challenge"] == challenge


def _key(name: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": name, "use": "sig"})


@asynccontextmanager
async def housing(clock: Clock) -> AsyncIterator[House]:
    """Serve a house on loopback."""
    house = House(clock)
    server = TestServer(house.application())
    await server.start_server()
    house.issuer = str(server.make_url("/")).rstrip("/")
    try:
        yield house
    finally:
        await server.close()
