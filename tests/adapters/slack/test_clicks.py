"""A click is one act for whoever clicked; what needs words opens a form first."""

from __future__ import annotations

from adapters.slack.render import FILL, FORM
from core.commitment import events
from tests.adapters.slack.county import SlackCounty, button
from tests.bots.asked import ASK
from tests.slack.records import Data

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."


def _requested(county: SlackCounty) -> None:
    county.say("kern", REQUEST.replace("Lindgrund", "Mühlau"))
    county.say("kern", "ja")


def _kinds(county: SlackCounty) -> list[type[object]]:
    return [type(r.event) for r in county.faden.store.journal.stream("commitment:Z1")]


def _press(county: SlackCounty, name: str, action: str, key: str) -> None:
    shown = button(key, action)
    county.send(county.people.press(county.user(name), shown, "Knopf"))


def test_a_promise_takes_one_click_and_a_second_one_does_nothing(
    county: SlackCounty,
) -> None:
    _requested(county)
    key, choice = county.card("mueller", "Machen wir")
    for _ in range(3):
        _press(county, "mueller", f"faden/{choice}", key)
    assert _kinds(county) == [events.Requested, events.Promised]
    promised = county.faden.store.journal.stream("commitment:Z1")[1]
    assert promised.origin.actor == "p-mueller"
    assert promised.origin.command_id.startswith("slack/click/")


def test_somebody_elses_card_cannot_be_pressed(county: SlackCounty) -> None:
    _requested(county)
    key, choice = county.card("mueller", "Machen wir")
    _press(county, "kern", f"faden/{choice}", key)
    assert _kinds(county) == [events.Requested]
    assert "Diese Karte gibt es nicht mehr" in county.letters("kern")[-1].plain


def _filled(
    county: SlackCounty, name: str, values: dict[str, str], view: Data | None = None
) -> Data:
    user = county.user(name)
    shown = county.people.top(user) if view is None else view
    reply = county.send(county.people.submit(user, shown, values))
    assert reply.status == 200
    return reply.data


def test_another_day_is_proposed_in_a_form(county: SlackCounty) -> None:
    _requested(county)
    key, choice = county.card("mueller", "Anderer Termin")
    _press(county, "mueller", f"{FILL}{choice}", key)
    view = county.people.top(county.user("mueller"))
    (line,) = [b for b in view["blocks"] if b["type"] == "input"]
    assert line["element"]["initial_value"] == "Z1 erst bis "
    for _ in range(2):
        assert _filled(county, "mueller", {"text": "Z1 erst bis 15.5."}, view) == {}
    county.say("mueller", "ja")
    assert _kinds(county) == [events.Requested, events.CounterProposed]


def test_an_echo_is_changed_in_a_form(county: SlackCounty) -> None:
    county.say("kern", REQUEST)
    key, choice = county.card("kern", "Ändern")
    _press(county, "kern", f"{FILL}{choice}", key)
    changed = REQUEST.replace("30.4.", "31.5.")
    _filled(county, "kern", {"text": changed})
    county.say("kern", "ja")
    (requested,) = county.faden.store.journal.stream("commitment:Z1")
    assert isinstance(requested.event, events.Requested)
    assert requested.event.due.month == 5


def test_an_ask_is_answered_in_a_form_whose_mistakes_are_named(
    county: SlackCounty,
) -> None:
    county.say("kern", ASK)
    county.say("kern", "ja")
    told = county.faden.store.office.outbox.thread("p-lindner", 0, 10, "slack")
    key = told[-1].letter.key
    _press(county, "lindner", f"{FORM}answer", key)
    view = county.people.top(county.user("lindner"))
    fields = {b["label"]["text"]: b["block_id"] for b in view["blocks"] if "label" in b}
    need, year = fields["Bedarf"], fields["Jahr"]
    wrong = _filled(county, "lindner", {need: "ja", year: "bald"}, view)
    assert wrong["response_action"] == "errors"
    assert list(wrong["errors"]) == [year]
    assert county.faden.store.journal.stream("ask:F1")[1:] == []
    assert _filled(county, "lindner", {need: "ja", year: "2028"}, view) == {}
    assert "notiert" in county.letters("lindner")[-1].plain.lower()
    assert len(county.faden.store.journal.stream("ask:F1")) == 2


def test_a_request_is_made_in_a_form_from_the_slash_command_and_the_home_page(
    county: SlackCounty,
) -> None:
    kern = county.user("kern")
    county.send(county.people.command(kern, ""))
    said = {"to": "Lindgrund", "what": "Schlammmengen", "due": "Ende April"}
    _filled(county, "kern", said)
    assert "Lindgrund" in county.letters("kern")[-1].plain
    county.send(county.people.look_home(kern))
    told = county.faden.store.office.outbox.thread("p-kern", 0, 10, "slack")
    home = next(one.letter for one in told if one.letter.place == "home")
    _press(county, "kern", f"{FORM}request", home.key)
    _filled(county, "kern", {**said, "to": "Birkfeld"})
    assert "Birkfeld" in county.letters("kern")[-1].plain


def test_a_button_of_a_letter_that_was_thrown_away_says_so(
    county: SlackCounty,
) -> None:
    for action in ("faden/promise", f"{FILL}later", f"{FORM}answer"):
        _press(county, "kern", action, "gone")
        assert "Diese Karte gibt es nicht mehr" in county.letters("kern")[-1].plain
    assert county.slack.asked("views.open") == []


def test_a_link_is_no_act(county: SlackCounty) -> None:
    _press(county, "kern", "open-link", "x")
    assert county.letters("kern") == []
