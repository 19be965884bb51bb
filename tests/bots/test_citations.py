"""A promise or a request names its decision, in both languages; and what stands."""

from __future__ import annotations

from datetime import date

import pytest

from bots.grammar import DEMO, intents, parse
from bots.grammar.answers import Question
from core.commitment import events as e
from projections import commitments
from projections.viewer import MACHINE
from tests.auenland import Auenland
from tests.bots.deciding import accepted, both, opened

TODAY = date(2027, 3, 17)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Angebot: Wir stellen die Waage bis 31.5., wegen B7", "Wir stellen die Waage"),
        ("Angebot zu B7: Wir stellen die Waage bis 31.5.", "Wir stellen die Waage"),
        ("Angebot an Lindgrund wegen B7: Waage stellen bis 31.5.", "Waage stellen"),
        ("Ich sage zu: Proben nehmen bis 31.5. wegen B7", "Proben nehmen"),
        ("Wir sagen zu, Proben zu nehmen, zu B7, bis 31.5.", "Proben zu nehmen"),
        ("B7 wir sagen zu: Proben nehmen bis 31.5.", "Proben nehmen"),
        ("Zu B7 sagen wir zu: Proben nehmen bis 31.5.", "Proben nehmen"),
        ("offer for B7: we lend the scales by 31 May", "we lend the scales"),
        ("offer: we lend the scales by 31 May, because of B7", "we lend the scales"),
        ("B7 we promise: samples by 31 May", "samples"),
        ("Bitte an Lindgrund zu B7: Mengen bis 31.5.", "Mengen"),
        ("Bitte an Lindgrund: Mengen (zu B7) bis 31.5.", "Mengen"),
        ("B7 Bitte an Lindgrund: Mengen bis 31.5.", "Mengen"),
        ("request to Lindgrund for B7: quantities by 31 May", "quantities"),
    ],
)
def test_a_line_names_the_decision_from_which_it_follows(line: str, text: str) -> None:
    said = parse(line, TODAY, DEMO)
    assert isinstance(said, intents.Offer | intents.Request)
    assert (said.cites, said.text, said.due) == ("B7", text, date(2027, 5, 31))


@pytest.mark.parametrize(
    "line",
    [
        "Angebot: Wir stellen die Waage bis 31.5.",
        "Angebot: Spülwagen zu Z3 stellen bis 31.5.",
        "Angebot: Entwurf B7 überarbeiten bis 31.5.",
    ],
)
def test_what_names_none_apart_cites_none(line: str) -> None:
    said = parse(line, TODAY, DEMO)
    assert isinstance(said, intents.Offer)
    assert said.cites == ""


@pytest.mark.parametrize(
    "line",
    ["Angebot: Waage stellen bis 31.5., wegen B7 und B9", "Angebot zu B7, B9: Waage"],
)
def test_more_than_one_decision_is_asked_about(line: str) -> None:
    said = parse(line, TODAY, DEMO)
    assert isinstance(said, intents.AskBack)
    assert (said.question, said.choices) == (Question.SEVERAL_ITEMS, ("B7", "B9"))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Z34 bleibt", intents.Uphold(ref="Z34")),
        ("Z34 bleibt trotzdem bestehen.", intents.Uphold(ref="Z34")),
        ("Z34 stands", intents.Uphold(ref="Z34")),
        ("Z34 stays as it is", intents.Uphold(ref="Z34")),
        ("Z34 freigeben", intents.Release(ref="Z34")),
        ("Z34 wir geben Sie frei", intents.Release(ref="Z34")),
        ("Z34 release", intents.Release(ref="Z34")),
        (
            "Z34 anpassen: bis 31.5., nur Anlage Nord",
            intents.Counter(ref="Z34", due=date(2027, 5, 31), text="nur Anlage Nord"),
        ),
        ("Z34 adjust: only North", intents.Counter(ref="Z34", text="only North")),
        (
            "Rahmenbedingung geändert: Neue Verordnung, betrifft B7 und B9",
            intents.FrameworkChange(text="Neue Verordnung", refs=("B7", "B9")),
        ),
        (
            "Rahmenbedingung zu B7: Neue Verordnung",
            intents.FrameworkChange(text="Neue Verordnung", refs=("B7",)),
        ),
        (
            "framework change on B7: new act",
            intents.FrameworkChange(text="new act", refs=("B7",)),
        ),
        (
            "framework change: new act, affects B7",
            intents.FrameworkChange(text="new act", refs=("B7",)),
        ),
    ],
)
def test_what_stands_and_what_has_changed_is_read(
    line: str, meant: intents.Intent
) -> None:
    assert parse(line, TODAY, DEMO) == meant


