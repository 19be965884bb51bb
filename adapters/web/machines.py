"""Machines: what other software may do here, and we with it (*andere Programme*)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from adapters.api.limits import Rate
from adapters.hooks.reach import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Machines:
    """Terms for whoever is no browser.

    ``rate`` is how often one may ask. ``reach`` says which may be called: public
    hosts, unless a test has its own. ``metrics_token`` is asked of whoever wants the
    figures.
    """

    rate: Rate = Rate()  # noqa: RUF009  (frozen)
    reach: Reach = Reach()  # noqa: RUF009  (frozen)
    metrics_token: str = field(default="", repr=False)


USUAL: Final = Machines()
