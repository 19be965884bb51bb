"""How events become tokens of the search (*Suchverzeichnis*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core import ask, decision, forum, information, organisation
from core.commitment import events
from core.ports import Circle, Recorded
from core.sealed import Sealed
from projections.columns import listed, names
from projections.rows import Row, Rows
from projections.search import TOKEN
from projections.view import View
from projections.words import ends, spellings, words

_REFERENCE: Final = 20  # weights: what somebody looks for by name comes first
_TITLE: Final = 8
_DETAIL: Final = 3
_ASIDE: Final = 1
_WITHIN: Final = 4  # so much less counts what only a longer word ends with


class Entry:
    """Everything about one item: the row with the empty token and its tokens."""

    def __init__(self, stream: str, sheet: Sequence[Row]) -> None:
        """Begin with what the table holds."""
        self.stream = stream
        self.tokens = {row["token"]: row["weight"] for row in sheet if row["token"]}
        self.about = next((row for row in sheet if not row["token"]), self._row())

    def call(self, title: str | None, forum_id: str | None, recorded: Recorded) -> None:
        """Say what the item is; its reference is a word of it."""
        self.about = self._row(
            title=title, forum=forum_id, circle=recorded.origin.circle.value
        )
        self.read(recorded.ref, _REFERENCE)
        self.read(title, _TITLE)

    def show(self, *orgs: str) -> None:
        """Let ``orgs`` find it, too, if it is closed."""
        before = self.about["listed"]
        known = names(before) if before else ()
        self.about = {**self.about, "listed": listed({*known, *orgs})}

    def read(self, text: str | Sealed | None, weight: int) -> None:
        """Add the words of ``text``."""
        plain = text.text if isinstance(text, Sealed) else text
        for word in words(plain or ""):
            for token in spellings(word):
                self._keep(token, weight)
            for token in ends(word):
                self._keep(token, max(weight // _WITHIN, _ASIDE))

    def _keep(self, token: str, weight: int) -> None:
        self.tokens[token] = max(weight, self.tokens.get(token, 0))

    def rows(self) -> list[Row]:
        """Return the sheet, in the order of the tokens."""
        found = [self._row(token, weight) for token, weight in self.tokens.items()]
        return [self.about, *sorted(found, key=lambda row: str(row["token"]))]

    def _row(self, token: str = "", weight: int = 0, **cells: str | None) -> Row:
        named = ("title", "forum", "circle", "asker", "holder", "draft_of", "listed")
        key: Row = {"stream": self.stream, "token": token, "weight": weight}
        return {**key, **dict.fromkeys(named), **cells}


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Keep the tokens of every item up to date."""
    nouns = (
        events.Happening
        | information.Happening
        | organisation.Happening
        | forum.Happening
        | ask.events.Happening
        | decision.events.Happening
    )
    mine = [recorded for recorded in batch if isinstance(recorded.event, nouns)]
    rows.load(TOKEN, (recorded.stream for recorded in mine))
    entries: dict[str, Entry] = {}
    for recorded in mine:
        stream = recorded.stream
        if stream not in entries:
            entries[stream] = Entry(stream, rows.of(TOKEN, stream))
        entry = entries[stream]
        _read(entry, recorded)
        if recorded.origin.circle is Circle.CLOSED:
            entry.about = {**entry.about, "circle": Circle.CLOSED.value}
    for stream, entry in entries.items():
        if entry.about["circle"] is not None:
            rows.put(TOKEN, stream, entry.rows())


SEARCH: Final = View("search.v5", (TOKEN,), fold)


def _read(entry: Entry, recorded: Recorded) -> None:
    event = recorded.event
    match event:
        case organisation.Registered(name=name) | organisation.Renamed(name=name):
            entry.tokens = {}
            entry.call(name, None, recorded)
        case forum.Proposed(name=name, purpose=purpose):
            entry.call(name, recorded.ref, recorded)
            entry.read(purpose, _DETAIL)
        case forum.Renamed(name=name):  # found under its earlier name, too
            entry.call(name, recorded.ref, recorded)
        case forum.MeetingScheduled(place=text) | forum.MinutesFiled(where=text):
            entry.read(text, _ASIDE)
        case _ if isinstance(event, events.Happening):
            _commitment(entry, recorded, event)
        case _ if isinstance(event, information.Happening):
            _information(entry, recorded, event)
        case _ if isinstance(event, ask.events.Happening):
            _ask(entry, recorded, event)
        case _ if isinstance(event, decision.events.Happening):
            _decision(entry, recorded, event)
        case _:
            pass  # structure whose events hold no words that anybody looks for


