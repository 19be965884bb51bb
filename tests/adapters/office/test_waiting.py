"""What waits for a browser, and by what people are known, on a file and on a server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.office import Office
from adapters.office.signins import SIGNINS, Seen, Way, What
from adapters.office.waiting import ATTEMPT, KEPT, Attempt, Kept
from adapters.settings import Server
from adapters.store import Store, open_store
from tests.adapters.notebook import MORNING

ISSUER = "https://id.kreis.example"
SAID = Kept(person="p-1", path="/say", fields={"text": "Grüße", "ref": "1"})
BEGUN = Attempt("state", "nonce", "verifier")


@pytest.fixture(params=["file", "server"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """The office of an empty store."""
    server = None
    if request.param == "server":
        server = Server(request.getfixturevalue("database"))
    opened: Store = open_store(tmp_path / "data", server=server, clock=lambda: MORNING)
    yield opened.office
    opened.close()


def test_what_was_sent_lies_under_its_token_for_half_an_hour(office: Office) -> None:
    token = office.waiting.keep(SAID, MORNING).result(20)
    assert office.waiting.fetch(token, MORNING) == SAID
    assert office.waiting.fetch(token, MORNING + KEPT) is None
    assert office.waiting.fetch("guessed", MORNING) is None
    assert office.waiting.forget(token).result(20)
    assert not office.waiting.forget(token).result(20)
    assert office.waiting.fetch(token, MORNING) is None


def test_an_attempt_is_taken_once_by_its_own_browser(office: Office) -> None:
    waiting = office.waiting
    token = waiting.begin(BEGUN, MORNING).result(20)
    assert waiting.take("guessed", "state", MORNING).result(20) is None
    assert waiting.take(token, "state", MORNING).result(20) == BEGUN
    assert waiting.take(token, "state", MORNING).result(20) is None


@pytest.mark.parametrize(
    "state, late", [("other", timedelta()), ("", timedelta()), ("state", ATTEMPT)]
)
def test_an_attempt_is_over_with_the_first_wrong_or_late_answer(
    office: Office, state: str, late: timedelta
) -> None:
    token = office.waiting.begin(BEGUN, MORNING).result(20)
    assert office.waiting.take(token, state, MORNING + late).result(20) is None
    assert office.waiting.take(token, "state", MORNING).result(20) is None


def test_a_name_at_a_provider_is_one_persons(office: Office) -> None:
    identities = office.identities
    identities.link("p-1", ISSUER, "sub", MORNING).result(20)
    identities.link("p-2", ISSUER, "sub", MORNING).result(20)
    assert identities.by_subject(ISSUER, "sub") == "p-2"
    assert identities.by_subject("https://other.example", "sub") is None
    assert not identities.has_subject("p-1", ISSUER)
    assert identities.unlink("p-2").result(20) == 1
    assert identities.by_subject(ISSUER, "sub") is None


def test_sign_ins_are_listed_newest_first_and_thrown_away(office: Office) -> None:
    seen = Seen("Firefox, Windows", "192.0.2.0/24")
    token = office.sessions.begin("p-1", Way.LINK, MORNING, seen).result(20)
    office.signins.note("p-1", What.OUT, MORNING, seen).result(20)
    assert [one.what for one in office.signins.newest(9)] == [What.OUT, What.IN]
    assert not office.signins.newest(9, "p-2")
    (there,) = office.sessions.of("p-1", token, MORNING)
    assert (there.device, there.own) == (seen.device, True)
    office.purge(MORNING + SIGNINS - timedelta(microseconds=1)).result(20)
    assert len(office.signins.newest(9)) == 2
    office.purge(MORNING + SIGNINS).result(20)
    assert not office.signins.newest(9)


def test_what_is_over_leaves_the_store(office: Office) -> None:
    kept = office.waiting.keep(SAID, MORNING).result(20)
    begun = office.waiting.begin(BEGUN, MORNING).result(20)
    office.purge(MORNING + KEPT).result(20)
    assert office.waiting.fetch(kept, MORNING) is None
    assert office.waiting.take(begun, "state", MORNING).result(20) is None
