"""Server: the port of the stand-in, where calls come in and answers may fail."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from typing import Any, Final, Protocol
from urllib.parse import parse_qsl, urlsplit

from tests.slack.faults import Fault
from tests.slack.records import Data

_SLOW: Final = 0.05  # seconds that a slow answer takes
_PARSED: Final = ("blocks", "view", "metadata", "attachments")


class Answering(Protocol):
    """Whoever knows what to answer; ``patience`` is for what is not answered."""

    patience: float
    closing: Event

    def call(self, method: str, token: str, args: Data) -> tuple[Fault, int, Data]:
        """Return fault, Retry-After and answer of a call."""
        ...


class Server(ThreadingHTTPServer):
    """Listens for one simulator."""

    daemon_threads = True

    def __init__(self, simulator: Answering) -> None:
        self.simulator = simulator
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    """Reads one request, and lets the simulator answer it."""

    protocol_version = "HTTP/1.1"

    server: Server

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
