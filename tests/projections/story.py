"""Story: a made-up history of the county Auenland, played through the real rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Final

from core import ask, commitment, digest, information
from core.catalogue import NOUNS
from core.facts import Basis, OnBehalf
from core.ports import Circle, Order, Recorded, Via
from core.sealed import Sealed
from tests.projections import asking
from tests.projections.chance import FORUMS, ORGS, PERSONS
from tests.projections.deciding import decide
from tests.projections.forgetting import afterwards, forgetting
from tests.projections.founding import OFFICE, ending, founding
from tests.projections.kinds import AT_THE_END, COORDINATING, OPENING, RARE, SETTLING
from tests.projections.reminding import reminding
from tests.projections.world import Theatre

_AT_OFFICE: Final = {"actor": PERSONS[0], "org": ORGS[0]}
_SPARED: Final = (
    "forum:wasser",
    "forum:energie",
    "organisation:kreis",
    "organisation:lindgrund",
)
_SHARES: Final = {
    "commitment": 70,
    "information": 14,
    "organisation": 8,
    "forum": 5,
    "region": 4,
    "person": 1,
}


class Play(Theatre):
    """People who say something, mostly what fits, in the county Auenland."""

    def set_up(self) -> None:
        """Found the region with its organisations, people and forums."""
        for stream, command in founding():
            self.give(self.order(command, stream))

    def act(self) -> None:
        """Let somebody say something, as often as not something forbidden."""
        chance = self.chance
        if chance.often(0.03):
            self.now += timedelta(days=chance.dice.choice((1, 8, 16)))
        noun = chance.dice.choices(list(_SHARES), list(_SHARES.values()))[0]
        stream = self._stream(noun)
        kind = self._kind(noun, stream)
        if kind in RARE and (stream in _SPARED or chance.often(0.7)):
            return
        number = 0 if kind in COORDINATING else self._speaker(noun, stream)
        command = chance.command(kind, self.today)
        if isinstance(command, commitment.commands.Request):
            command = replace(command, asker=ORGS[number], cites=None)
        if isinstance(command, commitment.commands.Offer):
            command = replace(command, holder=ORGS[number], cites=None)
        clerk = number == OFFICE and chance.often(0.4)
        order = self.order(
            command,
            stream,
            actor=PERSONS[-1] if clerk else PERSONS[number],
            org=ORGS[number],
            via=Via.WEB,
            circle=chance.pick([*Circle, *[Circle.INTERNAL] * 9]),
            source=Sealed("Link") if chance.often(0.1) else None,
        )
        if noun in {"commitment", "information"} and number and chance.often(0.1):
            order = self._by_phone(order, number)
        self.give(order)

    def _kind(self, noun: str, stream: str | None) -> type[object]:
        """Return what is said, mostly something that fits."""
        kinds = [k for k, of in NOUNS.items() if of == noun and k not in AT_THE_END]
        if noun not in {"commitment", "information"}:
            return self.chance.pick(kinds)
        if stream is None:
            return self.chance.pick([kind for kind in kinds if kind in OPENING])
        state = self.load(stream).state
        if isinstance(getattr(state, "phase", None), commitment.states.Fulfilled):
            return commitment.commands.Dispute  # all that is left to be said
        waiting = isinstance(state, information.Provisional) or getattr(
            state, "pending", None
        )
        settling = bool(waiting) and self.chance.often(0.7)
        fit = [kind for kind in kinds if (kind in SETTLING) == settling]
        return self.chance.pick([kind for kind in fit if kind not in OPENING])

    def _speaker(self, noun: str, stream: str | None) -> int:
        """Return who speaks, mostly somebody who may."""
        if noun in {"region", "organisation", "forum"} and self.chance.often(0.7):
            return 0
        state = self.load(stream).state if stream else None
        if not isinstance(state, commitment.states.State) or self.chance.often(0.1):
            return self.chance.dice.randrange(len(ORGS))
        terms, waiting = commitment.terms_of(state), state.pending
        orgs = [terms.asker, terms.holder, commitment.next_mover(state.phase) or ""]
        org = waiting.org if waiting else self.chance.pick(orgs)
        return ORGS.index(org) if org in ORGS else 0

    def _stream(self, noun: str) -> str | None:
        if noun in {"commitment", "information"}:
            going = [name for name in self.streams(noun) if self._goes_on(name)]
            fresh_one = not going or self.chance.often(0.05)
            return None if fresh_one else str(self.chance.pick(going[-3:]))
        fresh = {"organisation": ORGS, "forum": FORUMS, "person": PERSONS}
        return f"{noun}:{self.chance.pick(fresh.get(noun, ('aue',)))}"

    def _goes_on(self, stream: str) -> bool:
        state = self.load(stream).state
        if isinstance(state, commitment.states.State):
            over = isinstance(state.phase, commitment.states.Fulfilled)
            ended = isinstance(state.phase, commitment.states.Ended)
            return not ended and (not over or self.chance.often(0.2))
        return not isinstance(state, information.Withdrawn | information.SettledConcern)

    def _by_phone(self, order: Order, number: int) -> Order:
        """Let coordination say it, because somebody rang up."""
        entry = OnBehalf(
            org=ORGS[number],
            basis=self.chance.pick(list(Basis)),
            holder=PERSONS[number],
            note=Sealed("am Telefon") if self.chance.often(0.5) else None,
        )
        return order._replace(actor=PERSONS[0], org=ORGS[0], on_behalf=entry)

    def end(self) -> None:
        """Let happen at last what seldom happens by chance."""
        self._ask()
        asking.call(self)
        decide(self)
        for stream in self.streams("commitment"):
            self.give(self.order(commitment.settling.Thank(), stream, **_AT_OFFICE))
        for number, who in enumerate(PERSONS):
            for thanked in (("Z1", "Z2"), ("Z2",)):
                self.give(self.order(_told(who, thanked), f"digest:{number}-{thanked}"))
        for stream, command in ending(self.today):
            self.give(self.order(command, stream))
        for stream, command in forgetting(tuple(self.log), self.chance):
            self.give(self.order(command, stream))

    def _ask(self) -> None:
        """Ask a town, hear it out, say what follows; ask again and think better."""
        known = set(self.streams("ask"))
        self.give(self.order(asking.opening(self.today), None, **_AT_OFFICE))
        for stream in set(self.streams("ask")) - known:
            for command, way in asking.SAID:
                who = {"actor": PERSONS[asking.TOWN], "org": ORGS[asking.TOWN]}
                order = self.order(command, stream, **who)
                phone = way == "phone"
                self.give(self._by_phone(order, asking.TOWN) if phone else order)
            self.now += timedelta(days=30)
            for later in asking.afterwards(self.today):
                self.give(self.order(later, stream, **_AT_OFFICE))
            known.add(stream)
        self.give(self.order(asking.opening(self.today), None, **_AT_OFFICE))
        for stream in set(self.streams("ask")) - known:
            self._remind(stream.partition(":")[2])
            self.give(self.order(ask.commands.Cancel(), stream, **_AT_OFFICE))

    def _remind(self, ref: str) -> None:
        org, who = ORGS[asking.TOWN], PERSONS[asking.TOWN]
        for stream, command, said in reminding(ref, org, who, self.today):
            speaker = {"actor": who, "org": org} if said else {}
            self.give(self.order(command, stream, **speaker))


def _told(who: str, thanked: tuple[str, ...]) -> digest.Send:
    return digest.Send(
        org=ORGS[0],
        reach=digest.Reach.ALL,
        period="2027-W11",
        upto=len(thanked),
        to=Sealed(who),
        wording=Sealed("{}"),
        thanked=thanked,
    )


def story(seed: int, acts: int) -> list[Recorded]:
    """Return what follows from ``seed`` and ``acts`` commands, as it reads at last."""
    return list(_played(seed, acts))


@cache
def _played(seed: int, acts: int) -> tuple[Recorded, ...]:
    play = Play(seed)
    play.set_up()
    for _ in range(acts):
        play.act()
    play.end()
    return tuple(afterwards(play.log))
