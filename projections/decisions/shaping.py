"""Shaping: the rows that follow from the state of a decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from core import decision as core
from core.decision import events as e
from core.decision import states as s
from core.decision.councils import Council
from core.decision.wording import titled
from core.effect import EVERYBODY, Rule
from projections.columns import listed
from projections.decisions import tables as t
from projections.decisions.sheets import Key, Sheets
from projections.packing import packed
from projections.rows import Row

_JUDGED: Final = s.Resolved | s.Ratifying | s.PartlyInForce | s.InForce
_STILL_JUDGED: Final = _JUDGED | s.UnderReview | s.Failed


def shape(sheets: Sheets, state: s.Present) -> None:
    """Bring all rows in line with ``state``."""
    file = state.file
    sheets.keep(t.EDITION, {(n,): _edition(file, n) for n in file.texts})
    sheets.keep(t.POSITION, _positions(state))
    sheets.keep(t.OBJECTION, _objections(file))
    sheets.keep(t.COUNCIL, _councils(sheets, state))
    sheets.keep(t.CONDITION, _conditions(file))
    sheets.matter |= _matter(state) | _judged(state)
    sheets.matter["in_councils"] = in_councils(state)
    since = [row["since"] for row in sheets.holds]
    sheets.matter["holds_since"] = min(since, default=None)


def in_councils(state: s.Present) -> bool:
    """Whether it lies before bodies, be it for whoever joins what is in force."""
    return isinstance(state, s.Ratifying) or bool(core.awaited(state))


def _matter(state: s.Present) -> Row:
    file, opened = state.file, state.file.opened
    book, drafted = file.rulebook, file.drafted
    rule = drafted.effect or Rule(book.effect, book.measure, book.at_least)
    mode = drafted.mode or book.mode
    return {
        "drafted": packed(drafted),
        "title": _title(file),
        "text": file.texts[file.text].text,
        "edition": file.text,
        "state": core.name(state),
        "mode": (opened.mode if opened else mode).value,
        "rule": packed(opened.effect if opened else rule),
        "rulebook": packed(book),
        "until": file.until if opened else None,
        "second_call": file.second_call,
        "standing": packed(core.shown(file)) if opened else None,
        "silent": listed(file.silent),
        "bound": listed(core.bound(state)),
        "review_on": file.review_on,
        "reviewed": listed(file.reviewed),
    }


def _title(file: core.File) -> str:
    """Return the title; one that was taken from the text follows the newest version."""
    title, first, now = (
        file.drafted.title,
        file.texts[1].text,
        file.texts[file.text].text,
    )
    return titled(now) if first and now and titled(first) == title else title


def _judged(state: s.Present) -> Row:
    if not isinstance(state, _STILL_JUDGED):
        return {"ready": listed(()), "lacking": packed(())}
    effect = core.judged(state.file, date.max)
    return {"ready": listed(effect.ready), "lacking": packed(effect.missing)}


def _edition(file: core.File, number: int) -> Row:
    return {"edition": number, "text": file.texts[number].text}


def _positions(state: s.Present) -> Mapping[Key, Row]:
    file, bound = state.file, core.bound(state)
    return {
        (member.org,): {
            "org": member.org,
            "inhabitants": member.inhabitants,
            "cents": member.cost,
            "late": member.late,
            "recused": member.org in file.recused,
            "delivered_on": file.delivered.get(member.org),
            "bound": member.org in bound,
            **_voice(file, member.org),
            **_waiting(file, member.org),
        }
        for member in file.roster
    }


def _voice(file: core.File, org: str) -> Row:
    vote, scored = file.votes.get(org), file.scores.get(org)
    given, voice = vote or scored, file.voices.get(org)
    return {
        "stance": vote.stance.value if vote else None,
        "reason": vote.reason.text if vote and vote.reason else None,
        "given_on": given.on if given else None,
        "scores": packed(scored.scores) if scored else None,
        "basis": voice.basis.value if voice and voice.basis else None,
        "counted_as": voice.how.value if voice else None,
    }


def _waiting(file: core.File, org: str) -> Row:
    entry, draft = file.entries.get(org), file.prepared.get(org)
    return {
        "entered": said(entry.event) if entry else None,
        "entered_basis": entry.basis.value if entry else None,
        "holder": entry.holder if entry else None,
        "contest_until": entry.contest_until if entry else None,
        "prepared": said(draft.event) if draft else None,
    }


def said(event: object) -> str:
    """Return what waits in one word: a stance, or what kind of event it is."""
    match event:
        case e.PositionGiven(stance=stance) | e.PositionCorrected(stance=stance):
            return stance.value
        case _:
            return str(getattr(event, "KIND", ""))


def _objections(file: core.File) -> Mapping[Key, Row]:
    return {
        (number,): {
            "n": number,
            "org": one.raised.org,
            "edition": one.raised.text,
            "reason": one.raised.reason.text,
            "goal": one.raised.goal,
            "proposal": one.raised.proposal.text if one.raised.proposal else None,
            "work": one.work.value,
            "taken_up": one.taken_up,
        }
        for number, one in file.objections.items()
    }


def _councils(sheets: Sheets, state: s.Present) -> Mapping[Key, Row]:
    matter = {"forum": sheets.matter["forum"], "number": sheets.matter["number"]}
    awaited = core.awaited(state)
    return {
        (key.org, key.body): {
            **matter,
            "org": key.org,
            "body": key.body,
            "awaited": key in awaited,
            **_council(council, state.file.text),
        }
        for key, council in state.file.councils.items()
    }


def _council(council: Council, text: int) -> Row:
    return {
        "step": council.step.value,
        "answer": council.answer(text).value,
        "edition": council.text,
        "deadline": council.deadline,
        "last": council.deadline or date.max,
        "since": council.since,
        "meeting": council.meeting,
        "on": None if council.on == date.min else council.on,
    }


def _conditions(file: core.File) -> Mapping[Key, Row]:
    return {
        (key.kind.value, key.org): {
            "kind": key.kind.value,
            "org": key.org or EVERYBODY,
            "answer": one.answer.value,
            "on": None if one.on == date.min else one.on,
        }
        for key, one in file.conditions.items()
    }
