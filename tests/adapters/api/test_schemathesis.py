"""Schemathesis: somebody else's judge asks everything, by our own description.

All its checks; some cases of each operation by a fixed seed. A long run is made by
hand: ``python -m tests.adapters.api.test_schemathesis``.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from aiohttp import web

from adapters.api.limits import Rate
from adapters.api.operation import PREFIX
from adapters.office.api_tokens import Scope
from adapters.web.app import build
from adapters.web.machines import Machines
from tests.auenland import Auenland, found

HERE: Final = Path(__file__).parent
UNLIMITED: Final = Rate(burst=10**9, per_second=10**9)
LINE: Final = "Bitte an Birkfeld: Klärschlammmengen 2024–2026 liefern bis 30.4."
READING: Final = ("--phases", "coverage", "--include-method", "GET")
WRITING: Final = ("--phases", "coverage", "--include-path-regex", "/commitments/o.*")
EVERYTHING: Final = ("--phases", "fuzzing", "--max-examples", "1")
LONG: Final = ("--max-examples", "8")


@contextmanager
def served(here: Auenland) -> Iterator[str]:
    """Serve ``here`` on a loopback port, in a thread of its own."""
    loop = asyncio.new_event_loop()
    runner = web.AppRunner(build(here.faden, machines=Machines(rate=UNLIMITED)))

    async def start() -> int:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        return int(runner.addresses[0][1])

    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    port = asyncio.run_coroutine_threadsafe(start(), loop).result(20)
    try:
        yield f"http://127.0.0.1:{port}{PREFIX}/openapi.json"
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(20)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def judged(
    url: str, here: Auenland, folder: Path, how: Sequence[str], seed: int = 1
) -> subprocess.CompletedProcess[str]:
    """Let it judge; its code is 0 if it found nothing."""
    tokens = here.faden.store.office.tokens
    token = tokens.give("p-kern", "judge", Scope, here.watch()).result(20)
    config = ("--config-file", str(HERE / "schemathesis.toml"), "--no-color")
    asked = ("run", url, "--checks", "all", "--seed", str(seed), *how)
    named = {
        **os.environ,
        "FADEN_TOKEN": token,
        "PYTHONPATH": str(HERE.parents[2]),
        "SCHEMATHESIS_HOOKS": "tests.adapters.api.keys_of_their_own",
    }
    return subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", *config, *asked],
        cwd=folder,
        env=named,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("how", [READING, WRITING, EVERYTHING])
def test_it_finds_nothing(tmp_path: Path, how: Sequence[str]) -> None:
    here = found(tmp_path / "data")
    here.say("p-kern", LINE)
    with served(here) as url:
        done = judged(url, here, tmp_path, how)
    here.faden.close()
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


def main() -> None:
    """Let it judge for some minutes, and say what it found."""
    with tempfile.TemporaryDirectory() as folder:
        here = found(Path(folder, "data"))
        here.say("p-kern", LINE)
        with served(here) as url:
            done = judged(url, here, Path(folder), LONG, int(sys.argv[1]))
        here.faden.close()
    sys.stdout.write(done.stdout)


if __name__ == "__main__":
    main()
