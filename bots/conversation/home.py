"""Home: the page that a platform keeps for a person (*Startseite*).

Expected from you · promised to you · your forums, and how to begin something.
"""

from __future__ import annotations

from typing import Final

from bots.conversation import asking
from bots.conversation.talk import Talk
from bots.locale import N_
from bots.message import Choice, Choices, Message, Part, Text
from bots.requesting import form
from projections import commitments, people

_FORUMS: Final = 5  # shown at most


def show(talk: Talk, no_mandate: Text) -> None:
    """Show it; without a mandate it says how to get one."""
    speech = talk.speaker.speech
    if not talk.speaker.mandates:
        talk.home = Message(parts=(no_mandate,))
        return
    title = speech.words(
        N_("Good day, {name}"), name=speech.person(talk.speaker.person)
    )
    parts: list[Part] = asking.overview(talk)
    parts += _forums(talk)
    talk.home = Message(title=title, parts=(*parts, *_beginnings(talk)))


def _forums(talk: Talk) -> list[Part]:
    speaker, speech = talk.speaker, talk.speaker.speech
    org = speaker.orgs[0]
    found: list[Part] = [speech.text(N_("**Your forum:**"))]
    with talk.office.reading() as db:
        for row in people.shared_forums(db, org, org)[:_FORUMS]:
            places = people.line(db, row.forum)
            count = commitments.counts(db, speaker.viewer, places)
            found.append(
                speech.text(
                    N_("**{forum}**: {open} open, {kept} kept"),
                    forum=row.name,
                    open=count.open,
                    kept=count.kept,
                )
            )
    return found if len(found) > 1 else []


def _beginnings(talk: Talk) -> tuple[Part, ...]:
    speech = talk.speaker.speech
    help_me = speech.translate(N_("Help"))
    options = (Choice(id="help", label=help_me, twin=help_me),)
    return (form(speech), Choices(options=options))
