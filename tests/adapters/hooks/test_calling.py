"""Every entry, once and in order, signed; and what happens when nobody listens."""

from __future__ import annotations

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from core.decision import commands as c
from core.ports import Circle
from tests.adapters.hooks.receiver import Receiver
from tests.auenland import Auenland
from tests.ballots import do, proposal


def ask(here: Auenland) -> None:
    """Let something happen: one entry."""
    here.say("p-lange", "Bitte an Birkfeld: Schlammmengen bis 30.4.")
    here.say("p-lange", "ja")


async def test_an_entry_is_told_as_the_standard_wants_it(
    here: Auenland, receiver: Receiver
) -> None:
    ask(here)
    assert await receiver.round()
    (told,) = receiver.read()
    head = here.faden.store.journal.head()
    assert told["type"] == "commitment.requested"
    assert told["timestamp"] == "2027-03-17T08:00:00Z"
    assert told["data"] == {
        "entry": head,
        "noun": "commitment",
        "ref": "Z1",
        "version": 1,
        "organisation": "lindgrund",
        "effective_on": "2027-03-17",
        "url": "https://faden.example/item/Z1",
    }
    assert not await receiver.round()
    assert len(receiver.got) == 1


async def test_a_changed_byte_or_another_secret_is_refused_there(
    here: Auenland, receiver: Receiver
) -> None:
    ask(here)
    await receiver.round()
    ((headers, body),) = receiver.got
    with pytest.raises(WebhookVerificationError):
        Webhook(receiver.secret).verify(body.replace(b"Z1", b"Z2"), dict(headers))
    other = "whsec_" + "A" * 43 + "="
    with pytest.raises(WebhookVerificationError):
        Webhook(other).verify(body, dict(headers))


async def test_no_text_and_no_closed_item_is_told(
    here: Auenland, receiver: Receiver
) -> None:
    ask(here)
    do(here, "kreis", proposal(), ref=None, circle=Circle.CLOSED)
    do(here, "kreis", c.Open(), circle=Circle.CLOSED)
    here.say("p-vogt", "Überblick aus")  # of a person
    await receiver.round()
    told = receiver.read()
    assert told[0]["type"] == "commitment.requested"
    closed = [one["data"] for one in told if one["data"]["noun"] == "decision"]
    assert closed
    assert all(data.keys() == {"entry", "noun"} for data in closed)
    assert {one["data"]["noun"] for one in told} == {"commitment", "decision"}
    everything = b"".join(body for _, body in receiver.got)
    for word in (b"Schlamm", b"Kl\xc3\xa4r", b"Lange", b"Vogt", b"p-", b"B1"):
        assert word not in everything


async def test_what_is_not_taken_is_told_again_under_the_same_id(
    here: Auenland, receiver: Receiver
) -> None:
    receiver.status = 500
    ask(here)
    assert not await receiver.round()
    assert not await receiver.round()  # not before its pause is over
    assert len(receiver.got) == 1
    here.watch.forward(seconds=6)
    receiver.status = 204
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    assert await receiver.round()
    ids = [headers["webhook-id"] for headers, _ in receiver.got]
    assert ids[0] == ids[1] != ids[2]
    entries = [one["data"]["entry"] for one in receiver.read()[1:]]
    assert entries == sorted(entries)


@pytest.mark.parametrize("status", [301, 307, 400, 404, 429, 503])
async def test_only_a_yes_is_a_yes(
    here: Auenland, receiver: Receiver, status: int
) -> None:
    receiver.status = status
    ask(here)
    assert not await receiver.round()
    (one,) = here.faden.store.office.hooks.all()
    assert (one.attempts, one.reason) == (1, str(status))


async def test_after_days_it_is_given_up_and_coordination_is_told(
    here: Auenland, receiver: Receiver
) -> None:
    receiver.status = 500
    ask(here)
    await receiver.round()
    here.watch.forward(days=4, hours=23)
    await receiver.round()
    assert here.news("p-kern") == []
    here.watch.forward(hours=2)
    await receiver.round()
    (told,) = here.news("p-kern")
    assert "127.0.0.1" in told
    assert "Andere Programme" in told
    here.watch.forward(days=1)
    count = len(receiver.got)
    assert not await receiver.round()
    assert len(receiver.got) == count
    receiver.status = 200
    receiver.got.clear()
    (one,) = here.faden.store.office.hooks.all()
    assert here.faden.store.office.hooks.again(one.number).result()
    assert await receiver.round()
    assert {entry["data"]["ref"] for entry in receiver.read()} == {"Z1"}


async def test_whoever_is_gone_is_given_up_at_once(
    here: Auenland, receiver: Receiver
) -> None:
    receiver.status = 410
    ask(here)
    await receiver.round()
    (one,) = here.faden.store.office.hooks.all()
    assert one.ended_at is not None
    (told,) = here.news("p-kern")
    assert "127.0.0.1" in told
    assert "nichts mehr von Faden haben" in told
    assert "seit Tagen" not in told


async def test_nobody_there_is_a_failure_like_any_other(
    here: Auenland, receiver: Receiver
) -> None:
    await receiver.server.close()
    ask(here)
    assert not await receiver.round()
    (one,) = here.faden.store.office.hooks.all()
    assert one.attempts == 1


async def test_one_that_fails_holds_nobody_up(
    here: Auenland, receiver: Receiver
) -> None:
    other = Receiver(here, status=500)
    await other.start()
    ask(here)
    assert await receiver.round()
    assert len(receiver.got) == len(other.got) == 1
    await other.server.close()


async def test_a_known_receiver_gets_a_new_secret_and_misses_nothing(
    here: Auenland, receiver: Receiver
) -> None:
    ask(here)
    hooks, head = here.faden.store.office.hooks, here.faden.store.journal.head()
    fresh = hooks.make("p-kern", receiver.url, head, here.watch()).result()
    assert fresh != receiver.secret
    receiver.secret = fresh
    await receiver.round()
    assert len(receiver.read()) == 1
    assert len(hooks.all()) == 1
    (one,) = hooks.all()
    assert hooks.end(one.number).result()
    assert hooks.all() == []
