"""Whatever is too long comes back with the form, the text and the limit."""

from __future__ import annotations

from uuid import uuid4

import pytest

from bots.grammar import MAX_LENGTH
from tests.adapters.web.conftest import Visitor

LONG = "Wort " * 5_100
SHOWN = LONG.strip()


@pytest.mark.parametrize(
    ("path", "form", "field"),
    [
        ("/tun/bitte/sagen", {"to": "Lindgrund", "due": "2027-04-30"}, "what"),
        ("/tun/info/sagen", {}, "what"),
        ("/beschluss/neu", {"mode": "Mehrheit"}, "text"),
    ],
)
async def test_a_form_comes_back_with_text_and_reason(
    kern: Visitor, path: str, form: dict[str, str], field: str
) -> None:
    fields = {f"field.{name}": value for name, value in {**form, field: LONG}.items()}
    sent = {"ref": str(uuid4()), "form": "propose", **fields}
    status, page = await kern.post(path, sent)
    assert status == 422
    assert f">{SHOWN}</textarea>" in page
    assert f"möglich sind {MAX_LENGTH}" in page
    assert f'id="w-{field}"' in page


async def test_the_name_of_a_token_is_not_cut(kern: Visitor) -> None:
    long = "N" * 5_000
    fields = {"label": long, "scope-read": "1", "days": "31"}
    status, page = await kern.post("/zugang", fields)
    assert (status, f'value="{long}"' in page) == (422, True)
    assert "kürzen" in page
