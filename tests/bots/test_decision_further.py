"""The rarer steps of a decision: rulings, waivers, corrections, other conditions."""

from __future__ import annotations

from tests.auenland import Auenland
from tests.bots.deciding import accepted, both, first, kinds
from tests.bots.stages import (
    approved,
    conditioned,
    followed,
    in_force,
    objected,
    submitted,
)


def test_an_objection_is_ruled_not_paramount_with_the_reason(here: Auenland) -> None:
    objected(here)
    here.news("p-mueller")
    line = "B1 Einwand von Mühlau ist laut Steuerungsrunde nicht vorrangig: betrifft B3"
    assert first(here.say("p-kern", line)) == (
        "Sie halten zu B1 (Fassung 1, Titel: „Klärschlamm ab 2029 gemeinsam "
        "energetisch verwerten“) fest: Einwand Nr. 1 von Mühlau („Transportkosten zu "
        "hoch“) ist nicht vorrangig; so hat entschieden: Steuerungsrunde. "
        "Begründung: betrifft B3."
    )
    assert "ist nicht vorrangig. Mühlau bekommt Nachricht" in first(
        here.say("p-kern", "ja")
    )
    assert "ist nicht vorrangig" in here.news("p-mueller")[-1]
    assert kinds(here)[-1] == "ObjectionRuledNotParamount"


def test_which_objection_is_asked_where_several_stand(here: Auenland) -> None:
    objected(here)
    both(here, "p-roth", "B1 Einwand: zu weit")
    said = first(here.say("p-kern", "B1 Einwand nicht vorrangig: betrifft anderes"))
    assert said == (
        "Welcher Einwand ist gemeint? Offen sind zu B1: Nr. 1 (Mühlau), Nr. 2 "
        "(Steintal)."
    )
    both(here, "p-kern", "B1 Einwand 2 nicht vorrangig: betrifft anderes")
    assert kinds(here)[-1] == "ObjectionRuledNotParamount"


def test_only_coordination_rules_on_objections(here: Auenland) -> None:
    objected(here)
    said = here.say("p-lange", "B1 Einwand von Mühlau ist nicht vorrangig: egal")
    assert "nur die Koordination" in "\n".join(said)


def test_the_mover_hears_who_has_the_objections_now(here: Auenland) -> None:
    objected(here)
    reply = both(
        here, "p-kern", "B1 eskalieren an die Steuerungsrunde: wir stecken fest"
    )
    assert "befasst sich jetzt: Steuerungsrunde" in first(reply)


def test_a_reservation_is_waived_by_its_own_organisation(here: Auenland) -> None:
    accepted(here)
    line = "B1 Gemeindevertretung Birkfeld nicht nötig: laufende Verwaltung"
    assert "nur Birkfeld eintragen" in "\n".join(here.say("p-kern", line))
    here.news("p-kern")
    both(here, "p-vogt", "B1 Gemeindevertretung nicht nötig: laufende Verwaltung")
    assert "RatificationWaived" in kinds(here)
    assert (
        "muss über B1 nicht beschließen: laufende Verwaltung" in here.news("p-kern")[-1]
    )


def test_a_wrong_entry_is_taken_back_and_the_body_waits_again(here: Auenland) -> None:
    approved(here)
    line = "B1 Gemeindevertretung: falsch eingetragen, die Sitzung fiel aus"
    assert "zurückgenommen: die Sitzung fiel aus" in first(both(here, "p-lange", line))
    both(here, "p-lange", "B1 Gemeindevertretung: abgelehnt am 13.5.")
    assert kinds(here)[-3:] == ["ResultRetracted", "PaperSubmitted", "CouncilRefused"]


def test_a_committee_advises_before_the_council_resolves(here: Auenland) -> None:
    submitted(here)
    line = "B1 Bauausschuss: Vorberatung am 12.5.: empfiehlt Zustimmung"
    assert first(both(here, "p-lange", line)) == (
        "Notiert: Bauausschuss (Lindgrund) hat B1 vorberaten. Es beschließt: Gremium."
    )


