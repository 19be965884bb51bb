"""What the desk tells a decision of other streams."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core import desk, forum, organisation, region
from core.decision import DECISION, states
from core.decision import commands as c
from core.decision import events as e
from core.decision.councils import CouncilKey
from core.decision.kinds import Benefit, Share
from core.effect import Member, Stance
from core.errors import Code
from core.facts import Basis, OnBehalf, Power
from core.ports import Order
from core.rulebook import Rulebook
from core.sealed import Sealed
from tests.core.desk_world import MAYOR, Log, founded, order, refused
from tests.given import TODAY

WHY: Final = Sealed("Weil es so ist.")
PROPOSE: Final = c.Propose(forum="wasser", title="Kanal", text=WHY)
AFTER: Final = TODAY + timedelta(days=30)
CONSENTING: Final = replace(MAYOR, powers=(Power.ANSWER, Power.CONSENT))


def world() -> Log:
    """Return the county, in which two mayors may consent."""
    log = founded()
    for org, who in (("lindgrund", "p-lange"), ("birkfeld", "p-vogt")):
        mandate = replace(CONSENTING, person=who)
        log = log.tell(f"organisation:{org}", mandate)
    body = organisation.BodyAdded(
        body="gv-lind",
        kind="Gemeindevertretung",
        name="Gemeindevertretung",
        statutory_number=23,
        rhythm_days=42,
        paper_deadline_days=14,
    )
    committee = replace(body, body="hfa", kind="Ausschuss", name="HFA")
    inhabitants = organisation.InhabitantsUpdated(inhabitants=4_000, on=TODAY)
    return log.tell("organisation:lindgrund", committee, body, inhabitants).tell(
        "organisation:birkfeld", committee
    )


def office(command: object, stream: str | None = "decision:B1") -> Order:
    plain = order(command, "p-kern", "kreis")
    return plain._replace(stream=stream)


def mayor(command: object, who: str = "p-lange", org: str = "lindgrund") -> Order:
    return order(command, who, org)._replace(stream="decision:B1")


def play(log: Log, *orders: Order) -> Log:
    for one in orders:
        decided = desk.decide(one, log)
        log = log.tell(decided.stream, *decided.events)
    return log


YES: Final = c.GivePosition(stance=Stance.YES)


def opened() -> Log:
    return play(world(), office(PROPOSE, None), office(c.Open()))


def ratifying() -> Log:
    close = office(c.Close())._replace(today=AFTER)
    start = office(c.StartRatification())._replace(today=AFTER)
    said = (mayor(YES), mayor(YES, "p-vogt", "birkfeld"))
    return play(opened(), *said, close, start)


def state(log: Log, ref: str = "B1") -> states.Present:
    found = DECISION.replay(log.past[f"decision:{ref}"])  # type: ignore[arg-type]  # as told
    assert not isinstance(found, states.Absent)
    return found


def test_the_writer_hands_out_a_number_with_the_letter_b() -> None:
    decided = desk.decide(office(PROPOSE, None), world())
    assert decided.stream == "decision:B1"


def test_the_list_knows_the_inhabitants_and_the_rules_of_the_forum() -> None:
    rules = Rulebook(version=1, quorum=30)
    changed = forum.RulebookChanged(rulebook=rules, decision="B0")
    log = play(world().tell("forum:wasser", changed), office(PROPOSE, None))
    event = desk.decide(office(c.Open()), log).events[0]
    assert isinstance(event, e.Opened)
    assert Member("lindgrund", 4_000) in event.roster
    assert event.rulebook == rules


def test_the_representative_body_resolves_else_the_one_that_is_known() -> None:
    councils = state(ratifying()).file.councils
    assert set(councils) == {
        CouncilKey("lindgrund", "gv-lind"),
        CouncilKey("birkfeld", "hfa"),
        CouncilKey("steintal", "gremium"),
    }


def test_a_company_has_no_council() -> None:
    company = organisation.OrganisationKind.COMPANY
    firm = organisation.Registered(name="Werk", kind=company)
    log = world().tell("organisation:steintal", firm)
    events = play(
        log,
        office(PROPOSE, None),
        office(c.Open()),
        mayor(YES),
        mayor(YES, "p-vogt", "birkfeld"),
        office(c.Close())._replace(today=AFTER),
        office(c.StartRatification())._replace(today=AFTER),
    )
    assert "steintal" not in {key.org for key in state(events).file.councils}


def test_the_law_of_another_land_knows_no_main_body_here() -> None:
    log = ratifying().tell("region:aue", region.LawProfileChanged(law_profile="DE-TH"))
    joining = mayor(c.Join(), "p-kern", "kreis")._replace(today=AFTER)
    log = log.tell(
        "organisation:kreis",
        replace(CONSENTING, person="p-kern"),
        organisation.BodyAdded(
            body="ka",
            kind="Kreisausschuss",
            name="Kreisausschuss",
            statutory_number=9,
            rhythm_days=14,
            paper_deadline_days=7,
        ),
    )
    events = desk.decide(joining, log).events
    assert events[-1].KIND == "decision.ratification_required.v1"
    assert getattr(events[-1], "body", "") == "ka"


def test_whoever_may_consent_is_the_holder_of_an_entry_by_phone() -> None:
    entry = OnBehalf(org="lindgrund", basis=Basis.PHONE, holder="p-lange")
    called = office(YES)._replace(on_behalf=entry)
    assert desk.decide(called, opened()).events[0].KIND.endswith("on_behalf.v1")
    clerk = replace(entry, holder="p-lindner")
    refused(office(YES)._replace(on_behalf=clerk), opened(), Code.NOT_THE_HOLDER)


def test_shares_and_benefits_are_of_organisations_that_are_known() -> None:
    cost, benefit = Share(org="nirgendwo", cents=1), Benefit(org="nirgendwo", text=WHY)
    for command in (
        replace(PROPOSE, costs=(cost,)),
        replace(PROPOSE, benefits=(benefit,)),
    ):
        refused(office(command, None), world(), Code.UNKNOWN_ORGANISATION)


def superseded(log: Log, ref: str, by: str) -> Log:
    event = e.Superseded(by=by, on=TODAY)
    return log.tell(f"decision:{ref}", event)


def test_a_decision_that_is_named_is_looked_up_with_its_successors() -> None:
    log = ratifying()
    for ref in ("B2", "B3"):
        log = log.tell(f"decision:{ref}", *log.past["decision:B1"])
    log = superseded(superseded(log, "B2", "B3"), "B3", "B1")
    waived = mayor(c.WaiveRatification(body="gv-lind", reason=WHY))
    log = play(log, waived._replace(today=AFTER))
    again = office(c.Supersede(by="B2"))
    refused(again, log, Code.SUPERSEDES_ITSELF, other="B2")
    refused(office(c.Supersede(by="B8")), log, Code.UNKNOWN_DECISION, other="B8")


def test_a_circle_of_successors_is_walked_once() -> None:
    log = ratifying()
    log = log.tell("decision:B2", *log.past["decision:B1"])
    log = superseded(superseded(log, "B1", "B2"), "B2", "B1")
    refused(office(c.Repeal(by="B2", reason=WHY)), log, Code.DECISION_ENDED)


def test_the_rulebook_is_changed_by_an_accepted_decision_of_this_forum() -> None:
    change = forum.ChangeRulebook(rulebook=Rulebook(quorum=30), decision="B1")
    asked = office(change, "forum:wasser")
    refused(asked, opened(), Code.DECISION_NOT_ACCEPTED, other="B1")
    refused(asked, world(), Code.UNKNOWN_DECISION, other="B1")
    event = desk.decide(asked, ratifying()).events[0]
    assert isinstance(event, forum.RulebookChanged)
    assert event.rulebook.version == 1


def test_a_forum_with_a_decision_in_the_councils_ends_only_with_a_successor() -> None:
    end = office(forum.Close(reason=WHY), "forum:wasser")
    refused(end, ratifying(), Code.DUTIES_OPEN)
