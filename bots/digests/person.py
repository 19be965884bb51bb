"""A person's digest: thanks first, then what needs a hand, then the news."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bots import meetings
from bots.decisions import citing
from bots.digests import asks, commitments
from bots.digests.parts import headed, learnt, lines
from bots.locale import N_
from bots.message import Choice, Choices, Message, Part, Text
from bots.speech import Speech
from projections.digest import Digest

_FORUMS: Final = 3  # buttons; the others are typed


def person(digest: Digest, speech: Speech, *before: Text) -> Message | None:
    """Return ``digest`` in words; ``None`` if there is nothing to tell.

    What is said ``before`` is a greeting, where it comes unasked.
    """
    if digest.empty:
        return None
    parts: list[Part] = [*before]
    parts += _thanks(digest, speech)
    parts += _yours(digest, speech)
    parts += _others(digest, speech)
    met = lines(digest.meetings, meetings.next_one, speech)
    parts += headed(N_("**Next meetings:**"), met, speech)
    parts += _news(digest, speech)
    options = _options(speech, digest.forums)
    title = speech.words(
        N_("{org}, week {week}"),
        org=speech.org(digest.org),
        week=digest.today.isocalendar().week,
    )
    return Message(title=title, parts=(*parts, Choices(options=options)))


def _thanks(digest: Digest, speech: Speech) -> list[Part]:
    found = lines(digest.thanks, commitments.thanks, speech)
    return headed(N_("**Thank you:**"), found, speech)


def _yours(digest: Digest, speech: Speech) -> list[Part]:
    found = lines(digest.confirm, commitments.confirm, speech)
    found += lines(digest.answers, asks.answer, speech)
    found += lines(digest.todo, commitments.todo, speech)
    found += lines(digest.results, asks.result, speech)
    found += lines(digest.decide, citing.deciding, speech)
    found += lines(digest.councils, citing.in_council, speech)
    return headed(N_("**From you:**"), found, speech)


def _others(digest: Digest, speech: Speech) -> list[Part]:
    owed = lines(digest.owed, commitments.owed, speech)
    requested = lines(digest.requested, commitments.owed, speech)
    late = lines(digest.late, commitments.late, speech)
    late += lines(digest.missing, asks.late, speech)
    late += lines(digest.stuck, citing.stuck, speech)
    late += lines(digest.overdue, citing.overdue, speech)
    return [
        *headed(N_("**Promised to you:**"), owed, speech),
        *headed(N_("**Asked for by you:**"), requested, speech),
        *headed(N_("**For coordination – past its day:**"), late, speech),
    ]


def _news(digest: Digest, speech: Speech) -> list[Part]:
    found = lines(digest.told, asks.told, speech)
    found += lines(digest.concluded, asks.concluded, speech)
    found += lines(digest.learnt, learnt, speech)
    return headed(N_("**New:**"), found, speech)


def _options(speech: Speech, forums: Sequence[str]) -> tuple[Choice, ...]:
    """Return what can be said next; to want less is one press."""
    several = forums if len(forums) > 1 else ()
    names = [speech.forum(forum) for forum in several[:_FORUMS]]
    only = [
        Choice(
            id=f"only{n}",
            label=speech.words(N_("Only {forum}"), forum=name),
            twin=speech.words(N_("digest forum {forum}"), forum=_bare(name)),
        )
        for n, name in enumerate(names)
    ]
    everything, calm, daily, off = (
        Choice(id=key, label=speech.translate(label), twin=speech.translate(twin))
        for key, label, twin in (
            ("all", N_("All of it"), N_("What is open?")),
            ("rest", N_("Quiet this week"), N_("quiet this week")),
            ("daily", N_("Daily"), N_("digest daily")),
            ("off", N_("No digest any more"), N_("digest off")),
        )
    )
    return (everything, *only, calm, daily, off)


def _bare(name: str) -> str:
    """Return a forum's name without the word that stands before it anyway."""
    return name.removeprefix("Forum ")
