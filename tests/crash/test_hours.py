"""The hour acts once, whoever is killed and however many tick at once."""

from __future__ import annotations

import multiprocessing
import os
import random
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import pytest

from adapters.settings import Server
from core import ask, commitment, digest, nudge
from tests.crash import hours
from tests.crash.hours import MOMENTS, PATIENCE

LAST: Final = len(MOMENTS) - 1
KILLS: Final = 12  # at most: a fast machine is at the end of the month before
AT_LEAST: Final = 4
STEPS: Final = 5  # between two kills at most
WITHIN: Final = 0.1  # seconds behind a step at most


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    """What is said in a month in which nothing goes wrong."""
    folder = tmp_path_factory.mktemp("undisturbed") / "data"
    hours.prepare(folder)
    told = hours.play(folder)
    assert hours.kinds(told) == {
        nudge.Sent.KIND,
        digest.Sent.KIND,
        commitment.events.CompletionAcceptedBySilence.KIND,
        ask.events.Closed.KIND,
    }
    return told


def test_killed_at_any_moment_the_hour_says_everything_once(
    tmp_path: Path, undisturbed: Counter[str]
) -> None:
    seed = os.environ.get("CRASH_SEED") or str(random.SystemRandom().getrandbits(32))
    print(f"CRASH_SEED={seed} gives the same moments")  # noqa: T201  (if it fails)
    dice = random.Random(int(seed))  # noqa: S311
    folder, moment, kills = tmp_path / "data", 0, 0
    hours.prepare(folder)
    while kills < KILLS and moment < LAST:
        here, there = multiprocessing.Pipe()
        child = hours.start(hours.live, folder, moment, there)
        there.close()
        moment = _wait(here, dice.randint(1, STEPS), moment)
        here.poll(dice.random() * WITHIN)
        child.kill()
        child.join(PATIENCE)
        kills, moment = kills + 1, min(_rest(here, moment), LAST)
    assert kills >= AT_LEAST
    here, there = multiprocessing.Pipe()
    child = hours.start(hours.live, folder, moment, there)
    there.close()
    _wait(here, 2 * (len(MOMENTS) - moment) + 1, moment)
    child.join(PATIENCE)
    assert child.exitcode == 0
    assert _told(folder, None) == undisturbed


def test_two_that_tick_at_once_say_everything_once(
    tmp_path: Path, database: str, undisturbed: Counter[str]
) -> None:
    server = Server(database)
    hours.prepare(tmp_path / "data", server)
    pipes: list[Connection] = []
    for name in ("one", "two"):
        here, there = multiprocessing.Pipe()
        hours.start(hours.obey, tmp_path / name, server, there)
        there.close()
        pipes.append(here)
    _all(pipes, "ready")
    for moment in range(len(MOMENTS)):
        _tell(pipes, moment)
        _all(pipes, "stands")
        _tell(pipes, "tick")
        _all(pipes, "ticked")
        _tell(pipes, "settle")
        _all(pipes, "settled")
    _tell(pipes, None)
    assert _told(tmp_path / "data", server) == undisturbed


def _told(folder: Path, server: Server | None) -> Counter[str]:
    """Return what was said, once nothing more is left to be told."""
    faden, _ = hours.open_at(folder, server, LAST)
    with closing(faden):
        assert faden.reactor.settle(PATIENCE)
        assert faden.store.office.stuck.all() == []
        return hours.said(faden)


def _wait(pipe: Connection, steps: int, moment: int) -> int:
    """Wait for so many steps; return at which moment the last one was."""
    for _ in range(steps):
        assert pipe.poll(PATIENCE), "the child does not go on"
        moment = pipe.recv()
        if moment > LAST:  # it has ended
            break
    return moment


def _rest(pipe: Connection, moment: int) -> int:
    """Return the last moment of which a killed child could tell."""
    try:
        while True:
            moment = pipe.recv()
    except (EOFError, OSError):  # the last word may be cut off
        return moment


def _tell(pipes: Sequence[Connection], what: object) -> None:
    for pipe in pipes:
        pipe.send(what)


def _all(pipes: Sequence[Connection], word: str) -> None:
    for pipe in pipes:
        assert pipe.poll(PATIENCE), "a child does not go on"
        assert pipe.recv() == word
