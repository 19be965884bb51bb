"""Ids: which fields of events hold ids, and whose (*Kennungen*)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from bots.speech import Speech

IDS: Final[Mapping[str, Callable[[Speech, str], str]]] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "org",
                "asker",
                "holder",
                "to",
                "by",
                "lead",
                "members",
                "attended",
                "audience",
                "over",
                "orgs",
                "released",
            ),
            Speech.org,
        ),
        **dict.fromkeys(("forum", "forums", "into", "successor"), Speech.forum),
        "person": Speech.person,
    }
)
