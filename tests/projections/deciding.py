"""Deciding: decisions with everything that can happen to them, as part of a story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from core import forum
from core.commitment import commands as commitment
from core.decision import commands as c
from core.decision.kinds import Score
from core.effect import Stance
from core.facts import Basis, OnBehalf
from core.ports import Order
from core.rulebook import Mode, Rulebook
from core.sealed import Sealed
from tests.projections.asking import TOWN, WHY
from tests.projections.chance import ORGS, PERSONS
from tests.projections.councils import YES, Act, expired, in_council, said
from tests.projections.world import Theatre

CLERK: Final = 6  # works for the town too, and may not consent


def _proposal(**changes: Any) -> c.Propose:  # noqa: ANN401  (fields of the command)
    plain: dict[str, Any] = {"forum": "wasser", "title": "Kanal", "text": WHY}
    return c.Propose(**{**plain, **changes})


_ABSTAIN: Final = c.GivePosition(stance=Stance.ABSTAIN)
_NO: Final = c.GivePosition(stance=Stance.NO)


def _recommended() -> Iterator[Act]:
    """Too few take part, then it is recommended and stays (B1)."""
    yield Act("office", _proposal(mode=Mode.RECOMMENDATION))
    yield from said("office", c.Revise(text=Sealed("Kanal neu")), c.Open())
    yield Act("office", c.Deliver(org=ORGS[TOWN], channel="mail", proof="post:1"))
    yield Act("town", YES, 30)
    yield from said("office", c.Close(), c.Reconvene())
    yield Act("town", _ABSTAIN)
    yield Act("town", YES, 30)
    yield from said("office", c.Close(), c.CallReview(), c.Confirm())


def _discussed() -> Iterator[Act]:
    """Objections, drafts and calls by phone; then councils and conditions (B2)."""
    yield Act("town", _proposal(council=False))
    yield Act("town", c.Explain(reasons=WHY))
    yield Act("office", c.Open())
    yield Act("town", c.Object(reason=WHY))
    yield Act("office", c.Revise(text=Sealed("Kanal besser"), integrates=(1,)))
    yield from said("town", c.AcceptIntegration(number=1), c.Object(reason=WHY))
    yield from said("town", c.WithdrawObjection(number=2), c.Object(reason=WHY))
    yield Act("office", c.Escalate(to="Steuerung", reason=WHY))
    yield Act("office", c.RuleNotParamount(number=3, by="Steuerung", reason=WHY))
    yield Act("clerk", YES)
    yield Act("town", c.DropPrepared())
    yield Act("phone", YES)
    yield Act("town", c.ContestOnBehalf())
    yield Act("phone", YES)
    yield Act("town", c.ConfirmOnBehalf())
    yield Act("phone", _ABSTAIN, 4)
    yield Act("office", c.LetOnBehalfStand(org=ORGS[TOWN]))
    yield Act("town", YES)
    yield from in_council()


def _settled() -> Iterator[Act]:
    """It binds the town; the county joins and leaves again (B3)."""
    yield Act("town", _proposal(council=False))
    yield Act("office", c.Open())
    yield Act("town", YES, 30)
    yield from said("office", c.Close(), c.StartRatification())
    yield from said("office", c.AskForPromises(org=ORGS[TOWN]))
    yield from said("office", c.Join(), c.Leave(reason=WHY))


def _others() -> Iterator[Iterator[Act]]:
    """Yield one that is scored and withdrawn, one refused, one of the recused."""
    scores = (Score(option=1, resistance=0), Score(option=2, resistance=9))
    scored = _proposal(mode=Mode.RESISTANCE, options=("so", "anders"))
    yield iter(
        [
            Act("office", scored),
            Act("office", c.Open()),
            Act("town", c.ScoreOptions(scores=scores), 30),
            Act("office", c.Close()),
            Act("office", c.Withdraw(reason=WHY)),
        ]
    )
    yield iter(
        [
            Act("office", _proposal(mode=Mode.MAJORITY)),
            Act("office", c.SetTerm(deadline=date(2040, 1, 3))),
            Act("office", c.Open()),
            Act("town", _NO, 30),
            Act("office", c.Close()),
        ]
    )
    recused = [Act("office", _proposal()), Act("office", c.Open())]
    yield iter([*recused, Act("town", c.DeclareRecusal())])


def _promised(theatre: Theatre) -> str:
    """Promise something because of what binds the town (B3)."""
    offer = commitment.Offer(
        forum="wasser",
        asker=ORGS[0],
        holder=ORGS[TOWN],
        what=WHY,
        due=theatre.today + timedelta(days=400),
        cites="B3",
    )
    known = set(theatre.streams("commitment"))
    theatre.give(_order(theatre, Act("town", offer), None))
    new = set(theatre.streams("commitment")) - known
    stream = next(iter(new), "commitment:Z0")
    theatre.give(_order(theatre, Act("office", commitment.AcceptOffer()), stream))
    return stream


def _doubted() -> Iterator[Act]:
    """Ask whether it stands without its decision."""
    yield Act("office", commitment.LoseGround(decision="B3"))
    yield Act("town", commitment.Uphold())
    yield Act("town", commitment.SeekRelease(reason=WHY))


def decide(theatre: Theatre) -> None:
    """Let the forum decide about everything, and change its rules in between."""
    _play(theatre, _recommended())
    rules = forum.ChangeRulebook(
        rulebook=Rulebook(quorum=0, contest_days=1), decision="B1"
    )
    theatre.give(_at_office(theatre, rules))
    discussed = _play(theatre, _discussed())
    _play(theatre, expired(theatre.today), discussed)
    seats = forum.SetSeats(seats=dict.fromkeys((ORGS[1], *ORGS[3:-1])))
    theatre.give(_at_office(theatre, seats))
    settled = _play(theatre, _settled())
    promised = _promised(theatre)
    _play(theatre, said("office", c.CallReview(), c.Supersede(by="B3")), discussed)
    _play(theatre, said("office", c.Repeal(by="B1", reason=WHY)), settled)
    for act in _doubted():
        theatre.give(_order(theatre, act, promised))
    for other in _others():
        _play(theatre, other)


def _play(theatre: Theatre, acts: Iterator[Act], stream: str | None = None) -> str:
    for act in acts:
        known = set(theatre.streams("decision"))
        theatre.give(_order(theatre, act, stream))
        stream = stream or next(iter(set(theatre.streams("decision")) - known), None)
        theatre.now += timedelta(days=act.days)
    return stream or "decision:B0"


def _at_office(theatre: Theatre, command: forum.Command) -> Order:
    at = {"actor": PERSONS[0], "org": ORGS[0]}
    return theatre.order(command, "forum:wasser", **at)


def _order(theatre: Theatre, act: Act, stream: str | None) -> Order:
    number = {"town": TOWN, "clerk": CLERK}.get(act.who, 0)
    home = 0 if act.who in {"office", "phone"} else TOWN
    order = theatre.order(act.command, stream, actor=PERSONS[number], org=ORGS[home])
    if act.who != "phone":
        return order
    entry = OnBehalf(org=ORGS[TOWN], basis=Basis.PHONE, holder=PERSONS[TOWN])
    return order._replace(on_behalf=entry)
