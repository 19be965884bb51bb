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

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from tests.slack.faults import LATE, Fault, Faults
from tests.slack.judge import Kind
from tests.slack.methods import METHODS, unknown
from tests.slack.workspace import Data, RefusedError, Workspace

_SLOW: Final = 0.05  # seconds that a slow answer takes
_PATIENCE: Final = 30.0  # seconds; longer than any client waits
_PARSED: Final = ("blocks", "view", "metadata", "attachments")
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
        self._server = _Server(self)
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


class _Server(ThreadingHTTPServer):
    """Listens for one simulator."""

    daemon_threads = True

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    """Reads one request, and lets the simulator answer it."""

    protocol_version = "HTTP/1.1"

    server: _Server

    def do_POST(self) -> None:
        """Answer one call, or do not."""
        simulator = self.server.simulator
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        args = _args(self.headers.get("Content-Type") or "", body)
        args = dict(parse_qsl(parts.query)) | args
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        token = token or str(args.pop("token", ""))
        method = parts.path.lstrip("/").removeprefix("api/")
        fault, wait, answer = simulator.call(method, token, args)
        if fault in {Fault.SILENT, Fault.LATE}:
            simulator.closing.wait(simulator.patience)
        if fault in {Fault.SILENT, Fault.LATE, Fault.LOST, Fault.BROKEN}:
            self.close_connection = True
            return
        if fault is Fault.SLOW:
            simulator.closing.wait(_SLOW)
        self._answer(fault, wait, answer)

    do_GET = do_POST  # noqa: N815  (the library's name)

    def _answer(self, fault: Fault, wait: int, answer: Data) -> None:
        status = {Fault.ERROR: 503, Fault.ERROR_AFTER: 500, Fault.LIMITED: 429}
        code = status.get(fault, 200)
        if code == 429:
            answer = {"ok": False, "error": "ratelimited"}
        body = json.dumps(answer).encode() if code in {200, 429} else b"upstream error"
        self.send_response_only(code)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if code == 429:
            self.send_header("Retry-After", str(wait))
        self.end_headers()
        self.wfile.write(body)


def _args(kind: str, body: str) -> Data:
    if kind.startswith("application/json"):
        data: Any = json.loads(body or "{}")
        return dict(data)
    args: Data = dict(parse_qsl(body, keep_blank_values=True))
    for key in _PARSED:
        if isinstance(args.get(key), str):
            args[key] = json.loads(args[key])
    return args


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