def _commitment(entry: Entry, recorded: Recorded, event: events.Happening) -> None:
    match event:
        case events.Drafted(org=org, event=events.Requested() | events.Offered()):
            _commitment(entry, recorded, event.event)  # type: ignore[arg-type]  # as matched
            entry.about = {**entry.about, "draft_of": org}
        case events.EnteredOnBehalf(event=events.Requested() | events.Offered()):
            _commitment(entry, recorded, event.event)  # type: ignore[arg-type]  # as matched
        case events.Requested() | events.Offered():
            entry.call(event.what.text, event.forum, recorded)
            parties = {"asker": event.asker, "holder": event.holder}
            entry.about = {**entry.about, **parties}
            if isinstance(event, events.Requested):
                entry.read(event.measure, _DETAIL)
        case events.HandedOver(org=str(org)):
            entry.about = {**entry.about, "holder": org}
        case events.CounterProposed(scope=scope) | events.ChangeProposed(scope=scope):
            entry.read(scope, _DETAIL)
        case events.ReservationConditioned(conditions=text):
            entry.read(text, _DETAIL)
        case events.CompletionReported(evidence=text):
            entry.read(text, _ASIDE)
        case events.ProgressReported(text=text):
            entry.read(text, _ASIDE)
        case events.CompletionRejected(missing=text):
            entry.read(text, _ASIDE)
        case _:
            pass  # what says no more than that it happened, or only why


def _information(
    entry: Entry, recorded: Recorded, event: information.Happening
) -> None:
    match event:
        case information.EnteredOnBehalf(
            event=information.Recorded() | information.ConcernRaised()
        ):
            _information(entry, recorded, event.event)  # type: ignore[arg-type]  # as matched
        case information.Recorded() | information.ConcernRaised():
            entry.call(event.text.text, event.forum, recorded)
            entry.about = {**entry.about, "asker": event.org}
            if isinstance(event, information.Recorded):
                _funding(entry, event.funding)
        case information.Corrected(text=text, funding=funding):
            kept, entry.tokens = entry.about, {}
            entry.call(text.text, kept["forum"], recorded)
            entry.about = {**kept, "title": text.text}
            _funding(entry, funding)
        case information.ConcernAnswered(text=text):
            entry.read(text, _DETAIL)
        case _:
            pass  # what says no more than that it happened, or only why


def _ask(entry: Entry, recorded: Recorded, event: ask.events.Happening) -> None:
    match event:
        case ask.events.Opened(text=text, forum=place, org=org):
            entry.call(text.text, place, recorded)
            entry.about = {**entry.about, "asker": org}
            entry.show(*event.audience)
            entry.read(event.purpose, _DETAIL)
        case ask.events.Published(summary=text) | ask.events.Concluded(why=text):
            entry.read(text, _DETAIL)
        case _:
            pass  # answers are told to those to whom they were promised


def _decision(
    entry: Entry, recorded: Recorded, event: decision.events.Happening
) -> None:
    match event:
        case decision.events.Drafted():
            entry.call(event.title, event.forum, recorded)
            entry.about = {**entry.about, "asker": event.org}
            for text in (event.text, event.reasons, event.alternatives):
                entry.read(text, _DETAIL)
        case decision.events.Opened(roster=roster):
            entry.show(*(member.org for member in roster))
        case decision.events.MemberJoined(org=org):
            entry.show(org)
        case decision.events.Revised(text=text):
            entry.read(text, _DETAIL)
        case decision.events.ObjectionRaised(reason=text):
            entry.read(text, _ASIDE)
        case decision.events.CouncilApprovedWithConditions(conditions=text):
            entry.read(text, _ASIDE)
        case _:
            pass  # what says no more than that it happened, or only why


def _funding(entry: Entry, funding: information.Funding | None) -> None:
    if funding is not None:
        for text in (funding.programme, funding.giver, funding.pitfalls):
            entry.read(text, _DETAIL)
