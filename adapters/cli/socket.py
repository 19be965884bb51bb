"""Socket: calls of the command line, answered by the process that serves (*Leitung*).

::

    faden say … --POST /call {"arguments", "language", "cwd"}--> serving process
                <------------- {"code", "out", "err"} ----------

The socket lies in the data folder and belongs to its owner (0600). A path too
long for a socket is replaced by one under the folder for temporary files.
"""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

import hashlib
import http.client
import json
import os
import socket
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from adapters.cli.call import Call
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble

NAME: Final = "faden.sock"
_LONGEST: Final = 100  # bytes of a socket's path; Linux takes 107, others 103
_PATIENCE: Final = 600.0  # seconds; a rebuild of a large region takes minutes


def place(folder: Path) -> Path:
    """Return where the socket of a data folder lies."""
    usual = folder.resolve() / NAME
    if len(os.fsencode(usual)) <= _LONGEST:
        return usual
    short = hashlib.sha256(os.fsencode(usual)).hexdigest()[:16]
    return Path(tempfile.gettempdir(), f"faden-{os.getuid()}", f"{short}.sock")


def ready(path: Path) -> None:
    """Make the folder of a socket if it is the short one, and clear the place.

    Raises:
        OSError: somebody else owns the folder.
    """
    if path.name != NAME:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        found = path.parent.lstat()
        if found.st_uid != os.getuid() or not stat.S_ISDIR(found.st_mode):
            raise PermissionError(1, "not ours", str(path.parent))
    path.unlink(missing_ok=True)  # the lock is ours: whoever left it is gone


class _Connection(http.client.HTTPConnection):
    """HTTP through a socket in the file system."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=_PATIENCE)
        self._path = path

    def connect(self) -> None:
        """Connect to the process that serves."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self._path))


def answers(folder: Path) -> bool:
    """Return whether somebody serves ``folder`` right now."""
    connection = _Connection(place(folder))
    try:
        connection.connect()
    except OSError:
        return False
    finally:
        connection.close()
    return True


def forward(folder: Path, call: Call, arguments: Sequence[str] | None = None) -> int:
    """Let the process that serves ``folder`` run the command; return its exit code.

    Raises:
        Trouble: it does not answer.
    """
    body = json.dumps(
        {
            "arguments": list(call.arguments if arguments is None else arguments),
            "language": call.language,
            "cwd": str(call.cwd),
        }
    )
    path = place(folder)
    connection = _Connection(path)
    try:
        if path.stat().st_uid != os.getuid():
            raise _silent(folder)
        connection.request(
            "POST", "/call", body.encode(), {"Content-Type": "application/json"}
        )
        answer = json.loads(connection.getresponse().read())
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _silent(folder) from error
    finally:
        connection.close()
    call.err.write(answer["err"])
    call.out.write(answer["out"])
    call.out.flush()
    return int(answer["code"])


def _silent(folder: Path) -> Trouble:
    return Trouble(
        N_(
            "{folder} is open in another process that does not answer. Please wait a "
            "moment, or end that process and try again."
        ),
        folder=folder,
    )
