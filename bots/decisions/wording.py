"""Wording: rule, count and councils of a decision in the words of one listener."""

from __future__ import annotations

from datetime import date
from typing import Final

from bots.chronicle import effects, names
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.speech import Fact, Speech
from core.decision.councils import SOME_BODY
from core.decision.kinds import Tally
from core.effect import Answer, EffectKind, Measure, Rule, Stance
from core.sealed import Sealed
from projections.decisions import DecisionRow

SYMBOLS: Final = {
    Answer.APPROVED: "●",
    Answer.WAIVED: "●",
    Answer.CONDITIONAL: "◐",
    Answer.PROVISIONAL: "◌",
    Answer.OPEN: "○",
    Answer.REFUSED: "✕",
    Answer.EXPIRED: "✕",
}
APART: Final = "–"  # whoever did not agree in the forum
SILENT: Final = "·"  # whoever said nothing, as on the pages
_ORDER: Final = "●◐◌○✕–·"
_STANCES: Final = {
    Stance.YES: N_("agreed"),
    Stance.NO: N_("not agreed"),
    Stance.ABSTAIN: N_("abstention"),
}
_PER_CENT: Final = 10  # per mille


def facts_of(matter: Matter, speech: Speech) -> dict[str, Fact]:
    """Return what sentences about a decision may mention."""
    row = matter.row
    count = row.standing if matter.in_forum else row.tally
    return {
        "ref": row.ref,
        "title": row.title,
        "text": (row.text or speech.translate(N_("(text erased)"))).rstrip("."),
        "edition": row.edition,
        "forum": speech.forum(row.forum),
        "mover": speech.org(row.org),
        "mode": effects.named(row.mode, speech),
        "effect": rule(row.rule, speech),
        "from_when": threshold(row.rule, speech),
        "entitled": count.entitled if count else len(matter.members),
        "needed": count.needed if count else 0,
        "count": counted(count, speech) if count else "–",
        "until": speech.near(row.until) if row.until else None,
        "closed": speech.figures(row.closed_on) if row.closed_on else None,
        "state": names.state(row.state, speech),
        "bound": orgs(row.bound, speech),
        "bound_count": len(row.bound),
        "holding": holding(matter, speech),
        "review": review(row, speech),
        "by": row.superseded_by or row.repealed_by,
        "matrix": matrix(matter, speech),
    }


def orgs(some: tuple[str, ...], speech: Speech) -> str:
    """Return the names of organisations."""
    return ", ".join(speech.org(org) for org in some)


def holding(matter: Matter, speech: Speech) -> str:
    """Return whom a decision binds, since when each: "seit 10.12.2026 für Auenburg"."""
    binding = [one for one in matter.holds if one.until is None]
    days = sorted({one.since for one in binding})
    since = [
        speech.words(
            N_("since {day} for {orgs}"),
            day=speech.figures(day),
            orgs=orgs(tuple(one.org for one in binding if one.since == day), speech),
        )
        for day in days
    ]
    return names.listed(since, speech)


def owned(org: str | None, speech: Speech) -> str:
    """Return the name of an organisation as an owner: "Birkfelds"."""
    name = speech.org(org)
    if speech.language != "de":
        return f"{name}'s"
    return f"{name}’" if name[-1:] in {"s", "ß", "x", "z"} else f"{name}s"


def counted(count: Tally, speech: Speech) -> str:
    """Return yes against no, and who abstained: "4 : 0, enthalten 1"."""
    said = f"{count.yes + len(count.tacit)} : {count.no}"
    if not count.abstain:
        return said
    return speech.words(N_("{said}, abstaining {n}"), said=said, n=count.abstain)


def rule(effect: Rule, speech: Speech) -> str:
    """Return whom a decision binds: "jede für sich, ab 3 Kommunen"."""
    said = _kind(effect, speech)
    if effect.binds_all:
        return speech.words(N_("{kind}, the majority binds all"), kind=said)
    return said


def _kind(effect: Rule, speech: Speech) -> str:
    match effect.kind:
        case EffectKind.ALL_OR_NOTHING:
            return speech.translate(N_("all or nobody"))
        case EffectKind.EACH_FOR_ITSELF:
            return speech.translate(N_("each for itself"))
        case EffectKind.THRESHOLD:
            each = N_("each for itself, from {number} on")
            return speech.words(each, number=_number(effect, speech))


def _number(effect: Rule, speech: Speech) -> str:
    match effect.measure:
        case Measure.MEMBERS:
            return speech.words(N_("{number} municipalities"), number=effect.at_least)
        case Measure.INHABITANTS:
            per_cent = effect.at_least // _PER_CENT
            return speech.words(N_("{number} % of the inhabitants"), number=per_cent)
        case Measure.COST:
            per_cent = effect.at_least // _PER_CENT
            return speech.words(N_("{number} % of the cost"), number=per_cent)


