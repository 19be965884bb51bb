"""Around: the machine and the platforms on which a region depends (*Umgebung*)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from adapters.health.findings import Finding, Sign, found
from adapters.settings import SlackAccess
from adapters.slack import api

_LOW: Final = 1_000_000_000  # bytes
_FULL: Final = 100_000_000  # bytes
_OTHERS: Final = 0o077
_MEGA: Final = 1_000_000


def of_folder(folder: Path) -> Iterator[Finding]:
    """Yield whether others may read what lies there, and how much room is left."""
    shown = str(folder)
    files = [folder, *folder.glob("*.db")]
    if any(file.stat().st_uid != os.getuid() for file in files):
        yield found(Sign.FOLDER_FOREIGN, folder=shown)
    elif folder.stat().st_mode & _OTHERS:
        yield found(Sign.FOLDER_OPEN, folder=shown)
    else:
        yield found(Sign.FOLDER_WELL, folder=shown)
    free = shutil.disk_usage(folder).free
    sign = Sign.DISK_WELL if free >= _LOW else Sign.DISK_LOW
    yield found(
        Sign.DISK_FULL if free < _FULL else sign, folder=shown, free=free // _MEGA
    )


def of_slack(access: SlackAccess) -> Iterator[Finding]:
    """Yield whether Slack knows us."""
    client = api.thread_client(access)
    try:
        said = api.call(client, "auth.test")
    except api.RefusedError as error:
        yield found(Sign.SLACK_REFUSES, code=error.code)
    except (api.LimitedError, api.UnansweredError):
        yield found(Sign.SLACK_AWAY, api=access.api)
    else:
        yield found(Sign.SLACK_WELL, team=str(said.get("team", "")))
