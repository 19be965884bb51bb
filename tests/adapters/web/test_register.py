"""The register of decisions as a page: on a day, filtered, and as it was known."""

from __future__ import annotations

import re

from core.decision import commands as c
from core.decision.kinds import Evidence
from core.ports import Circle
from core.sealed import Sealed
from tests.adapters.web.conftest import Visitor
from tests.ballots import do, opened, proposal, ratifying, resolved


def plain(page: str) -> str:
    """Return the words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


async def test_the_register_shows_what_held_on_a_day(kern: Visitor) -> None:
    ref = ratifying(kern.here)
    resolved(kern.here, ref)
    proof = c.RecordApproval(
        org="steintal", body="gv", evidence=Evidence.LETTER, ref="Brief"
    )
    do(kern.here, "steintal", proof, ref=ref)  # now they are three
    await kern.enter("p-kern")
    today = kern.here.watch().date()
    _, page = await kern.get("/beschluesse?state=holds")
    assert "bindet: Birkfeld, Lindgrund, Steintal" in plain(page).replace(" :", ":")
    _, page = await kern.get(f"/beschluesse?state=holds&wirksam={today.isoformat()}")
    assert "Klärschlamm" in page
    assert "Nach heutigem Kenntnisstand" in page
    _, page = await kern.get("/beschluesse?state=holds&wirksam=2027-04-05")
    assert "Hier gibt es keinen Beschluss" in page
    _, page = await kern.get("/beschluesse?wirksam=2027-04-02")
    assert "in den Räten" in plain(page)
    assert "Gilt jetzt" in (await kern.get("/?part=holds"))[1]
    status, page = await kern.get("/beschluesse?wirksam=nie")
    assert status == 400
    assert "ist kein Tag" in page
    _, page = await kern.get("/beschluesse?state=x&before=y")
    assert "1 Beschluss" in plain(page)


async def test_the_register_is_filtered_and_read_page_by_page(kern: Visitor) -> None:
    for n in range(32):
        do(kern.here, "kreis", proposal(title=f"Sache {n}"), ref=None)
    _, page = await kern.get("/beschluesse?state=deciding")
    assert "32 Beschlüsse" in plain(page)
    assert "Sache 31" in page
    assert "Sache 1<" not in page
    _, page = await kern.get("/beschluesse?state=deciding&before=3")
    assert "Sache 1<" in page
    assert "Hier gibt es keinen" in (await kern.get("/beschluesse?forum=energie"))[1]
    assert "Hier gibt es keinen" in (await kern.get("/beschluesse?state=over"))[1]


async def test_an_earlier_state_shows_what_was_known_then(kern: Visitor) -> None:
    ref = ratifying(kern.here)
    await kern.enter("p-kern")
    journal = kern.here.faden.store.journal
    then = next(r.position for r in journal.stream(f"decision:{ref}") if r.version == 2)
    _, page = await kern.get(f"/item/{ref}?stand={then}")
    assert "wird entschieden" in plain(page)
    assert "Wortlaut, Fassung 1" in page
    _, page = await kern.get(f"/raete?stand={then}")
    assert "In den Räten liegt nichts" in page


async def test_a_closed_decision_is_shown_to_its_list_alone(
    kern: Visitor, vogt: Visitor
) -> None:
    ref = do(kern.here, "kreis", proposal(), ref=None, circle=Circle.CLOSED)
    assert (await vogt.get(f"/item/{ref}"))[0] == 404
    do(kern.here, "kreis", c.Open(), ref=ref, circle=Circle.CLOSED)
    _, page = await vogt.get(f"/item/{ref}")
    assert "alle auf der Stimmliste, die Koordination und wer prüft" in page


async def test_the_page_of_a_decision_says_what_counted_on_a_day(kern: Visitor) -> None:
    ref = ratifying(kern.here)
    resolved(kern.here, ref)
    await kern.enter("p-kern")
    journal = kern.here.faden.store.journal.stream(f"decision:{ref}")
    voted = next(
        one.position for one in journal if type(one.event).__name__ == "CouncilApproved"
    )
    _, page = await kern.get(f"/item/{ref}?wirksam=2027-05-11")
    assert "Was am 11.05.2027 galt" in page
    held = plain(page.split('id="d-held"')[1].split("</section>")[0])
    assert "Lindgrund : zugestimmt" in held
    assert "er band niemanden" in held
    assert "Nach heutigem Kenntnisstand" in held
    _, page = await kern.get(f"/item/{ref}?wirksam=2027-05-10")
    held = plain(page.split('id="d-held"')[1].split("</section>")[0])
    assert "Lindgrund : offen" in held
    _, page = await kern.get(f"/item/{ref}?wirksam=2027-05-11&stand={voted - 1}")
    held = plain(page.split('id="d-held"')[1].split("</section>")[0])
    assert "Lindgrund : offen" in held
    assert "wirksam am Di, 11.05.2027" in page
    _, page = await kern.get(f"/item/{ref}?wirksam=2027-01-01")
    assert "Diesen Beschluss gab es noch nicht." in page
    assert (await kern.get(f"/item/{ref}?wirksam=nie"))[0] == 400


async def test_the_councils_are_shown_as_they_stood_on_a_day(kern: Visitor) -> None:
    ref = ratifying(kern.here)
    resolved(kern.here, ref)
    await kern.enter("p-kern")
    _, page = await kern.get("/raete?wirksam=2027-05-11")
    assert "In den Räten am 11.05.2027" in page
    assert (
        plain(page).count("zugestimmt 11.05.") == 4
    )  # by word of mouth, with conditions too
    _, page = await kern.get("/raete?wirksam=2027-05-10")
    assert "zugestimmt 11.05." not in plain(page)
    assert ref in page
    assert (
        "In den Räten liegt nichts" in (await kern.get("/raete?wirksam=2027-03-20"))[1]
    )


async def test_what_a_decision_rests_on_says_whether_it_changed_since(
    kern: Visitor,
) -> None:
    for line in ("Info: Preise steigen", "Info: Mengen bleiben"):
        await kern.say(line)
        await kern.say("ja")
    text = Sealed("Nach I1 und I2 verwerten wir gemeinsam; I99 gibt es nicht.")
    ref = opened(kern.here, text=text)
    await kern.say("I1 Korrektur: Preise fallen")
    await kern.say("ja")
    _, page = await kern.get(f"/item/{ref}")
    rests = plain(page.split('id="d-grounds"')[1].split("</section>")[0])
    assert "I1 : seither geändert" in rests
    assert "I2 : wie bei der Beschlussfassung" in rests
    assert "I99" not in rests
