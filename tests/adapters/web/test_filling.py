"""Forms on the pages of decisions: said as lines, and said back in the chat."""

from __future__ import annotations

from uuid import uuid4

from tests.adapters.web.conftest import Visitor
from tests.ballots import opened, ratifying, resolved
from tests.bots.deciding import kinds


def sent(form: str, **values: str) -> dict[str, str]:
    """Return what a browser sends."""
    fields = {f"field.{name}": value for name, value in values.items()}
    return {"ref": str(uuid4()), "form": form, **fields}


async def test_an_objection_is_filled_in_and_confirmed_in_the_chat(
    vogt: Visitor,
) -> None:
    opened(vogt.here)
    _, page = await vogt.get("/item/B1")
    assert "Was Sie jetzt tun können" in page
    assert 'action="/beschluss/B1"' in page
    _, page = await vogt.post("/beschluss/B1", sent("object", reason="zu teuer"))
    assert "Sie erheben für" in page
    await vogt.choose("Ja, Einwand erheben")
    assert kinds(vogt.here)[-1] == "ObjectionRaised"


async def test_what_is_missing_is_said_and_nothing_is_lost(vogt: Visitor) -> None:
    opened(vogt.here)
    status, page = await vogt.post("/beschluss/B1", sent("object", reason=" "))
    assert status == 422
    assert "Bitte ausfüllen." in page
    assert 'action="/beschluss/B1"' in page
    assert "ObjectionRaised" not in kinds(vogt.here)


async def test_a_decision_is_proposed_from_the_register(kern: Visitor) -> None:
    _, page = await kern.get("/beschluesse")
    assert "Beschluss vorschlagen …" in page
    values = {"text": "Brunnen gemeinsam prüfen", "mode": "Mehrheit"}
    _, page = await kern.post("/beschluss/neu", sent("propose", **values))
    assert "Regel" in page
    await kern.choose("Ja, vorschlagen")
    assert kinds(kern.here)[0] == "Drafted"


async def test_a_field_that_is_not_understood_never_becomes_text(
    kern: Visitor,
) -> None:
    wrong = {"effect": "ab drei", "review": "bald einmal", "options": "rot oder blau"}
    for name, value in wrong.items():
        values = {"text": "Bauhof gemeinsam betreiben", name: value}
        status, page = await kern.post("/beschluss/neu", sent("propose", **values))
        assert status == 422
        assert f"„{value}“ verstehe ich hier nicht" in page
        assert ">Bauhof gemeinsam betreiben</textarea>" in page
        assert f">{value}</textarea>" in page
        assert "Was soll beschlossen werden?" in page
    values = {"text": "Bauhof betreiben", "effect": "ab drei Kommunen"}
    status, _ = await kern.post("/beschluss/neu", sent("propose", **values))
    assert status == 200


async def test_only_what_is_offered_can_be_sent(
    vogt: Visitor, stranger: Visitor
) -> None:
    resolved(vogt.here, ratifying(vogt.here))
    await vogt.enter("p-vogt")
    assert (await vogt.post("/beschluss/B1", sent("rule", n="1")))[0] == 404
    assert (await vogt.post("/beschluss/B9", sent("object", reason="x")))[0] == 404
    assert (await stranger.post("/beschluss/B1", sent("object", reason="x")))[0] == 403
