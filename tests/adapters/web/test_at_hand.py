"""The checkpoint of the night stands in everybody's chat, and tells nobody."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

from adapters.audit.alone import check
from adapters.audit.bundle import lines
from adapters.audit.extent import Request, extent
from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from adapters.audit.source import of_folder
from bots.heard import HomeOpened
from bots.message import Message, Text
from core.bundle.head import Scope
from core.bundle.verdict import Exit, Said
from core.ports import Via
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

_NIGHT: Final = timedelta(hours=20)  # from nine in the morning on


def sealing(here: Auenland) -> Sealing:
    """Return what signs the county's log."""
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    return Sealing(here.faden.store, here.faden.desk, place)


def home(here: Auenland, who: str) -> Message:
    """Let ``who`` open the page that Slack keeps for them."""
    here.said += 1
    here.hear(HomeOpened(ref=f"home/{here.said}", person=who, via=Via.SLACK))
    outbox = here.faden.store.office.outbox
    letter = outbox.thread(who, limit=1000, channel="slack")[-1].letter
    return Message.model_validate(letter.payload)


async def test_each_night_it_is_another_one_and_nobody_is_told(
    here: Auenland, vogt: Visitor
) -> None:
    signs, before = sealing(here), len(here.thread("p-vogt"))
    assert "Jüngster Prüfstand" not in (await vogt.get("/"))[1]
    seen = set()
    for said in ("Info: Die Waage steht", "Info: Die Waage ist geeicht"):
        here.say("p-kern", said)
        here.watch.now += _NIGHT
        signs.tick(here.watch())
        made = signs.make().checkpoint
        short = f"Prüfstand {made.size} · {made.digits()}"
        page = (await vogt.get("/"))[1]
        assert f"<strong>Jüngster Prüfstand:</strong> {short}. Kopieren Sie" in page
        assert short in home(here, "p-vogt").plain
        seen.add(short)
    assert len(seen) == 2
    assert len(here.thread("p-vogt")) == before


def test_copied_from_there_it_is_a_measure(here: Auenland, tmp_path: Path) -> None:
    sealing(here).make()
    here.say("p-kern", "Info: Die Waage steht")
    copied = next(
        part.plain
        for part in home(here, "p-vogt").parts
        if isinstance(part, Text) and "Prüfstand" in part.plain
    )
    file, bundle = tmp_path / "kopiert.txt", tmp_path / "all.jsonl"
    file.write_text(copied, "utf-8")
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    request = Request(Scope.PUBLIC)
    with of_folder(here.faden.store.folder) as source:
        found = extent(source.log, place, request)
        bundle.write_bytes(b"".join(lines(source.log, found, request, [])))
    verdict = check(bundle, file, 0, 1_900_000_000)
    assert verdict.exit is Exit.SOUND
    assert Said.AGREES in [code for code, _ in verdict.said]


def test_whoever_acts_for_nobody_reads_none(here: Auenland) -> None:
    sealing(here).make()
    assert "Prüfstand" not in home(here, "p-nobody").plain
