"""Sentences that read as a polite, precise person would say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.commitment import events as e
from tests.auenland import Auenland, found

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."


def asked(here: Auenland, line: str = REQUEST) -> None:
    """Let coordination ask for something and confirm."""
    here.say("p-kern", line)
    here.say("p-kern", "ja")


def what(here: Auenland, ref: str) -> tuple[str, str]:
    """Return the forum and the text of a request as they were written."""
    (event,) = (r.event for r in here.faden.store.journal.stream(f"commitment:{ref}"))
    assert isinstance(event, e.Requested)
    return event.forum, event.what.text or ""


@pytest.mark.parametrize(
    "line",
    [
        "Bitte an Lindgrund im Forum Wasser: Pläne bis 30.4.",
        "Bitte an Lindgrund: Pläne bis 30.4. (Forum Wasser)",
        "Bitte an Lindgrund: Pläne im Forum Wasser bis 30.4.",
        "request to Lindgrund in the forum Wasser: Pläne by 30 April",
    ],
)
def test_a_forum_that_is_named_is_where_it_is_asked(here: Auenland, line: str) -> None:
    asked(here, line)
    assert what(here, "Z1") == ("wasser", "Pläne")


def test_what_is_for_a_forum_stays_in_the_text(here: Auenland) -> None:
    asked(here, "Bitte an Lindgrund: Pläne für das Forum Wasser bis 30.4.")
    assert what(here, "Z1") == ("wasser", "Pläne für das Forum Wasser")


def test_a_forum_may_be_declined_and_asked_as_a_whole(tmp_path: Path) -> None:
    here = found(tmp_path / "data", forum_name="Strategisches Forum Wasser")
    asked(here, "Bitte an Lindgrund im Strategischen Forum Wasser: Pläne bis 30.4.")
    assert what(here, "Z1") == ("wasser", "Pläne")
    (echo,) = here.say("p-kern", "Bitte an das Forum Wasser: Pläne bis 30.4.")
    assert "Auenburg" in echo
    assert "Mühlau" in echo
    here.faden.close()


def test_a_forum_name_is_not_bent_into_a_sentence(tmp_path: Path) -> None:
    here = found(tmp_path / "data", forum_name="Strategisches Forum Wasser")
    asked(here)
    assert here.news("p-lindner")[0].startswith(
        "Z1 – Strategisches Forum Wasser: Bitte an Lindgrund um Schlammmengen 2024–26 "
        "bis Fr, 30.04."
    )
    asked(here, "Bitte an Lindgrund: Pläne prüfen bis 30.4.")
    assert here.news("p-lindner")[0].startswith(
        "Z2 – Strategisches Forum Wasser: Bitte an Lindgrund: Pläne prüfen – bis "
        "Fr, 30.04."
    )
    here.faden.close()


def test_an_addressee_nobody_knows_is_asked_about(here: Auenland) -> None:
    (said,) = here.say("p-kern", "Bitte an Umland: Pläne bis 30.4.")
    assert said.startswith("Wer zu „Umland“ gehört, weiß ich noch nicht.")
    assert "Bitte an Auenburg, Lindgrund: … bis …" in said


def test_a_reason_is_quoted_as_their_words(here: Auenland) -> None:
    asked(here)
    echo = here.say("p-lange", "Z1 erst bis 15. Mai, Kollege fällt aus")[-1]
    assert "Sa, 15.05.2027 statt Fr, 30.04. vor: „Kollege fällt aus“." in echo
    here.say("p-lange", "ja")
    card = here.news("p-kern")[-1].split("\n")[0]
    assert card == "Lindgrund schlägt für Z1 Sa, 15.05. vor: „Kollege fällt aus“."


def test_a_request_taken_back_is_said_to_be_gone(here: Auenland) -> None:
    asked(here)
    here.news("p-lindner")
    gone = "Zurückgenommen: Z1 (Schlammmengen 2024–26) gilt nicht mehr."
    assert here.say("p-kern", "zurücknehmen")[0].startswith(gone)
    assert here.news("p-lindner")[-1].startswith(gone)


def test_a_hand_over_before_the_promise_is_shown_the_way(here: Auenland) -> None:
    asked(here)
    said = here.say("p-lindner", "Z1 übergeben an Mühlau")[-1]
    assert "ist noch nicht zugesagt" in said
    assert "„Z1 machen wir“" in said
    assert "„Z1 geht nicht, …“" in said


@pytest.mark.parametrize("line", [REQUEST, "Z1 machen wir", "Info: ich war da"])
def test_an_auditor_is_told_what_can_be_asked(here: Auenland, line: str) -> None:
    asked(here)
    (said,) = here.say("p-pruefer", line)
    assert said.startswith("Sie prüfen für Kreis Auenland und lesen mit;")
    assert "„Was ist offen?“" in said
