"""What is heard is answered once, whatever happens in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from adapters.journal.tables import cursor
from adapters.main import Faden
from adapters.office.inbox import State
from bots.conversation import Conversation
from bots.heard import TextSaid
from core.ports import Via
from tests.auenland import Auenland, found

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, founded."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


def again(here: Auenland) -> Faden:
    """Close the program and open it again on the same folder."""
    here.faden.close()
    here.faden = Faden.open(here.faden.store.folder, clock=here.watch)
    return here.faden


def test_a_message_heard_again_after_a_crash_acts_once(here: Auenland) -> None:
    here.say("p-kern", REQUEST)
    yes = TextSaid(ref="yes", person="p-kern", via=Via.WEB, text="ja")
    talk = Conversation(here.faden.desk)
    today = here.faden.today()
    first = talk.hear(yes, here.watch(), today)  # the process dies before settling
    head = here.faden.store.journal.head()
    second = talk.hear(yes, here.watch(), today)
    assert here.faden.store.journal.head() == head
    assert [post.key for post in first.posts] == [post.key for post in second.posts]
    assert first.posts[0].message == second.posts[0].message


def test_what_was_stored_before_the_end_is_answered_after_it(here: Auenland) -> None:
    inbox = here.faden.store.office.inbox
    heard = TextSaid(ref="late", person="p-kern", via=Via.WEB, text="Hilfe")
    here.faden.dispatcher.close()
    inbox.store(
        ref=heard.ref,
        channel="web",
        person=heard.person,
        place="",
        payload=heard.model_dump(mode="json"),
        now=here.watch(),
    ).result()
    faden = again(here)
    assert faden.settled("late", 10)
    assert len(here.thread("p-kern")) == 1


def test_a_message_that_cannot_be_read_ends_up_with_a_person(here: Auenland) -> None:
    office = here.faden.store.office
    office.inbox.store(
        ref="odd",
        channel="web",
        person="p-kern",
        place="",
        payload={"kind": "nonsense"},
        now=here.watch(),
    ).result()
    for _ in range(200):
        here.faden.dispatcher.wake()
        if here.faden.settled("odd", 0.1):
            break
        here.watch.forward(minutes=1)
    assert [stuck.key for stuck in office.stuck.all()] == ["odd"]
    arrival = office.inbox.get("odd")
    assert arrival is not None
    assert arrival.state is State.POISON
    assert "schiefgegangen" in here.say("p-kern", "Hilfe")[0]


def test_nobody_is_told_twice_after_a_restart(here: Auenland) -> None:
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    read = len(here.thread("p-lindner"))
    faden = again(here)
    faden.reactor.settle()
    assert len(here.thread("p-lindner")) == read == 1


def test_without_its_cursor_the_reactor_stays_silent(here: Auenland) -> None:
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    here.faden.store.journal.run(
        lambda connection: connection.execute(sa.delete(cursor)).rowcount
    ).result()
    read = len(here.thread("p-lindner"))
    again(here)
    here.faden.hear(TextSaid(ref="h", person="p-kern", via=Via.WEB, text="Hilfe"))
    assert here.faden.settled("h", 10)
    assert len(here.thread("p-lindner")) == read


def test_a_message_waits_for_views_that_cannot_be_read(here: Auenland) -> None:
    faden, views = here.faden, here.faden.store.folder / "views.db"
    faden.engine.dispose()
    away = views.rename(views.with_name("away.db"))
    views.mkdir()  # nobody can open that
    faden.hear(TextSaid(ref="early", person="p-kern", via=Via.WEB, text="Hilfe"))
    for _ in range(20):
        faden.dispatcher.wake()
        assert not faden.settled("early", 0.01)
    assert faden.store.office.stuck.all() == []
    views.rmdir()
    away.rename(views)
    faden.dispatcher.wake()
    assert faden.settled("early", 10)
    assert len(here.thread("p-kern")) == 1
