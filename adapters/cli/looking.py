"""Looking: for whom, and as of when, a command shows something (*Blick*)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Final

import click
from sqlalchemy import Connection

from adapters.asof import BANNER, AsOf, AsOfError, as_of
from adapters.cli import finding
from adapters.cli.call import Call
from adapters.cli.trouble import Trouble
from adapters.main import Faden
from bots.speech import Speech
from projections.viewer import MACHINE, Viewer

_NAMED: Final = frozenset({"ref", "forum", "org", "kind", "old", "new", "on", "at"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a command shows things with; the day in ``speech`` is the day looked at."""

    faden: Faden
    viewer: Viewer
    speech: Speech
    as_of: AsOf | None

    @property
    def position(self) -> int | None:
        """Up to where the log counts; ``None``: all of it."""
        return self.as_of.position if self.as_of else None

    def reading(self) -> AbstractContextManager[Connection]:
        """Open the views as they were."""
        return self.faden.reading(self.position)

    def banner(self) -> Iterator[str]:
        """Say that this is not the present, if it is not."""
        if self.as_of is not None:
            day, entry = self.as_of.day, self.as_of.position
            yield self.speech.words(BANNER, day=day, entry=entry) + "\n"


def viewing(faden: Faden, person: str | None) -> Viewer:
    """Return for whom to look: a person, else whoever is at this machine.

    The look is noted first where that is owed.
    """
    if person is None:
        return MACHINE
    viewer = faden.viewer(finding.person(faden, person))
    if viewer.is_noted:
        lookups, now = faden.store.office.lookups, faden.clock()
        lookups.note(viewer.person, _looked_at(), now).result()
    return viewer


def _looked_at() -> str:
    """Return the command with what it names, without what somebody searched for."""
    context = click.get_current_context()
    named = (context.params.get(one.name or "") for one in context.command.params)
    shown = zip(context.command.params, named, strict=True)
    said = [str(value) for one, value in shown if one.name in _NAMED and value]
    return " ".join([context.command_path, *said])


def stand(faden: Faden, speech: Speech, at: str) -> AsOf:
    """Return what ``at``, a day or the number of an entry, stands for.

    Raises:
        Trouble: nothing can be shown as of then.
    """
    try:
        return as_of(faden, at)
    except AsOfError as error:
        sentence = speech.words(error.sentence, **error.facts)
        raise Trouble("{sentence}", sentence=sentence) from error


@contextmanager
def looking(
    call: Call, data: str | None, person: str | None, at: str | None
) -> Iterator[Look]:
    """Open the data folder and look as ``person``, at the state ``at``.

    Raises:
        Trouble: there is nothing to be seen like this.
    """
    with call.opened(data) as faden:
        speech = faden.speech(None, call.language)
        then = None if at is None else stand(faden, speech, at)
        viewer = viewing(faden, person)
        yield Look(
            faden=faden,
            viewer=viewer,
            speech=then.spoken(faden, speech) if then else speech,
            as_of=then,
        )
