"""The pages of asks: list, one ask, its result, and answering by form."""

from __future__ import annotations

import re
from uuid import uuid4

from tests.adapters.web.conftest import Visitor
from tests.bots.asked import kinds, opened

MONEY = {"field.bedarf": "ja", "field.jahr": "2028", "field.betrag": "180.000"}


async def filled(visitor: Visitor, **fields: str) -> tuple[int, str]:
    """Send the form on the page of F1."""
    return await visitor.post("/answer/F1", {"ref": str(uuid4()), **fields})


async def test_an_ask_is_listed_and_waits_in_my_list(vogt: Visitor) -> None:
    assert "Hier wurde noch nichts gefragt" in (await vogt.get("/abfragen"))[1]
    opened(vogt.here)
    _, page = await vogt.get("/abfragen")
    assert "Wer plant bis 2030 eine neue Kehrmaschine?" in page
    assert "Antworten: 0 von 5" in page
    assert "Ihre Antwort fehlt" in page
    assert "Fehlt noch: Auenburg" not in page
    assert "Wartet auf Ihre Antwort" in (await vogt.get("/meine"))[1]
    assert "Abfragen" in (await vogt.get("/?part=asks"))[1]


async def test_who_is_missing_is_shown_to_coordination(kern: Visitor) -> None:
    opened(kern.here)
    _, page = await kern.get("/?part=asks")
    assert "Fehlt noch: Auenburg, Birkfeld, Lindgrund, Mühlau, Steintal" in page


async def test_answering_on_the_page_is_saying_the_line(vogt: Visitor) -> None:
    opened(vogt.here)
    _, page = await filled(vogt, **MONEY)
    assert "Für Birkfeld notiert (F1): Bedarf: ja · Jahr: 2028" in page
    assert "180.000 €" in page
    _, talk = await vogt.get("/")
    assert "F1: Bedarf: ja; Jahr: 2028; Betrag: 180.000" in talk
    assert len(kinds(vogt.here)) == 2


async def test_what_was_answered_stands_in_the_form(vogt: Visitor) -> None:
    opened(vogt.here)
    await filled(vogt, **MONEY)
    _, page = await vogt.get("/item/F1")
    assert re.search(r'name="field.betrag"[^>]*value="180.000"', page)
    assert "<option selected>ja</option>" in page


async def test_the_same_form_sent_twice_counts_once(vogt: Visitor) -> None:
    opened(vogt.here)
    key = str(uuid4())
    for _ in range(3):
        await vogt.post("/answer/F1", {"ref": key, **MONEY})
    assert len(kinds(vogt.here)) == 2


async def test_what_does_not_fit_is_said_on_the_page(vogt: Visitor) -> None:
    opened(vogt.here)
    status, page = await filled(vogt, **{**MONEY, "field.betrag": "viel"})
    assert status == 422
    assert "Bitte eine Zahl schreiben" in page
    status, page = await filled(vogt, **{**MONEY, "field.betrag": "180 t"})
    assert "in dieser Einheit beantwortet: €" in page
    assert len(kinds(vogt.here)) == 1


async def test_nothing_to_report_is_one_press(vogt: Visitor) -> None:
    opened(vogt.here)
    _, page = await filled(vogt, nothing="1")
    assert "Für Birkfeld notiert (F1): Fehlanzeige." in page


async def test_a_result_is_a_table_and_a_chart(vogt: Visitor) -> None:
    here = vogt.here
    opened(here)
    here.say("p-mueller", "F1: ja, 2029, 200.000 €")
    here.say("p-lindner", "F1: nein")
    await filled(vogt, **MONEY)
    here.say("p-kern", "F1 veröffentlichen: Zwei planen")
    here.say("p-kern", "ja")
    here.say("p-kern", "F1 daraus folgt: Bitte, ein Angebot einholen")
    here.say("p-kern", "ja")
    _, page = await vogt.get("/item/F1")
    assert '<svg class="chart" role="img"' in page
    assert "<td>ja</td><td>2</td>" in page
    assert "2 Antworten, zusammen 380.000 €, im Schnitt 190.000 €" in page
    assert "Zwei planen" in page
    assert "<strong>Bitte</strong> – ein Angebot einholen" in page
    assert 'action="/answer/F1"' not in page
    assert "<svg" in (await vogt.get("/item/F1?stand=17.3.2027"))[1]


async def test_whoever_is_not_asked_gets_no_form(kern: Visitor) -> None:
    opened(kern.here)
    _, page = await kern.get("/item/F1")
    assert 'action="/answer/F1"' not in page
    assert "Ergebnis veröffentlichen" in page
    assert (await filled(kern, **MONEY))[0] == 404
    assert (await kern.get("/item/F9"))[0] == 404


async def test_a_reply_of_somebody_else_is_not_shown(
    vogt: Visitor, kern: Visitor
) -> None:
    opened(vogt.here)
    key = str(uuid4())
    await vogt.post("/answer/F1", {"ref": key, **MONEY})
    _, page = await kern.get(f"/item/F1?said={key}")
    assert 'role="status"' not in page
    assert (await kern.get("/item/F1?said=x"))[0] == 200


async def test_a_card_of_an_ask_stays_usable_while_others_answer(vogt: Visitor) -> None:
    opened(vogt.here)
    vogt.here.say("p-lindner", "F1: nein")
    assert 'action="/form"' not in (await vogt.get("/"))[1]  # the clerk was asked
    vogt.here.say("p-birke", "F1 an BM Vogt")
    vogt.here.say("p-mueller", "F1: nein")
    assert 'action="/form"' in (await vogt.get("/"))[1]


async def test_a_long_list_has_pages(kern: Visitor) -> None:
    for n in range(32):
        opened(
            kern.here,
            f"Fachfrage an Lindgrund: Frage {n}? Aufwand: 1 Min. Begründung: Test",
        )
        kern.here.say("p-kern", f"F{n + 1} abbrechen")
        kern.here.say("p-kern", "ja")
    _, page = await kern.get("/abfragen")
    assert "before=3" in page
    _, page = await kern.get("/abfragen?before=3")
    assert "Frage 0?" in page
    assert "Frage 5?" not in page
