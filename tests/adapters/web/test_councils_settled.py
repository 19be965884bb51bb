"""What councils have settled stays to be read below what they still have."""

from __future__ import annotations

from datetime import date
from typing import Final

from core.decision import commands as c
from core.decision.councils import SOME_BODY
from core.decision.kinds import Evidence
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.test_decisions import plain
from tests.ballots import MAYORS, body, do, opened, say

YES: Final = ("lindgrund", "birkfeld", "muehlau")


async def test_once_all_have_resolved_the_refusal_is_still_shown(kern: Visitor) -> None:
    here = kern.here
    for org in MAYORS:
        body(here, org, date(2027, 5, 20))
    ref = opened(here)
    say(here, ref)
    here.watch.forward(days=15)
    do(here, "kreis", c.Close(), c.StartRatification(), ref=ref)
    for org in MAYORS:
        do(here, org, c.SubmitPaper(org=org, body="gv"), ref=ref)
    await kern.enter("p-kern")
    assert "Abgeschlossen" not in plain((await kern.get("/raete"))[1])
    for org in YES:
        proven = c.RecordApproval(
            org=org, body="gv", evidence=Evidence.MINUTES, ref="TOP 7"
        )
        do(here, org, proven, ref=ref)
    do(here, "steintal", c.RecordRefusal(org="steintal", body="gv"), ref=ref)
    for command in (c.SubmitPaper, c.RecordRefusal):
        do(here, "kreis", command(org="auenburg", body=SOME_BODY), ref=ref)
    page = plain((await kern.get("/raete"))[1])
    assert "In den Räten liegt nichts" in page
    assert "Abgeschlossen 1" in page
    assert "✕ abgelehnt" in page.partition("Abgeschlossen 1")[2]
