"""What reached whom is one line in the history of a decision, without a key."""

from __future__ import annotations

from core.decision import commands as c
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.test_decisions import plain
from tests.ballots import do, opened


async def test_deliveries_are_one_line_and_show_no_key(kern: Visitor) -> None:
    opened(kern.here)
    for n, org in enumerate(("steintal", "lindgrund", "birkfeld")):
        do(
            kern.here,
            "kreis",
            c.Deliver(org=org, channel="chat", proof=f"reaction/{n}"),
        )
    await kern.enter("p-kern")
    page = plain((await kern.get("/item/B1"))[1])
    assert "Fassung 1 ist zugestellt an 3: Birkfeld, Lindgrund, Steintal." in page
    assert "reaction/" not in page
    steps = plain((await kern.get("/verlauf/B1"))[1])
    assert "Fassung 1 ist Birkfeld zugestellt." in steps
    assert "reaction/" not in steps
