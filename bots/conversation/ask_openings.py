"""Opening an ask: whom, what and by when, said back first (*Abfrage an …*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bots import reached
from bots.asks import echoes
from bots.asks.drafting import draft
from bots.conversation import behalf, openings
from bots.conversation.talk import Talk
from bots.grammar import intents
from core.ask import commands as c
from core.ask.kinds import Meant
from core.calendar import working_day_from, working_days_after
from core.facts import OnBehalf, Seat
from core.sealed import Sealed
from projections import asks, people

TERM: Final = 10  # working days to answer where no day is named
RESULT: Final = timedelta(days=14)  # after the deadline; source: chat.md, dialogue D1
_WORDS: Final = {
    "alle": Meant.EVERYBODY,
    "Willige": Meant.WILLING,
    "Umland": Meant.SURROUNDINGS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Whom a line means; ``orgs`` is who that is now, as far as views can tell."""

    meant: Meant
    orgs: tuple[str, ...]
    forum: str = ""


def ask(talk: Talk, intent: intents.OpenAsk) -> None:
    """Say back ``Abfrage an …``: nobody is asked before the yes."""
    entry = behalf.entry(talk, intent.on_behalf, None)
    if isinstance(entry, behalf.Asked):
        return
    speaker = talk.speaker
    if intent.session and intent.due is None:
        openings.until_when(talk, intent)
        return
    own = speaker.orgs[0]
    whom = _whom(talk, intent.audience, own)
    if whom is None:
        return
    named = whom.orgs[0] if whom.meant is Meant.NAMED and whom.orgs else None
    forum = whom.forum or openings.forum_of(talk, intent.forum, own, named)
    if forum is None:
        return
    drafted = draft(talk.text.partition(":")[0], intent.text, speaker.speech)
    due = intent.due or working_days_after(speaker.today, TERM, speaker.holidays)
    command = c.Open(
        kind=drafted.kind,
        forum=forum,
        meant=whom.meant,
        named=whom.orgs if whom.meant is Meant.NAMED else (),
        questions=drafted.questions,
        text=Sealed(drafted.text),
        deadline=due,
        promised=intent.promised or working_day_from(due + RESULT, speaker.holidays),
        minutes=drafted.minutes,
        disclosure=drafted.disclosure,
        purpose=_sealed(drafted.purpose),
        horizon=drafted.horizon,
        override=_sealed(drafted.reason),
    )
    say_back(talk, command, whom.orgs, entry)


def say_back(
    talk: Talk, command: c.Open, audience: Sequence[str], entry: OnBehalf | None = None
) -> None:
    """Say back the ask; what would be refused is refused at once."""
    speaker = talk.speaker
    with talk.office.reading() as db:
        used = asks.minutes_of_week(db, speaker.today)
        alone = reached.unheard(db, audience, command.forum, speaker.today)
    order = speaker.order(command, step="0", org=speaker.orgs[0], on_behalf=entry)
    parts = echoes.opening(command, audience, speaker.speech, unheard=alone, used=used)
    talk.echo([order], parts)


def _whom(talk: Talk, audience: Sequence[str], own: str) -> Whom | None:
    """Return whom the words mean; asked back where views cannot tell."""
    speaker = talk.speaker
    forums = {name: forum for forum, name in speaker.speech.forums.items()}
    with talk.office.reading() as db:
        known = people.organisations(db, speaker.viewer)
    members = [row.org for row in known if row.path == "member" and row.org != own]
    if len(audience) == 1 and (meant := _WORDS.get(audience[0])):
        shown = members if meant is Meant.EVERYBODY else []
        return Whom(meant=meant, orgs=tuple(shown))
    if len(audience) == 1 and (forum := forums.get(audience[0])):
        return Whom(meant=Meant.FORUM, orgs=_seated(talk, forum, own), forum=forum)
    found: list[str] = []
    for name in audience:
        match name:
            case "alle":
                found += members
            case "Kreis":
                found += [row.org for row in known if row.kind == "Landkreis"]
            case _:
                org = speaker.org_named(name)
                if org is None:
                    openings.nobody(talk, audience)
                    return None
                found.append(org)
    return Whom(meant=Meant.NAMED, orgs=tuple(dict.fromkeys(found)))


def _seated(talk: Talk, forum: str, own: str) -> tuple[str, ...]:
    with talk.office.reading() as db:
        place, seats = people.forum(db, forum), people.seats(db, forum)
    heard = [seat.org for seat in seats if seat.seat != Seat.OBSERVE.value]
    lead = [place.lead] if place else []
    return tuple(org for org in dict.fromkeys([*heard, *lead]) if org != own)


def _sealed(text: str) -> Sealed | None:
    return Sealed(text) if text.strip() else None
