"""Questions to the record: number, day, status and source, or what to try next."""

from __future__ import annotations

from bots.digests import items
from bots.message import Message
from core import forum, organisation, region
from core.facts import Seat
from core.person import Language, SetPreferences
from core.sealed import Sealed
from tests.auenland import Auenland
from tests.bots.asked import opened
from tests.bots.digested import kept, newest, overview, promised


def told(here: Auenland) -> None:
    """Let something be promised, asked, answered and known about sludge."""
    promised(here)
    here.say("p-stein", "Info: Klärschlamm trocknet in Steintal auf der Deponie")
    opened(here, "Abfrage an alle: Wer trocknet Klärschlamm selbst? bis 30.4.")
    here.say("p-lindner", "F1: ja")
    here.say("p-kern", "F1 veröffentlichen: Eine Kommune trocknet")
    here.say("p-kern", "ja")


def test_what_is_known_is_cited_with_number_day_status_and_source(
    here: Auenland,
) -> None:
    told(here)
    assert overview(here, "p-vogt", "Was wissen wir zu Klärschlamm?") == [
        "Zu „Klärschlamm“ habe ich gefunden:",
        (
            "F1 „Wer trocknet Klärschlamm selbst?“ – Kreis Auenland, 17.03.2027; "
            "Ergebnis veröffentlicht, Antworten: 1 von 5. Ergebnis: Antwort: "
            "ja: 1 (eine Antwort)."
        ),
        (
            "I1 „Klärschlamm trocknet in Steintal auf der Deponie“ – Befund, "
            "Steintal, 17.03.2027; aktuell."
        ),
    ]
    assert items(newest(here, "p-vogt")) == ("F1", "I1")
    assert (
        "Z1 „Schlammmengen 2024–26“ – Lindgrund für Kreis Auenland, 17.03.2027; "
        in (overview(here, "p-vogt", "Suche Schlammmengen")[1])
    )


def test_of_a_place_what_it_owes_and_is_owed_is_told_as_well(here: Auenland) -> None:
    promised(here)
    here.say("p-lindner", "Info: Lindgrund mäht die Deiche im Mai")
    for line in ("Was wissen wir zu Lindgrund?", "Zeig mir alles zu Lindgrund"):
        said = overview(here, "p-vogt", line)
        assert said[0] == "Zu „Lindgrund“ habe ich gefunden:"
        assert said[1].startswith("I1 „Lindgrund mäht")
        assert said[2] == "Offen bei „Lindgrund“:"
        assert said[3].startswith("Z1 „Schlammmengen 2024–26“ – Lindgrund für Kreis")
    said = overview(here, "p-vogt", "Was wissen wir zum Kreis Auenland?")
    assert said[0] == "Offen bei „Kreis Auenland“:"


def test_nothing_found_says_what_to_try_next(here: Auenland) -> None:
    (said,) = overview(here, "p-vogt", "Was wissen wir zu Windkraft?")
    assert said.startswith("Zu „Windkraft“ nichts gefunden.")
    choice = newest(here, "p-vogt").choice("ask")
    assert choice is not None
    assert choice.fill
    assert choice.twin == "Abfrage an alle: Was wissen Sie zu Windkraft?"


def test_who_does_it_is_named_first_and_open_things_before_done_ones(
    here: Auenland,
) -> None:
    kept(here)
    here.say("p-kern", "Bitte an Birkfeld: Schlammmengen 2027 bis 30.4.")
    here.say("p-kern", "ja")
    assert overview(here, "p-vogt", "Wer macht die Schlammmengen?") == [
        "Zu „Schlammmengen“ ist eingetragen:",
        "Z2 Birkfeld – Schlammmengen 2027: angefragt, bis Fr, 30.04.",
        "Z1 Lindgrund – Schlammmengen 2024–26: erledigt.",
    ]


def test_where_nobody_promised_it_what_is_known_is_cited(here: Auenland) -> None:
    here.say("p-stein", "Info: Die Kehrmaschine steht in Steintal")
    (_, line) = overview(here, "p-vogt", "Wer macht die Kehrmaschine?")
    assert line.startswith("I1 „Die Kehrmaschine steht in Steintal“")


def test_what_is_open_is_answered_for_an_organisation_a_forum_and_a_topic(
    here: Auenland,
) -> None:
    promised(here)
    line = (
        "Z1 „Schlammmengen 2024–26“ – Lindgrund für Kreis Auenland, 17.03.2027; "
        "zugesagt, bis Fr, 26.03."
    )
    for topic in ("Lindgrund", "Forum Wasser", "Schlammmengen"):
        said = overview(here, "p-vogt", f"Was ist noch offen bei {topic}?")
        assert said[-1] == line, topic
    (nothing,) = overview(here, "p-vogt", "Was ist noch offen bei Steintal?")
    assert nothing == "Bei „Steintal“ ist nichts offen."


def test_nothing_that_is_not_for_the_asker_is_cited(here: Auenland) -> None:
    here.say("p-kern", "Bitte an Lindgrund: Trocknungsanlage prüfen bis 30.4.")
    here.say("p-kern", "ja")
    here.say("p-lindner", "Z1 machen wir")  # a draft: nobody else's business
    said = overview(here, "p-vogt", "Wer macht die Trocknungsanlage?")[1]
    assert "zugesagt" not in said
    assert "Lindgrund" in said


def test_asking_writes_nothing(here: Auenland) -> None:
    told(here)
    head = here.faden.store.journal.head()
    for line in (
        "Was wissen wir zu Klärschlamm?",
        "Wer macht Klärschlamm?",
        "Stand Z1",
    ):
        here.say("p-vogt", line)
    assert here.faden.store.journal.head() == head


def test_questions_are_answered_in_english_as_well(here: Auenland) -> None:
    told(here)
    here.order("person:p-vogt", SetPreferences(language=Language.ENGLISH))
    said = overview(here, "p-vogt", "What do we know about Klärschlamm?")
    assert said[0] == "On “Klärschlamm” I found:"
    assert "result published, 1 of 5 have answered" in said[1]
    assert overview(here, "p-vogt", "digest")[0].endswith(":")
    assert isinstance(newest(here, "p-vogt"), Message)


def test_what_is_open_is_asked_of_a_place_without_its_addition(here: Auenland) -> None:
    place, seats = "heringen", {"heringen": Seat.VOTE}
    here.order(
        f"organisation:{place}",
        organisation.Register(
            name="Heringen (Werra)", kind=organisation.OrganisationKind.TOWN
        ),
    )
    here.order("region:auenland", region.InviteOrganisation(org=place))
    joined = region.Join(org=place, basis=Sealed("Schreiben"))
    here.order("region:auenland", joined)
    here.order("forum:wasser", forum.SetSeats(seats=seats))
    here.say("p-kern", "Bitte an Heringen: Pläne schicken, bis 30.4.")
    here.say("p-kern", "ja")
    assert "Z1 " in here.say("p-kern", "Was ist offen bei Heringen?")[-1]
