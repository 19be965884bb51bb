"""Items: whatever is said about a commitment that has a number (*Zusage*)."""

from __future__ import annotations

from typing import TypeAlias

from bots import cards, choices, replies
from bots.conversation import behalf, echoes, meaning
from bots.conversation.speaker import colleagues
from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.locale import N_
from bots.message import Choice, Choices, Message, Part, Text
from core import commitment
from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import settling
from core.errors import Code, Refusal
from core.facts import Power
from core.ports import Answer, Order
from projections import commitments
from projections.commitments import CommitmentRow

_REPLACES = N_("It takes the place of what was prepared before: {act}.")
About: TypeAlias = meaning.OfItem | intents.HandOver


def about(talk: Talk, intent: About) -> None:
    """Do, or say back, what ``intent`` means for its item."""
    row = talk.row(intent.ref)
    if row is None:
        talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=intent.ref))
        return
    entry = behalf.entry(talk, intent.on_behalf, row.forum)
    if isinstance(entry, behalf.Asked):
        return
    speaker = talk.speaker
    org = entry.org if entry else _party(talk, row)
    command = _command(talk, intent, row, org)
    if command is None:
        return
    order = speaker.order(
        command,
        step="0",
        org=behalf.speaking_org(talk, entry, org),
        stream=f"commitment:{row.ref}",
        on_behalf=entry,
        after=None if isinstance(intent, intents.Uphold) else talk.seen,
        circle=row.circle,
    )
    powers = [power for power in Power if speaker.may(power, org, row.forum)]
    able = commitment.may_bind(powers, org, row.asker, row.holder)
    drafts = commitment.binds(command, row.holder, org) and not able
    if talk.confirmed or (entry is None and (drafts or not echoes.needs_echo(command))):
        carry_out(talk, [order])
        return
    texts = [echoes.acting(command, row, org, speaker.speech)]
    if entry:
        due = getattr(command, "due", None) or row.proposed_due or row.due
        texts.append(behalf.said(talk, entry, due, row.forum))
    talk.echo([order], texts)


def allowed(talk: Talk, intent: meaning.OfItem) -> bool:
    """Whether ``intent`` would not be refused, as the speaker says it for itself."""
    row = talk.row(intent.ref)
    if row is None:
        return True
    org, stream = _party(talk, row), f"commitment:{row.ref}"
    command = meaning.command_of(intent, row, org)
    order = talk.speaker.order(
        command, step="0", org=org, stream=stream, circle=row.circle
    )
    return talk.office.weigh(order) is None


def _party(talk: Talk, row: CommitmentRow) -> str:
    """Return for which side the speaker speaks: first for whom something waits."""
    waiting = row.pending_org if row.pending_org in talk.speaker.orgs else None
    parties = (waiting, row.mover, row.holder, row.asker, row.to_org)
    return talk.speaker.org_among(*parties)


def _command(
    talk: Talk, intent: About, row: CommitmentRow, org: str
) -> c.Command | None:
    if isinstance(intent, intents.HandOver):
        return _hand_over(talk, intent, row)
    return meaning.command_of(intent, row, org)


def carry_out(talk: Talk, orders: list[Order]) -> None:
    """Give ``orders`` and say what became of each."""
    for order in orders:
        before = talk.row(order.stream.partition(":")[2]) if order.stream else None
        answer = talk.office.submit(order)
        if answer.refusal is not None:
            talk.refuse(answer.refusal)
            continue
        row = talk.row(answer.ref)
        if row is None:  # the view is behind, or the item is not for these eyes
            speech = talk.speaker.speech
            talk.say(
                speech.text(N_("{ref} is stored; the view follows."), ref=answer.ref)
            )
            continue
        _reply(talk, answer, row, before)


def _reply(
    talk: Talk, answer: Answer, row: CommitmentRow, before: CommitmentRow | None
) -> None:
    speech = talk.speaker.speech
    if not answer.events:
        talk.messages.append(replies.already(row, talk.lead(row.forum), speech))
        return
    last = answer.events[-1]
    match last:
        case e.Drafted(org=org):
            _drafted(talk, org, row, before)
        case e.Declined(by=org):
            talk.messages.append(_declined(talk, org, row))
        case _:
            talk.messages.append(replies.done(last, row, before, speech))


