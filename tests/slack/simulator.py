"""Simulator: Slack on loopback, with its memory, its moods and its judge.

::

    call --token, fault--> method on the workspace --> answer
                           every message and view is judged on the way

``Simulator.api`` is the base address of the Web API (``FADEN_SLACK_API``). What
happens is in ``workspace``, what goes wrong in ``faults``, what was asked in
``calls``. Leaving ``simulating`` fails a test in which something was not in order,
even if the program has swallowed that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tests.slack.faults import LATE, Fault, Faults
from tests.slack.judge import Kind
from tests.slack.methods import METHODS, unknown
from tests.slack.records import Data, RefusedError
from tests.slack.server import Server
from tests.slack.workspace import Workspace

_PATIENCE: Final = 30.0  # seconds; longer than any client waits
_OPEN: Final = {"api.test"}  # needs no token


@dataclass(frozen=True)
class Call:
    """One call of the Web API."""

    method: str
    args: Data
    at: datetime
    fault: Fault


class Simulator:
    """A running stand-in for Slack."""

    def __init__(
        self, clock: Callable[[], datetime], patience: float = _PATIENCE
    ) -> None:
        """Listen on a free port; what is not answered is cut after ``patience``."""
        self.patience = patience
        self.workspace = Workspace(clock)
        self.faults = Faults()
        self.calls: list[Call] = []
        self._late: list[tuple[int, Callable[[], object]]] = []
        self._lock = threading.Condition()
        self.closing = threading.Event()
        self._server = Server(self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="slack"
        )
        self._thread.start()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def api(self) -> str:
        """The base address of the Web API."""
        return f"{self.address}/api/"

    def asked(self, method: str) -> list[Data]:
        """Return the arguments of all calls of ``method``."""
        return [call.args for call in self.calls if call.method == method]

    def wait(self, done: Callable[[], bool], patience: float = 20.0) -> bool:
        """Wait until calls have made it so; whether they have."""
        with self._lock:
            return self._lock.wait_for(done, patience)

    def close(self) -> None:
        """Stop listening and cut whatever still waits."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def call(self, method: str, token: str, args: Data) -> tuple[Fault, int, Data]:
        """Do what a call asks for; return its fault, Retry-After and the answer."""
        with self._lock:
            now = self.workspace.clock()
            fault, wait = self.faults.of(method, now)
            self.calls.append(Call(method, args, now, fault))
            waiting = [(left - 1, do) for left, do in self._late]
            self._late = [(left, do) for left, do in waiting if left]
            answer = self._done(method, token, args, fault)
            for left, do in waiting:
                if not left:
                    do()
            self._lock.notify_all()
            return fault, wait, answer

    def _done(self, method: str, token: str, args: Data, fault: Fault) -> Data:
        def do() -> Data:
            return self._do(method, token, args)

        if fault is Fault.LATE:
            self._late.append((LATE, do))
        if fault is Fault.FATAL:
            return {"ok": False, "error": "internal_error"}
        if fault in {Fault.NONE, Fault.SLOW, Fault.LOST, Fault.ERROR_AFTER}:
            return do()
        return {}

    def _do(self, method: str, token: str, args: Data) -> Data:
        try:
            if method.startswith("respond/"):
                return self._respond(method.partition("/")[2], args)
            if method not in _OPEN:
                self._known(token)
            found = METHODS.get(method, unknown)
            return {"ok": True} | found(self.workspace, args)
        except RefusedError as refused:
            return {"ok": False, "error": refused.code}

    def _known(self, token: str) -> None:
        if not token:
            raise RefusedError("not_authed")
        if token != self.workspace.token:
            raise RefusedError("invalid_auth")
        if self.workspace.revoked:
            raise RefusedError("token_revoked")

    def _respond(self, name: str, args: Data) -> Data:
        slack = self.workspace
        response = slack.responses.get(name)
        if response is None or not response.left or slack.clock() > response.until:
            raise RefusedError("expired_url")
        response.left -= 1
        slack.judge(Kind.MESSAGE, args)
        if args.get("response_type") == "in_channel":
            said = {key: args[key] for key in ("text", "blocks") if key in args}
            slack.add(slack.rooms[response.room], {"user": slack.bot} | said)
        else:
            whisper = {"user": response.user, "channel": response.room}
            slack.whispers.append(args | whisper)
        return {"ok": True}


@contextmanager
def simulating(
    clock: Callable[[], datetime], patience: float = _PATIENCE
) -> Iterator[Simulator]:
    """Run a stand-in; at the end, say what it would not have taken.

    Raises:
        AssertionError: something was sent that Slack would refuse.
    """
    simulator = Simulator(clock, patience)
    try:
        yield simulator
    finally:
        simulator.close()
    refused = simulator.workspace.complaints
    assert not refused, refused
