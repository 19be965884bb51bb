"""A decision in words: rules, thresholds, bodies, and what an objector adds."""

from __future__ import annotations

from datetime import date

import pytest

from bots.decisions import wording
from bots.speech import Speech
from core import organisation
from core.effect import EffectKind, Form, Measure, Rule
from tests.auenland import Auenland
from tests.bots.deciding import accepted, both, kinds, opened

GERMAN = Speech(language="de", today=date(2027, 3, 17))


@pytest.mark.parametrize(
    ("rule", "said", "threshold"),
    [
        (
            Rule(EffectKind.ALL_OR_NOTHING),
            "alle oder keine",
            "In Kraft, sobald alle zugestimmt haben.",
        ),
        (
            Rule(EffectKind.EACH_FOR_ITSELF),
            "jede für sich",
            "In Kraft für jede, deren Gremium zugestimmt hat.",
        ),
        (
            Rule(EffectKind.THRESHOLD, Measure.MEMBERS, 3),
            "jede für sich, ab 3 Kommunen",
            "Ab 3 in Kraft.",
        ),
        (
            Rule(EffectKind.THRESHOLD, Measure.INHABITANTS, 600),
            "jede für sich, ab 60 % der Einwohner",
            "Ab 60 % der Einwohner in Kraft.",
        ),
        (
            Rule(EffectKind.THRESHOLD, Measure.COST, 750),
            "jede für sich, ab 75 % der Kosten",
            "Ab 75 % der Kosten in Kraft.",
        ),
    ],
)
def test_whom_it_binds_and_from_when_is_said(
    rule: Rule, said: str, threshold: str
) -> None:
    assert wording.rule(rule, GERMAN) == said
    assert wording.threshold(rule, GERMAN) == threshold


def test_that_a_majority_binds_all_is_said() -> None:
    rule = Rule(EffectKind.EACH_FOR_ITSELF, binds_all=True, form=Form.SPECIAL_PURPOSE)
    assert wording.rule(rule, GERMAN) == "jede für sich, die Mehrheit bindet alle"


@pytest.mark.parametrize(
    ("name", "owner"), [("Birkfeld", "Birkfelds"), ("Bad Ems", "Bad Ems’")]
)
def test_an_owner_ends_as_german_wants_it(name: str, owner: str) -> None:
    speech = Speech(language="de", today=GERMAN.today, organisations={"it": name})
    assert wording.owned("it", speech) == owner
    english = Speech(language="en", today=GERMAN.today, organisations={"it": name})
    assert wording.owned("it", english) == f"{name}'s"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Beschlussvorschlag: Brunnen, alle oder keine", "alle oder keine"),
        ("Beschlussvorschlag: Brunnen, jede für sich", "jede für sich"),
        ("Beschlussvorschlag: Brunnen, keine Wiedervorlage: einmalig", "einmalig"),
        ("Beschlussvorschlag: Brunnen", "in 24 Monaten"),
        ("Beschlussvorschlag: Brunnen, Zweidrittel", "Zweidrittel"),
    ],
)
def test_a_proposal_says_back_its_rule_even_where_the_rulebook_makes_it(
    here: Auenland, line: str, said: str
) -> None:
    assert said in here.say("p-kern", line)[0]
    here.say("p-kern", "ja")
    assert kinds(here) == ["Drafted", "Opened"]


def test_an_objector_may_name_the_goal_and_what_would_help(here: Auenland) -> None:
    opened(here)
    here.say("p-mueller", "B1 Einwand: zu teuer")
    here.say("p-mueller", "Ziel: Gebührenstabilität")
    (echo,) = here.say("p-mueller", "hilft: Kosten nach Entfernung ausgleichen")
    assert "Es leidet: Gebührenstabilität." in echo
    assert "Würde helfen: Kosten nach Entfernung ausgleichen." in echo
    assert kinds(here) == ["Drafted", "Opened"]
    here.say("p-mueller", "ja")
    assert kinds(here)[-1] == "ObjectionRaised"


