"""What people type, and what is understood: the shipped examples and our own lines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bots.grammar import parse, to_json

DATA = Path(__file__).parent / "data"
TODAY = date(2027, 3, 17)  # a Wednesday


def rows(name: str) -> list[dict[str, Any]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("row", rows("utterances.jsonl"), ids=lambda r: r["text"])
def test_a_shipped_example_is_read_as_meant(row: dict[str, Any]) -> None:
    printed = to_json(parse(row["text"], date.fromisoformat(row["today"])))
    expected = {k: v for k, v in row.items() if k not in {"text", "today"}}
    assert {key: printed.get(key) for key in expected} == expected


@pytest.mark.parametrize("row", rows("german_dates.jsonl"), ids=lambda r: r["text"])
def test_a_shipped_date_is_read_as_meant(row: dict[str, Any]) -> None:
    printed = to_json(parse(row["text"], date.fromisoformat(row["today"])))
    assert printed["due"] == row["due"]


@pytest.mark.parametrize("row", rows("lines.jsonl"), ids=lambda r: r["said"])
def test_a_line_is_read_as_meant(row: dict[str, Any]) -> None:
    printed = to_json(parse(row["said"], TODAY))
    expected = {key: value for key, value in row.items() if key != "said"}
    assert {key: printed.get(key) for key in expected} == expected


def test_an_unknown_line_offers_the_three_likeliest_commands() -> None:
    printed = to_json(parse("Z 34 dauert noch", TODAY))
    assert printed["intent"] is None
    assert set(printed["suggestions"]) == {  # type: ignore[call-overload]
        "Z34 erst bis …",
        "Z34 später …",
        "Z34 Zwischenstand: …",
    }


def test_in_the_thread_of_a_card_the_item_need_not_be_named() -> None:
    assert to_json(parse("machen wir", TODAY, about="Z34"))["intent"] == "promise"
    assert to_json(parse("Fehlanzeige, mfG Meier", TODAY, about="F12"))["ref"] == "F12"
    assert to_json(parse("B7 einverstanden", TODAY, about="Z34"))["ref"] == "B7"
    assert to_json(parse("bis 15. Mai", TODAY, about="Z34"))["intent"] == "counter"


def test_the_text_of_a_request_is_kept_without_its_deadline() -> None:
    said = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4. Fertig heißt: je Anlage"
    printed = to_json(parse(said, TODAY))
    assert printed["text"] == "Schlammmengen 2024–26"
    assert printed["measure"] == "je Anlage"


def test_a_decision_proposal_is_taken_apart() -> None:
    said = "Beschlussvorschlag: Gemeinsam verwerten, Konsent, bis 12.5., Wiedervorlage "
    said += "2 Jahre"
    printed = to_json(parse(said, TODAY))
    assert printed["text"] == "Gemeinsam verwerten"
    assert printed["mode"] == "konsent"
    assert printed["review_on"] == "2029-03-17"


def test_a_message_of_a_hundred_thousand_characters_is_not_for_us() -> None:
    assert to_json(parse("Z34 machen wir " * 7000, TODAY))["intent"] is None