def _drafted(
    talk: Talk, org: str, row: CommitmentRow, before: CommitmentRow | None
) -> None:
    """Say who has to confirm (rule O1; dialogue D4)."""
    speaker, speech = talk.speaker, talk.speaker.speech
    with talk.office.reading() as db:
        acting = colleagues(db, org, row.forum, speaker.today)
    holders = [m.person for m in acting if Power.PROMISE.value in m.powers]
    if not holders:
        talk.say(
            speech.text(
                N_(
                    "You may prepare for {org}, but nobody is registered who may "
                    "promise. Coordination can add somebody."
                ),
                org=speech.org(org),
            )
        )
        return
    card = speech.cards.get(holders[0])
    manner = card.salutation if card and len(holders) == 1 else ""
    sentence = {
        "Herr": N_(
            "You may prepare for {org}; {who} may promise. I will put it to him."
        ),
        "Frau": N_(
            "You may prepare for {org}; {who} may promise. I will put it to her."
        ),
    }.get(manner, N_("You may prepare for {org}; {who} may promise. I pass it on."))
    who = ", ".join(speech.person(person) for person in holders)
    parts: list[Part] = [speech.text(sentence, org=speech.org(org), who=who)]
    if row.pending_act != "promised":  # what was said holds a day of its own
        parts.append(
            speech.text(N_("Prepared: {act}."), act=cards.prepared(row, speech))
        )
        discard = choices.choice("discard", row.ref, speech)
        parts.append(Choices(options=(discard,)))
    if before is not None and before.pending == "draft":
        act = cards.prepared(before, speech)
        parts.insert(1, speech.text(_REPLACES, act=act))
    talk.messages.append(Message(parts=tuple(parts), item=row.ref, version=row.version))


def _declined(talk: Talk, org: str, row: CommitmentRow) -> Message:
    """Take the no, and point to whoever offered something like it (dialogue D6)."""
    speaker, speech = talk.speaker, talk.speaker.speech
    with talk.office.reading() as db:
        offers = commitments.offers_in(db, speaker.viewer, row.forum, org)
    noted = speech.text(N_("Noted, without judgement."))
    if not offers or org != row.holder:
        return Message(parts=(noted,), item=row.ref, version=row.version)
    found = offers[0]
    hint = speech.text(
        N_(" {holder} has offered {what} ({ref}). Shall I ask there?"),
        **cards.facts_of(found, speech),
    )
    ask = Choice(
        id="ask",
        label=speech.translate(N_("Yes")),
        twin=speech.words(
            N_("request to {holder}: {what} by {day}"),
            holder=speech.org(found.holder),
            what=row.what,
            day=f"{row.due:%d.%m.%Y}",
        ),
    )
    leave = Choice(
        id="leave",
        label=speech.translate(N_("No, thank you")),
        twin=speech.translate(N_("no")),
    )
    both = Choices(options=(ask, leave))
    parts = (Text(spans=(*noted.spans, *hint.spans)), both)
    return Message(parts=parts, item=row.ref, version=row.version)


def _hand_over(
    talk: Talk, intent: intents.HandOver, row: CommitmentRow
) -> c.HandOverTo | None:
    """Find the organisation, or the person of the holder, that is named."""
    speaker, speech = talk.speaker, talk.speaker.speech
    org = speaker.org_named(intent.organisation) if intent.organisation else None
    if org is not None:
        return c.HandOverTo(org=org)
    with talk.office.reading() as db:
        acting = colleagues(db, row.holder, row.forum, speaker.today)
    last = intent.to.split()[-1].casefold() if intent.to.split() else ""
    named = {m.person for m in acting if last in speech.person(m.person).casefold()}
    if len(named) == 1:
        return c.HandOverTo(person=named.pop())
    known = ", ".join(dict.fromkeys(speech.person(m.person) for m in acting))
    talk.say(
        speech.text(
            N_("I do not know “{name}” at {org}. There act: {people}."),
            name=intent.to,
            org=speech.org(row.holder),
            people=known,
        )
    )
    return None


def take_back(talk: Talk, ref: str) -> None:
    """Take back the newest act on ``ref`` (rule 5)."""
    row = talk.row(ref)
    if row is None:
        talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=ref))
        return
    speaker = talk.speaker
    org = speaker.org_among(row.holder, row.asker, row.to_org, row.pending_org)
    order = speaker.order(
        settling.TakeBack(),
        step="0",
        org=org,
        stream=f"commitment:{ref}",
        circle=row.circle,
    )
    carry_out(talk, [order])
