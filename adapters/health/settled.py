"""Settled: whether what the environment says can be used (*Einstellungen*)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from adapters import entry_settings, settings
from adapters.health.findings import Finding, Sign, found
from adapters.settings import KNOWN, MissingSettingError, SettingsError

_PREFIX: Final = "FADEN_"
_READ: Final[tuple[Callable[[Mapping[str, str]], Any], ...]] = (
    settings.server,
    settings.port,
    settings.url,
    settings.behind_proxy,
    settings.backup_days,
    settings.metrics_token,
    settings.slack,
    entry_settings.mail,
    entry_settings.oidc,
)


def of_environment(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is misspelt, and what has a value that nobody can use."""
    ours = sorted(name for name in environment if name.startswith(_PREFIX))
    wrong = [found(Sign.VARIABLE_UNKNOWN, name=n) for n in ours if n not in KNOWN]
    for read in _READ:
        try:
            read(environment)
        except MissingSettingError as error:
            wrong.append(found(Sign.VARIABLE_MISSING, name=error.name))
        except SettingsError as error:
            wrong.append(found(Sign.VARIABLE_UNUSABLE, name=error.name))
    yield from wrong
    if not wrong:
        yield found(Sign.SETTINGS_WELL, count=len(ours))
        secure = settings.url(environment).startswith("https:")
        if secure and not settings.behind_proxy(environment):
            yield found(Sign.PROXY_UNSAID)
