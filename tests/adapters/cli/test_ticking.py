"""``faden tick`` and ``faden nudges``."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.cli.call import Call
from adapters.cli.run import run
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
    return run(words, where), out.getvalue(), err.getvalue()


def test_a_tick_says_how_much_it_wrote(here: Auenland) -> None:
    assert call(here, "nudges")[1] == "Nobody is reminded of anything just now.\n"
    here.say("p-kern", "Bitte an Birkfeld: Mengen liefern bis 30.4.")
    here.say("p-kern", "ja")
    assert call(here, "tick") == (0, "One entry was made.\n", "")
    assert call(here, "tick") == (0, "0 entries were made.\n", "")


def test_at_night_a_tick_says_what_waits_for_the_morning(here: Auenland) -> None:
    here.watch.forward(hours=12)
    here.say("p-kern", "Bitte an Birkfeld: Mengen liefern bis 30.4.")
    here.say("p-kern", "ja")
    _, out, _ = call(here, "tick")
    assert "until 2027-03-18, 08:00 messages wait: 1." in out


def test_another_time_can_be_played(here: Auenland) -> None:
    here.say("p-kern", "Bitte an Birkfeld: Mengen liefern bis 30.4.")
    here.say("p-kern", "ja")
    call(here, "tick")
    out = call(here, "nudges")[1]
    assert out == "2027-04-27  Z1  Birkfeld  only on the card and in the digest\n"
    assert call(here, "tick", "--now", "2027-04-29T09:00")[0] == 0
    first, second = call(here, "nudges")[1].splitlines()
    assert first == "2027-05-03  Z1  Birkfeld  a message to coordination"
    assert second == "2027-04-29  Z1  Birkfeld  sent to Frau Birke"
    data = json.loads(call(here, "nudges", "--json")[1])
    assert [one["what"] for one in data["planned"]] == ["remind"]
    assert [(one["what"], one["person"]) for one in data["log"]] == [
        ("sent", "p-birke")
    ]


def test_what_reads_the_record_finds_that_of_the_server(here: Auenland) -> None:
    folder = here.faden.store.folder
    assert call(here, "audit", "bundle", "all.jsonl")[0] == 0
    assert (folder / "all.jsonl").is_file()
    where = Call(language="en", cwd=folder.parent, faden=here.faden)
    assert where.folder(None) == folder
    assert where.folder("data") == folder


def test_a_time_can_be_misspelt(here: Auenland) -> None:
    code, _, err = call(here, "tick", "--now", "morgen")
    assert code == 1
    assert "morgen is not a time. Please write it like 2027-05-03T09:00." in err
