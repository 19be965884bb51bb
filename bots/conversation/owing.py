"""Owing: what an organisation promised and has not done yet (*Zusagen*)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bots import citing
from bots.conversation import asking
from bots.conversation.talk import Talk
from bots.grammar.inquiries import WhatPromised
from bots.locale import N_
from bots.message import Message, Part
from projections import commitments, mylist, search
from projections.commitments import CommitmentRow, Cursor, Filter
from projections.viewer import Reader

MOST: Final = 12  # citations of one answer
_READ: Final = 200  # open commitments that are looked through at once


def what_promised(talk: Talk, asked: WhatPromised) -> None:
    """Answer ``Was hat Steintal zugesagt?``: promised, then what it was asked for."""
    speaker, speech = talk.speaker, talk.speaker.speech
    if asked.to_us and not asked.organisation:
        talk.messages.append(Message(parts=tuple(_to_us(talk))))
        return
    org = speaker.org_named(asked.organisation) or speaker.orgs[0]
    rows = _open(talk, org, asked)
    if not rows:
        nothing = N_("Nothing is open from {org} that fits.")
        if not (asked.to or asked.to_us or asked.text):
            nothing = N_("Nothing is open from {org}.")
        talk.say(speech.text(nothing, org=speech.org(org)))
        return
    parts: list[Part] = []
    zone, shown = talk.office.zone(), rows[:MOST]
    for head, found in (
        (N_("**{org}** has promised:"), [row for row in shown if row.agreed]),
        (N_("Not promised yet:"), [row for row in shown if not row.agreed]),
    ):
        if found:
            parts.append(speech.text(head, org=speech.org(org)))
        parts += [citing.commitment(row, speech, zone) for row in found]
    if len(rows) > MOST:
        parts.append(speech.text(citing.MORE))
    talk.messages.append(Message(parts=tuple(parts)))


def what_is_late(talk: Talk) -> None:
    """Answer ``Was ist überfällig?``, as far as the speaker may know."""
    speaker, speech = talk.speaker, talk.speaker.speech
    wanted = Filter(open_only=True, due_until=speaker.today)
    with talk.office.reading() as db:
        late = _fitting(
            talk,
            db,
            wanted,
            lambda row: commitments.overdue(row, speaker.viewer, speaker.today),
        )
    if not late:
        talk.say(speech.text(N_("As far as you can see, no promise is overdue.")))
        return
    zone = talk.office.zone()
    lines = citing.several(late, MOST, speech, zone)
    head = speech.text(N_("**Past the promised day:**"))
    talk.messages.append(Message(parts=(head, *lines)))


def _to_us(talk: Talk) -> list[Part]:
    speaker = talk.speaker
    with talk.office.reading() as db:
        mine = mylist.mine(db, speaker.viewer, speaker.today)
    return asking.owed(talk, mine)


def _open(talk: Talk, org: str, asked: WhatPromised) -> list[CommitmentRow]:
    """Return what ``org`` has to do, for whom and on what was asked."""
    speaker = talk.speaker
    to = speaker.org_named(asked.to)

    def fits(row: CommitmentRow) -> bool:
        return (
            row.holder == org
            and (not asked.to or row.asker == to)
            and (not asked.to_us or row.asker in speaker.orgs)
            and (not asked.text or row.ref in refs)
        )

    with talk.office.reading() as db:
        hits = search.find(db, speaker.viewer, asked.text, _READ, ("commitment",))
        refs = {hit.ref for hit in hits}
        return _fitting(talk, db, Filter(org=org, open_only=True), fits)


def _fitting(
    talk: Talk, db: Reader, wanted: Filter, fits: Callable[[CommitmentRow], bool]
) -> list[CommitmentRow]:
    """Return what fits, by day; one more than is shown says that there is more."""
    found: list[CommitmentRow] = []
    cursor: Cursor | None = None
    while len(found) <= MOST:
        page = commitments.listing(db, talk.speaker.viewer, wanted, _READ, cursor)
        found += [row for row in page.rows if fits(row)]
        if (cursor := page.next) is None:
            break
    return found
