"""Who is who: organisations, mandates, forums and seats."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine

from core import forum, organisation, region
from core.facts import Power
from core.ports import Circle
from core.sealed import Sealed
from projections import people
from projections.viewer import STRANGER
from tests.projections.given import ASKER, COORDINATOR, HOLDER, TODAY, founded


def mandate(
    person: str, *powers: Power, forums: tuple[str, ...] = (), days: int | None = None
) -> organisation.MandateGiven:
    """Return a clerk's mandate that ends after ``days``."""
    until = None if days is None else TODAY + timedelta(days=days)
    return organisation.MandateGiven(
        person=person,
        role=organisation.Role.CLERK,
        powers=powers,
        forums=forums,
        until=until,
    )


def test_the_mandate_for_a_forum_goes_before_the_general_one(engine: Engine) -> None:
    tale = founded()
    tale.tell("organisation:steintal", mandate("roth", Power.ANSWER))
    tale.tell(
        "organisation:steintal", mandate("roth", Power.PROMISE, forums=("wasser",))
    )
    tale.seen(engine)
    with engine.connect() as db:
        (here,) = people.persons_of(db, "steintal", "wasser", TODAY)
        (elsewhere,) = people.persons_of(db, "steintal", "energie", TODAY)
        (anywhere,) = people.persons_of(db, "steintal", None, TODAY)
        assert len(people.mandates_of(db, "roth", TODAY)) == 2
    assert here.powers == {"promise"}
    assert elsewhere.powers == anywhere.powers == {"answer"}


def test_a_mandate_holds_up_to_its_last_day(engine: Engine) -> None:
    tale = founded().tell("organisation:steintal", mandate("roth", days=0))
    tale.seen(engine)
    tomorrow = TODAY + timedelta(days=1)
    with engine.connect() as db:
        assert people.viewer_of(db, "roth", TODAY).orgs == {"steintal"}
        assert not people.viewer_of(db, "roth", tomorrow).inside
        assert not people.persons_of(db, "steintal", "wasser", tomorrow)
        assert people.everybody(db) == ["ada", "lena", "roth", "vogt"]


def test_a_mandate_that_ended_is_gone(engine: Engine) -> None:
    ended = organisation.MandateEnded(person="vogt", forums=())
    founded().tell("organisation:birkfeld", ended).seen(engine)
    with engine.connect() as db:
        assert not people.mandates_of(db, "vogt", TODAY)


def test_a_viewer_has_the_powers_of_all_mandates(engine: Engine) -> None:
    tale = founded().tell("organisation:steintal", mandate("lena", Power.AUDIT))
    tale.seen(engine)
    with engine.connect() as db:
        lena = people.viewer_of(db, "lena", TODAY)
        ada = people.viewer_of(db, "ada", TODAY)
        assert [row.person for row in people.coordinators(db, TODAY)] == ["ada"]
    assert lena.orgs == {"lindgrund", "steintal"}
    assert lena.audits
    assert (ada.coordinates, lena.coordinates) == (True, False)


def test_an_organisation_shows_how_far_it_has_come(engine: Engine) -> None:
    tale = founded().tell("region:aue", region.OrganisationInvited(org="birkfeld"))
    joined = region.OrganisationJoined(org="lindgrund", basis=Sealed("Brief"))
    left = region.OrganisationLeft(org="lindgrund", effective_on=TODAY, duties=())
    tale.tell("region:aue", joined, left)
    tale.tell("region:aue", region.LeadOrganisationNamed(org="kreis"))
    tale.tell("organisation:birkfeld", organisation.Renamed(name="Birkenfeld"))
    tale.seen(engine)
    with engine.connect() as db:
        rows = {row.org: row for row in people.organisations(db, ASKER)}
        assert rows["birkfeld"].path == "invited"
        assert rows["birkfeld"].name == "Birkenfeld"
        assert (rows["lindgrund"].path, rows["lindgrund"].left_on) == ("member", TODAY)
        assert rows["kreis"].path is None
        assert [row.org for row in people.organisations(db, STRANGER)] == ["lindgrund"]
        assert people.organisation(db, "birkfeld") == rows["birkfeld"]
        assert people.organisation(db, "nirgends") is None
        found = people.region(db)
    assert found is not None
    assert (found.region, found.name, found.lead) == ("aue", "Auenland", "kreis")


