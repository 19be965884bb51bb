"""What does not fit in a request is said in the language that was asked for."""

from __future__ import annotations

import pytest

from tests.adapters.api.conftest import Software
from tests.adapters.api.test_commands import REQUEST


@pytest.mark.parametrize(
    ("changes", "german", "english"),
    [
        ({"due": "30.4.2027"}, "kein Tag", "no day"),
        ({"what": 5}, "kein Text", "no text"),
        ({"what": None}, "kein Text", "no text"),
        ({"colour": "red"}, "kennt Faden hier nicht", "does not know"),
        ({"forum": ["wasser"]}, "kein Text", "no text"),
    ],
)
async def test_each_place_is_told_in_ones_own_language(
    kern: Software, changes: dict[str, object], german: str, english: str
) -> None:
    for language, said in (("de", german), ("en", english)):
        sent = {**REQUEST, **changes}
        answer = await kern.post("/commitments/request", sent, Accept_Language=language)
        assert answer.status == 422
        (one,) = answer.json["errors"]
        assert said in one["detail"]


async def test_what_is_missing_is_told(kern: Software) -> None:
    answer = await kern.post("/commitments/request", {}, Accept_Language="de")
    assert answer.json["errors"]
    for one in answer.json["errors"]:
        assert one["detail"] == "Das fehlt."


async def test_a_query_is_told_too(kern: Software) -> None:
    for query, said in (
        ("limit=0", "zu klein"),
        ("limit=5.0", "keine ganze Zahl"),
        ("open=1", "weder true noch false"),
    ):
        answer = await kern.get(f"/commitments?{query}", Accept_Language="de")
        (one,) = answer.json["errors"]
        assert said in one["detail"]
