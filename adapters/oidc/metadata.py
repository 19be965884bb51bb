"""Metadata: what a provider says of itself (*Angaben des Anmeldedienstes*)."""

from __future__ import annotations

from pydantic import BaseModel

from adapters.entry_settings import is_safe


class Metadata(BaseModel):
    """Where the provider does what (Discovery, section 3)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)

    def in_the_clear(self) -> str | None:
        """Return the name of an address that would be asked without https, if any."""
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            if not is_safe(getattr(self, name)):
                return name
        return None