def test_shared_forums_are_those_where_both_sit_or_lead(engine: Engine) -> None:
    tale = founded()
    with_lead = tale.seen(engine)
    with engine.connect() as db:
        for pair in (("kreis", "birkfeld"), ("lindgrund", "birkfeld")):
            assert [f.forum for f in people.shared_forums(db, *pair)] == ["wasser"]
        assert not people.shared_forums(db, "lindgrund", "fremd")
        assert [s.org for s in people.seats(db, "wasser")] == [
            "birkfeld",
            "lindgrund",
            "steintal",
        ]
    tale.tell("forum:wasser", forum.SeatWithdrawn(org="birkfeld"))
    with_lead.catch_up()
    with engine.connect() as db:
        assert not people.shared_forums(db, "lindgrund", "birkfeld")
    tale.tell("forum:wasser", forum.Rested(until=TODAY))
    with_lead.catch_up()
    with engine.connect() as db:
        assert not people.shared_forums(db, "kreis", "lindgrund")
        row = people.forum(db, "wasser")
    assert row is not None
    assert (row.state, row.resting_until, row.fields) == ("resting", TODAY, ("wasser",))


def test_a_line_of_forums_leads_to_the_one_that_counts(engine: Engine) -> None:
    tale = founded()
    tale.tell("forum:wasser", forum.Merged(into="nahraum", duties=()))
    tale.seen(engine)
    with engine.connect() as db:
        assert people.line(db, "nahraum") == ("nahraum", "wasser")
        assert people.line(db, "wasser") == ("wasser",)
        assert people.names(db).forums == {"wasser": "Strategisches Forum Wasser"}
        assert people.names(db).organisations["kreis"] == "Kreis"


def test_a_closed_forum_is_listed_for_those_who_sit_in_it(engine: Engine) -> None:
    tale = founded()
    proposed = tale.log.events[5].event
    tale.tell("forum:still", proposed, circle=Circle.CLOSED)
    seen = tale.seen(engine)
    with engine.connect() as db:
        assert "still" in {row.forum for row in people.forums(db, COORDINATOR)}
        assert "still" not in {row.forum for row in people.forums(db, HOLDER)}
        assert people.forums(db, STRANGER) == []
    given = tale.log.events[8].event
    assert isinstance(given, forum.SeatGiven)
    tale.tell("forum:still", given)
    seen.catch_up()
    with engine.connect() as db:
        allowed = HOLDER if given.org == "birkfeld" else ASKER
        assert "still" in {row.forum for row in people.forums(db, allowed)}


def test_a_retired_field_keeps_its_name(engine: Engine) -> None:
    tale = founded().tell(
        "region:aue",
        region.FieldAdded(field="wasser", name="Wasser"),
        region.FieldRenamed(field="wasser", name="Wasser und Boden"),
        region.FieldRetired(field="wasser"),
    )
    tale.seen(engine)
    with engine.connect() as db:
        (field,) = people.fields(db)
    assert (field.name, field.retired) == ("Wasser und Boden", True)


def test_the_people_of_a_successor_act_for_what_it_took_over(engine: Engine) -> None:
    took_over = organisation.Succeeded(by="birkfeld", duties=())
    founded().tell("organisation:lindgrund", took_over).seen(engine)
    with engine.connect() as db:
        held = [row.org for row in people.mandates_of(db, "vogt", TODAY)]
        acting = people.persons_of(db, "lindgrund", "wasser", TODAY)
        viewer = people.viewer_of(db, "vogt", TODAY)
    assert held == ["birkfeld", "lindgrund"]
    assert [(row.person, row.org) for row in acting] == [("vogt", "lindgrund")]
    assert viewer.orgs == {"birkfeld", "lindgrund"}
