"""The record as a file from the browser: for everybody, or with all its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from aiohttp import ClientPayloadError

from adapters.audit.bundle import lines
from adapters.audit.extent import Request, extent
from adapters.audit.signing import Place
from adapters.audit.source import of_folder
from core.bundle.head import Scope
from core.export import Make
from core.sealed import Sealed
from projections import erasures
from tests.adapters.audit.damage import run
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.taking import fetched, named, taken, verified
from tests.auenland import Auenland, found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, with a key that signs its log."""
    key = Place(tmp_path / "log.key", "auenland.example/log")
    county = found(tmp_path / "data", key=key)
    county.say("p-lange", "Bitte an Birkfeld: Schlammmengen 2024–26 bis 30.4.")
    county.say("p-lange", "ja")
    yield county
    county.faden.close()


def sign(here: Auenland) -> int:
    """Sign all entries so far; return how many."""
    assert here.faden.sealing is not None
    return here.faden.sealing.make().checkpoint.size


def by_command(here: Auenland, scope: Scope, at: int) -> bytes:
    """Return what ``faden audit bundle`` writes up to an entry."""
    assert here.faden.sealing is not None
    with of_folder(here.faden.store.folder) as source:
        of = extent(source.log, here.faden.sealing.place, Request(scope), at)
        return b"".join(lines(source.log, of, Request(scope), []))


def left(here: Auenland) -> list[tuple[str, int, str | None]]:
    """Return which files left, up to where, and to whom."""
    here.faden.worker.wait(here.faden.store.journal.head(), 10)
    with here.faden.reading() as db:
        rows = erasures.exports(db, here.faden.viewer("p-kern"), 10)
    return [(row.actor, row.upto, row.recipient) for row in rows]


async def test_a_stranger_downloads_the_public_file_and_finds_it_sound(
    stranger: Visitor, here: Auenland, tmp_path: Path
) -> None:
    size = sign(here)
    here.say("p-lange", "Info: Die Waage steht in Auenburg")  # signed by nobody yet
    answer, body = await fetched(stranger)
    assert answer.status == 200
    assert named(answer) == f"pruefdatei-auenland.example-{size}-oeffentlich.jsonl"
    assert answer.headers["Content-Length"] == str(len(body))
    assert body == by_command(here, Scope.PUBLIC, size)
    code, said = await verified(tmp_path, body)
    assert (code, said[:10]) == (0, "IN ORDNUNG")
    assert "Schlammmengen" not in body.decode()


async def test_a_later_checkpoint_brings_another_file(
    stranger: Visitor, here: Auenland
) -> None:
    first = sign(here)
    _, before = await fetched(stranger)
    assert (await fetched(stranger))[1] == before
    here.say("p-lange", "Info: Die Waage steht in Auenburg")
    second = sign(here)
    answer, after = await fetched(stranger)
    assert f"-{second}-" in named(answer)
    assert second > first
    assert after == by_command(here, Scope.PUBLIC, second)


async def test_the_page_tells_how_far_it_reaches_and_how_large_it_is(
    stranger: Visitor, here: Auenland
) -> None:
    assert (await fetched(stranger))[0].status == 404
    assert "in der Nacht" in (await stranger.get("/pruefdatei"))[1]
    size = sign(here)
    _, page = await stranger.get("/pruefdatei")
    assert f"Prüfstand {size}" in page
    assert "With all texts" not in page
    _, body = await fetched(stranger)
    _, page = await stranger.get("/pruefdatei")
    assert f"{-(-len(body) // 1000)} kB" in page
    for path in ("/selbst-pruefen", "/pruefdatei"):
        assert 'href="/pruefdatei' in (await stranger.get(path))[1]


async def test_whoever_coordinates_takes_all_texts_along_and_says_for_whom(
    kern: Visitor, here: Auenland, tmp_path: Path
) -> None:
    _, page = await kern.get("/pruefdatei")
    ref = re.findall(r'name="ref" value="([^"]+)"', page)[-1]
    head = here.faden.store.journal.head()
    answer, body = await taken(kern, ref, "Rechnungshof, Frau Adler")
    assert answer.status == 200
    assert named(answer) == f"pruefdatei-auenland.example-{head}-vollstaendig.jsonl"
    assert body == by_command(here, Scope.FULL, head)
    assert "Schlammmengen 2024–26" in body.decode()
    assert (await verified(tmp_path, body))[0] == 0
    assert left(here) == [("p-kern", head, "Rechnungshof, Frau Adler")]
    assert "Rechnungshof, Frau Adler" in (await kern.get("/loeschungen"))[1]
    here.say("p-lange", "Info: Die Waage steht in Auenburg")
    assert (await taken(kern, ref, "wer anders"))[1] == body  # the form, sent again
    assert len(left(here)) == 1


async def test_nobody_gets_texts_without_saying_for_whom(
    kern: Visitor, vogt: Visitor, stranger: Visitor, here: Auenland
) -> None:
    assert (await taken(kern, str(uuid4()), " "))[0].status == 409
    assert (await taken(kern, "x", "Rechnungshof"))[0].status == 400
    assert (await taken(vogt, str(uuid4()), "mich"))[0].status == 404
    assert (await taken(stranger, str(uuid4()), "mich"))[0].status == 403
    assert left(here) == []


async def test_an_auditor_takes_it_along_too(stranger: Visitor, here: Auenland) -> None:
    await stranger.enter("p-pruefer")
    answer, _ = await taken(stranger, str(uuid4()), "Prüfungsamt")
    assert answer.status == 200
    assert [who for who, _, _ in left(here)] == ["p-pruefer"]


async def test_without_its_key_no_file_leaves_and_nothing_is_recorded(
    kern: Visitor, here: Auenland
) -> None:
    sign(here)
    here.say("p-lange", "Info: Die Waage steht in Auenburg")
    assert here.faden.sealing is not None
    here.faden.sealing.place.file.write_text("nothing\n", "utf-8")
    answer, body = await taken(kern, str(uuid4()), "Rechnungshof")
    assert answer.status == 503
    assert "faden audit checkpoint" in body.decode()
    assert left(here) == []


@pytest.mark.parametrize("texts", [0, 20])
async def test_what_is_not_what_was_written_leaves_as_no_file(
    kern: Visitor, here: Auenland, texts: int
) -> None:
    for number in range(texts):  # long enough to be sent in several pieces
        long = Make(scope=Scope.FULL, upto=1, to=Sealed("Waage " * 3000))
        here.order(f"export:x{number}", long)
    here.say("p-lange", "Info: Die Waage steht in Auenburg")
    sign(here)
    file, last = here.faden.store.folder / "faden.db", here.faden.store.journal.head()
    changed = "UPDATE event SET state = replace(state, 'web', 'wab') WHERE position = ?"
    assert run(file, changed, last) == 1
    if texts:
        with pytest.raises(ClientPayloadError):
            await taken(kern, str(uuid4()), "Rechnungshof")
    else:
        answer, page = await taken(kern, str(uuid4()), "Rechnungshof")
        assert answer.status == 500
        assert f"Eintrag {last}" in page.decode()
    assert (await fetched(kern))[0].status == 500
