"""The register of decisions as a page: on a day, filtered, and as it was known."""

from __future__ import annotations

import re

from core.decision import commands as c
from core.decision.kinds import Evidence
from core.ports import Circle
from tests.adapters.web.conftest import Visitor
from tests.ballots import do, proposal, ratifying, resolved


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
    _, page = await kern.get(f"/beschluesse?state=holds&am={today.isoformat()}")
    assert "Klärschlamm" in page
    assert "Nach heutigem Kenntnisstand" in page
    _, page = await kern.get("/beschluesse?state=holds&am=2027-04-05")
    assert "Hier gibt es keinen Beschluss" in page
    _, page = await kern.get("/beschluesse?am=2027-04-02")
    assert "in den Räten" in plain(page)
    assert "Gilt jetzt" in (await kern.get("/?part=holds"))[1]
    _, page = await kern.get("/beschluesse?am=nie&state=x&before=y")
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
    assert "alle auf der Stimmliste und die Koordination" in page
