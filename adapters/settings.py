"""Settings: what the environment says, and nothing it misspells (*Einstellungen*).

``FADEN_DATA``, ``FADEN_DATABASE``, ``FADEN_REGION``, ``FADEN_HOST``,
``FADEN_PORT``, ``FADEN_BEHIND_PROXY``, ``FADEN_URL``, ``FADEN_LOG_KEY``,
``FADEN_BACKUP_DAYS``, ``FADEN_METRICS_TOKEN``; for Slack ``FADEN_SLACK_BOT_TOKEN``
and ``FADEN_SLACK_SIGNING_SECRET`` together, and ``FADEN_SLACK_API``; for signing in
those of ``entry_settings``. An option on the
command line goes first. A variable that begins like these and is none of them is an
error, because a misspelt one would otherwise do nothing, silently.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

_PREFIX: Final = "FADEN_"
_SLACK: Final = ("FADEN_SLACK_BOT_TOKEN", "FADEN_SLACK_SIGNING_SECRET")
_SLACK_API: Final = "FADEN_SLACK_API"
_ENTRY: Final = (  # read in ``entry_settings``
    *(f"FADEN_MAIL_{name}" for name in ("FROM", "PASSWORD", "SERVER", "USER")),
    *(f"FADEN_OIDC_CLIENT_{name}" for name in ("ID", "SECRET")),
    *(f"FADEN_OIDC_{name}" for name in ("ISSUER", "NAME")),
)
KNOWN: Final = frozenset(
    {
        "FADEN_BACKUP_DAYS",
        "FADEN_BEHIND_PROXY",
        "FADEN_DATA",
        "FADEN_DATABASE",
        "FADEN_HOST",
        "FADEN_LOG_KEY",
        "FADEN_METRICS_TOKEN",
        "FADEN_PORT",
        "FADEN_REGION",
        "FADEN_URL",
        *_SLACK,
        _SLACK_API,
        *_ENTRY,
    }
)
_WEB: Final = ("https://", "http://")
_SQLITE: Final = "sqlite:///"
_POSTGRES: Final = ("postgresql://", "postgres://")
_SECRET: Final = 16  # characters at least
_ROOT: Final = Path(__file__).parent.parent

_REGION: Final = re.compile("[a-z][a-z0-9_]{0,40}")

REGION: Final = "faden"
HOST: Final = "127.0.0.1"
PORT: Final = 8765
LOG_KEY: Final = "log.key"
BACKUP_DAYS: Final = 90  # how long backups are usually kept; rather too long than short
_LONGEST: Final = 36_500  # days
SLACK_API: Final = "https://slack.com/api/"


class Server(NamedTuple):
    """Where a region lies on a PostgreSQL; several may lie in one database.

    ``url`` is ``postgresql://…``; the names of the schemas begin with ``region``.
    """

    url: str
    region: str = REGION


class SettingsError(Exception):
    """A variable of the environment cannot be used; ``name`` says which."""

    def __init__(self, name: str) -> None:
        """Keep its name."""
        super().__init__(name)
        self.name = name


class UnknownSettingError(SettingsError):
    """Nobody reads ``name``; it may be misspelt."""


class MissingSettingError(SettingsError):
    """``name`` is not set, without which what is set has no effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackAccess:
    """What it takes to talk with one Slack workspace; both secrets stay unprinted."""

    token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    api: str = SLACK_API  # base address of the Web API, with the slash at its end


def check(environment: Mapping[str, str]) -> None:
    """Refuse what nobody reads.

    Raises:
        UnknownSettingError: there is such a variable.
    """
    for name in sorted(environment):
        if name.startswith(_PREFIX) and name not in KNOWN:
            raise UnknownSettingError(name)


def data_folder(environment: Mapping[str, str]) -> Path:
    """Return the usual data folder.

    In a checkout it is ``data`` beside the code, so that two checkouts keep apart;
    where the program is installed it lies where users' data lie. A server leaves
    only its socket there.
    """
    said = environment.get("FADEN_DATABASE", "")
    if said.startswith(_SQLITE):
        return Path(said.removeprefix(_SQLITE)).expanduser()
    if named := environment.get("FADEN_DATA"):
        return Path(named).expanduser()
    if (_ROOT / "pyproject.toml").exists():
        return _ROOT / "data"
    home = environment.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "faden"


