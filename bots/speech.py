"""Speech: codes, days and names in the words of one person.

A ``Speech`` belongs to one listener: their language, the day it is, and the names
that ids stand for. Days are written "Fr, 30.04.2027"; within the running year
cards leave the year out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final, TypeAlias

from bots.figures import grouped
from bots.locale import N_, catalogue, once, strong
from bots.message import Text
from core.ports import Card

WEEKDAYS: Final = (
    N_("Mon"),
    N_("Tue"),
    N_("Wed"),
    N_("Thu"),
    N_("Fri"),
    N_("Sat"),
    N_("Sun"),
)
_ID: Final = re.compile(r"[a-z0-9_.:-]*")  # names of bodies begin with a capital
Fact: TypeAlias = str | int | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """How to speak to one listener."""

    language: str
    today: date
    organisations: Mapping[str, str] = field(default_factory=dict)
    forums: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)  # by organisation/body
    cards: Mapping[str, Card] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()

    def words(self, sentence: str, /, **facts: Fact) -> str:
        """Return ``sentence`` in the listener's language, with ``facts`` in it."""
        if not facts:
            return _bare(self.language, sentence)
        plain = self.translate(sentence).replace("**", "")
        return once(plain.format(**self._put(facts)))

    def text(self, sentence: str, /, **facts: Fact) -> Text:
        """Return ``sentence`` as a paragraph in which some words are strong."""
        return strong(self.translate(sentence), self._put(facts))

    def translate(self, sentence: str) -> str:
        """Return ``sentence`` in the listener's language, placeholders and all."""
        return catalogue(self.language).gettext(sentence)

    def context(self, context: str, sentence: str) -> str:
        """Return ``sentence`` as it is said in ``context``."""
        return catalogue(self.language).pgettext(context, sentence)

    def many(self, one: str, several: str, count: int, /, **facts: Fact) -> str:
        """Return the sentence that fits ``count``."""
        chosen = catalogue(self.language).ngettext(one, several, count)
        plain, figure = chosen.replace("**", ""), grouped(str(count), self.language)
        return once(plain.format(**self._put({**facts, "count": figure})))

    def day(self, day: date) -> str:
        """Return the whole day, weekday and year included."""
        return f"{self.translate(WEEKDAYS[day.weekday()])}, {self.figures(day)}"

    def near(self, day: date) -> str:
        """Return the day with its weekday, the year only if it is another one."""
        weekday = self.translate(WEEKDAYS[day.weekday()])
        if day.year != self.today.year:
            return f"{weekday}, {self.figures(day)}"
        return f"{weekday}, {self.short(day)}"

    def figures(self, day: date) -> str:
        """Return the day in figures, with the year."""
        return f"{day:%d.%m.%Y}" if self.language == "de" else f"{day:%d %b %Y}"

    def short(self, day: date) -> str:
        """Return the day in figures, without the year."""
        return f"{day:%d.%m.}" if self.language == "de" else f"{day:%d %b}"

    def org(self, org: str | None) -> str:
        """Return the name of an organisation."""
        return self.organisations.get(org or "", org or "–")

    def neighbour(self, own: Collection[str]) -> str:
        """Return the name of an organisation beside ``own``, for examples."""
        others = [name for org, name in self.organisations.items() if org not in own]
        towns = [name for name in others if "kreis" not in name.casefold()]
        return next(iter(towns or others), "…")

    def forum(self, forum: str | None) -> str:
        """Return the name of a forum."""
        return self.forums.get(forum or "", forum or "–")

    def forum_called(self, forum: str | None) -> str:
        """Return the name of a forum where it must not be taken for a mere word."""
        name = self.forum(forum)
        if "forum" in name.casefold():
            return name
        return self.words(N_("forum {name}"), name=name)

    def body(self, org: str | None, body: str) -> str:
        """Return what a body of ``org`` is called; never an id.

        What somebody called it themselves stays; one that nobody named is the council.
        """
        known = self.bodies.get(f"{org}/{body}")
        if known is not None or not _ID.fullmatch(body):
            return known or body
        return self.translate(N_("the council"))

    def person(self, person: str | None) -> str:
        """Return the name of a person, as far as it is still known."""
        card = self.cards.get(person or "")
        return card.name if card else self.translate(N_("a person no longer known"))

    def _put(self, facts: Mapping[str, Fact]) -> dict[str, str | int]:
        put: dict[str, str | int] = {}
        for name, fact in facts.items():
            match fact:
                case date():
                    put[name] = self.day(fact)
                case None:
                    put[name] = "–"
                case str() | int():
                    put[name] = fact
        return put


@lru_cache(maxsize=4096)  # more than the catalogue has
def _bare(language: str, sentence: str) -> str:
    """Return a sentence of ours into which nothing is put."""
    return once(catalogue(language).gettext(sentence).replace("**", "").format())
