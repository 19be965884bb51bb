"""Whatever core can do with a decision has a form for whoever may do it.

The list of commands is taken from the code, as for the lines of the chat.
"""

from __future__ import annotations

from typing import Final

import pytest

from bots import forms
from bots.decisions import forms as of_decisions
from bots.decisions import matter as matters
from bots.decisions.choices import Look
from bots.message import Form
from core.decision import commands as c
from core.facts import Power
from projections import people
from tests.auenland import Auenland
from tests.bots.deciding import kinds
from tests.bots.test_decision_verbs import CASES

Values = dict[str, str]
WHY: Final = {"reason": "neue Zahlen"}
FORMS: Final[dict[type, tuple[str, Values]]] = {
    c.Propose: ("propose", {"text": "Brunnen prüfen", "mode": "Mehrheit"}),
    c.Open: ("open", {"until": "12.5."}),
    c.Revise: ("revise", {"text": "Alle Brunnen"}),
    c.SetTerm: ("councils", {"term": "30.9."}),
    c.Explain: ("explain", {"reasons": "Sie altern.", "costs": "je 500 €"}),
    c.GivePosition: ("b_consent", {}),
    c.ScoreOptions: ("scores", {"o1": "2", "o2": "8"}),
    c.Object: ("object", WHY),
    c.DeclareRecusal: ("b_recuse", {}),
    c.AcceptIntegration: ("b_settled", {}),
    c.WithdrawObjection: ("b_lift", {}),
    c.RuleNotParamount: ("rule", {"n": "1", "by": "Steuerungsrunde", **WHY}),
    c.Escalate: ("escalate", {"to": "die Steuerungsrunde", **WHY}),
    c.ConfirmPrepared: ("b_confirm", {}),
    c.DropPrepared: ("b_drop", {}),
    c.ConfirmOnBehalf: ("b_right", {}),
    c.ContestOnBehalf: ("b_wrong", {}),
    c.Close: ("count", {}),
    c.Reconvene: ("again", {}),
    c.Withdraw: ("withdraw", WHY),
    c.StartRatification: ("start", {}),
    c.Reserve: ("reserve", {"newbody": "Gemeindevertretung", "until": "12.6."}),
    c.WaiveRatification: ("waive", WHY),
    c.SetDeadline: ("term", {"term": "30.7."}),
    c.SubmitPaper: ("paper", {"paper": "12/2027"}),
    c.ScheduleItem: ("agenda", {"day": "17.6."}),
    c.RecordConsultation: (
        "advised",
        {"committee": "Bauausschuss", "day": "12.5.", "told": "empfiehlt es"},
    ),
    c.RecordPostponement: ("postponed", {}),
    c.RecordReferral: ("referred", {"committee": "Bauausschuss"}),
    c.RecordNotQuorate: ("inquorate", {}),
    c.RecordApproval: ("approved", {"day": "12.5.", "proof": "TOP 7"}),
    c.RecordConditions: ("conditions", {"told": "jährlich kündbar"}),
    c.RecordRefusal: ("refused", {"day": "12.5.", "why": "zu teuer"}),
    c.RecheckApproval: ("approved", {"day": "12.5.", "proof": "TOP 7"}),
    c.RetractResult: ("retract", WHY),
    c.ReopenRatification: ("reopen", WHY),
    c.TakeUpConditions: ("take_up", {"text": "jährlich kündbar verwerten"}),
    c.RefuseConditions: ("refuse_terms", WHY),
    c.RequireCondition: ("require", {"kind": "Förderzusage", "whom": "Birkfeld"}),
    c.MeetCondition: ("met", {"kind": "Genehmigung der Aufsicht", "proof": "Az. 12"}),
    c.RefuseCondition: ("denied", {"kind": "Genehmigung der Aufsicht", **WHY}),
    c.WaiveCondition: ("spared", {"kind": "Genehmigung der Aufsicht", **WHY}),
    c.ReopenCondition: ("open_again", {"kind": "Genehmigung der Aufsicht", **WHY}),
    c.Join: ("b_join", {}),
    c.Leave: ("leave", WHY),
    c.CallReview: ("review", WHY),
    c.Confirm: ("keep", {"review": "2 Jahre"}),
    c.Supersede: ("replace", {"newer": "B2", "released": "alle"}),
    c.Repeal: ("repeal", {"newer": "B2", **WHY}),
}


def offered(here: Auenland, who: str) -> dict[str, Form]:
    """Return the forms of B1 that ``who`` is offered."""
    speech, today = here.faden.desk.speech(who), here.watch().date()
    viewer = here.faden.desk.viewer(who)
    with here.faden.reading() as db:
        matter = matters.load(db, viewer, "B1", today)
        (own,) = people.mandates_of(db, who, today)
    if matter is None:
        return {"propose": of_decisions.propose(speech)}
    able = Power.CONSENT.value in own.powers
    look = Look(org=own.org, able=able, runs=viewer.coordinates)
    return {one.id: one for one in of_decisions.of(matter, look, speech)}


def test_every_command_has_a_form() -> None:
    assert FORMS.keys() == CASES.keys()


@pytest.mark.parametrize("command", FORMS, ids=lambda kind: kind.__name__)
def test_a_form_gives_the_command(here: Auenland, command: type) -> None:
    case, (name, given) = CASES[command], FORMS[command]
    case.before(here)
    form = offered(here, case.who)[name]
    values = {field.id: field.value for field in form.fields} | given
    assert not forms.mistakes(form, values, here.faden.desk.speech(case.who))
    before = len(kinds(here))
    here.say(case.who, forms.typed(form, values))
    if command is c.DropPrepared:
        assert kinds(here)[before:] == ["PreparedDropped"]
        return
    echoes = here.faden.desk.echoes(case.who)
    orders = [type(order.command) for echo in echoes for order in echo.orders]
    assert command in orders, forms.typed(form, values)


def test_what_may_stay_empty_leaves_no_gap_in_the_line(here: Auenland) -> None:
    CASES[c.SubmitPaper].before(here)
    form = offered(here, "p-lange")["paper"]
    assert forms.typed(form, {}) == "B1 Vorlage eingereicht"
    assert forms.typed(form, {"paper": "12/27"}) == "B1 Vorlage 12/27 eingereicht"
    assert "b_paper" not in offered(here, "p-lange")
