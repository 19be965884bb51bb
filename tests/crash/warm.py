"""Warm: what every child would load at its first message, loaded once for all."""

from __future__ import annotations

import babel.dates  # noqa: F401  (what a message needs)

import adapters.journal.postgres  # noqa: F401
from adapters.holiday import holidays_of
from bots.locale import LANGUAGES, catalogue

for _language in LANGUAGES:
    catalogue(_language)
holidays_of("DE-HE", 2026)
