"""The steps as a PDF, read by another library than the one that draws it."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

REQUEST = "Bitte an Birkfeld: Klärschlammmengen 2024–2026 liefern bis 30.4."
ADDRESS = "/verlauf/Z1?als=pdf"


@pytest.fixture
def _drawing() -> None:
    """Skip where the system lacks what draws letters."""
    try:
        import weasyprint
    except OSError:
        pytest.skip("no Pango found: install Debian's package libpangoft2-1.0-0")
    assert weasyprint.VERSION


@pytest.fixture
def promised(here: Auenland) -> Auenland:
    """Asked on the 17th, promised on the 19th, then signed."""
    for who, line in (("p-kern", REQUEST), ("p-kern", "ja")):
        here.say(who, line)
    here.watch.forward(days=2)
    for line in ("Z1 machen wir", "ja"):
        here.say("p-vogt", line)
    sign(here)
    return here


def sign(here: Auenland) -> None:
    """Make a checkpoint of everything so far."""
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    Sealing(here.faden.store, here.faden.desk, place).make()


async def drawn(visitor: Visitor, address: str = ADDRESS) -> bytes:
    """Return the PDF at ``address``."""
    async with visitor.session.get(visitor.url(address)) as answer:
        assert answer.status == 200
        assert answer.content_type == "application/pdf"
        return await answer.read()


def pages(body: bytes) -> list[str]:
    """Return the text of each page, lines joined."""
    found = PdfReader(BytesIO(body)).pages
    return [" ".join(page.extract_text().split()) for page in found]


@pytest.mark.usefixtures("_drawing")
async def test_every_page_says_what_proves_it(
    kern: Visitor, promised: Auenland
) -> None:
    for number in range(8):
        promised.say("p-vogt", f"Z1 Zwischenstand: Teil {number}")
    sign(promised)
    found = pages(await drawn(kern))
    assert len(found) > 1
    for number, text in enumerate(found, 1):
        assert f"Seite {number} von {len(found)}" in text
        assert "Z1 · Prüfstand " in text
        assert "bis Eintrag " in text
    whole = " ".join(found)
    assert "Schritt 10 von 10" in whole
    assert "Wortlaut: wie versiegelt" in whole
    assert "bewiesen durch Prüfstand " in whole


@pytest.mark.usefixtures("_drawing", "promised")
async def test_the_pdf_names_title_language_and_day(kern: Visitor) -> None:
    reader = PdfReader(BytesIO(await drawn(kern)))
    told = reader.metadata
    assert told is not None
    assert (told.title, told.author) == ("Schritt für Schritt: Z1", "Auenland")
    assert told.creation_date is not None
    assert told.creation_date.isoformat() == "2027-03-19T08:00:00+00:00"
    assert str(reader.root_object["/Lang"]) == "de"
    assert "/StructTreeRoot" in reader.root_object


@pytest.mark.usefixtures("_drawing")
async def test_the_same_steps_give_the_same_bytes(
    kern: Visitor, promised: Auenland
) -> None:
    first = await drawn(kern)
    promised.watch.forward(days=5)
    promised.say("p-kern", "Info: Die Waage steht in Auenburg")
    sign(promised)
    assert await drawn(kern) == first


@pytest.mark.usefixtures("_drawing", "promised")
async def test_an_earlier_state_says_so(kern: Visitor) -> None:
    (text,) = pages(await drawn(kern, f"{ADDRESS}&stand=2027-03-18"))
    assert "Stand vom Do, 18.03.2027" in text
    assert "Schritt 1 von 1" in text
    assert "noch in keinem Prüfstand" not in text


@pytest.mark.usefixtures("_drawing")
async def test_what_is_withheld_is_said_and_not_in_it(
    lange: Visitor, promised: Auenland
) -> None:
    for who, line in (
        ("p-kern", "Bitte an Birkfeld: Pläne bis 30.4."),
        ("p-kern", "ja"),
        ("p-birke", "Z2 machen wir"),
        ("p-birke", "ja"),
    ):
        promised.say(who, line)
    (text,) = pages(await drawn(lange, "/verlauf/Z2?als=pdf"))
    assert "Zurückgehaltene Schritte: 1." in text
    assert "noch in keinem Prüfstand" in text
    assert "Birke" not in text


@pytest.mark.usefixtures("promised")
async def test_where_the_page_is_not_shown_there_is_no_pdf(
    kern: Visitor, stranger: Visitor
) -> None:
    assert (await kern.get("/verlauf/Z9?als=pdf"))[0] == 404
    async with stranger.session.get(stranger.url(ADDRESS)) as answer:
        assert answer.content_type == "text/html"


@pytest.mark.usefixtures("promised")
async def test_without_the_extra_there_is_no_link_and_a_sentence(
    kern: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 'href="/verlauf/Z1?als=pdf"' in (await kern.get("/verlauf/Z1"))[1]
    gone = [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]
    for name in gone:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "path", [p for p in sys.path if "site-packages" not in p])
    assert "als=pdf" not in (await kern.get("/verlauf/Z1"))[1]
    status, page = await kern.get(ADDRESS)
    assert status == 501
    assert "pip install weasyprint" in page


@pytest.mark.usefixtures("promised")
async def test_without_pango_a_sentence_says_what_to_install(
    kern: Visitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]
    for name in gone:
        monkeypatch.delitem(sys.modules, name)
    broken = "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"
    (tmp_path / "weasyprint.py").write_text(broken)
    monkeypatch.syspath_prepend(tmp_path)
    status, page = await kern.get(ADDRESS)
    assert status == 501
    assert "apt install libpango-1.0-0" in page


async def test_a_very_long_story_is_drawn_by_command_only(
    kern: Visitor, here: Auenland
) -> None:
    for number in range(301):
        here.say("p-kern", f"Info: Messwert {number}")
    assert "als=pdf" not in (await kern.get("/verlauf/wasser"))[1]
    status, page = await kern.get("/verlauf/wasser?als=pdf")
    assert status == 501
    assert "faden audit replay wasser --pdf" in page
