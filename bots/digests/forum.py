"""A forum's summary: on request, and monthly for its coordination."""

from __future__ import annotations

from bots.chronicle import names
from bots.decisions import citing
from bots.digests import asks, commitments
from bots.digests.parts import headed, learnt, lines
from bots.locale import N_
from bots.message import Message, Part
from bots.speech import Speech
from projections.digest import ForumSummary


def forum(summary: ForumSummary, speech: Speech) -> Message:
    """Return ``summary`` in words; every sentence leads to what it speaks of."""
    parts: list[Part] = []
    for heading, found in (
        (N_("**Kept:**"), lines(summary.kept, commitments.kept, speech)),
        (
            N_("**Decided:**"),
            lines(summary.resolved, citing.resolved, speech)
            + lines(summary.decided, asks.concluded, speech),
        ),
        (N_("**Being decided:**"), lines(summary.deciding, citing.resolved, speech)),
        (N_("**Promised:**"), lines(summary.promised, commitments.promised, speech)),
        (N_("**Results:**"), lines(summary.told, asks.told, speech)),
        (N_("**Being asked:**"), lines(summary.asked, asks.running, speech)),
        (N_("**Learnt:**"), lines(summary.learnt, learnt, speech)),
    ):
        parts += headed(heading, found, speech)
    if summary.empty:
        parts.append(speech.text(N_("Nothing was recorded in this time.")))
    parts += _silent(summary, speech)
    title = speech.words(
        N_("{forum}, {start} to {end}"),
        forum=speech.forum(summary.forum),
        start=speech.figures(summary.start),
        end=speech.figures(summary.end),
    )
    return Message(title=title, parts=tuple(parts))


def _silent(summary: ForumSummary, speech: Speech) -> list[Part]:
    """Say of whom nothing was heard: a reason to call, for coordination alone."""
    if not summary.silent:
        return []
    orgs = names.listed([speech.org(org) for org in summary.silent], speech)
    return [
        speech.text(
            N_("Nothing heard since {start} of {orgs}. A call may help."),
            start=speech.figures(summary.start),
            orgs=orgs,
        )
    ]
