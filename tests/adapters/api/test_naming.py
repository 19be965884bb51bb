"""What stays in the record for good names nobody, through whichever door it comes."""

from __future__ import annotations

import pytest

from tests.adapters.api.conftest import Software

COUNCIL = {"org": "birkfeld", "body": "gv"}
PROVEN = {**COUNCIL, "evidence": "minutes"}


async def proposed(who: Software) -> None:
    said = await who.post(
        "/decisions/propose",
        {"forum": "wasser", "title": "Brunnen", "text": "Brunnen gemeinsam prüfen"},
    )
    assert said.status == 201, said.json


@pytest.mark.parametrize(
    "act, body",
    [
        ("escalate", {"to": "{}", "reason": "Wir kommen nicht weiter"}),
        ("rule-not-paramount", {"number": 1, "by": "{}", "reason": "Anderes"}),
        ("record-referral", {**COUNCIL, "to": "{}"}),
        ("record-consultation", {**COUNCIL, "committee": "{}", "result": "Ja"}),
        ("submit-paper", {**COUNCIL, "paper": "{}"}),
        ("schedule-item", {**COUNCIL, "on": "2027-05-12", "item": "{}"}),
        ("record-approval", {**PROVEN, "ref": "{}"}),
        ("record-refusal", {**COUNCIL, "ref": "{}"}),
        ("recheck-approval", {**PROVEN, "ref": "{}"}),
        ("meet-condition", {"kind": "supervisory_notice", "ref": "{}"}),
    ],
)
async def test_a_known_family_name_stands_in_no_label(
    kern: Software, act: str, body: dict[str, object]
) -> None:
    await proposed(kern)
    for said, named in (("BM Vogt", True), ("Hauptausschuss", False)):
        filled = {name: said if v == "{}" else v for name, v in body.items()}
        answer = await kern.post(f"/decisions/B1/{act}", filled)
        assert answer.status in {403, 404, 409, 422}
        assert (answer.json["code"] == "names_a_person") == named, answer.json
