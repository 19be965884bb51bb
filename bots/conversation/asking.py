"""Asking: questions to the record; nothing is written, every line cites its item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bots import cards
from bots import meetings as words
from bots.asks import cards as ask_cards
from bots.conversation import confirming, knowing
from bots.conversation.talk import Talk
from bots.decisions import citing
from bots.locale import N_
from bots.message import Link, Message, Part
from projections import commitments, information, meetings, mylist
from projections.asks import AskRow
from projections.commitments import CommitmentRow, Filter
from projections.mylist import MyList

_MOST = 8  # lines of one answer
_SOON = timedelta(days=14)  # within which a meeting is told


def what_is_open(talk: Talk, topic: str, due: date | None) -> None:
    """List what waits for the speaker and is owed to them, up to a day if named."""
    if topic.strip():
        knowing.open_of(talk, topic, due)
        return
    parts = overview(talk) if due is None else _due_by(talk, due)
    talk.messages.append(Message(parts=tuple(parts)))


def _due_by(talk: Talk, day: date) -> list[Part]:
    """Return what is expected of the speaker by ``day``, what is late included."""
    speaker, speech = talk.speaker, talk.speaker.speech
    with talk.office.reading() as db:
        mine = mylist.mine(db, speaker.viewer, speaker.today)
        wanted = [Filter(mover=org, due_until=day) for org in speaker.orgs]
        pages = [commitments.listing(db, speaker.viewer, one, _MOST) for one in wanted]
    head = speech.text(N_("**Expected from you by {day}:**"), day=speech.near(day))
    asked = [row for row in mine.to_answer.rows if row.deadline <= day]
    rows = [row for page in pages for row in page.rows]
    parts: list[Part] = [head, *_asks(talk, asked)]
    decisions = [row for row in mine.to_decide.rows if row.until and row.until <= day]
    parts += [citing.deciding(row, speech) for row in decisions]
    councils = [one for one in mine.councils if one.on and one.on <= day]
    parts += [citing.in_council(one, speech) for one in councils]
    return parts if parts[1:] and not rows else [*parts, *_lines(talk, rows)]


def overview(talk: Talk) -> list[Part]:
    """Return what waits for the speaker and what is owed to them."""
    speaker, speech = talk.speaker, talk.speaker.speech
    with talk.office.reading() as db:
        mine = mylist.mine(db, speaker.viewer, speaker.today)
        met = meetings.ahead(db, speaker.viewer, speaker.today, speaker.today + _SOON)
    parts: list[Part] = []
    own, others = confirming.parted(talk, mine.waiting_confirmation.rows)
    if own:
        parts.append(speech.text(N_("**Waiting for your confirmation:**")))
        parts += confirming.lines(talk, own)
    if others:
        parts.append(speech.text(N_("**Waiting for confirmation by others:**")))
        parts += confirming.lines(talk, others)
    parts.append(speech.text(N_("**Expected from you:**")))
    before = len(parts)
    parts += _asks(talk, [*mine.to_answer.rows, *mine.to_tell.rows])
    parts += [citing.deciding(row, speech) for row in mine.to_decide.rows]
    parts += [citing.in_council(one, speech) for one in mine.councils]
    parts += [citing.doubted(row, speech) for row in mine.doubted]
    asked = len(parts) > before
    if mine.expected.rows or not asked:
        parts += _lines(talk, mine.expected.rows)
    if mine.expected.total > len(mine.expected.rows):
        more = mine.expected.total - len(mine.expected.rows)
        parts.append(speech.text(N_("… and {more} more."), more=more))
    parts += owed(talk, mine)
    if met:
        parts.append(speech.text(N_("**Next meetings:**")))
        parts += [words.next_one(row, speech) for row in met[:_MOST]]
    return parts


def owed(talk: Talk, mine: MyList) -> list[Part]:
    """Return what others promised the speaker, then what they were only asked for."""
    speech = talk.speaker.speech
    head = speech.text(N_("**Promised to you:**"))
    parts: list[Part] = [head, *_lines(talk, mine.owed.rows[:_MOST])]
    if mine.requested.rows:
        parts.append(speech.text(N_("**Asked for by you:**")))
        parts += _lines(talk, mine.requested.rows[:_MOST])
    return parts


def status(talk: Talk, ref: str) -> bool:
    """Show the card of ``ref``; ``False`` if there is nothing to be seen."""
    if talk.row(ref) or talk.ask(ref) or talk.matter(ref):
        talk.show(ref)
        return True
    speech = talk.speaker.speech
    with talk.office.reading() as db:
        row = information.get(db, talk.speaker.viewer, ref)
    if row is None:
        return False
    text = speech.text(
        N_("**{ref}** ({org}): {said}"),
        ref=ref,
        org=speech.org(row.org),
        said=row.text or speech.translate(N_("(text erased)")),
    )
    link = Link(label=speech.translate(N_("History")), item=ref)
    talk.messages.append(Message(parts=(text, link), item=ref, version=row.version))
    return True


def _asks(talk: Talk, rows: Sequence[AskRow]) -> list[Part]:
    """Say which asks wait for an answer, and which for their result."""
    speech = talk.speaker.speech
    found: list[Part] = []
    for row in rows:
        own = [org for org in row.missing if org in talk.speaker.orgs]
        text = ask_cards.standing(row, speech)
        if own and row.state == "ask_open":
            reply = talk.ask_reply(row, own[0])
            look = ask_cards.Look(org=own[0], reply=reply, runs=False)
            text = ask_cards.asking(row, look, speech)
        found += [text, Link(label=speech.translate(N_("Open")), item=row.ref)]
    return found


def _lines(talk: Talk, rows: Sequence[CommitmentRow]) -> list[Part]:
    speech = talk.speaker.speech
    if not rows:
        return [speech.text(N_("Nothing at the moment."))]
    found: list[Part] = []
    for row in rows:
        found.append(cards.standing(row, talk.lead(row.forum), speech))
        found.append(Link(label=speech.translate(N_("Open")), item=row.ref))
    return found
