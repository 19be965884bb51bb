"""Auenland: the invented county of the tests, founded through the real writer."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from adapters.audit.signing import Place
from adapters.main import Faden
from adapters.settings import Server
from bots.heard import Chosen, Heard, TextSaid
from bots.message import Choice, Choices, Message
from core import forum, organisation, person, region
from core.facts import OPERATOR, Power, Seat
from core.forum import ForumKind
from core.organisation import GiveMandate, OrganisationKind, Role
from core.ports import Answer, Card, Order, Via
from core.sealed import Sealed

START = datetime(2027, 3, 17, 8, 0, tzinfo=UTC)  # a Wednesday, 9 o'clock in Auenburg
TOWNS = {
    "kreis": ("Kreis Auenland", OrganisationKind.COUNTY),
    "auenburg": ("Auenburg", OrganisationKind.TOWN),
    "lindgrund": ("Lindgrund", OrganisationKind.MUNICIPALITY),
    "birkfeld": ("Birkfeld", OrganisationKind.MUNICIPALITY),
    "steintal": ("Steintal", OrganisationKind.MUNICIPALITY),
    "muehlau": ("Mühlau", OrganisationKind.MUNICIPALITY),
}
COORDINATING = frozenset({Power.ANSWER, Power.PROMISE, Power.COORDINATE})
PEOPLE = {
    "p-kern": ("Frau Kern", "Frau", "kreis", Role.COORDINATOR, COORDINATING),
    "p-lindner": ("Frau Lindner", "Frau", "lindgrund", Role.CLERK, None),
    "p-lange": ("BM Lange", "Herr", "lindgrund", Role.MAYOR, None),
    "p-birke": ("Frau Birke", "Frau", "birkfeld", Role.CLERK, None),
    "p-vogt": ("BM Vogt", "Herr", "birkfeld", Role.MAYOR, None),
    "p-stein": ("Herr Stein", "Herr", "steintal", Role.CLERK, None),
    "p-roth": ("BM Roth", "Herr", "steintal", Role.MAYOR, None),
    "p-mueller": ("BM Müller", "Frau", "muehlau", Role.MAYOR, None),
    "p-pruefer": ("Herr Prüfer", "Herr", "kreis", Role.AUDITOR, None),
}


@dataclass
class Watch:
    """A clock that stands still until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the time it shows."""
        return self.now

    def forward(self, **time: float) -> None:
        """Move it."""
        self.now += timedelta(**time)


@dataclass
class Auenland:
    """The county, and what its people say and read."""

    faden: Faden
    watch: Watch
    said: int = 0
    read: dict[str, set[str]] = field(default_factory=dict)

    def order(self, stream: str, command: object, card: Card | None = None) -> Answer:
        """Let the operator do something."""
        self.said += 1
        order = Order(
            command_id=f"set-up/{self.said}",
            command=command,
            stream=stream,
            actor=OPERATOR,
            org="",
            today=self.watch().date(),
            now=self.watch(),
            via=Via.CLI,
            card=card,
        )
        answer = self.faden.desk.submit(order)
        assert answer.refusal is None, (answer.refusal, command)
        return answer

    def admit(
        self,
        who: str,
        card: Card,
        org: str,
        role: Role = Role.CLERK,
        powers: frozenset[Power] | None = None,
    ) -> None:
        """Let somebody act for ``org``."""
        self.order(f"person:{who}", person.Admit(), card)
        until = date(2030, 12, 31) if role is Role.AUDITOR else None
        mandate = GiveMandate(person=who, role=role, powers=powers, until=until)
        self.order(f"organisation:{org}", mandate)

    def say(self, who: str, text: str, ref: str | None = None) -> list[str]:
        """Let ``who`` type ``text``; return what they read since they last looked."""
        self.said += 1
        ref = ref or f"test:{self.said}"
        self.hear(TextSaid(ref=ref, person=who, via=Via.WEB, text=text))
        return self.news(who)

    def choose(self, who: str, label: str) -> list[str]:
        """Let ``who`` press the newest button called ``label``."""
        key, option = next(
            (key, option)
            for key, message in reversed(self.thread(who))
            for option in options(message)
            if option.label == label
        )
        self.press(who, key, option.id)
        return self.news(who)

    def press(self, who: str, card: str, choice: str) -> None:
        """Let ``who`` press a button of an earlier message."""
        ref = f"{card}/{choice}"
        self.hear(Chosen(ref=ref, person=who, via=Via.WEB, card=card, choice=choice))

    def hear(self, heard: Heard) -> None:
        """Hand something over and wait until everybody was told."""
        self.faden.hear(heard)
        assert self.faden.settled(heard.ref, 10)
        self.faden.reactor.settle()

    def thread(self, who: str) -> list[tuple[str, Message]]:
        """Return everything that ``who`` was told, with its key."""
        posted = self.faden.store.office.outbox.thread(who, limit=10_000)
        told = (one.letter for one in posted)
        return [(one.key, Message.model_validate(one.payload)) for one in told]

    def news(self, who: str) -> list[str]:
        """Return the first lines, as said, of what ``who`` has not read yet."""
        told, known = self.thread(who), self.read.setdefault(who, set())
        fresh = [message.plain for key, message in told if key not in known]
        known.update(key for key, _ in told)
        return fresh


def options(message: Message) -> list[Choice]:
    return [o for p in message.parts if isinstance(p, Choices) for o in p.options]


def found(
    folder: Path,
    watch: Watch | None = None,
    forum_name: str = "Wasser",
    server: Server | None = None,
    key: Place | None = None,
) -> Auenland:
    """Found Auenland in a folder or on a server; a ``key`` signs, else nothing does."""
    watch = watch or Watch()
    if server is None and watch.now == START:
        first, said = _first(forum_name)
        shutil.copytree(first, folder, dirs_exist_ok=True)
        return Auenland(Faden.open(folder, clock=watch, key=key), watch, said)
    faden = Faden.open(folder, server=server, clock=watch, key=key)
    return _established(Auenland(faden, watch), forum_name)


@cache
def _first(forum_name: str) -> tuple[Path, int]:
    """Found it once for all tests of this process; return where, in how many orders."""
    scratch = tempfile.TemporaryDirectory()
    atexit.register(scratch.cleanup)
    faden = Faden.open(Path(scratch.name), clock=(watch := Watch()))
    here = _established(Auenland(faden, watch), forum_name)
    here.faden.reactor.settle()
    here.faden.close()
    return Path(scratch.name), here.said


def _established(here: Auenland, forum_name: str) -> Auenland:
    here.order("region:auenland", region.FoundRegion(name="Auenland"))
    here.order("region:auenland", region.AddField(field="wasser", name="Wasser"))
    for org, (name, kind) in TOWNS.items():
        here.order(f"organisation:{org}", organisation.Register(name=name, kind=kind))
        here.order("region:auenland", region.InviteOrganisation(org=org))
        here.order("region:auenland", region.Join(org=org, basis=Sealed("Schreiben")))
    proposed = forum.Propose(
        name=forum_name,
        kind=ForumKind.FIELD,
        fields=("wasser",),
        purpose=Sealed("Wasser und Abwasser gemeinsam"),
        lead="kreis",
    )
    here.order("forum:wasser", proposed)
    here.order("forum:wasser", forum.Constitute())
    seats = {org: Seat.VOTE for org in TOWNS if org != "kreis"}
    here.order("forum:wasser", forum.SetSeats(seats=seats))
    for who, (name, salutation, org, role, powers) in PEOPLE.items():
        here.admit(who, Card(name=name, salutation=salutation), org, role, powers)
    return here
