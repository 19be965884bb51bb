"""Echoes: what somebody is about to ask, publish or conclude, said back (rule 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bots.asks import wording
from bots.chronicle import asking
from bots.locale import N_
from bots.message import Facts, Part
from bots.speech import Speech
from core.ask import BUDGET, K
from core.ask import commands as c
from core.ask.kinds import AskKind, Disclosure, Meant
from projections.asks import AskRow


def opening(
    command: c.Open,
    audience: Sequence[str],
    speech: Speech,
    *,
    unheard: Sequence[str],
    used: Mapping[str, int],
) -> list[Part]:
    """Say back an ask: whom, what, by when, how long it takes, who sees it.

    ``used`` are the minutes for which organisations were asked in this week; at those
    ``unheard`` nobody can receive it.
    """
    meant = asking.named(command.meant, speech)
    names = ", ".join(speech.org(org) for org in audience)
    by_name = command.meant in {Meant.NAMED, Meant.ABLE}
    whom = names if by_name else f"{meant}: {names}" if names else meant
    sentence = N_(
        "You call for help ({whom}): {text}. The call stays open until you close it."
    )
    if command.kind is not AskKind.HELP:
        sentence = N_(
            "You ask ({kind}, {whom}): {text} – answers by **{due}**, about {minutes} "
            "minutes, the result promised by **{promised}**."
        )
    parts: list[Part] = [
        speech.text(
            sentence,
            kind=asking.named(command.kind, speech),
            whom=whom,
            text=(command.text.text or "").rstrip("."),
            due=command.deadline,
            minutes=command.minutes,
            promised=command.promised,
        ),
        Facts(rows=_rows(command, speech)),
    ]
    if unheard:
        parts.append(wording.unheard(unheard, speech))
    if command.kind is not AskKind.HELP:
        parts += [
            speech.text(
                N_("{org} has been asked for {used} of {budget} minutes this week."),
                org=speech.org(org),
                used=used[org],
                budget=BUDGET,
            )
            for org in audience
            if used.get(org, 0)
        ]
    return parts


def _rows(command: c.Open, speech: Speech) -> tuple[tuple[str, str], ...]:
    fields = " · ".join(wording.question(one, speech) for one in command.questions)
    rows = [
        (speech.translate(N_("Questions")), fields),
        (speech.translate(N_("Forum")), speech.forum(command.forum)),
        (
            speech.translate(N_("Who sees it")),
            wording.who_sees(command.disclosure, speech),
        ),
    ]
    if command.purpose:
        rows.append((speech.translate(N_("Purpose")), command.purpose.text or ""))
    if command.override:
        rows.append(
            (speech.translate(N_("Why it must be")), command.override.text or "")
        )
    return tuple(rows)


def running(command: c.Running, row: AskRow, speech: Speech) -> list[Part]:
    """Say back what would become of an ask."""
    facts = wording.facts_of(row, speech)
    match command:
        case c.Publish():
            return _publishing(command, row, speech)
        case c.Conclude(follows=follows, why=why):
            facts["follows"] = asking.named(follows, speech)
            facts["why"] = (why.text or "").rstrip(".")
        case c.Extend(deadline=due, promised=promised):
            facts |= {"due": due, "promised": promised or row.promised}
        case _:
            pass  # the row says all there is
    if isinstance(command, c.Close) and row.kind is AskKind.HELP:
        return [speech.text(_HELPED, **facts)]
    return [speech.text(_RUNNING[type(command)], **facts)]


def _publishing(command: c.Publish, row: AskRow, speech: Speech) -> list[Part]:
    facts = wording.facts_of(row, speech)
    sentence = _CLOSING if row.state == "ask_open" else _RUNNING[c.Publish]
    parts: list[Part] = [speech.text(sentence, **facts)]
    if row.disclosure is Disclosure.AGGREGATED and row.answered < K:
        parts.append(
            speech.text(
                N_(
                    "Figures are shown from {k} answers on, so there are none "
                    "to show yet. More time or another reminder may help."
                ),
                k=K,
            )
        )
    if command.summary:
        label = speech.translate(N_("Summary"))
        parts.append(Facts(rows=((label, command.summary.text or ""),)))
    return parts


_HELPED: Final = N_(
    "You end the call for help {ref}: {text}. All who were asked get word that help is "
    "not needed any more."
)
_CLOSING: Final = N_(
    "You close {ref} and publish its result: {text} – {answered} of {asked} have "
    "answered. It goes to all who answered and cannot be taken back."
)
_RUNNING: Final[Mapping[type[c.Running], str]] = {
    c.Publish: N_(
        "You publish the result of {ref}: {text} – {answered} of {asked} have "
        "answered. It goes to all who answered and cannot be taken back."
    ),
    c.Conclude: N_(
        "From {ref} ({text}) follows: **{follows}** – {why}. With that the ask is "
        "finished."
    ),
    c.Extend: N_(
        "You give more time for {ref}: {text} – answers by **{due}**, the result "
        "promised by **{promised}**. Whoever has not answered yet gets word."
    ),
    c.Close: N_(
        "You close {ref}: {text} – {answered} of {asked} have answered, the deadline "
        "is {due}. Answers from now on are late; you can still give more time."
    ),
    c.Cancel: N_("You cancel {ref} ({text}); what was answered is not told."),
}


def answering(command: c.Replying, row: AskRow, org: str, speech: Speech) -> list[Part]:
    """Say back what is to be entered for ``org``."""
    return [
        speech.text(
            N_("For **{org}** you enter in {ref}: {said}."),
            org=speech.org(org),
            ref=row.ref,
            said=replied(command, row, speech),
        )
    ]


def replied(command: c.Replying, row: AskRow, speech: Speech) -> str:
    """Return what a reply says, in one line."""
    match command:
        case c.Answer(values=values, remark=remark):
            told = wording.answer(row.questions, values, speech)
            return f"{told} – {remark.text}" if remark else told
        case c.ReportNothing():
            return speech.translate(N_("nothing to report"))
        case c.DeclineAnswer():
            return speech.translate(N_("does not answer"))
