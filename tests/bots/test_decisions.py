"""A decision from the proposal to what holds, as people say it."""

from __future__ import annotations

import pytest

from core import organisation, person
from core.organisation import Role
from core.ports import Card
from tests.auenland import Auenland
from tests.bots.deciding import (
    PROPOSAL,
    accepted,
    agreed,
    both,
    first,
    kinds,
    opened,
)


def test_a_proposal_is_said_back_with_its_rule_before_it_is_opened(
    here: Auenland,
) -> None:
    (echo,) = here.say("p-kern", PROPOSAL)
    assert echo.startswith(
        "Sie stellen für Kreis Auenland zum Beschluss (Wasser): Klärschlamm ab 2029"
    )
    assert "bis Mi, 12.05.2027" in echo
    assert "Regel: Konsent" in echo
    assert "Wirkung: jede für sich, ab 3 Kommunen" in echo
    assert "Wiedervorlage: Sa, 17.03.2029" in echo
    assert kinds(here) == []
    here.say("p-kern", "ja")
    assert kinds(here) == ["Drafted", "Opened"]
    assert "[Einverstanden] – B1 einverstanden" in here.news("p-lindner")[-1]


def test_a_member_proposes_a_draft_and_coordination_opens_it(here: Auenland) -> None:
    both(here, "p-lindner", "Beschlussvorschlag: Brunnen gemeinsam prüfen, Mehrheit")
    assert kinds(here) == ["Drafted"]
    assert "[Eröffnen] – B1 eröffnen" in here.news("p-kern")[-1]
    both(here, "p-lindner", "B1 neue Fassung: Alle Brunnen gemeinsam prüfen")
    both(here, "p-kern", "B1 eröffnen bis 12.5.")
    assert kinds(here) == ["Drafted", "Revised", "Opened"]
    assert "Regel Mehrheit" in here.news("p-vogt")[-1]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("Beschlussvorschlag: Brunnen, keine Wiedervorlage", "Warum keine"),
        ("Beschlussvorschlag: Brunnen, bis zur nächsten Sitzung", "keine nächste"),
        ("B9 einverstanden", "B9"),
        ("B1 zurückziehen", "Warum?"),
        ("B1 Einwand erledigt", "keinen offenen Einwand"),
        ("B1 Eintrag stimmt", "nichts"),
        ("B1 Maßgabe übernehmen: anderer Text", "Wessen Maßgabe?"),
        ("B1 Gemeindevertretung: zugestimmt am 3.3., TOP 7", "B1"),
        ("B1 auszählen", "nur die Koordination"),
        ("B1 ersetzt durch B2", "nur die Koordination"),
        ("B1 eröffnen bis 12.5.", "nur die Koordination"),
    ],
)
def test_what_does_not_fit_is_said_and_writes_nothing(
    here: Auenland, line: str, hint: str
) -> None:
    opened(here)
    here.news("p-lange")
    reply = "\n".join(here.say("p-lange", line))
    assert hint.casefold() in reply.casefold()
    assert kinds(here) == ["Drafted", "Opened"]


def test_a_term_that_is_too_short_is_refused_before_the_yes(here: Auenland) -> None:
    line = "Beschlussvorschlag: Brunnen prüfen, bis 19.3."
    assert "ist zu früh" in here.say("p-kern", line)[-1]
    assert not here.faden.desk.echoes("p-kern")
    late = line.replace("19.3.", "12.5., Räte bis 12.5.")
    assert "ist zu früh" in here.say("p-kern", late)[-1]
    assert kinds(here) == []


def test_a_clerk_prepares_and_the_mayor_says_it_with_one_tap(here: Auenland) -> None:
    opened(here)
    assert first(here.say("p-birke", "B1 einverstanden")) == (
        "Sie dürfen für Birkfeld vorbereiten; zustimmen darf BM Vogt. Ich lege es "
        "ihm vor."
    )
    assert "Vorbereitet für Birkfeld: einverstanden" in here.news("p-vogt")[-1]
    here.choose("p-vogt", "Bestätigen")
    assert kinds(here)[2:] == ["Prepared", "PositionGiven"]


