"""Witnessing: a witness with nothing but a folder (*Zeugin, Zeuge*).

In the folder lie its key, and for each log the key of that log and the largest
checkpoint that was signed of it. That is written down before anything is answered, so
that a witness who was interrupted never signs two logs that contradict each other.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from adapters.audit.signing import Place, made, verify
from core.bundle.canonical import unhex
from core.merkle import EMPTY
from core.note import COSIGNATURE, ED25519, Key, MalformedError, Note, parse_key
from core.witness import Request, Seen, in_letter, weigh

KEY: Final = "zeuge.key"
MEMORY: Final = "zeuge.json"


class UnknownLogError(Exception):
    """Nobody said yet with which key this log is signed."""


class ForgottenError(Exception):
    """What was signed cannot be read any more; to begin anew could sign a fork."""


class _Log(msgspec.Struct):
    key: str
    size: int = 0
    root: str = ""


_MEMORY: Final = msgspec.json.Decoder(dict[str, _Log])


class Witness:
    """A witness; the key is made when it is needed first."""

    def __init__(self, folder: Path, name: str) -> None:
        """Keep everything in ``folder``; ``name`` is that of a new key.

        Raises:
            OSError: the folder cannot be used.
            MalformedError: there is no key in the file, or none can have this name.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._signer = made(Place(folder / KEY, name), COSIGNATURE)
        self._memory = folder / MEMORY

    @property
    def key(self) -> Key:
        """The public half of its key."""
        return self._signer.key

    def trust(self, log: Key) -> None:
        """Note with which key a log is signed; what was seen of it stays.

        Raises:
            MalformedError: it is the key of a witness.
            ForgottenError, OSError: see ``answer``.
        """
        if log.kind != ED25519:
            raise MalformedError(log.name)
        with self._locked():
            logs = self._logs()
            known = logs.get(log.name, _Log(""))
            logs[log.name] = _Log(log.written(), known.size, known.root)
            self._keep(logs)

    def answer(self, said: bytes, moment: int) -> tuple[Note, int]:
        """Return the note in a letter with the cosignature under it, and its size.

        ``moment`` in seconds since 1970.

        Raises:
            RefusedError: that is not to be signed.
            UnknownLogError: the key of the log was never named.
            MalformedError: it is no signed checkpoint.
            ForgottenError: what was seen cannot be read any more.
            OSError: what was seen cannot be written down.
        """
        request = in_letter(said)
        name = request.note.text.partition("\n")[0]
        with self._locked():
            logs = self._logs()
            if name not in logs:
                raise UnknownLogError(name)
            return self._signed(request, logs, name, moment)

    def _signed(
        self, request: Request, logs: dict[str, _Log], name: str, moment: int
    ) -> tuple[Note, int]:
        log = logs[name]
        seen = Seen(log.size, unhex(log.root)) if log.root else None
        found = weigh(request, parse_key(log.key), seen, verify)
        logs[name] = _Log(log.key, found.size, found.root.hex())
        self._keep(logs)
        line = self._signer.sign(request.note.text, moment)
        return Note(request.note.text, (*request.note.signatures, line)), found.size

    def _logs(self) -> dict[str, _Log]:
        try:
            logs = _MEMORY.decode(self._memory.read_bytes())
            for log in logs.values():
                parse_key(log.key)
                unhex(log.root or EMPTY.hex())
        except FileNotFoundError:
            return {}
        except (msgspec.DecodeError, MalformedError) as error:
            raise ForgottenError(str(self._memory)) from error
        return logs

    def _keep(self, logs: dict[str, _Log]) -> None:
        """Write, and come back when it lies on the disk."""
        beside = self._memory.with_suffix(".new")
        said = json.dumps(msgspec.to_builtins(logs), indent=1, sort_keys=True)
        with beside.open("w", encoding="utf-8") as out:
            out.write(f"{said}\n")
            out.flush()
            os.fsync(out.fileno())
        beside.replace(self._memory)
        folder = os.open(self._memory.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Let one process at a time look and write."""
        with self._memory.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
