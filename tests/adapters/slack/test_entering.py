"""Whoever is connected gets a link in their own direct message, and nobody else."""

from __future__ import annotations

import re

import pytest

from adapters.office.sessions import LINKS
from tests.adapters.slack.county import PAGES, SlackCounty
from tests.slack.judge import texts

LINK = re.compile(rf"{PAGES}/enter/(\S+)")


def _links(county: SlackCounty, name: str) -> list[str]:
    told = county.slack.workspace.told(county.user(name))
    words = (word for one in told for word in texts(one.get("blocks") or []))
    return [found[1] for word in words for found in LINK.finditer(word)]


@pytest.mark.parametrize("said", ["Anmelden", "anmeldung.", "Sign in", "login!"])
def test_a_link_comes_as_a_direct_message_and_lets_in(
    county: SlackCounty, said: str
) -> None:
    county.say("kern", said)
    county.deliver()
    (token,) = set(_links(county, "kern"))
    sessions, now = county.faden.store.office.sessions, county.here.watch()
    assert sessions.redeem(token, now).result() is not None
    assert not _links(county, "lindner")


def test_no_link_lies_in_the_outbox(county: SlackCounty) -> None:
    county.say("kern", "anmelden")
    county.deliver()
    assert all("/enter/" not in str(one) for one in county.letters("kern"))


def test_a_slash_command_is_answered_without_the_link(county: SlackCounty) -> None:
    request = county.people.command(county.user("kern"), "anmelden")
    reply = county.send(request)
    assert "Direktnachricht" in str(reply.data["text"])
    assert "/enter/" not in str(reply.data)


def test_a_stranger_gets_none(county: SlackCounty) -> None:
    (said,) = county.say("stein", "anmelden")
    assert "verbinden CODE" in said


def test_one_person_gets_few_links(county: SlackCounty) -> None:
    sessions = county.faden.store.office.sessions
    for _ in range(LINKS):
        sessions.link("p-kern", county.here.watch()).result()
    reply = county.send(county.people.command(county.user("kern"), "anmelden"))
    assert "warten Sie zehn Minuten" in str(reply.data["text"])
    county.deliver()
    assert not _links(county, "kern")
