"""Talk: one message being answered; what its parts hand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bots import cards, refusals, replies
from bots.asks import cards as ask_cards
from bots.choices import Onlooker
from bots.conversation import echoes, standing
from bots.conversation.speaker import Speaker, deciding
from bots.decisions import cards as decision_cards
from bots.decisions import matter as matters
from bots.decisions.choices import Look
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Choice, Choices, Message, Part, Text
from bots.ports import CHANGE, HOME, Echo, Office, Outcome, Post, reply_key
from core.errors import Code, Refusal
from core.facts import Power
from core.ports import Order
from projections import asks, commitments, people
from projections.asks import AskRow, ReplyRow
from projections.commitments import CommitmentRow


@dataclass(slots=True)
class Talk:
    """The speaker, the office, and what is going to be said and kept.

    ``text`` is the line as typed; ``confirmed`` is set when it came from a button of
    a card that showed everything, in the state ``seen``. ``home`` is what the page says
    that a platform keeps for the speaker.
    """

    office: Office
    speaker: Speaker
    text: str = ""
    confirmed: bool = False
    seen: int | None = None
    messages: list[Message] = field(default_factory=list)
    home: Message | None = None
    echoed: list[Echo] = field(default_factory=list)
    answered: list[tuple[str, str]] = field(default_factory=list)

    def say(self, *texts: Text) -> None:
        """Say something."""
        self.messages.append(replies.said(*texts))

    def refuse(self, refusal: Refusal) -> None:
        """Say why not, and show the item as it is now if it is known."""
        speech = self.speaker.speech
        message = replies.said(refusals.explain(refusal, speech))
        if refusal.code is Code.RESULT_KNOWN:
            stands = standing.result(self.office, self.speaker, refusal)
            message = Message(parts=(*message.parts, *stands))
        self.messages.append(message)
        if refusal.code in _SHOW and (ref := refusal.facts.get("ref")):
            self.show(str(ref))

    def show(self, ref: str) -> None:
        """Show the card of a commitment, an ask or a decision, if it can be seen."""
        row, ask = self.row(ref), self.ask(ref)
        if row is not None:
            card = cards.card(row, self.onlooker(row), self.speaker.speech)
            self.messages.append(card)
        if ask is not None:
            self.messages.append(self.ask_card(ask))
        if (matter := self.matter(ref)) is not None:
            look = self.look(matter)
            card = decision_cards.card(matter, look, self.speaker.speech)
            self.messages.append(card)

    def row(self, ref: str) -> CommitmentRow | None:
        """Return a commitment as the speaker may see it, now."""
        with self.office.reading() as db:
            return commitments.get(db, self.speaker.viewer, ref)

    def ask(self, ref: str) -> AskRow | None:
        """Return an ask as the speaker may see it, now."""
        with self.office.reading() as db:
            return asks.get(db, self.speaker.viewer, ref)

    def matter(self, ref: str) -> Matter | None:
        """Return a decision as the speaker may see it, now."""
        speaker = self.speaker
        with self.office.reading() as db:
            return matters.load(db, speaker.viewer, ref, speaker.today)

    def look(self, matter: Matter) -> Look:
        """Return the speaker as somebody who looks at a decision."""
        org = self.own_org(matter)
        return Look(
            org=org,
            able=self.speaker.may(Power.CONSENT, org, matter.row.forum),
            runs=self.speaker.viewer.coordinates,
        )

    def own_org(self, matter: Matter) -> str:
        """Return for whom the speaker has a say: first where it is awaited."""
        own = [one for one in matter.positions if one.org in self.speaker.orgs]
        waits = [one.org for one in own if one.prepared or one.entered]
        silent = [one.org for one in own if one.org in matter.row.silent]
        return self.speaker.org_among(*waits, *silent, *(one.org for one in own))

    def coordinating_org(self, usual: str) -> str:
        """Return for which organisation the speaker coordinates, else ``usual``."""
        speaker = self.speaker
        able = (org for org in speaker.orgs if speaker.may(Power.COORDINATE, org, None))
        return next(able, speaker.org_among(usual))

    def ask_reply(self, row: AskRow, org: str) -> ReplyRow | None:
        """Return what ``org`` has answered, if it is asked."""
        with self.office.reading() as db:
            return asks.reply_of(db, self.speaker.viewer, row, org)

    def ask_card(self, row: AskRow) -> Message:
        """Return the card of an ask as the speaker gets it."""
        speaker = self.speaker
        own = [org for org in row.audience if org in speaker.orgs]
        org = next((org for org in own if org in row.missing), (own or [""])[0])
        look = ask_cards.Look(
            org=org,
            reply=self.ask_reply(row, org) if org else None,
            runs=row.org in speaker.orgs or speaker.viewer.coordinates,
        )
        return ask_cards.card(row, look, speaker.speech)

    def onlooker(self, row: CommitmentRow) -> Onlooker:
        """Return the speaker as somebody who looks at the card of ``row``."""
        speaker = self.speaker
        pending = row.pending_org if row.pending_org in speaker.orgs else None
        with self.office.reading() as db:
            able = deciding(db, row, speaker.today)
        return Onlooker(
            person=speaker.person,
            org=speaker.org_among(pending, row.mover, row.holder, row.asker),
            lead=self.lead(row.forum),
            deciding=able,
            late=commitments.overdue(row, speaker.viewer, speaker.today),
        )

    def lead(self, forum: str) -> str:
        """Return the organisation that convenes ``forum``."""
        with self.office.reading() as db:
            row = people.forum(db, forum)
        return row.lead if row else ""

    def echo(
        self,
        orders: Sequence[Order],
        texts: Sequence[Part],
        weighed: Sequence[Order] | None = None,
    ) -> None:
        """Say back what ``orders`` would bind to, and wait for a yes.

        What would be refused is refused at once; an older echo about the same item
        gives way. Only ``weighed`` are looked at where the others need what those
        bring about.
        """
        for order in orders if weighed is None else weighed:
            if (refusal := self.office.weigh(order)) is not None:
                self.refuse(refusal)
                return
        self._replace_older(orders)
        speech = self.speaker.speech
        number = self.office.next_echo(self.speaker.person) + len(self.echoed)
        change = Choice(
            id=CHANGE,
            label=speech.translate(N_("Change")),
            twin=self.text or speech.translate(N_("change: ")),
            fill=True,
        )
        options = (
            Choice(
                id="yes",
                label=echoes.yes(orders[0].command, speech),
                twin=speech.words(N_("yes {number}"), number=number),
                style="yes",
            ),
            change,
            Choice(
                id="no",
                label=echoes.no(orders[0].command, speech),
                twin=speech.words(N_("no {number}"), number=number),
            ),
        )
        message = Message(parts=(*texts, Choices(options=options)))
        self.messages.append(message)
        self.echoed.append(
            Echo(
                ref=f"{self.speaker.ref}/echo/{number}",
                person=self.speaker.person,
                number=number,
                orders=tuple(orders),
                message=message,
            )
        )

    def _replace_older(self, orders: Sequence[Order]) -> None:
        about = {order.stream for order in orders if order.stream}
        for older in self.office.echoes(self.speaker.person):
            if about.intersection(order.stream for order in older.orders):
                self.answered.append((older.ref, "replaced"))

    def outcome(self) -> Outcome:
        """Return everything to be kept, with keys that make keeping twice harmless."""
        posts = tuple(
            Post(
                key=reply_key(self.speaker.ref, n),
                person=self.speaker.person,
                message=message,
            )
            for n, message in enumerate(self.messages)
        )
        if self.home is not None:
            key, person = f"{self.speaker.ref}/home", self.speaker.person
            shown = Post(key=key, person=person, message=self.home, place=HOME)
            posts = (*posts, shown)
        return Outcome(
            posts=posts, echoes=tuple(self.echoed), answered=tuple(self.answered)
        )


_SHOW = {Code.OTHER_SIDE_MOVES, Code.NOT_POSSIBLE_NOW, Code.ITEM_MOVED}
