"""A county in which everything there is exists once in every confidentiality.

What is said carries a word by which it is known wherever it appears.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

from adapters.audit.signing import Place
from core import ask, commitment, decision, forum, information, person
from core.ask.kinds import AskKind, Follows, Meant
from core.ask.questions import Question, QuestionKind
from core.effect import Stance
from core.facts import Seat
from core.forum import ForumKind
from core.information import InformationKind
from core.ports import Card, Circle
from core.sealed import Sealed
from tests.access.county import World
from tests.access.roles import ASKED, COMMON, FORUMS, WORDS
from tests.auenland import found
from tests.ballots import body

_VOGT: Final = ("p-vogt", "birkfeld")
_LANGE: Final = ("p-lange", "lindgrund")
_KERN: Final = ("p-kern", "kreis")


def world(folder: Path) -> World:
    """Found the county and let everything happen in it."""
    key = Place(folder / "log.key", "auenland.example/log")
    made = World(found(folder, key=key))
    made.here.order("person:p-gast", person.Admit(), Card(name="Frau Gast"))
    body(made.here, "lindgrund")
    _meetings(made, Circle.INTERNAL, "wasser", Sealed("Rathaus"))
    for circle in Circle:
        _forum(made, circle)
        made.refs[circle] = {
            "Z": _commitment(made, circle),
            "I": _information(made, circle),
            "F": _ask(made, circle, _VOGT, AskKind.NEED),
            "B": _decision(made, circle),
            "Z2": _offer(made, circle),
            "F2": _ask(made, circle, _VOGT, AskKind.READINESS),
            "F3": _ask(made, circle, _LANGE, AskKind.NEED),
            "B2": _decision(made, circle),
            "B3": _decision(made, circle, council=False),
            "B5": _decision(made, circle, council=False),
        }
        _agreed(made, circle)
    made.here.watch.forward(days=15)
    for circle in Circle:
        _afterwards(made, circle)
        made.refs[circle]["B4"] = _decision(made, circle)
    made.here.faden.reactor.settle()
    return made


def _text(circle: Circle, what: str) -> Sealed:
    return Sealed(f"{COMMON} {ASKED[circle]} {WORDS[circle]} {what}")


def _forum(made: World, circle: Circle) -> None:
    proposed = forum.Propose(
        name=f"Forum {WORDS[circle]}",
        kind=ForumKind.FIELD,
        fields=("wasser",),
        purpose=_text(circle, "Zweck"),
        lead="birkfeld",
    )
    seats = {"lindgrund": Seat.VOTE, "birkfeld": Seat.VOTE}
    for command in (proposed, forum.Constitute(), forum.SetSeats(seats=seats)):
        made.give(_KERN, command, circle, f"forum:{FORUMS[circle]}")
    _meetings(made, circle, FORUMS[circle], _text(circle, "Ort"))


def _meetings(made: World, circle: Circle, place: str, said: Sealed) -> None:
    """Let a forum meet today, and convene it for the 26th of April."""
    today = made.here.watch().date()
    both = ("birkfeld", "lindgrund")
    for meeting in (
        forum.ScheduleMeeting(on=today + timedelta(days=40), at="14:00", place=said),
        forum.RecordMeeting(on=today, attended=both, minutes=said),
    ):
        made.give(_KERN, meeting, circle, f"forum:{place}")


def _commitment(made: World, circle: Circle, cites: str | None = None) -> str:
    request = commitment.commands.Request(
        forum=FORUMS[circle],
        asker="birkfeld",
        holder="lindgrund",
        what=_text(circle, "Bitte"),
        due=made.here.watch().date() + timedelta(days=30),
        cites=cites,
    )
    return made.give(_VOGT, request, circle, None)


def _offer(made: World, circle: Circle) -> str:
    offer = commitment.commands.Offer(
        forum=FORUMS[circle],
        asker="lindgrund",
        holder="birkfeld",
        what=_text(circle, "Angebot"),
        due=made.here.watch().date() + timedelta(days=30),
    )
    return made.give(_VOGT, offer, circle, None)


def _information(made: World, circle: Circle, about: tuple[str, ...] = ()) -> str:
    told = information.Record(
        kind=InformationKind.FRAMEWORK if about else InformationKind.FINDING,
        forum=FORUMS[circle],
        text=_text(circle, "Beobachtung"),
        about=about,
    )
    return made.give(_LANGE, told, circle, None)


def _ask(made: World, circle: Circle, who: tuple[str, str], kind: AskKind) -> str:
    today = made.here.watch().date()
    opened = ask.commands.Open(
        kind=kind,
        forum=FORUMS[circle],
        meant=Meant.NAMED,
        named=("birkfeld" if who is _LANGE else "lindgrund",),
        questions=(
            Question(key="need", kind=QuestionKind.YES_NO, label=f"{WORDS[circle]}?"),
        ),
        text=_text(circle, "Abfrage"),
        deadline=today + timedelta(days=20),
        promised=today + timedelta(days=40),
        minutes=1,
    )
    return made.give(who, opened, circle, None)


def _decision(made: World, circle: Circle, *, council: bool = True) -> str:
    proposed = decision.commands.Propose(
        forum=FORUMS[circle],
        title=f"{ASKED[circle]} und {WORDS[circle]} verwerten",
        text=_text(circle, "Beschluss"),
        council=council,
        review_on=made.here.watch().date() + timedelta(days=400),
    )
    ref = made.give(_VOGT, proposed, circle, None)
    made.give(_KERN, decision.commands.Open(), circle, f"decision:{ref}")
    return ref


def _agreed(made: World, circle: Circle) -> None:
    yes = decision.commands.GivePosition(stance=Stance.YES)
    for ref in ("B2", "B3", "B5"):
        for who in (_LANGE, _VOGT):
            made.give(who, yes, circle, f"decision:{made.refs[circle][ref]}")


def _afterwards(made: World, circle: Circle) -> None:
    """Let answers be told, a text be corrected, councils be asked, a decision end."""
    refs, why = made.refs[circle], _text(circle, "Grund")
    corrected = information.Correct(text=_text(circle, "Neues"), reason=why)
    made.give(_LANGE, corrected, circle, f"information:{refs['I']}")
    said = ask.questions.Value(question="need", said=Sealed("ja"))
    answer = ask.commands.Answer(values=(said,))
    told = (ask.commands.Close(), ask.commands.Publish())
    concluded = ask.commands.Conclude(follows=Follows.NOTHING, why=why)
    made.give(_LANGE, answer, circle, f"ask:{refs['F2']}")
    made.give(_VOGT, answer, circle, f"ask:{refs['F3']}")
    for command in (*told, concluded):
        made.give(_VOGT, command, circle, f"ask:{refs['F2']}")
    for command in told:
        made.give(_LANGE, command, circle, f"ask:{refs['F3']}")
    counted = (decision.commands.Close(), decision.commands.StartRatification())
    for ref in ("B2", "B3", "B5"):
        for step in counted:
            made.give(_KERN, step, circle, f"decision:{refs[ref]}")
    refs["Z3"] = _commitment(made, circle, refs["B5"])
    refs["I2"] = _information(made, circle, (refs["B5"],))
    ended = decision.commands.Repeal(by=refs["B2"], reason=why)
    made.give(_KERN, ended, circle, f"decision:{refs['B5']}")
    lost = commitment.commands.LoseGround(decision=refs["B5"])
    made.give(_KERN, lost, circle, f"commitment:{refs['Z3']}")