def server(environment: Mapping[str, str]) -> Server | None:
    """Return where on a PostgreSQL the region lies, if it does.

    Raises:
        SettingsError: it is the address of something else, or no name for a region:
            small letters, digits and underscores.
    """
    said = environment.get("FADEN_DATABASE") or _SQLITE
    region = environment.get("FADEN_REGION") or REGION
    if not _REGION.fullmatch(region):
        raise SettingsError("FADEN_REGION")
    if said.startswith(_SQLITE):
        return None
    if said.startswith(_POSTGRES):
        return Server(said, region)
    raise SettingsError("FADEN_DATABASE")


def host(environment: Mapping[str, str]) -> str:
    """Return the address to listen on."""
    return environment.get("FADEN_HOST") or HOST


def port(environment: Mapping[str, str]) -> int:
    """Return the port to listen on.

    Raises:
        SettingsError: it is no port.
    """
    said = environment.get("FADEN_PORT") or str(PORT)
    if not (said.isascii() and said.isdigit() and int(said) <= 65_535):  # noqa: PLR2004
        raise SettingsError("FADEN_PORT")
    return int(said)


def url(environment: Mapping[str, str]) -> str:
    """Return under which address people open our pages, without a slash at its end.

    Raises:
        SettingsError: it is no address.
    """
    said = environment.get("FADEN_URL", "").strip().rstrip("/")
    if said and not said.startswith(_WEB):
        raise SettingsError("FADEN_URL")
    return said or f"http://{host(environment)}:{port(environment)}"


def behind_proxy(environment: Mapping[str, str]) -> bool:
    """Return whether a proxy before the page says by what protocol it is asked.

    Raises:
        SettingsError: neither 1 nor 0.
    """
    said = environment.get("FADEN_BEHIND_PROXY") or "0"
    if said not in {"0", "1"}:
        raise SettingsError("FADEN_BEHIND_PROXY")
    return said == "1"


def metrics_token(environment: Mapping[str, str]) -> str:
    """Return what whoever asks for figures must show; without it, this machine may.

    Raises:
        SettingsError: it is too short to be a secret.
    """
    said = environment.get("FADEN_METRICS_TOKEN", "").strip()
    if said and len(said) < _SECRET:
        raise SettingsError("FADEN_METRICS_TOKEN")
    return said


def log_key(environment: Mapping[str, str], folder: Path) -> Path:
    """Return the file that holds the key of the log: beside the data, unless named."""
    named = environment.get("FADEN_LOG_KEY")
    return Path(named).expanduser() if named else folder / LOG_KEY


def backup_days(environment: Mapping[str, str]) -> int:
    """Return how many days backups, replicas and copies of logs are kept.

    So long an erased text may still be in one of them.

    Raises:
        SettingsError: it is no number of days.
    """
    said = environment.get("FADEN_BACKUP_DAYS") or str(BACKUP_DAYS)
    if not (said.isascii() and said.isdigit() and int(said) <= _LONGEST):
        raise SettingsError("FADEN_BACKUP_DAYS")
    return int(said)


def origin(environment: Mapping[str, str]) -> str:
    """Return what a log is called when its key is made; it keeps that name.

    Raises:
        SettingsError: the address of our pages is none.
    """
    region = environment.get("FADEN_REGION") or REGION
    named = environment.get("FADEN_URL") and urlsplit(url(environment)).hostname
    here = named or HOST
    return f"{here}/log" if region == REGION else f"{here}/{region}/log"


def slack(environment: Mapping[str, str]) -> SlackAccess | None:
    """Return the access to the Slack workspace, ``None`` if there is to be none.

    Raises:
        MissingSettingError: only a part of it is set.
        SettingsError: the Web API is no address.
    """
    token, secret = (environment.get(name, "").strip() for name in _SLACK)
    api = environment.get(_SLACK_API, "").strip()
    if not (token or secret or api):
        return None
    for name, said in zip(_SLACK, (token, secret), strict=True):
        if not said:
            raise MissingSettingError(name)
    api = api or SLACK_API
    if not api.startswith(_WEB):
        raise SettingsError(_SLACK_API)
    return SlackAccess(token=token, signing_secret=secret, api=f"{api.rstrip('/')}/")
