"""Law: what binds, and what does not, as data (German: *Rechtsprofil*).

Never hard-coded: each Land has a profile, each line a source. Where the law binds
nobody, what is recorded is a political self-commitment (*politische
Selbstverpflichtung*), and whoever shows it says so.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from core.effect import EffectKind, Rule
from core.law.de_he import DE_HE
from core.law.terms import Duties, Force, Profile, Provision, Supervision

PROFILES: Final = MappingProxyType({profile.name: profile for profile in (DE_HE,)})
"""All profiles by name; a region names the one that holds in it."""


def only_political(rule: Rule, profile: Profile) -> bool:
    """Whether what is decided by ``rule`` is worth no more than the members' word."""
    force = profile.forms[rule.form].force
    if force is Force.IF_ALL:
        return rule.kind is not EffectKind.ALL_OR_NOTHING
    return force is Force.POLITICAL


__all__ = [
    "DE_HE",
    "PROFILES",
    "Duties",
    "Force",
    "Profile",
    "Provision",
    "Supervision",
    "only_political",
]
