"""The table of positions says who objects, as long as the objection stands."""

from __future__ import annotations

import re

from core.decision import commands as c
from core.sealed import Sealed
from tests.adapters.web.conftest import Visitor
from tests.ballots import do, opened


async def position(visitor: Visitor) -> str:
    """Return what the page says of Mühlau."""
    _, page = await visitor.get("/item/B1")
    table = page[page.index('id="d-positions"') :]
    found = re.search(r">Mühlau.*?<td>(.*?)</td>", table, re.DOTALL)
    assert found is not None
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


async def test_who_objects_has_not_said_nothing(vogt: Visitor) -> None:
    opened(vogt.here)
    assert await position(vogt) == "hat sich nicht geäußert"
    do(vogt.here, "muehlau", c.Object(reason=Sealed("Transportkosten zu hoch")))
    assert await position(vogt) == "erhebt Einwand (Nr. 1, noch offen)"
    do(vogt.here, "muehlau", c.WithdrawObjection(number=1))
    assert await position(vogt) == "hat sich nicht geäußert"
