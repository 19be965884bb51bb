"""``faden stuck``: what was left lying, and trying it again."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.cli.call import Call
from adapters.cli.run import run
from tests.adapters.aside import leave_lying, mend, refuse
from tests.auenland import Auenland, found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, served."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


def call(here: Auenland, *words: str) -> tuple[int, str, str]:
    """Call ``faden`` where Auenland is served; return code and what is printed."""
    out, err = io.StringIO(), io.StringIO()
    where = Call(
        language="en", cwd=here.faden.store.folder, out=out, err=err, faden=here.faden
    )
    return run(["stuck", *words], where), out.getvalue(), err.getvalue()


def test_nothing_is_left_lying(here: Auenland) -> None:
    assert call(here) == (0, "Nothing was left lying. Everything is worked off.\n", "")
    assert json.loads(call(here, "--json")[1]) == []


def test_it_is_listed_and_tried_again_by_its_number(here: Auenland) -> None:
    number = leave_lying(here, "odd")
    (line,) = call(here)[1].splitlines()
    assert line.startswith(f"{number}  2027-03-17 09:00  a message from Frau Kern")
    assert "tried 5 times, waits for you" in line
    (row,) = json.loads(call(here, "--json")[1])
    assert (row["number"], row["attempts"], row["again_at"]) == (number, 5, None)
    mend(here, "odd")
    assert call(here, "retry", number) == (0, "One is tried again.\n", "")
    assert here.faden.settled("odd", 10)
    assert call(here, "retry", number)[0] == 1


def test_everything_is_tried_again_at_once(here: Auenland) -> None:
    for ref in "odd", "odder":
        leave_lying(here, ref)
        mend(here, ref)
    assert call(here, "retry", "--all") == (0, "2 are tried again.\n", "")
    for ref in "odd", "odder":
        assert here.faden.settled(ref, 10)
    assert call(here, "retry", "--all") == (0, "0 are tried again.\n", "")


@pytest.mark.parametrize("words", [(), ("in-1", "--all")])
def test_one_says_which(here: Auenland, words: tuple[str, ...]) -> None:
    code, out, err = call(here, "retry", *words)
    assert (code, out) == (1, "")
    assert "Please name a number that faden stuck shows, or say --all." in err


def test_an_unknown_number_is_named(here: Auenland) -> None:
    assert "Nothing lies under in-7 any more." in call(here, "retry", "in-7")[2]


def test_why_a_platform_refuses_letters_is_told_once_for_all_of_them(
    here: Auenland,
) -> None:
    for key, person in ("a", "p-kern"), ("b", "p-vogt"):
        refuse(here, key, "slack/token_revoked", person)
    said = call(here)[1]
    assert said.count("Slack no longer accepts Faden's access.") == 1
    assert said.count("slack/token_revoked") == 3
