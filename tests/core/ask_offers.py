"""What is asked of an ask, and by whom; small walks, as answers multiply its states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.ask import commands as c
from core.ask.kinds import AskKind, Follows, Meant
from core.ask.questions import Question, QuestionKind, Value
from core.facts import Basis, Facts, ForumFacts, OnBehalf, Power, Seat
from core.sealed import Sealed
from tests.given import COORDINATION, TODAY, member

TOWN: Final = "lindgrund"
WHY: Final = Sealed("Weil es so ist.")
_PLACE: Final = ForumFacts(open=True, lead="landkreis", seats={TOWN: Seat.VOTE})
_OFFICE: Final = replace(COORDINATION, forum=_PLACE, audience=(TOWN,))
_TOWN: Final = replace(member(TOWN, Power.ANSWER), forum=_PLACE)
_PHONE: Final = replace(
    _OFFICE,
    on_behalf=OnBehalf(org=TOWN, holder="p-1", basis=Basis.PHONE),
    contest_until=TODAY + timedelta(days=14),
    holders={"p-1": "Kern"},
)
_LATER: Final = replace(_OFFICE, today=TODAY + timedelta(days=15))
_OPEN: Final = c.Open(
    kind=AskKind.NEED,
    forum="wasser",
    meant=Meant.EVERYBODY,
    questions=(Question(key="need", kind=QuestionKind.YES_NO, label="Bedarf"),),
    text=Sealed("Wer braucht eine Kehrmaschine?"),
    deadline=TODAY + timedelta(days=9),
    promised=TODAY + timedelta(days=23),
    minutes=3,
)


def _answer(said: str) -> c.Answer:
    return c.Answer(values=(Value(question="need", said=Sealed(said)),))


_ENDS: Final[Sequence[tuple[c.Command, Facts]]] = [
    (_OPEN, _OFFICE),
    (c.Cancel(reason=WHY), _OFFICE),
]
RUNNING: Final[Sequence[tuple[c.Command, Facts]]] = [
    *_ENDS,
    (_answer("ja"), _TOWN),
    (c.Extend(deadline=TODAY + timedelta(days=12)), _OFFICE),
    (c.Close(), _OFFICE),
    (c.Publish(), _OFFICE),
    (c.Conclude(follows=Follows.MEASURE, why=WHY), _OFFICE),
]
ANSWERING: Final[Sequence[tuple[c.Command, Facts]]] = [
    *_ENDS,
    (_answer("ja"), _TOWN),
    (_answer("nein"), _TOWN),
    (c.ReportNothing(), _TOWN),
    (c.DeclineAnswer(reason=WHY), _TOWN),
    (c.TakeBackAnswer(), _TOWN),
    (c.Delegate(person="p-2"), _TOWN),
]
ON_BEHALF: Final[Sequence[tuple[c.Command, Facts]]] = [
    *_ENDS,
    (_answer("ja"), _PHONE),
    (c.ReportNothing(), _PHONE),
    (c.ConfirmOnBehalf(), _TOWN),
    (c.ContestOnBehalf(reason=WHY), _TOWN),
    (c.LetOnBehalfStand(org=TOWN), _LATER),
]
CALLING: Final[Sequence[tuple[c.Command, Facts]]] = [
    (replace(_OPEN, kind=AskKind.HELP), _OFFICE),
    (_answer("ja"), _TOWN),
    (c.GoOn(), _LATER),
    (c.Close(), _OFFICE),
    (c.Cancel(reason=WHY), _OFFICE),
]
WALKS: Final = [RUNNING, ANSWERING, ON_BEHALF, CALLING]
