"""The newest checkpoint comes with the digest of whoever may promise."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from adapters.audit.alone import check
from adapters.audit.bundle import lines
from adapters.audit.checkpoints import newest
from adapters.audit.cosigning import last_seen, standing, take
from adapters.audit.extent import Request, extent
from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from adapters.audit.source import of_folder
from adapters.audit.witnessing import Witness
from bots.message import Choices
from core.bundle.head import Scope
from core.bundle.kept import kept as measures
from core.bundle.verdict import Exit, Said
from core.checkpoint import Checkpoint
from core.digest import Reach, Sent
from core.log import NameWitness
from tests.adapters.digesting.rounds import LINDNER, MONDAY, Office, after, events
from tests.auenland import Auenland
from tests.bots.digested import promised


def test_the_mayor_keeps_the_checkpoint_by_keeping_the_digest(
    here: Auenland, office: Office
) -> None:
    promised(here)
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    made = Sealing(here.faden.store, here.faden.desk, place).make().checkpoint
    office.at(MONDAY)
    (_, message) = here.thread("p-lange")[-1]
    assert f"Prüfstand {made.size} · {made.digits()} – bitte bewahren" in message.plain
    assert isinstance(message.parts[-1], Choices)
    assert len(measures(message.plain.encode())) == 1
    (_, clerk) = here.thread(LINDNER)[-1]
    assert "Prüfstand" not in clerk.plain


def signed(here: Auenland) -> Checkpoint:
    """Make a checkpoint."""
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    return Sealing(here.faden.store, here.faden.desk, place).make().checkpoint


def test_whoever_has_no_digest_gets_the_checkpoint_of_the_week(
    here: Auenland, office: Office
) -> None:
    made = signed(here)
    office.at(MONDAY)
    sent = [one.event for one in office.sent() if isinstance(one.event, Sent)]
    assert {one.reach for one in sent} == {Reach.PROOF}
    assert {one.kept for one in sent} == {made.size}
    orgs = sorted(one.org for one in sent)
    assert orgs == ["birkfeld", "kreis", "lindgrund", "muehlau", "steintal"]
    assert {one.to.text for one in sent} >= {"p-lange", "p-vogt", "p-mueller"}
    (_, letter) = here.thread("p-vogt")[-1]
    assert letter.title == "Prüfstand der Woche"
    assert letter.urgency == "normal"  # what is silent changes an earlier one only
    assert f"Prüfstand {made.size} · {made.digits()} – bitte" in letter.plain


def test_nobody_gets_it_twice_a_week(here: Auenland, office: Office) -> None:
    promised(here)
    signed(here)
    office.at(MONDAY)
    reaches = {
        e.org: e.reach for one in office.sent() if isinstance(e := one.event, Sent)
    }
    assert reaches["lindgrund"] is Reach.ALL
    assert reaches["birkfeld"] is Reach.PROOF
    before = len(office.sent())
    office.at(after(1))
    assert len(office.sent()) == before
    office.at(after(8))  # Easter Monday is over
    assert len(office.sent()) > before


def test_it_goes_to_whoever_is_there(here: Auenland, office: Office) -> None:
    here.say("p-vogt", "Urlaub bis 30.4., Vertretung Frau Birke")
    here.say("p-vogt", "ja")
    signed(here)
    office.at(MONDAY)
    assert [e.reach for e in events(office, "p-birke")] == [Reach.PROOF]
    assert events(office, "p-vogt") == []


def test_whoever_wants_no_digest_is_asked_last(here: Auenland, office: Office) -> None:
    here.say("p-vogt", "Überblick aus")
    here.say("p-vogt", "ja")
    signed(here)
    office.at(MONDAY)
    assert [e.org for e in events(office, "p-birke")] == ["birkfeld"]


def test_the_letter_as_it_is_is_a_measure(
    here: Auenland, office: Office, tmp_path: Path
) -> None:
    signed(here)
    office.at(MONDAY)
    (_, letter) = here.thread("p-vogt")[-1]
    mail = EmailMessage()
    mail["Subject"] = letter.title
    mail.set_content(letter.plain)
    file, bundle = tmp_path / "alt.eml", tmp_path / "all.jsonl"
    file.write_bytes(mail.as_bytes())
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    request = Request(Scope.PUBLIC)
    with of_folder(here.faden.store.folder) as source:
        found = extent(source.log, place, request)
        bundle.write_bytes(b"".join(lines(source.log, found, request, [])))
    verdict = check(bundle, file, 0, 1_900_000_000)
    assert verdict.exit is Exit.SOUND
    assert Said.AGREES in [code for code, _ in verdict.said]


def test_it_says_how_many_bear_witness(
    here: Auenland, office: Office, tmp_path: Path
) -> None:
    witness = Witness(tmp_path / "zeuge", "birkfeld.example/zeuge")
    named = NameWitness(org="birkfeld", key=witness.key.written())
    here.order("log:auenland", named)
    made = signed(here)
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    sealing = Sealing(here.faden.store, here.faden.desk, place)
    witness.trust(sealing.make().key)
    now = int(here.watch().timestamp())
    note, _ = witness.answer(sealing.make().note.written().encode(), now)
    take(here.faden.store, note.written().encode(), now)
    office.at(MONDAY)
    (_, letter) = here.thread("p-vogt")[-1]
    assert f"Prüfstand {made.size}: bezeugt von 1 der 6 Mitglieder." in letter.plain


def test_a_witness_of_last_month_counts_however_often_the_log_was_signed(
    here: Auenland, tmp_path: Path
) -> None:
    witness, now = Witness(tmp_path / "zeuge", "zeuge"), int(here.watch().timestamp())
    named = NameWitness(org="birkfeld", key=witness.key.written())
    here.order("log:auenland", named)
    size = signed(here).size
    with here.faden.store.reading() as db:
        made = newest(db)
    assert made is not None
    witness.trust(made.key)
    note, _ = witness.answer(made.note.written().encode(), now)
    take(here.faden.store, note.written().encode(), now)
    for day in range(40):
        here.order("log:auenland", named_anew(tmp_path, day))
        signed(here)
    for days, seen in ((31, size), (61, None)):
        with here.faden.store.reading() as db:
            then = now + days * 86_400
            best = standing(db, {"birkfeld", "steintal"}, then)
            assert last_seen(db, then)["birkfeld"] == seen
        assert best is not None
        assert (best.count, best.of_all) == (int(seen is not None), 2)
        assert (best.checkpoint.size == size) == (seen is not None)


def named_anew(folder: Path, day: int) -> NameWitness:
    """Return the next key of another witness."""
    key = Witness(folder / f"steintal{day}", f"steintal{day}").key
    return NameWitness(org="steintal", key=key.written())