def test_goal_and_help_may_be_said_with_the_objection(here: Auenland) -> None:
    opened(here)
    said = here.say("p-mueller", "B1 Einwand: zu teuer. Ziel: Kosten, hilft: Ausgleich")
    assert "zu teuer. Es leidet: Kosten. Würde helfen: Ausgleich." in said[-1]
    assert "Welches Ziel leidet?" not in said[-1]


def test_what_would_help_is_told_only_if_it_was_said(here: Auenland) -> None:
    opened(here)
    both(here, "p-mueller", "B1 Einwand: zu teuer")
    told = "\n".join(here.news("p-kern"))
    assert "Mühlau erhebt Einwand zu B1: zu teuer." in told
    assert "Würde helfen" not in told


def test_a_line_nobody_understands_adds_nothing_to_anything_else(
    here: Auenland,
) -> None:
    opened(here)
    here.say("p-mueller", "B1 einverstanden")
    assert "nicht verstanden" in here.say("p-mueller", "Kosten ausgleichen bitte")[-1]
    assert "hilft" not in "\n".join(here.say("p-mueller", "hilft: viel"))


def test_a_body_is_called_by_its_name_and_its_calendar_is_known(
    here: Auenland,
) -> None:
    here.order(
        "organisation:lindgrund",
        organisation.AddBody(
            body="gv",
            kind="Gemeindevertretung",
            name="Gemeindevertretung Lindgrund",
            statutory_number=23,
            rhythm_days=42,
            paper_deadline_days=15,
        ),
    )
    day = date(2027, 6, 3)
    here.order(
        "organisation:lindgrund",
        organisation.ScheduleBodyMeeting(body="gv", on=day),
    )
    accepted(here)
    said = both(here, "p-lange", "B1 Gremienvorbehalt Gemeindevertretung bis 12.6.")
    assert "Abgabeschluss Vorlage Mi, 19.05." in said[-1]
    both(here, "p-lange", "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 1")
    told = here.news("p-kern")[-1]
    assert "Gemeindevertretung Lindgrund (Lindgrund) hat B1" in told


def test_a_term_is_said_back_as_the_working_day_on_which_it_ends(
    here: Auenland,
) -> None:
    accepted(here)
    said = here.say("p-lange", "B1 Gremienvorbehalt Gemeindevertretung bis 12.6.")
    assert "Mo, 14.06." in said[-1]
    line = "Beschlussvorschlag: Messnetz. Konsent, bis 12.6., Räte bis 12.9."
    said = here.say("p-kern", line)
    assert "Mo, 14.06." in said[-1]
    assert "Mo, 13.09." in said[-1]


def test_coordination_gives_a_council_of_others_more_time(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", "B1 Gremienvorbehalt Gemeindevertretung bis 12.6.")
    both(
        here,
        "p-kern",
        "B1 Gremienvorbehalt Gemeindevertretung bis 30.6. für Lindgrund, Telefon",
    )
    assert kinds(here)[-1] == "DeadlineSet"


def test_without_a_name_the_body_is_asked_for(here: Auenland) -> None:
    accepted(here)
    said = here.say("p-lange", "B1 Gremienvorbehalt")[-1]
    assert "Welches Gremium" in said


def test_what_is_open_names_positions_and_councils(here: Auenland) -> None:
    opened(here)
    said = here.say("p-lange", "Was ist offen?")[-1]
    assert "Ihre Position wird erbeten bis Mi, 12.05." in said
    for who in ("p-lange", "p-vogt", "p-roth", "p-mueller"):
        both(here, who, "B1 einverstanden")
    here.watch.forward(days=57)
    both(here, "p-kern", "B1 auszählen")
    said = here.say("p-lange", "Was ist offen?")[-1]
    assert "– Gremium: noch keine Vorlage, bis Mo, 15.11." in said
