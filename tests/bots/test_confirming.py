"""What was prepared or entered waits for whoever may confirm it, and says so."""

from __future__ import annotations

from core.commitment import events as e
from tests.auenland import Auenland, options

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."


def prepared(here: Auenland, line: str = "Z1 machen wir") -> None:
    """Let the clerk of Lindgrund prepare an answer to a request."""
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    here.say("p-lindner", line)
    here.news("p-lange")


def entered(here: Auenland, due: str = "30.4.") -> list[str]:
    """Let coordination enter a promise of Steintal; return what it reads."""
    here.say("p-kern", f"Bitte an Steintal: Hydrantenliste bis {due}")
    here.say("p-kern", "ja")
    echo = here.say("p-kern", "Z1 machen wir für Steintal, Telefon BM Roth")
    return [*echo, *here.say("p-kern", "ja")]


def buttons(here: Auenland, who: str) -> list[str]:
    """Return the labels of the newest message."""
    return [option.label for option in options(here.thread(who)[-1][1])]


def kinds(here: Auenland) -> list[type[object]]:
    return [type(r.event) for r in here.faden.store.journal.stream("commitment:Z1")]


def test_a_plain_yes_points_to_what_waits_for_confirmation(here: Auenland) -> None:
    prepared(here)
    for line in ("ja", "nein"):
        said, card = here.say("p-lange", line)
        assert said == (
            "Ihre Antwort kann ich so nicht zuordnen; geschrieben wurde nichts. Auf "
            "Ihre Bestätigung wartet: Z1. Bitte antworten Sie „Z1 einverstanden“ oder "
            "„Z1 geht nicht“."
        )
        assert "[Zusagen] – Z1 einverstanden" in card
    assert kinds(here) == [e.Requested, e.Drafted]
    here.choose("p-lange", "Zusagen")
    assert kinds(here) == [e.Requested, e.Drafted, e.Promised]


def test_a_plain_yes_names_everything_that_waits(here: Auenland) -> None:
    prepared(here)
    here.say("p-kern", "Bitte an Lindgrund: Pläne bis 5.5.")
    here.say("p-kern", "ja")
    here.say("p-lindner", "Z2 geht nicht")
    here.news("p-lange")
    (said,) = here.say("p-lange", "ja")
    assert "„Z1 einverstanden“ oder „Z1 geht nicht“" in said
    assert "„Z2 einverstanden“ oder „Z2 geht nicht“" in said


def test_for_others_a_plain_yes_still_means_nothing(here: Auenland) -> None:
    prepared(here)
    (said,) = here.say("p-roth", "ja")
    assert said.startswith("Gerade wartet nichts auf Ihre Antwort")


def test_who_may_not_confirm_is_told_who_can(here: Auenland) -> None:
    prepared(here, "Z1 erst bis 15. Mai")
    (card,) = here.say("p-lindner", "Stand Z1")[-1:]
    assert "Bestätigen kann es BM Lange." in card
    assert buttons(here, "p-lindner") == ["So nicht"]
    here.say("p-lange", "Stand Z1")
    assert buttons(here, "p-lange") == ["Bestätigen", "So nicht"]


def test_what_waits_is_listed_with_the_day_it_would_mean(here: Auenland) -> None:
    prepared(here, "Z1 erst bis 15. Mai")
    mine = here.say("p-lange", "Was ist offen?")[-1].split("\n")
    assert mine[0] == "Wartet auf Ihre Bestätigung:"
    assert "Vorschlag Sa, 15.05. statt Fr, 30.04." in mine[1]
    theirs = here.say("p-lindner", "Was ist offen?")[-1].split("\n")
    assert theirs[0] == "Wartet auf Bestätigung durch andere:"
    assert theirs[1].endswith("Bestätigen kann es BM Lange.")


def test_an_entry_for_others_names_the_day_from_which_it_binds(here: Auenland) -> None:
    echo, written = entered(here)
    bound = "sobald es bestätigt ist oder wenn bis Fr, 02.04.2027 niemand widerspricht."
    assert bound in echo
    assert "oder bis Fr, 02.04. niemand widerspricht." in written
    assert bound in here.news("p-roth")[-1]
    assert "nach dem Termin" not in echo


def test_a_period_that_ends_after_the_due_day_is_said(here: Auenland) -> None:
    late = "Das liegt nach dem Termin Do, 01.04.2027"
    assert late in entered(here, "1.4.")[0]
    assert late in here.news("p-roth")[-1]


def test_a_period_that_ends_on_the_due_day_is_in_time(here: Auenland) -> None:
    assert "nach dem Termin" not in entered(here, "2.4.")[0]


def test_a_clerk_reads_an_entry_for_the_mayor_without_buttons(here: Auenland) -> None:
    entered(here)
    here.say("p-stein", "Stand Z1")
    assert buttons(here, "p-stein") == []


def test_whoever_prepares_another_day_reads_it_and_may_take_it_back(
    here: Auenland,
) -> None:
    here.say("p-kern", "Bitte an Birkfeld: Mengen liefern bis 30.4.")
    here.say("p-kern", "ja")
    said = here.say("p-birke", "Z1 erst bis 15. Mai")[-1]
    assert "Vorbereitet: " in said
    assert "15.05." in said
    assert here.choose("p-birke", "So nicht")
    assert not any("vorbereitet" in line for line in here.say("p-birke", "Z1"))


def test_what_is_prepared_anew_takes_the_place_of_the_old_and_says_so(
    here: Auenland,
) -> None:
    prepared(here, "Z1 machen wir bis 9.4.")
    here.news("p-lindner")
    said = here.say("p-lindner", "Z1 schaffen wir erst bis 14.5.")[-1]
    assert "tritt an die Stelle dessen, was vorher vorbereitet war" in said
    assert "Fr, 09.04." in said
    told = here.news("p-lange")[-1]
    assert "neu vorbereitet" in told
    assert "gilt nicht mehr" in told
    assert "Fr, 14.05." in told


def test_what_is_prepared_after_a_no_is_no_replacement(here: Auenland) -> None:
    prepared(here, "Z1 machen wir bis 9.4.")
    here.say("p-lange", "Z1 geht nicht")
    here.say("p-lange", "ja")
    here.news("p-lange")
    said = here.say("p-lindner", "Z1 erst bis 14.5.")[-1]
    assert "an die Stelle" not in said
    assert "gilt nicht mehr" not in here.news("p-lange")[-1]
