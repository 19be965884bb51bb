"""What the bot does with what people say, and what it never does."""

from __future__ import annotations

import pytest

from bots.heard import Chosen
from core.ports import Via
from tests.auenland import Auenland, options

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."


def head(here: Auenland) -> int:
    """Return how many events there are."""
    return here.faden.store.journal.head()


def asked(here: Auenland, line: str = REQUEST) -> None:
    """Let coordination ask for something and confirm."""
    here.say("p-kern", line)
    here.say("p-kern", "ja")


def test_nothing_that_binds_is_written_without_a_yes(here: Auenland) -> None:
    before = head(here)
    here.say("p-kern", REQUEST)
    assert head(here) == before
    here.say("p-kern", "ja")
    assert head(here) == before + 1


def test_a_no_writes_nothing(here: Auenland) -> None:
    before = head(here)
    here.say("p-kern", REQUEST)
    assert here.say("p-kern", "nein") == ["Gut, es wurde nichts geschrieben."]
    here.say("p-kern", "ja")
    assert head(here) == before


def test_several_organisations_get_one_item_each_after_one_echo(here: Auenland) -> None:
    echo = here.say("p-kern", "Bitte an Birkfeld und Mühlau: Pläne schicken bis 15.6.")
    assert len(echo) == 1
    replies = here.say("p-kern", "ja")
    assert [reply.split(":")[0] for reply in replies] == [
        "Notiert als Z1",
        "Notiert als Z2",
    ]


def test_the_same_click_five_times_is_one_act_with_one_reply(here: Auenland) -> None:
    asked(here)
    key, card = here.thread("p-lindner")[-1]
    (promise,) = [o for o in options(card) if o.id == "promise"]
    who = "p-lindner"
    before, read = head(here), len(here.thread(who))
    for _ in range(5):
        ref = f"{key}/{promise.id}/{who}"
        here.hear(Chosen(ref=ref, person=who, via=Via.WEB, card=key, choice=promise.id))
    assert head(here) == before + 1
    assert len(here.thread(who)) == read + 1


def test_a_message_delivered_five_times_is_handled_once(here: Auenland) -> None:
    for _ in range(5):
        here.say("p-kern", REQUEST, ref="platform:1")
    assert len(here.thread("p-kern")) == 1


def test_a_button_of_a_card_that_has_moved_on_does_nothing(here: Auenland) -> None:
    asked(here)
    key, _ = here.thread("p-lindner")[-1]
    here.say("p-lange", "Z1 erst bis 10.5.")
    here.say("p-lange", "ja")
    before = head(here)
    here.hear(
        Chosen(ref="late", person="p-lindner", via=Via.WEB, card=key, choice="promise")
    )
    assert head(here) == before


def test_somebody_elses_card_cannot_be_pressed(here: Auenland) -> None:
    asked(here)
    key, _ = here.thread("p-lindner")[-1]
    before = head(here)
    here.hear(Chosen(ref="x", person="p-roth", via=Via.WEB, card=key, choice="promise"))
    assert head(here) == before
    assert here.news("p-roth")[0].startswith("Diese Karte gibt es nicht mehr.")


def test_taking_back_within_fifteen_minutes(here: Auenland) -> None:
    asked(here)
    here.say("p-lange", "Z1 machen wir")
    here.say("p-lange", "ja")
    assert here.say("p-lange", "zurücknehmen")[0].startswith(
        "Zurückgenommen: Z1 steht wieder wie zuvor."
    )
    assert "Machen wir" in "\n".join(here.say("p-lange", "Stand Z1"))


def test_the_sixteenth_minute_is_too_late(here: Auenland) -> None:
    asked(here)
    here.say("p-lange", "Z1 machen wir")
    here.say("p-lange", "ja")
    here.watch.forward(minutes=16)
    before = head(here)
    assert "15 Minuten" in here.say("p-lange", "Z1 zurücknehmen")[0]
    assert head(here) == before


def test_two_people_accepting_at_once_is_one_act(here: Auenland) -> None:
    asked(here)
    here.say("p-lange", "Z1 machen wir")
    here.say("p-lange", "ja")
    here.say("p-lindner", "Z1 erledigt: liegt im Ordner")
    here.say("p-kern", "Z1 passt", ref="one")
    here.say("p-kern", "ja 2")
    before = head(here)
    again = here.say("p-kern", "Z1 passt")
    assert head(here) == before
    here.say("p-kern", "ja")
    assert head(here) == before
    assert again


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("Z99 passt", "Z99 kenne ich nicht."),
        ("Bitte an Lindgrund: Pläne bis 31.2.", "31.2."),
        ("Bitte an Lindgrund: Pläne bis 1.3.2027", "schon vorbei"),
        ("Bitte an Entenhausen: Pläne bis 30.4.", "Entenhausen"),
        ("B7 einverstanden", "B7 kenne ich nicht."),
        ("Buche Spülwagen vom 12.4. bis 14.4.", "Das kann ich noch nicht."),
        ("F12 Fehlanzeige", "F12 kenne ich nicht."),
        ("Der Saal ist ab 10 offen", "Das habe ich nicht verstanden."),
        ("Guten Morgen zusammen", "Guten Tag!"),
        ("hello", "Guten Tag!"),
        ("Vielen Dank!", "Gern geschehen."),
        ("Z1 erst nach dem 15. Mai", "Welcher Tag ist mit"),
        ("xyzzy", "„Hilfe“ zeigt, was Sie schreiben können."),
        ("Z1 machen wir, wenn das Wetter hält", "Z1"),
        ("ja", "Gerade wartet nichts auf Ihre Antwort"),
        ("Bitte an Lindgrund: " + "x" * 100_000 + " bis 30.4.", "100"),
        ("Дай мне отчёт", "Das habe ich nicht verstanden."),
    ],
)
def test_what_cannot_be_done_is_said_and_writes_nothing(
    here: Auenland, line: str, hint: str
) -> None:
    before = head(here)
    reply = "\n".join(here.say("p-kern", line))
    assert hint in reply
    assert head(here) == before


def test_who_has_no_mandate_is_told_the_way(here: Auenland) -> None:
    assert "noch kein Mandat" in here.say("p-nobody", "Hilfe")[0]


def test_english_is_complete_for_whoever_wants_it(here: Auenland) -> None:
    from core.person import Language, Register, SetPreferences

    english = SetPreferences(language=Language.ENGLISH, register=Register.FORMAL)
    here.order("person:p-kern", english)
    echo = here.say("p-kern", "request to Lindgrund: sludge volumes by 30 April")
    assert echo[0].startswith("For Kreis Auenland you ask Lindgrund (Wasser): sludge")
    assert here.say("p-kern", "yes")[0].startswith("Noted as Z1: Lindgrund")


def test_what_is_confirmed_is_said_with_its_own_day(here: Auenland) -> None:
    asked(here)
    here.say("p-lindner", "Z1 erst bis 15. Mai")
    echo = here.say("p-lange", "Z1 einverstanden")[-1]
    assert "Vorschlag Sa, 15.05. statt Fr, 30.04." in echo
    assert "[Ja, bestätigen]" in echo
