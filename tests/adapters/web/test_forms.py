"""A form in the chat is its typed line with fields; no script is needed."""

from __future__ import annotations

import re
from uuid import uuid4

from adapters.letters import letter_of
from bots.message import Form, FormField, Message
from bots.ports import Post
from tests.adapters.web.conftest import Visitor

FORM = Form(
    id="tell",
    label="Ausfüllen",
    twin="Info: ",
    fields=(
        FormField(id="need", label="Bedarf", kind="choice", options=("ja", "nein")),
        FormField(id="cost", label="Betrag", kind="number", unit="€", required=False),
    ),
)


async def filled(visitor: Visitor, **values: str) -> str:
    """Send the form with ``values``; return the page that follows."""
    post = Post(key="card/1", person="p-kern", message=Message(parts=(FORM,)))
    faden = visitor.here.faden
    faden.store.office.outbox.put(
        [letter_of(post, "web")], visitor.here.watch()
    ).result()
    _, page = await visitor.get("/")
    sent = re.search(r'action="/form".*?</form>', page, re.DOTALL)
    assert sent is not None
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', sent[0]))
    fields |= {f"field.{name}": value for name, value in values.items()}
    return (await visitor.post("/form", {**fields, "form": "tell"}))[1]


def noted(visitor: Visitor) -> int:
    return len(visitor.here.faden.store.journal.stream("information:I1"))


async def test_sending_a_form_is_saying_its_line(kern: Visitor) -> None:
    page = await filled(kern, need="ja", cost=" 180.000 ")
    assert "Info: Bedarf: ja; Betrag: 180.000" in page
    assert noted(kern) == 1


async def test_what_may_stay_empty_may_stay_empty(kern: Visitor) -> None:
    assert "Info: Bedarf: ja" in await filled(kern, need="ja")
    assert noted(kern) == 1


async def test_what_does_not_fit_is_said_field_by_field(kern: Visitor) -> None:
    page = await filled(kern, need="vielleicht", cost="viel")
    assert "Noch wurde nichts geschrieben" in page
    assert "Bitte eine der Antworten wählen." in page
    assert "Bitte eine Zahl schreiben" in page
    assert noted(kern) == 0


async def test_a_form_of_somebody_else_is_not_taken(
    kern: Visitor, vogt: Visitor
) -> None:
    await filled(kern, need="ja")
    fields = {"card": "card/1", "form": "tell", "field.need": "nein"}
    _, page = await vogt.post("/form", {"ref": str(uuid4()), **fields})
    assert "Diese Karte gibt es nicht mehr." in page


async def test_a_form_that_was_never_offered_is_not_taken(kern: Visitor) -> None:
    await filled(kern, need="ja")
    fields = {"card": "card/1", "form": "other", "field.need": "nein"}
    _, page = await kern.post("/form", {"ref": str(uuid4()), **fields})
    assert "Das bietet diese Karte nicht an." in page
    assert noted(kern) == 1


async def test_a_form_that_is_too_long_is_given_back(kern: Visitor) -> None:
    fields = {"card": "card/1", "form": "tell", "field.need": "x" * 20_001}
    status, _ = await kern.post("/form", {"ref": str(uuid4()), **fields})
    assert status == 413
