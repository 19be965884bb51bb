"""Knowing: questions for what the record holds; every answer cites, or says nothing.

Nothing is written, and nothing is said that does not stand in an item.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bots import citing
from bots.conversation.talk import Talk
from bots.decisions import citing as resolving
from bots.grammar.names import Stranger, organisation
from bots.locale import N_
from bots.message import Choice, Choices, Message, Text
from projections import asks, commitments, decisions, information, search
from projections.commitments import CommitmentRow
from projections.viewer import Reader

MOST: Final = 8  # citations of one answer
ITEMS: Final = ("commitment", "information", "ask", "decision")  # can be cited


def what_known(talk: Talk, topic: str) -> None:
    """Answer ``Was wissen wir zu …?`` with everything in which the words stand.

    Of an organisation what it owes and is owed is told as well.
    """
    with talk.office.reading() as db:
        hits = search.find(db, talk.speaker.viewer, topic, MOST, ITEMS)
        wanted = _filter(talk, topic)
        place = wanted if wanted and wanted.org else None
        rows = _listed(talk, db, place) if place else ()
        apart = {row.ref for row in rows}
        cited = [item(talk, db, h.noun, h.ref) for h in hits if h.ref not in apart]
    found = [text for text in cited if text is not None]
    if not found and not rows:
        _nothing(talk, topic)
        return
    speech = talk.speaker.speech
    head = speech.text(N_("On “{topic}” I found:"), topic=topic)
    parts = [head, *found] if found else []
    parts += _open(talk, topic, rows) if rows else []
    talk.messages.append(Message(parts=tuple(parts)))


def who_does(talk: Talk, topic: str) -> None:
    """Answer ``Wer macht …?``: who has promised it, or was asked for it."""
    speaker, speech = talk.speaker, talk.speaker.speech
    with talk.office.reading() as db:
        hits = search.find(db, speaker.viewer, topic, MOST, ITEMS[:1])
        rows = commitments.several(db, speaker.viewer, [hit.ref for hit in hits])
    if not rows:
        what_known(talk, topic)
        return
    place = {hit.ref: n for n, hit in enumerate(hits)}
    ordered = sorted(rows, key=lambda row: (not row.open, place[row.ref]))
    head = speech.text(N_("On “{topic}” the record says:"), topic=topic)
    talk.messages.append(
        Message(parts=(head, *(citing.doer(row, speech) for row in ordered)))
    )


def open_of(talk: Talk, topic: str, due: date | None) -> None:
    """Answer ``Was ist bei Lindgrund offen?``: an organisation, a forum, or a topic."""
    speaker, speech = talk.speaker, talk.speaker.speech
    wanted, until = _filter(talk, topic), due or date.max
    with talk.office.reading() as db:
        if wanted is not None:
            rows = _listed(talk, db, replace(wanted, due_until=due))
        else:
            hits = search.find(db, speaker.viewer, topic, 5 * MOST, ITEMS[:1])
            refs = [hit.ref for hit in hits]
            several = commitments.several(db, speaker.viewer, refs)
            rows = [r for r in several if r.open and r.due <= until]
    if not rows:
        what_known(talk, topic) if wanted is None else talk.say(
            speech.text(N_("Nothing is open with “{topic}”."), topic=topic)
        )
        return
    talk.messages.append(Message(parts=tuple(_open(talk, topic, rows))))


def _listed(
    talk: Talk, db: Reader, wanted: commitments.Filter
) -> Sequence[CommitmentRow]:
    return commitments.listing(db, talk.speaker.viewer, wanted, MOST + 1).rows


def _open(talk: Talk, topic: str, rows: Sequence[CommitmentRow]) -> list[Text]:
    """Cite what is open of a place, a forum or a topic."""
    speech, zone = talk.speaker.speech, talk.office.zone()
    head = speech.text(N_("Open with “{topic}”:"), topic=topic)
    return [head, *citing.several(rows, MOST, speech, zone)]


def _filter(talk: Talk, topic: str) -> commitments.Filter | None:
    """Return what a name means; ``None`` if it is none."""
    speech, low = talk.speaker.speech, topic.casefold().removeprefix("forum ")
    named = organisation(topic, talk.speaker.names())
    org = None if isinstance(named, Stranger) else talk.speaker.org_named(named)
    if org is not None:
        return commitments.Filter(org=org, open_only=True)
    for forum, name in speech.forums.items():
        if name.casefold().removeprefix("forum ") == low:
            return commitments.Filter(forum=forum, open_only=True)
    return None


def item(talk: Talk, db: Reader, noun: str, ref: str) -> Text | None:
    """Say how what was found stands in ``db``, if the speaker may see it."""
    viewer, speech, zone = (
        talk.speaker.viewer,
        talk.speaker.speech,
        talk.office.zone(),
    )
    match noun:
        case "commitment":
            row = commitments.get(db, viewer, ref)
            return citing.commitment(row, speech, zone) if row else None
        case "information":
            told = information.get(db, viewer, ref)
            return citing.information(told, speech, zone) if told else None
        case "decision":
            resolved = decisions.get(db, viewer, ref)
            return resolving.resolved(resolved, speech) if resolved else None
        case _:
            asked = asks.get(db, viewer, ref)
            return citing.ask(asked, speech, zone) if asked else None


def _nothing(talk: Talk, topic: str) -> None:
    """Say that nothing was found, and what may be tried next."""
    speech = talk.speaker.speech
    said = speech.text(
        N_(
            "Nothing found on “{topic}”. Perhaps it is recorded under another word; "
            "one word finds more than several. Or ask the others:"
        ),
        topic=topic,
    )
    twin = speech.words(N_("ask all: What do you know about {topic}?"), topic=topic)
    choice = Choice(
        id="ask", label=speech.translate(N_("Ask all …")), twin=twin, fill=True
    )
    talk.messages.append(Message(parts=(said, Choices(options=(choice,)))))