def test_what_was_prepared_can_be_dropped(here: Auenland) -> None:
    opened(here)
    here.say("p-birke", "B1 Enthaltung")
    here.news("p-vogt")
    here.choose("p-vogt", "So nicht")
    assert kinds(here)[2:] == ["Prepared", "PreparedDropped"]


def test_the_buttons_of_a_card_bind_only_to_the_version_it_showed(
    here: Auenland,
) -> None:
    opened(here)
    both(here, "p-mueller", "B1 Einwand: zu teuer")
    here.news("p-lange")
    older = next(
        key for key, message in here.thread("p-lange") if message.choice("b_consent")
    )
    both(here, "p-kern", "B1 neue Fassung: Klärschlamm billiger verwerten")
    here.press("p-lange", older, "b_consent")
    said = here.news("p-lange")
    assert any("hat sich inzwischen etwas geändert" in one for one in said)
    assert "PositionGiven" not in kinds(here)
    here.choose("p-lange", "Einverstanden")
    assert kinds(here)[-1] == "PositionGiven"


def test_recused_and_abstaining_are_heard_and_a_no_depends_on_the_rule(
    here: Auenland,
) -> None:
    opened(here, "Beschlussvorschlag: Brunnen prüfen, Mehrheit")
    both(here, "p-lange", "B1 dagegen: zu teuer")
    both(here, "p-vogt", "B1 Enthaltung")
    assert "zählt nicht mit" in first(both(here, "p-roth", "B1 befangen"))
    assert kinds(here)[2:] == ["PositionGiven", "PositionGiven", "RecusalDeclared"]
    opened(here, "Beschlussvorschlag: Brunnen bauen, Konsent")
    both(here, "p-lange", "B2 dagegen: zu teuer")
    assert kinds(here, "B2")[2:] == ["ObjectionRaised"]


def test_once_everybody_has_spoken_coordination_is_told(here: Auenland) -> None:
    opened(here)
    both(here, "p-kern", "B1 einverstanden für Steintal, Telefon BM Roth")
    agreed(here, mayors=("p-lange", "p-vogt", "p-mueller"))
    mandate = organisation.GiveMandate(person="p-burg", role=Role.MAYOR)
    here.order("person:p-burg", person.Admit(), Card(name="BM Burg", salutation="Frau"))
    here.order("organisation:auenburg", mandate)
    both(here, "p-burg", "B1 einverstanden")
    assert "[Auszählen] – B1 auszählen" in here.news("p-kern")[-1]


def test_too_few_can_be_called_a_second_time(here: Auenland) -> None:
    opened(here)
    agreed(here, mayors=("p-lange",))
    here.watch.forward(days=57)
    assert "nicht beschlussfähig (1 : 0, nötig waren 3" in first(
        both(here, "p-kern", "B1 auszählen")
    )
    both(here, "p-kern", "B1 zweiter Aufruf")
    assert "[Einverstanden]" in here.news("p-vogt")[-1]
    assert kinds(here)[-2:] == ["Lapsed", "SecondCallAnnounced"]


def test_what_is_withdrawn_is_told_with_its_reason(here: Auenland) -> None:
    opened(here)
    both(here, "p-kern", "B1 zurückziehen, es ist überholt")
    assert "wird nicht weiter verfolgt: es ist überholt" in here.news("p-lange")[-1]


def test_without_a_no_a_count_is_told_to_everybody_once(here: Auenland) -> None:
    accepted(here)
    told = [one for one in here.news("p-vogt") if "angenommen im Forum" in one]
    assert len(told) == 1
    assert told[0].startswith(
        "B1 („Klärschlamm ab 2029 gemeinsam energetisch verwerten“): angenommen im "
        "Forum 4 : 0."
    )
