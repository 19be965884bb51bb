"""Keeping: each organisation gets the checkpoint, to keep (*Aufheben*).

::

    round of the week --whoever speaks for it gets a digest--> the checkpoint is in that
                      --nobody does--> a letter of its own, to one person
    every night --> the newest stands on the page of everybody's chat, and tells nobody

One person each, on the day of that person's digest: whoever gives the organisation's
word and wants digests, else another who is there. So nobody hears twice, and one of
them hears whatever others chose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from adapters.audit.checkpoints import newest
from adapters.composing import Composer, Round, acts, speaks
from adapters.desk import Desk
from adapters.store import Store
from bots import digests
from bots.ports import HOME, Outcome
from core.person import EVERYWHERE, Preferences, Unasked
from core.ports import Order
from projections import people
from projections.people import MandateRow


def letters(
    db: Connection, composer: Composer, due: Round, reached: Collection[str]
) -> Iterator[Order]:
    """Yield what is to be sent to those whom no digest has ``reached``."""
    if due.checkpoint is None:
        return
    everybody = people.everybody(db)
    here = set(everybody) - set(people.away(db, everybody, due.day))
    chosen = people.all_preferences(db)
    for org, held in sorted(_by_org(db, due, here).items()):
        if org not in reached:
            person = min(held, key=lambda one: _rank(held[one], due, chosen, one))
            first = chosen.get(person, Preferences()).digest_day
            if due.whole(first):
                yield composer.proof(due, org, first, person, due.checkpoint)


def at_home(store: Store, desk: Desk, outcome: Outcome) -> Outcome:
    """Return ``outcome`` with the newest checkpoint on the page of the chat, if it is.

    The page is shown when it is opened, so it holds what was signed last.
    """
    if not any(post.place == HOME for post in outcome.posts):
        return outcome
    with store.reading() as db:
        signed = newest(db)
    if signed is None:
        return outcome
    posts = tuple(
        replace(
            post,
            message=digests.at_home(
                post.message, signed.checkpoint, desk.speech(post.person)
            ),
        )
        if post.place == HOME and desk.viewer(post.person).inside
        else post
        for post in outcome.posts
    )
    return replace(outcome, posts=posts)


def _by_org(
    db: Connection, due: Round, here: Collection[str]
) -> Mapping[str, Mapping[str, Sequence[MandateRow]]]:
    """Return who acts for each organisation and is there, with their mandates."""
    found: dict[str, dict[str, list[MandateRow]]] = {}
    for person in sorted(here):
        held = people.mandates_of(db, person, due.day)
        for row in held if acts(held) else ():
            found.setdefault(row.org, {}).setdefault(person, []).append(row)
    return found


def _rank(
    held: Sequence[MandateRow],
    due: Round,
    chosen: Mapping[str, Preferences],
    person: str,
) -> tuple[bool, bool, str]:
    """Return the order in which somebody is taken, the smallest first."""
    wishes = chosen.get(person, Preferences())
    wants = wishes.wants(Unasked.DIGEST, EVERYWHERE, due.day)
    return not wants, not speaks(held), person
