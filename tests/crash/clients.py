"""Clients: many at once that say something, and remember what was acknowledged."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Sequence
from itertools import count
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

MANY: Final = 16  # clients at once
PATIENCE: Final = 30  # seconds
SAID: Final = 204  # what a page of ours is answered


class Clients:
    """Threads that say "Info: Meldung n." over HTTP until they are told to stop.

    A message that was not acknowledged is said again under its number if that is
    even, as a browser does; else nobody asks for it any more.
    """

    def __init__(self, port: int, sessions: Sequence[str]) -> None:
        """Say it in ``sessions``, by their tokens."""
        self.acknowledged: set[int] = set()
        self.given_up: set[int] = set()
        self._port = port
        self._sessions = sessions
        self._numbers = count(1)
        self._unanswered = 0
        self._news = threading.Condition()
        self._up = threading.Event()
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(n,), daemon=True)
            for n in range(MANY)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def unanswered(self) -> int:
        """How many wait for an answer just now."""
        with self._news:
            return self._unanswered

    def go_on(self) -> None:
        """Say that somebody answers again."""
        self._up.set()

    def pause(self) -> None:
        """Say that nobody will answer for a while."""
        self._up.clear()

    def wait(self, acknowledged: int, unanswered: int = 0) -> bool:
        """Wait for so many more acknowledged, and then so many unanswered at once."""
        with self._news:
            wanted = len(self.acknowledged) + acknowledged
            return self._news.wait_for(
                lambda: len(self.acknowledged) >= wanted, PATIENCE
            ) and self._news.wait_for(lambda: self._unanswered >= unanswered, PATIENCE)

    def end(self) -> None:
        """Let all of them finish what they began."""
        self._stop.set()
        self._up.set()
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive()

    def _run(self, n: int) -> None:
        token = self._sessions[n % len(self._sessions)]
        while not self._stop.is_set():
            self._up.wait(1)
            self._say(next(self._numbers), token)

    def _say(self, number: int, token: str) -> None:
        while not self._is_acknowledged(number, token):
            if number % 2 or self._stop.is_set():
                with self._news:
                    self.given_up.add(number)
                return
            self._up.wait(1)
        with self._news:
            self.acknowledged.add(number)
            self._news.notify_all()

    def _is_acknowledged(self, number: int, token: str) -> bool:
        with self._news:
            self._unanswered += 1
            self._news.notify_all()
        try:
            return _posted(self._port, number, token) == SAID
        except (OSError, http.client.HTTPException):
            return False
        finally:
            with self._news:
                self._unanswered -= 1


def ref(number: int) -> str:
    """Return the number of the form in which message ``number`` is said."""
    return str(UUID(int=number))


def text(number: int) -> str:
    """Return what is said."""
    return f"Meldung {number}."


def numbers(texts: Sequence[str]) -> list[int]:
    """Return which messages ``texts`` are."""
    return [int(said.removeprefix("Meldung ").rstrip(".")) for said in texts]


def _posted(port: int, number: int, token: str) -> int:
    host = f"127.0.0.1:{port}"
    connection = http.client.HTTPConnection(host, timeout=PATIENCE)
    body = urlencode({"ref": ref(number), "text": f"Info: {text(number)}"})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"faden={token}",
        "Origin": f"http://{host}",
        "Faden-Fragment": "1",
    }
    try:
        connection.request("POST", "/say", body, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()
