"""Messages that were edited or deleted: what waits is called off, what counts stays."""

from __future__ import annotations

from bots.heard import TextSaid, Withdrawn
from core.ports import Via
from tests.auenland import Auenland

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."


def _edit(here: Auenland, who: str, of: str, text: str) -> list[str]:
    here.said += 1
    ref = f"edit/{here.said}"
    here.hear(TextSaid(ref=ref, person=who, via=Via.SLACK, text=text, edits=of))
    return _told(here, who)


def _delete(here: Auenland, who: str, of: str) -> list[str]:
    here.said += 1
    ref = f"gone/{here.said}"
    here.hear(Withdrawn(ref=ref, person=who, via=Via.SLACK, of=of))
    return _told(here, who)


def _told(here: Auenland, who: str) -> list[str]:
    """Return what was answered on the platform to the last of it."""
    outbox = here.faden.store.office.outbox
    letters = outbox.thread(who, limit=1000, channel="slack")
    last = letters[-1].letter.key.rpartition("/reply/")[0]
    return [
        str(one.letter.payload)
        for one in letters
        if one.letter.key.startswith(f"{last}/reply/")
    ]


def test_an_edit_of_what_waits_for_a_yes_is_heard_in_its_place(here: Auenland) -> None:
    before = here.faden.store.journal.head()
    here.say("p-kern", REQUEST, ref="m1")
    (echo,) = _edit(here, "p-kern", "m1", REQUEST.replace("Lindgrund", "Birkfeld"))
    assert "Birkfeld" in echo
    here.say("p-kern", "ja")
    assert here.faden.store.journal.head() == before + 1
    here.news("p-kern")
    assert here.say("p-kern", "ja") == [
        "Gerade wartet nichts auf Ihre Antwort; es bleibt alles, wie es ist."
    ]
    assert here.thread("p-lindner") == []
    assert len(here.thread("p-birke")) == 1


def test_what_was_deleted_while_it_waited_is_not_written(here: Auenland) -> None:
    before = here.faden.store.journal.head()
    here.say("p-kern", REQUEST, ref="m1")
    (said,) = _delete(here, "p-kern", "m1")
    assert "gelöscht, also wurde nichts geschrieben" in said
    here.say("p-kern", "ja")
    assert here.faden.store.journal.head() == before


def test_what_counts_already_stays_whatever_becomes_of_the_message(
    here: Auenland,
) -> None:
    here.say("p-kern", REQUEST, ref="m1")
    here.say("p-kern", "ja", ref="m2")
    before = here.faden.store.journal.head()
    for ref in "m1", "m2":
        (edited,) = _edit(here, "p-kern", ref, "Bitte an alle: x")
        assert "war schon bearbeitet; die Änderung bewirkt nichts" in edited
        (deleted,) = _delete(here, "p-kern", ref)
        assert "war schon bearbeitet und bleibt im Verlauf" in deleted
    assert here.faden.store.journal.head() == before


def test_nobody_calls_off_what_somebody_else_said(here: Auenland) -> None:
    here.say("p-kern", REQUEST, ref="m1")
    here.hear(Withdrawn(ref="x", person="p-roth", via=Via.SLACK, of="m1"))
    before = here.faden.store.journal.head()
    here.say("p-kern", "ja")
    assert here.faden.store.journal.head() == before + 1


def test_an_edit_of_what_we_never_got_is_heard_as_said(here: Auenland) -> None:
    (answer,) = _edit(here, "p-kern", "lost", "Wer macht Klärschlamm?")
    assert "Klärschlamm" in answer
