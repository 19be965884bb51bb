"""Pages for whoever wants to check the record themselves, signed in or not."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from adapters.audit.bundle import lines
from adapters.audit.extent import Request, extent
from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from adapters.audit.source import of_folder
from core.bundle.head import Scope
from core.catalogue import EVENTS
from core.checkpoint import parse_checkpoint
from core.note import parse
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


@pytest.fixture
def place(here: Auenland) -> Place:
    """A key, with which the log was signed."""
    found = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    Sealing(here.faden.store, here.faden.desk, found).make()
    return found


async def test_what_is_downloaded_finds_a_public_file_sound(
    stranger: Visitor, here: Auenland, place: Place, tmp_path: Path
) -> None:
    for path, name in (("/verify.py", "verify.py"), ("/pruefstand", "kept.txt")):
        status, text = await stranger.get(path)
        assert status == 200
        (tmp_path / name).write_text(text, "utf-8")
    with of_folder(here.faden.store.folder) as source:
        request = Request(Scope.PUBLIC)
        found = extent(source.log, place, request)
        written = b"".join(lines(source.log, found, request, []))
    (tmp_path / "file.jsonl").write_bytes(written)
    words = ("verify.py", "file.jsonl", "--against", "kept.txt")
    pipe = asyncio.subprocess.PIPE
    started = await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=tmp_path, stdout=pipe
    )
    said, _ = await asyncio.wait_for(started.communicate(), 60)
    assert said.decode().startswith("IN ORDNUNG")
    assert started.returncode == 0


async def test_the_checkpoint_is_a_signed_note(stranger: Visitor, place: Place) -> None:
    _, text = await stranger.get("/pruefstand")
    found = parse_checkpoint(parse(text).text)
    assert found.origin == place.name
    _, page = await stranger.get("/selbst-pruefen")
    assert f"Prüfstand {found.size} · {found.digits()}" in page


async def test_before_the_first_night_there_is_none(stranger: Visitor) -> None:
    assert (await stranger.get("/pruefstand"))[0] == 404
    status, page = await stranger.get("/selbst-pruefen")
    assert status == 200
    assert "in der Nacht entsteht der erste" in page
    await stranger.post("/language", {"ref": "x", "back": "/", "language": "en"})
    assert "Check it yourself</h1>" in (await stranger.get("/selbst-pruefen"))[1]


async def test_the_procedure_names_every_kind(stranger: Visitor, kern: Visitor) -> None:
    status, page = await stranger.get("/verfahren")
    assert status == 200
    for event in EVENTS:
        assert f'<h2 id="{event.KIND}">' in page
    assert (await kern.get("/verfahren"))[0] == 200
    assert "selbst-pruefen" in (await kern.get("/"))[1]


async def test_the_feed_brings_every_checkpoint_with_its_note(
    stranger: Visitor, here: Auenland, place: Place
) -> None:
    here.say("p-kern", "Info: Die Waage steht in Auenburg")
    Sealing(here.faden.store, here.faden.desk, place).make()
    status, text = await stranger.get("/pruefstand.atom")
    assert status == 200
    space = "{http://www.w3.org/2005/Atom}"
    entries = ET.fromstring(text).findall(f"{space}entry")  # noqa: S314  (our own)
    notes = [str(each.findtext(f"{space}content")) for each in entries]
    sizes = [parse_checkpoint(parse(note).text).size for note in notes]
    assert len(sizes) == 2
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == here.faden.store.journal.head()


async def test_an_empty_feed_is_one(stranger: Visitor) -> None:
    _, text = await stranger.get("/pruefstand.atom")
    assert ET.fromstring(text).tag.endswith("feed")  # noqa: S314  (our own)


@pytest.mark.usefixtures("place")
async def test_every_page_ends_with_the_newest_checkpoint(kern: Visitor) -> None:
    _, note = await kern.get("/pruefstand")
    found = parse_checkpoint(parse(note).text)
    foot = (await kern.get("/zusagen"))[1].split('<footer class="foot">')[1]
    assert f"Prüfstand {found.size} · {found.digits()}" in foot
