"""The pages of decisions: register, one decision, councils, board and handbook."""

from __future__ import annotations

import re
from datetime import date

from core.decision import commands as c
from core.decision import mark
from core.rulebook import Mode
from core.sealed import Sealed
from tests.adapters.web.conftest import Visitor
from tests.ballots import TEXT, do, opened, ratifying, resolved, say


def plain(page: str) -> str:
    """Return the words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


async def test_without_decisions_the_pages_say_how_to_begin(kern: Visitor) -> None:
    _, page = await kern.get("/beschluesse")
    assert "„Beschlussvorschlag: …“ im Chat beginnt einen" in page
    assert "In den Räten liegt nichts" in (await kern.get("/raete"))[1]
    assert "Gerade wird nichts entschieden" in (await kern.get("/?part=deciding"))[1]
    assert "Noch gilt kein Beschluss" in (await kern.get("/?part=holds"))[1]
    assert (await kern.get("/item/B1"))[0] == 404


async def test_pages_of_decisions_are_for_those_who_are_signed_in(
    stranger: Visitor, kern: Visitor
) -> None:
    opened(kern.here)
    for address in ("/beschluesse", "/raete", "/item/B1"):
        assert "Klärschlamm" not in (await stranger.get(address))[1]


async def test_what_is_being_decided_stands_on_the_board(vogt: Visitor) -> None:
    opened(vogt.here)
    do(vogt.here, "muehlau", c.Object(reason=Sealed("Transportkosten zu hoch")))
    page = plain((await vogt.get("/?part=deciding"))[1])
    assert "Klärschlamm gemeinsam verwerten" in page
    assert "Ihre Position fehlt" in page
    assert "noch 7 Tage" in page
    assert "Fehlt noch: Auenburg, Birkfeld, Lindgrund, Steintal" in page
    assert "Einwand von Mühlau: Transportkosten zu hoch" in page
    assert "Wartet auf Ihre Position" in (await vogt.get("/meine"))[1]


async def test_a_decision_shows_its_whole_rule_and_everything_it_rests_on(
    kern: Visitor,
) -> None:
    resolved(kern.here, ratifying(kern.here))
    await kern.enter("p-kern")
    status, page = await kern.get("/item/B1")
    words = plain(page)
    assert status == 200
    for said in (
        "Konsent: angenommen, wenn jemand einverstanden und kein Einwand offen ist",
        "5 stimmberechtigt, beschlussfähig ab 3",
        "Gilt für alle, die so weit sind, ab 3 Mitgliedern.",
        "Bindet eine Kommune erst nach ihrem Gremium.",
        "politische Selbstverpflichtung",
        "Wortlaut, Fassung 2",
        f"auf den Vorlagen steht: {mark(Sealed(TEXT + ' Mit Ausgleich.'))}",
        "Fassung 1, ",
        "Ab 2029 muss Phosphor zurückgewonnen werden.",
        "Transportkosten zu hoch",
        "aufgenommen in Fassung 2",
        "dasselbe Ergebnis",
        "Auszug aus der Niederschrift: TOP 7",
        "jährlich kündbar",
        "Steintal: Gemeindevertretung, Beleg fehlt",
        "Mühlau: Gemeindevertretung, Maßgabe nicht übernommen",
        "Auenburg: noch keine Position",
        "Anzeige bei der Aufsicht (für alle): erfüllt",
        "keine Zusage von irgendwem",
        "Verlauf",
    ):
        assert said in words, said
    assert "ein anderes Ergebnis" not in words


async def test_the_question_what_counted_is_not_printed_unanswered(
    vogt: Visitor,
) -> None:
    opened(vogt.here)
    await vogt.enter("p-vogt")
    assert 'class="held noprint"' in (await vogt.get("/item/B1"))[1]
    _, page = await vogt.get("/item/B1?wirksam=2027-03-17")
    assert 'class="held"' in page


async def test_the_signs_of_the_matrix_never_stand_alone(kern: Visitor) -> None:
    resolved(kern.here, ratifying(kern.here))
    await kern.enter("p-kern")
    _, page = await kern.get("/raete")
    signs = re.findall(r'aria-hidden="true">([●◐◌○✕–·])</span>', page)
    assert {"●", "◐", "◌"} <= set(signs)
    table = page[page.index('<table class="matrix">') :]
    cells = re.findall(r"<td>(.*?)</td>", table.partition("</table>")[0], re.DOTALL)
    for cell in cells[:-1]:
        assert 'class="hidden"' in cell, cell
    assert "mündlich zugestimmt" in page
    assert "mit Maßgabe zugestimmt" in page or "mit Maßgabe" in page


async def test_what_councils_owe_is_listed_with_the_day_of_the_paper(
    kern: Visitor, vogt: Visitor
) -> None:
    ref = ratifying(kern.here)
    await kern.enter("p-kern")
    await vogt.enter("p-vogt")
    page = plain((await kern.get("/raete"))[1])
    assert "Nachverfolgung" in page
    assert "Vorlage bis Mi, 05.05." in page  # 15 days before the 20th of May
    assert "noch keine Vorlage" in page
    postponed = c.RecordPostponement(
        org="birkfeld", body="gv", reason=Sealed("Haushalt zuerst")
    )
    do(
        kern.here,
        "birkfeld",
        c.SubmitPaper(org="birkfeld", body="gv"),
        postponed,
        ref=ref,
    )
    do(kern.here, "lindgrund", c.SubmitPaper(org="lindgrund", body="gv"), ref=ref)
    put_off = c.RecordPostponement(
        org="lindgrund", body="gv", reason=Sealed("Streit im Rat")
    )
    do(kern.here, "lindgrund", put_off, ref=ref)
    assert "vertagt : Haushalt zuerst" in plain((await kern.get("/raete"))[1]).replace(
        "vertagt:", "vertagt :"
    )
    _, page = await vogt.get("/raete")
    assert "Haushalt zuerst" in page
    assert "Streit im Rat" not in page
    assert "Für Ihr Gremium" in (await vogt.get("/meine"))[1]


async def test_a_body_that_is_late_is_called_so_to_itself_and_coordination(
    kern: Visitor, vogt: Visitor, lange: Visitor
) -> None:
    ref = ratifying(kern.here)
    soon = c.SetDeadline(org="birkfeld", body="gv", deadline=date(2027, 4, 9))
    do(kern.here, "birkfeld", soon, ref=ref)
    kern.here.watch.forward(days=14)
    for visitor, who, told in (
        (kern, "p-kern", True),
        (vogt, "p-vogt", True),
        (lange, "p-lange", False),
    ):
        await visitor.enter(who)
        for address in ("/raete", f"/item/{ref}"):
            _, page = await visitor.get(address)
            assert ('<span class="chip late">nach der Frist</span>' in page) is told, (
                address
            )


async def test_a_recommendation_is_shown_as_what_it_is(kern: Visitor) -> None:
    ref = opened(kern.here, mode=Mode.RECOMMENDATION)
    say(kern.here, ref)
    kern.here.watch.forward(days=9)
    do(kern.here, "kreis", c.Close(), ref=ref)
    await kern.enter("p-kern")
    page = plain((await kern.get(f"/item/{ref}"))[1])
    assert "bindet niemanden" in page
    assert "Was fehlt" not in page
    assert "Aussicht" not in page
    assert "Klärschlamm" in (await kern.get("/beschluesse?state=holds"))[1]


async def test_a_decision_is_found_and_led_to(kern: Visitor) -> None:
    opened(kern.here)
    _, page = await kern.get("/suche?q=Schlamm")
    assert 'href="/item/B1"' in page
    status, _ = await kern.get("/item/b1")
    assert status == 200


async def test_the_handbook_holds_the_table_of_the_effect_in_both_languages(
    stranger: Visitor,
) -> None:
    _, page = await stranger.get("/hilfe")
    words = plain(page)
    assert "So wird gerechnet, wen ein Beschluss bindet" in words
    assert "Ja, Gremium zugestimmt Ja, Gremium steht aus" in words
    assert "C: Gremium hat abgelehnt" in words
    await stranger.post("/language", {"language": "en", "back": "/hilfe"})
    words = plain((await stranger.get("/hilfe"))[1])
    assert "How it is worked out whom a decision binds" in words
    assert "C: body has refused" in words
