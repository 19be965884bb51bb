"""Door: by which ways people may come in here (*Eingang*)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from aiohttp import web

from adapters.oidc.provider import Provider


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Ways that are set up; a link from the command line always works."""

    mail: bool = False
    slack: bool = False
    provider: Provider | None = None

    @property
    def sends(self) -> bool:
        """Whether links can be asked for."""
        return self.mail or self.slack

    @property
    def knows_mail(self) -> bool:
        """Whether people are known by their mail addresses."""
        return self.mail or self.provider is not None


NARROW: Final = Door()
DOOR: Final = web.AppKey("door", Door)
