"""A served folder: the page is up, and the command line goes through its socket."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from adapters.cli.socket import place
from adapters.main import Faden
from tests.adapters.cli.terminal import Terminal

_ROOT: Final = Path(__file__).parents[3]


def _start(folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "adapters.cli", "serve", "--data", str(folder), *words],
        cwd=_ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def served(terminal: Terminal) -> Iterator[tuple[Terminal, str, int]]:
    """A folder with two town halls, its address, and who serves it."""
    terminal.clock.set(datetime.now(UTC))
    terminal.must("init", "--region", "R", "--coordinator", "Frau Kern")
    process = _start(terminal.folder, "--port", "0")
    assert process.stdout is not None
    ready = process.stdout.readline()
    address = next(word for word in ready.split() if word.startswith("http://"))
    yield terminal, address, process.pid
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (0, ""), err


def test_an_empty_folder_is_founded_in_the_browser(tmp_path: Path) -> None:
    process = _start(tmp_path / "new", "--port", "0")
    assert process.stdout is not None
    assert "is ready" in process.stdout.readline()
    link = process.stdout.readline().split()[-1]
    place = re.fullmatch(r"http://(127\.0\.0\.1:\d+)(/gruenden/[\w-]{43})", link)
    assert place
    with closing(http.client.HTTPConnection(place[1], timeout=10)) as page:
        page.request("GET", place[2])
        assert page.getresponse().status == 200
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)


def test_commands_go_through_the_socket(served: tuple[Terminal, str, int]) -> None:
    terminal, address, _ = served
    assert "is a member" in terminal.must("join", "Eschwege", "--basis", "x")
    assert "Eschwge" in terminal.refused("join", "Eschwge", "--basis", "x")
    assert terminal.must("link", "Kern").startswith(f"{address}/enter/")
    assert terminal.must("say", "--as", "Kern", "Hilfe").strip()
    assert terminal.must("say", "--as", "Kern", stdin="Hilfe\nHilfe\n").strip()


def test_the_page_answers_and_the_socket_is_the_owners(
    served: tuple[Terminal, str, int],
) -> None:
    terminal, address, _ = served
    page = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
    page.request("GET", "/")
    assert page.getresponse().status < 500
    page.close()
    assert place(terminal.folder).stat().st_mode & 0o777 == 0o600


def test_a_folder_is_served_once(served: tuple[Terminal, str, int]) -> None:
    terminal, address, _ = served
    for port in "0", address.rpartition(":")[2]:
        second = _start(terminal.folder, "--port", port)
        out, err = second.communicate(timeout=30)
        assert (second.returncode, out) == (1, "")
        assert f"Faden is running already: {address}. Please open" in err


def test_a_folder_in_use_by_a_command_is_not_served(founded: Terminal) -> None:
    with closing(Faden.open(founded.folder, clock=founded.clock)):
        process = _start(founded.folder, "--port", "0")
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (1, "")
    assert "is in use by another command" in err


def test_a_port_in_use_is_named(terminal: Terminal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = _start(
            terminal.folder, "--demo", "--port", str(taken.getsockname()[1])
        )
        _, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "is in use by another program" in err
    assert not terminal.folder.exists()


def test_the_demo_stays_on_this_machine(terminal: Terminal) -> None:
    told = terminal.refused("serve", "--demo", "--host", "0.0.0.0")  # noqa: S104
    assert "on this machine only" in told


def test_a_long_path_gets_a_short_socket(tmp_path: Path) -> None:
    assert place(tmp_path).name == "faden.sock"
    long = place(tmp_path / ("x" * 120))
    assert len(str(long)) < 100
