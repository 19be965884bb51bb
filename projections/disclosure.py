"""Disclosure: whose answer to an ask is shown to whom (*Vertraulichkeit*).

Who answered is told; what was said is left out where the ask promised to hide it, and
so is whether it was a figure, nothing to report, or a no. The organisation that said
it always sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Final

from core.ask import events
from core.ask.kinds import Disclosure
from core.event import Event
from projections.viewer import Viewer

_SAID: Final[Mapping[str, object]] = {
    "values": (),
    "remark": None,
    "reason": None,
    "note": None,
}
"""What an organisation said, and what is put in its place."""


def shown(event: Event, opened: events.Opened, viewer: Viewer) -> Event:
    """Return ``event`` of the ask ``opened`` as ``viewer`` may see it."""
    org = getattr(event, "org", None)
    if org is None or viewer.is_party(org) or _discloses(opened.disclosure, viewer):
        return event
    if isinstance(event, events.NothingReported | events.AnswerDeclined):
        return events.Answered(org=event.org, values=(), late=event.late)
    names = {part.name for part in fields(event)}  # type: ignore[arg-type]  # events are dataclasses
    hidden = {name: blank for name, blank in _SAID.items() if name in names}
    if isinstance(event, events.EnteredOnBehalf):
        hidden["event"] = shown(event.event, opened, viewer)
    return replace(event, **hidden) if hidden else event  # type: ignore[type-var]  # as above


def _discloses(disclosure: Disclosure, viewer: Viewer) -> bool:
    match disclosure:
        case Disclosure.NAMED:
            return True
        case Disclosure.COORDINATION:
            return viewer.oversees
        case Disclosure.AGGREGATED:
            return False
