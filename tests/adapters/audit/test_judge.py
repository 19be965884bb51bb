"""A bundle is believed as a whole or not at all, and told apart from what was kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from adapters.audit.signing import Signer
from core.bundle.canonical import written
from core.bundle.head import AHEAD
from core.bundle.kept import Kept, kept
from core.bundle.verdict import Exit, Said
from core.note import COSIGNATURE
from tests.adapters.audit.bundles import (
    FORGER,
    LOG,
    NOW,
    WITNESS,
    Line,
    Log,
    closed,
    hash_of,
    log,
    outcome,
    shown,
    verdict,
    witnessed,
)

SMALL: Final = log(24, 7, 14)
INVALID: Final = Exit.INVALID


def codes(of: Log, against: Sequence[Kept] = ()) -> set[Said]:
    """Return all that is said of a bundle."""
    return {code for code, _ in verdict(closed(of.lines()), against).said}


def test_a_sound_bundle_is_sound() -> None:
    found = verdict(closed(SMALL.lines()))
    assert found.exit is Exit.SOUND
    assert [code for code, _ in found.said] == [
        Said.SOUND,
        Said.KEY,
        Said.TEXTS,
        Said.UNWITNESSED,
    ]
    assert found.said[2][1] == {"count": 2}


def test_an_empty_log_is_sound_too() -> None:
    assert outcome(closed(Log([]).lines())) == (Exit.SOUND, Said.SOUND)


def test_lines_of_another_region_are_refused() -> None:
    other = replace(SMALL, signer=Signer.of("else.example/log", bytes(32)))
    lines = SMALL.lines()
    lines[2] = other.lines()[2]
    assert outcome(closed(lines)) == (INVALID, Said.ORIGIN)


def test_two_checkpoints_of_a_forked_log_are_refused() -> None:
    forked, lines = SMALL.rewritten(9), SMALL.lines()
    lines[2] = forked.lines()[2]  # signed with the same key
    assert outcome(closed(lines)) == (INVALID, Said.CONSISTENCY)


def test_a_rewritten_and_signed_log_is_exposed_by_what_was_kept() -> None:
    mail = kept(SMALL.note(14).written().encode())
    for signer in (LOG, FORGER):
        forged = replace(SMALL.rewritten(9), signer=signer)
        assert outcome(closed(forged.lines())) == (Exit.SOUND, Said.SOUND)
        assert verdict(closed(forged.lines()), mail).exit is Exit.CONTRADICTED
        assert Said.CONTRADICTS in codes(forged, mail)
    assert verdict(closed(SMALL.lines()), mail).exit is Exit.SOUND
    assert Said.AGREES in codes(SMALL, mail)


def test_a_checkpoint_need_not_be_in_the_file_to_be_compared() -> None:
    anywhere = kept(SMALL.note(11).written().encode())
    assert Said.AGREES in codes(SMALL, anywhere)
    assert Said.CONTRADICTS in codes(SMALL.rewritten(2), anywhere)
    assert Said.AGREES in codes(SMALL.rewritten(12), anywhere)


def test_a_log_that_is_shorter_than_what_was_kept_contradicts_it() -> None:
    late = kept(log(30).note(30).written().encode())
    found = verdict(closed(SMALL.lines()), late)
    assert (found.exit, found.said[0][0]) == (Exit.CONTRADICTED, Said.SHORTER)


def test_what_was_kept_of_another_log_is_no_measure() -> None:
    other = replace(SMALL, signer=Signer.of("else.example/log", bytes(32)))
    found = outcome(closed(SMALL.lines()), kept(other.note(14).written().encode()))
    assert found == (Exit.UNREADABLE, Said.OTHER_LOG)


def test_a_clock_that_goes_backwards_is_refused() -> None:
    entries = list(SMALL.entries)
    early = {**entries[8]["header"], "recorded": "2026-11-22T08:00:00.000000Z"}
    entries[8] = {**entries[8], "header": early}
    assert outcome(closed(Log(entries).lines())) == (INVALID, Said.TIME)


def test_witnesses_are_counted_by_organisation() -> None:
    second = Signer.of("auenburg.example/zweiter", bytes(31) + b"2", COSIGNATURE)
    third = Signer.of("birkfeld.example/zeuge", bytes(31) + b"3", COSIGNATURE)
    seen = witnessed(SMALL, {WITNESS: "a", second: "a", third: "b"})
    lines = closed(seen.lines())
    assert outcome(lines, quorum=2) == (Exit.SOUND, Said.SOUND)
    assert (Said.WITNESSED, {"count": 2, "all": 2, "size": 27}) in verdict(lines).said


def test_too_few_witnesses_leave_a_sound_file_sound() -> None:
    lines = closed(witnessed(SMALL, {WITNESS: "a"}).lines())
    for few, count in ((lines, 1), (closed(SMALL.lines()), 0)):
        found = verdict(few, quorum=2)
        assert (found.exit, found.said[0][0]) == (Exit.TOO_FEW, Said.SOUND)
        assert found.said[-1] == (Said.QUORUM, {"count": count, "quorum": 2})
    forged = closed(SMALL.rewritten(9).lines())
    kept_before = kept(SMALL.note(14).written().encode())
    assert verdict(forged, kept_before, quorum=2).exit is Exit.CONTRADICTED


def test_whoever_signed_later_vouches_for_what_was_before() -> None:
    second = Signer.of("birkfeld.example/zeuge", bytes(31) + b"3", COSIGNATURE)
    seen = witnessed(SMALL, {WITNESS: "a", second: "b"})
    early, late = (replace(seen, witnesses={one: "x"}) for one in (WITNESS, second))
    lines = seen.lines()
    for line in lines:
        if line.get("checkpoint") == seen.note(14).written():
            line["checkpoint"] = early.note(14).written()
        elif "checkpoint" in line:
            line["checkpoint"] = late.note(line_size(line)).written()
    found = verdict(closed(lines), quorum=2)
    assert found.exit is Exit.SOUND
    assert (Said.WITNESSED, {"count": 2, "all": 2, "size": 14}) in found.said


def line_size(line: Line) -> int:
    """Return how many entries the checkpoint in a line has."""
    return int(line["checkpoint"].split("\n")[1])


def test_a_witness_of_tomorrow_is_not_believed() -> None:
    seen = witnessed(SMALL, {WITNESS: "a"})
    soon, late = replace(seen, moment=NOW + AHEAD), replace(seen, moment=NOW + 86_401)
    assert outcome(closed(soon.lines()))[0] is Exit.SOUND
    assert outcome(closed(late.lines())) == (INVALID, Said.FUTURE)


def test_what_only_witnesses_signed_is_not_believed() -> None:
    seen, lines = witnessed(SMALL, {WITNESS: "a"}), []
    for line in seen.lines():
        if "checkpoint" in line:
            said, _, cosigned = line["checkpoint"].rpartition("\n\n")
            rest = cosigned.split("\n", 1)[1]
            line["checkpoint"] = f"{said}\n\n{rest}"
        lines.append(line)
    assert outcome(closed(lines)) == (INVALID, Said.SIGNATURE)


def test_withheld_entries_are_proved_as_well() -> None:
    lines = [
        {"entry": line["entry"], "hash": hash_of(line).hex()}
        if line.get("entry", 0) % 2 and "header" in line
        else line
        for line in SMALL.lines()
    ]
    found = verdict(closed(lines))
    assert found.exit is Exit.UNEXPLAINED
    assert found.said[0] == (Said.HIDDEN, {"count": 12})
    lines[0]["scope"] = "public"
    found = verdict(closed(lines))
    assert found.exit is Exit.SOUND
    assert (Said.WITHHELD, {"count": 12}) in found.said
    lines[4] = {"entry": 1, "hash": hash_of(shown(1, forged=True)).hex()}
    assert outcome(closed(lines)) == (INVALID, Said.ROOT)


def test_what_is_said_moves_no_terminal() -> None:
    lines = SMALL.lines()
    lines[0]["origin"] = "\x1b[2J"
    found = verdict(closed(lines))
    assert "\x1b" in str(found.said[0][1]["origin"])
    assert "\x1b" not in written(dict(found.shown()[0][1]))
    assert str(found.shown()[0][1]["origin"]) == "�[2J"