def test_what_is_not_a_whole_answer_is_not_taken_for_one() -> None:
    for line in ("Z34 bleibt offen", "Z34 bleibt, wenn B9 gilt", "Z34 anpassen"):
        said = parse(line, TODAY, DEMO)
        assert isinstance(said, intents.Unknown | intents.AskBack), line
    odd = parse("Z34 anpassen: bis 31.2.", TODAY, DEMO)
    assert isinstance(odd, intents.AskBack)


def test_what_a_clerk_prepares_names_it_once_the_mayor_confirms(
    here: Auenland,
) -> None:
    accepted(here)
    both(here, "p-lindner", "B1 wir sagen zu: Probenplan bis 31.10.")
    both(here, "p-lange", "Z1 einverstanden")
    with here.faden.reading() as db:
        (row,) = commitments.citing(db, MACHINE, "B1")
    assert (row.ref, row.state, row.holder) == ("Z1", "offered", "lindgrund")
    past = [r.event for r in here.faden.store.journal.stream("commitment:Z1")]
    assert isinstance(past[-1], e.Offered)
    assert past[-1].cites == "B1"


def test_nothing_follows_from_what_is_not_accepted_or_not_known(
    here: Auenland,
) -> None:
    opened(here)
    line = "Bitte an Mühlau zu {}: Fläche benennen bis 31.10."
    said = here.say("p-kern", line.format("B1"))
    assert "daraus kann nichts folgen" in said[-1]
    said = here.say("p-kern", line.format("B9"))
    assert "Einen Beschluss B9 kenne ich nicht" in said[-1]
    assert list(here.faden.store.journal.stream("commitment:Z1")) == []


def test_whoever_asks_where_nothing_is_in_doubt_reads_how_it_is(
    here: Auenland,
) -> None:
    both(here, "p-kern", "Bitte an Lindgrund: Mengen bis 30.4.")
    both(here, "p-lange", "Z1 machen wir")
    assert "Z1 steht" in here.say("p-lange", "Z1 bleibt")[-1]


def test_a_change_that_names_no_decision_says_how_to_name_one(here: Auenland) -> None:
    (said,) = here.say("p-lange", "Rahmenbedingung geändert: Neue Verordnung ab 2029")
    assert "Es ist kein Beschluss genannt." in said
    opened(here)
    line = "Rahmenbedingung geändert: Neue Verordnung, betrifft B1"
    said = here.say("p-lange", line)[-1]
    assert "Nicht in Kraft, deshalb keine Überprüfung: B1." in said


def test_a_change_that_puts_decisions_under_review_is_said_back(here: Auenland) -> None:
    accepted(here)
    for who in ("p-lange", "p-vogt", "p-mueller"):
        both(here, who, "B1 Gemeindevertretung: zugestimmt, TOP 1")
    before = here.faden.store.journal.head()
    line = "Rahmenbedingung geändert: Neue Verordnung, betrifft B1"
    echo = here.say("p-lange", line)[-1]
    assert echo.startswith(
        "Sie halten für Lindgrund fest, dass sich die Rahmenbedingungen geändert "
        "haben: Neue Verordnung. Damit wird überprüft: B1 („Klärschlamm"
    )
    assert here.faden.store.journal.head() == before
    said = here.say("p-lange", "ja")[-1]
    assert said.startswith("Notiert als I1: Neue Verordnung")
    assert "Deshalb wird überprüft: B1." in said
