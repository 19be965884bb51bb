"""Only a code links somebody; strangers are greeted and learn nothing."""

from __future__ import annotations

import pytest

from adapters.office.codes import CODE_LIFE, GUESSES
from tests.adapters.slack.county import SlackCounty

STEIN = "p-stein"


def _code(county: SlackCounty, person: str = STEIN) -> str:
    codes = county.faden.store.office.codes
    return codes.give(person, "slack", county.here.watch()).result(20)


def _command(county: SlackCounty, name: str, text: str) -> str:
    reply = county.send(county.people.command(county.user(name), text))
    assert reply.status == 200
    return str(reply.data["text"])


def _person(county: SlackCounty, name: str) -> str | None:
    user = county.user(name)
    addresses = county.faden.store.office.addresses
    return addresses.person("slack", f"{user.team}/{user.id}")


def test_a_stranger_is_told_how_to_connect_and_nothing_of_the_region(
    county: SlackCounty,
) -> None:
    (said,) = county.say("stein", "Was ist offen?")
    assert "verbinden CODE" in said
    assert _command(county, "stein", "Was ist offen?") == said
    county.send(county.people.look_home(county.user("stein")))
    places = [
        one.letter.place
        for one in county.faden.store.office.outbox.thread("", 0, 10, "slack")
    ]
    where = f"T0AUEN/{county.user('stein').id}"
    assert places == [f"user/{where}", f"home/{where}"]
    assert county.faden.store.office.inbox.waiting(county.here.watch()) == []


def test_a_stranger_is_answered_once_however_often_slack_sends(
    county: SlackCounty,
) -> None:
    request = county.people.say(county.user("stein"), "Hallo")
    for _ in range(3):
        county.send(request)
    assert len(county.letters("stein")) == 1


@pytest.mark.parametrize("word", ["verbinden", "Verbinden:", "connect", "LINK"])
def test_a_code_connects_by_slash_command(county: SlackCounty, word: str) -> None:
    said = _command(county, "stein", f"{word} {_code(county)}")
    assert "Herr Stein" in said
    assert _person(county, "stein") == STEIN


def test_a_code_connects_in_a_direct_message_and_a_retry_changes_nothing(
    county: SlackCounty,
) -> None:
    request = county.people.say(
        county.user("stein"), f"verbinden {_code(county).lower()}"
    )
    for _ in range(2):
        assert county.send(request).status == 200
    assert _person(county, "stein") == STEIN
    told = county.faden.store.office.outbox.thread("", 0, 10, "slack")
    assert len(told) == 1
    assert "Herr Stein" in str(told[0].letter.payload)


def test_void_codes_say_why_and_guessing_ends(county: SlackCounty) -> None:
    used = _code(county)
    _command(county, "stein", f"verbinden {used}")
    assert "schon benutzt" in _command(county, "roth", f"verbinden {used}")
    late = _code(county, "p-roth")
    county.here.watch.now += CODE_LIFE
    assert "zehn Minuten" in _command(county, "roth", f"verbinden {late}")
    for _ in range(GUESSES):
        assert "kenne ich nicht" in _command(county, "roth", "verbinden ABCD-EFGH")
    good = _code(county, "p-roth")
    assert "zu viele" in _command(county, "roth", f"verbinden {good}")
    assert _person(county, "roth") is None


def test_what_only_sounds_like_a_code_is_heard_as_said(county: SlackCounty) -> None:
    for line in ("Link: https://a.example", "verbinden Auenburg", "connect us all"):
        assert "Code" not in county.say("kern", line)[0]


def test_the_connection_is_ended_by_whoever_has_it(county: SlackCounty) -> None:
    assert "beendet" in _command(county, "kern", "trennen")
    assert _person(county, "kern") is None
    assert "verbinden CODE" in _command(county, "kern", "trennen")


def test_the_name_and_the_mail_address_in_slack_prove_nothing(
    county: SlackCounty,
) -> None:
    county.users["p-stein"] = county.slack.workspace.user("Herr Stein")
    (said,) = county.say("p-stein", "Was ist offen?")
    assert "verbinden CODE" in said


def test_a_guest_of_another_workspace_is_a_person_of_their_own(
    county: SlackCounty,
) -> None:
    guest = county.user("gast", team="T9FREMD")
    code = _code(county)
    county.send(county.people.say(guest, f"verbinden {code}"))
    addresses = county.faden.store.office.addresses
    assert addresses.person("slack", f"T9FREMD/{guest.id}") == STEIN
    assert addresses.person("slack", f"T0AUEN/{guest.id}") is None


def test_slack_knows_in_which_language_to_speak_until_somebody_chooses(
    county: SlackCounty,
) -> None:
    stein = county.user("stein")
    stein.locale, stein.tz = "en-GB", "Europe/London"
    assert "You are connected" not in _command(
        county, "stein", f"verbinden {_code(county)}"
    )
    _until_known(county, STEIN)
    profile = county.faden.store.office.addresses.profile(STEIN)
    assert profile is not None
    assert (profile.language, profile.time_zone) == ("en", "Europe/London")
    assert "This is how it works" in county.say("stein", "help")[0]


def _until_known(county: SlackCounty, person: str) -> None:
    """Wait until Slack was asked, which happens beside."""
    addresses = county.faden.store.office.addresses
    for _ in range(200):
        if addresses.profile(person) is not None:
            return
        county.served.breathe()
    raise AssertionError(person)