def threshold(effect: Rule, speech: Speech) -> str:
    """Say from what on it binds."""
    match effect.kind:
        case EffectKind.ALL_OR_NOTHING:
            return speech.translate(N_("In force once all have agreed."))
        case EffectKind.EACH_FOR_ITSELF:
            return speech.translate(N_("In force for each whose council has agreed."))
        case EffectKind.THRESHOLD if effect.measure is Measure.MEMBERS:
            return speech.words(N_("In force from {n} on."), n=effect.at_least)
        case EffectKind.THRESHOLD:
            number = _number(effect, speech)
            return speech.words(N_("In force from {number} on."), number=number)


def stance(said: Stance | str, speech: Speech) -> str:
    """Return a position in words."""
    return speech.translate(_STANCES[Stance(said)])


def review(row: DecisionRow, speech: Speech) -> str:
    """Return when it is looked at again, or why never."""
    if row.review_on is not None:
        return speech.figures(row.review_on)
    if row.no_review:
        return speech.words(N_("none: {why}"), why=row.no_review)
    return "–"


def body(matter: Matter, org: str | None, key: str, speech: Speech) -> str:
    """Return what a body is called; one that nobody named is the council."""
    return matter.body_name(org or "", key) or speech.body(org, key)


def council(matter: Matter, org: str, speech: Speech) -> str:
    """Return what the council of ``org`` is called in a line, the awaited one first."""
    own = (one.body for one in matter.councils_of(org) if one.body != SOME_BODY)
    waits = matter.awaited_of(org)
    key = waits.body if waits else next(own, SOME_BODY)
    if key == SOME_BODY:
        return speech.translate(N_("municipal council"))
    return body(matter, org, key, speech)


def matrix(matter: Matter, speech: Speech) -> str:
    """Return one sign for each member: "● Auenburg ○ Mühlau (17.6.)"."""
    signs = sorted(
        (_sign(matter, one.org, speech) for one in matter.members),
        key=lambda sign: (_ORDER.index(sign[0]), sign[1]),
    )
    return " ".join(f"{sign} {name}" for sign, name in signs)


def _sign(matter: Matter, org: str, speech: Speech) -> tuple[str, str]:
    name = speech.org(org)
    own = matter.councils_of(org)
    if matter.declined(org):
        return APART, name
    if not own:
        known = matter.position(org)
        agreed = known is not None and known.stance is Stance.YES
        return ("●" if agreed else SILENT), name
    sign = max((SYMBOLS[one.answer] for one in own), key=_ORDER.index)
    meetings = [one.meeting for one in own if one.meeting and one.awaited]
    if sign == "○" and meetings:
        name = f"{name} ({_day(min(meetings), speech)})"
    return sign, name


def _day(day: date, speech: Speech) -> str:
    return f"{day.day}.{day.month}." if speech.language == "de" else speech.short(day)


def days_left(row: DecisionRow, speech: Speech) -> str:
    """Return the last day, and how many are left: "Mi, 12.05. (noch 56 Tage)"."""
    if row.until is None:
        return "–"
    left = (row.until - speech.today).days
    ngettext = speech.many  # by this name the words are collected
    if left < 0:
        more = speech.translate(N_("over"))
    elif not left:
        more = speech.translate(N_("today"))
    else:
        more = ngettext("one more day", "{count} more days", left)
    return f"{speech.near(row.until)} ({more})"


def echoed(matter: Matter, org: str, speech: Speech) -> dict[str, Fact]:
    """Return what every echo mentions: number, organisation, version and title."""
    row = matter.row
    what = speech.words(
        N_("(version {edition}, title: “{title}”)"),
        edition=row.edition,
        title=row.title,
    )
    return {"ref": row.ref, "org": speech.org(org), "what": what}


def until(day: date | None, speech: Speech) -> str:
    """Return to which day something was put off, behind a blank, if to any."""
    return speech.words(N_(" to {day}"), day=speech.near(day)) if day else ""


def helping(proposal: Sealed | None, speech: Speech) -> str:
    """Return what would help with an objection, behind a blank, if that was said."""
    said = ((proposal.text if proposal else "") or "").rstrip(".")
    return speech.words(N_(" Would help: {help}."), help=said) if said else ""


def bound_to(matter: Matter, speech: Speech) -> tuple[tuple[str, str], ...]:
    """Return the whole text of the newest version, which a title only names."""
    label = speech.words(N_("Text (version {n})"), n=matter.row.edition)
    return ((label, matter.row.text or speech.translate(N_("(text erased)"))),)
