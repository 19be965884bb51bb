"""Every list of the pages as a file, for the same eyes."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from adapters.web.tabled import SHEETS
from core.decision import commands as c
from core.ports import Circle
from tests.adapters.erasing.scene import forget
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland
from tests.ballots import do, proposal, ratifying


async def read(visitor: Visitor, path: str) -> list[dict[str, str]]:
    """Return the rows of a list by their heads."""
    status, text = await visitor.get(f"/{path}")
    assert status == 200
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))


def ask(here: Auenland) -> None:
    here.say("p-lange", "Bitte an Birkfeld: Schlammmengen 2024–26 bis 30.4.")
    here.say("p-lange", "ja")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("name", SHEETS)
async def test_every_list_can_be_taken_along(
    kern: Visitor, name: str, ending: str
) -> None:
    ask(kern.here)
    async with kern.session.get(kern.url(f"/{name}.{ending}")) as answer:
        body = await answer.read()
        assert answer.status == 200
        told = f'attachment; filename="{name}-2027-03-17.{ending}"'
        assert answer.headers["Content-Disposition"] == told
    if ending == "xlsx":
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        heads = list(map(str, book.get_sheet_by_index(0).to_python()[0]))
    else:
        heads = next(csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";"))
    assert len(heads) == len(set(heads)) >= 2


async def test_who_takes_a_list_along_is_recorded_and_who_looks_is_not(
    kern: Visitor, lange: Visitor
) -> None:
    head = kern.here.faden.store.journal.head
    ask(kern.here)
    await lange.get("/zusagen")
    before = head()
    await lange.get("/zusagen.csv")
    await lange.get("/zusagen.csv")
    await lange.get("/mitglieder.csv")  # holds no texts
    assert head() == before + 1
    kern.here.faden.worker.wait(head(), 10)
    _, page = await kern.get("/loeschungen")
    assert f"Texte bis Eintrag {before} in einer Datei für BM Lange, Lindgrund" in page
    assert "(zusagen-2027-03-17.csv)" in page


async def test_the_filter_of_the_page_counts(kern: Visitor) -> None:
    ask(kern.here)
    (row,) = await read(kern, "zusagen.csv")
    assert row["Nummer"] == "Z1"
    assert row["Was"] == "Schlammmengen 2024–26"
    assert row["Fällig"] == "2027-04-30"
    assert await read(kern, "zusagen.csv?org=steintal") == []
    _, page = await kern.get("/zusagen?org=birkfeld")
    assert "/zusagen.csv?org=birkfeld" in page


async def test_nobody_takes_along_what_they_may_not_see(
    here: Auenland, kern: Visitor, vogt: Visitor, stranger: Visitor
) -> None:
    for name in ("erinnerungen", "loeschungen", "pruefung", "liegen"):
        assert (await vogt.get(f"/{name}.csv"))[0] == 404
    assert (await stranger.get("/zusagen.csv"))[0] == 403
    assert (await kern.get("/nirgends.csv"))[0] == 404
    assert (await kern.get("/zusagen.pdf"))[0] == 404
    do(here, "kreis", proposal(), ref=None, circle=Circle.CLOSED)
    assert len(await read(kern, "beschluesse.csv")) == 1
    assert await read(vogt, "beschluesse.csv") == []


async def test_lateness_is_told_to_whom_it_concerns(
    here: Auenland, vogt: Visitor, kern: Visitor
) -> None:
    ask(here)
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    here.watch.forward(days=50)
    await vogt.enter("p-vogt")
    await kern.enter("p-roth")
    (own,) = await read(vogt, "zusagen.csv")
    (others,) = await read(kern, "zusagen.csv")
    assert (own["Überfällig"], others["Überfällig"]) == ("ja", "")


async def test_decisions_and_councils_have_their_columns(
    here: Auenland, kern: Visitor
) -> None:
    ref = ratifying(here)
    do(here, "lindgrund", c.SubmitPaper(org="lindgrund", body="gv"), ref=ref)
    await kern.enter("p-kern")
    (row,) = await read(kern, "raete.csv")
    assert row["Nummer"] == ref
    assert {"Lindgrund", "Birkfeld", "Steintal", "Mühlau"} <= row.keys()
    owed = await read(kern, "nachverfolgung.csv")
    assert "Gemeindevertretung" in {one["Gremium"] for one in owed}
    (one,) = await read(kern, "beschluesse.csv?state=councils")
    assert one["Titel"] == "Klärschlamm gemeinsam verwerten"
    assert await read(kern, "beschluesse.csv?state=holds") == []


async def test_members_are_those_of_the_day(kern: Visitor) -> None:
    found = await read(kern, "mitglieder.csv")
    assert ("Birkfeld", "BM Vogt") in {(o["Organisation"], o["Person"]) for o in found}
    then = date(2020, 1, 1).isoformat()
    assert await read(kern, f"mitglieder.csv?wirksam={then}") == []


async def test_an_earlier_state_is_that_of_the_page(kern: Visitor) -> None:
    head = kern.here.faden.store.journal.head()
    ask(kern.here)
    assert await read(kern, f"zusagen.csv?stand={head}") == []


async def test_a_long_list_of_auditors_comes_whole(
    kern: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.web.examining.SHOWN", 1)
    for who, org in (("p-vogt", "birkfeld"), ("p-roth", "steintal")):
        forget(kern.here, who, org)
    found = await read(kern, "pruefung.csv?liste=deletions")
    assert len({row["Eintrag"] for row in found}) == len(found) == 2
    gone = await read(kern, "loeschungen.csv")
    assert {row["Person"] for row in gone} - {""} == {"p-vogt", "p-roth"}


async def test_what_is_sought_is_found(here: Auenland, kern: Visitor) -> None:
    ask(here)
    (hit,) = await read(kern, "suche.csv?q=Schlamm")
    assert hit["Nummer"] == "Z1"
    assert await read(kern, "suche.csv") == []