def test_nobody_is_bound_before_the_supervisory_authority_agrees(
    here: Auenland,
) -> None:
    conditioned(here)
    for who in ("p-lange", "p-birke", "p-mueller"):
        both(here, who, "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7")
    assert "TookEffect" not in kinds(here)
    card = here.say("p-lange", "B1")[-1]
    assert "Muss vorher kommen: Genehmigung" in card
    said = first(here.say("p-kern", "B1 Genehmigung der Aufsicht erteilt am 12.5."))
    assert "fehlt noch der Beleg" in said
    both(here, "p-kern", "B1 Genehmigung der Aufsicht erteilt am 12.5., Az. 12/2027")
    assert kinds(here)[-2:] == ["ConditionMet", "PartlyTookEffect"]


def test_what_was_not_required_is_not_met(here: Auenland) -> None:
    accepted(here)
    said = first(here.say("p-kern", "B1 Bekanntmachung erfolgt, Amtsblatt 5/27"))
    assert said == (
        "Davon hängt B1 nicht ab. Bitte tragen Sie zuerst ein, wovon er abhängt, zum "
        "Beispiel „B1 braucht die Genehmigung der Aufsicht“."
    )


def test_whom_a_successor_leaves_out_is_released_by_name(here: Auenland) -> None:
    in_force(here)
    here.say("p-roth", "B1")
    followed_by = "B2 bindet nicht: Lindgrund"
    both(here, "p-kern", "Beschlussvorschlag: Zweckverband gründen, Konsent")
    for who in ("p-vogt", "p-roth", "p-mueller"):
        both(here, who, "B2 einverstanden")
    here.watch.forward(days=57)
    both(here, "p-kern", "B2 auszählen")
    for who in ("p-birke", "p-mueller", "p-roth"):
        both(here, who, "B2 Gemeindevertretung: zugestimmt, TOP 1")
    refusal = "\n".join(here.say("p-kern", "B1 ersetzt durch B2"))
    assert followed_by in refusal
    assert "„B1 ersetzt durch B2, entlässt Lindgrund“" in refusal
    said = first(here.say("p-kern", "B1 ersetzt durch B2, entlässt den Kreis"))
    assert said == "B1 bindet Kreis Auenland nicht, also ist da nichts zu entlassen."
    said = first(here.say("p-kern", "B1 ersetzt durch B2, entlässt Mühlau"))
    assert said == "B2 bindet auch Mühlau, also wird da niemand entlassen."
    said = first(here.say("p-kern", "B1 ersetzt durch B2, entlässt Umland"))
    assert said == "Wen soll B2 entlassen? Bitte nennen Sie die Kommunen beim Namen."
    for who in ("alle", "Lindgrund"):
        echo = "\n".join(here.say("p-kern", f"B1 ersetzt durch B2, entlässt {who}"))
        assert "entlassen sind: Lindgrund." in echo
    here.say("p-kern", "ja")
    assert kinds(here)[-1] == "Superseded"


def test_repealing_names_the_decision_that_says_so(here: Auenland) -> None:
    followed(here)
    reply = first(both(here, "p-kern", "B1 aufgehoben durch B2: überholt"))
    assert reply == "B1 ist durch B2 aufgehoben und bindet niemanden mehr."
    assert "aufgehoben: überholt" in "\n".join(here.news("p-lange"))


def test_who_ruled_or_deals_with_it_is_no_person_by_name(here: Auenland) -> None:
    objected(here)
    before = kinds(here)
    for line in (
        "B1 Einwand von Mühlau ist laut BM Vogt nicht vorrangig: betrifft B3",
        "B1 Einwände an BM Vogt geben: wir kommen nicht weiter",
    ):
        said = first(here.say("p-kern", line))
        assert said == (
            "„BM Vogt“ nennt eine Person. Was hier steht, bleibt auf Dauer im "
            "Protokoll; bitte nennen Sie das Gremium oder die Funktion, etwa "
            "„Steuerungsrunde“."
        )
    assert kinds(here) == before
