"""Digests: how things stand for a person, and for a forum (*Überblicke*)."""

from __future__ import annotations

from projections.digest.facts import Digest, Since, Some, by_hand
from projections.digest.forum import ForumSummary, summary
from projections.digest.gathering import digest, since_a_week, since_the_last
from projections.digest.sent import SENT, SentRow, sent_to

__all__ = [
    "SENT",
    "Digest",
    "ForumSummary",
    "SentRow",
    "Since",
    "Some",
    "by_hand",
    "digest",
    "sent_to",
    "since_a_week",
    "since_the_last",
    "summary",
]
