"""A link by hand: nobody is locked out, nobody enters unnoticed as somebody else."""

from __future__ import annotations

import re
from uuid import uuid4

from adapters.office.signins import What
from adapters.web.door import Door
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.doorway import open_door
from tests.auenland import Auenland

GIVEN = "Link zum Anmelden von Hand gegeben durch Frau Kern"


def link_in(page: str) -> str:
    """Return where the link that a page shows leads to; empty: it shows none."""
    shown = re.search(r"<kbd>http://[^/<]+(/enter/[^<]+)</kbd>", page)
    return shown[1] if shown else ""


async def test_whoever_has_no_other_way_in_gets_a_link_from_coordination(
    kern: Visitor, lange: Visitor
) -> None:
    await lange.post("/leave", {})
    _, page = await kern.get("/mitglieder")
    assert "Link zeigen, mit dem BM Lange sich anmeldet" in page
    _, page = await kern.post("/mitglieder/link", {"person": "p-lange"})
    assert "BM Lange kann sich mit diesem Link anmelden" in page
    status, page = await lange.post(link_in(page), {})
    assert (status, "BM Lange" in page) == (200, True)


async def test_their_person_reads_who_gave_it(
    here: Auenland, kern: Visitor, lange: Visitor
) -> None:
    await kern.post("/mitglieder/link", {"person": "p-lange"})
    assert GIVEN in (await lange.get("/anmeldungen"))[1]
    assert "Frau Kern hat von Hand einen Link gegeben" in (await lange.get("/"))[1]
    assert GIVEN not in (await kern.get("/anmeldungen"))[1]
    (newest, *_) = here.faden.store.office.signins.newest(1, "p-lange")
    assert newest.what is What.GIVEN


async def test_first_steps_give_it_too_and_say_that_it_is_told(
    kern: Visitor, lange: Visitor
) -> None:
    fields = {"ref": str(uuid4()), "org": "lindgrund", "role": "mayor"}
    _, page = await kern.post("/anfang/personen", {"name": "BM Lange", **fields})
    assert link_in(page)
    assert "steht bei den Anmeldungen von BM Lange" in page
    assert GIVEN in (await lange.get("/anmeldungen"))[1]


async def test_whoever_gets_links_by_mail_gets_none_by_hand(here: Auenland) -> None:
    async with (
        open_door(here, Door(mail=True)) as server,
        Visitor(here, server) as kern,
        Visitor(here, server) as lange,
    ):
        await kern.enter("p-kern")
        await lange.enter("p-lange")
        identities = here.faden.store.office.identities
        identities.put_mail("p-lange", "l@l.example", here.watch()).result()
        _, page = await kern.get("/mitglieder")
        assert "mit dem BM Lange sich anmeldet" not in page
        assert "mit dem BM Vogt sich anmeldet" in page
        wanted = {"person": "p-lange"}
        status, page = await kern.post("/mitglieder/link", wanted)
        assert (status, link_in(page)) == (422, "")
        assert "bekommt Links an die Mailadresse" in page
        await kern.post("/mitglieder/mail", {**wanted, "address": ""})
        assert link_in((await kern.post("/mitglieder/link", wanted))[1])
        assert (
            "Mailadresse ausgetragen durch Frau Kern"
            in (await lange.get("/anmeldungen"))[1]
        )


async def test_a_newcomers_link_is_their_first_and_told_to_nobody(
    here: Auenland, kern: Visitor
) -> None:
    fields = {"ref": str(uuid4()), "org": "birkfeld", "role": "clerk"}
    _, page = await kern.post("/anfang/personen", {"name": "Frau Neu", **fields})
    assert link_in(page)
    assert "steht bei den Anmeldungen" not in page
    assert not here.faden.store.office.signins.newest(1, "p-neu")


async def test_only_coordination_gives_links_and_only_to_whoever_acts(
    kern: Visitor, vogt: Visitor
) -> None:
    assert (await vogt.post("/mitglieder/link", {"person": "p-lange"}))[0] == 404
    assert (await kern.post("/mitglieder/link", {"person": "p-nobody"}))[0] == 404
    assert "mit dem" not in (await vogt.get("/mitglieder"))[1]
