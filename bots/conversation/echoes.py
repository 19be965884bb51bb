"""Echoes: what somebody is about to bind themselves to, said back (chat.md rule 3).

Organisation, text, day *and weekday* stand in the sentence; the label of the yes
button repeats the verb, so that nobody says yes to something else.
"""

from __future__ import annotations

from typing import assert_never

from bots import cards, meetings
from bots.decisions import labels as decisions
from bots.decisions.labels import POSITIONS
from bots.locale import N_
from bots.message import Text
from bots.speech import Speech
from core import information
from core.ask import commands as ask
from core.commitment import commands as c
from core.commitment import settling
from core.decision import commands as decision
from projections.commitments import CommitmentRow


def opening(command: c.Request | c.Offer, speech: Speech) -> Text:
    """Say back a request or an offer."""
    facts = {
        "asker": speech.org(command.asker),
        "holder": speech.org(command.holder),
        "what": command.what.text,
        "forum": speech.forum(command.forum),
    }
    match command:
        case c.Request(measure=measure):
            sentence = N_(
                "For **{asker}** you ask **{holder}** ({forum}): {what} by **{due}**."
            )
            if measure is not None:
                sentence = N_(
                    "For **{asker}** you ask **{holder}** ({forum}): {what} by "
                    "**{due}**. Done means: {measure}."
                )
            said = None if measure is None else (measure.text or "").rstrip(".")
            return speech.text(sentence, due=command.due, measure=said, **facts)
        case c.Offer():
            return speech.text(
                N_("For **{holder}** you offer ({forum}): {what} by **{due}**."),
                due=command.due,
                **facts,
            )
        case _:
            assert_never(command)


def acting(command: c.Command, row: CommitmentRow, org: str, speech: Speech) -> Text:
    """Say back an act on ``row`` that would count for ``org``."""
    facts = {
        "ref": row.ref,
        "org": speech.org(org),
        "asker": speech.org(row.asker),
        "holder": speech.org(row.holder),
        "what": row.what,
        "act": cards.prepared(row, speech),
    }
    due, proposed = row.due, row.proposed_due or row.due
    match command:
        case c.Counter() | c.ProposeChange():
            return _proposal(command, row, facts, speech)
        case c.PromiseUnderReservation(body=body, deadline=deadline):
            return speech.text(
                _SENTENCES[type(command)],
                due=due,
                body=body,
                deadline=deadline,
                **facts,
            )
        case c.AcceptCounter() | c.AcceptChange():
            return speech.text(_SENTENCES[type(command)], due=proposed, **facts)
        case c.RejectCompletion(missing=said) | c.Dispute(reason=said):
            return speech.text(_SENTENCES[type(command)], said=said.text, **facts)
        case c.HandOverTo(person=person, org=to):
            name = speech.org(to) if to else speech.person(person)
            return speech.text(_SENTENCES[type(command)], to=name, due=due, **facts)
        case _:
            sentence = _SENTENCES.get(type(command), _ANY)
            reason = getattr(command, "reason", None)
            text = speech.text(sentence, due=due, **facts)
            if reason is None:
                return text
            more = speech.text(N_(" Reason: {reason}"), reason=reason.text)
            return Text(spans=(*text.spans, *more.spans))


def _proposal(
    command: c.Counter | c.ProposeChange,
    row: CommitmentRow,
    facts: dict[str, str | None],
    speech: Speech,
) -> Text:
    scope = command.scope or command.reason
    if command.due is None:
        sentence = N_("For **{org}** you propose for {ref} ({what}): {scope}")
    elif scope is None:
        sentence = N_(
            "For **{org}** you propose **{due}** for {ref} ({what}) instead of {old}."
        )
    else:
        sentence = N_(
            "For **{org}** you propose **{due}** for {ref} ({what}) instead of {old}: "
            "“{scope}”."
        )
    return speech.text(
        sentence,
        due=command.due,
        old=speech.near(row.due),
        scope=None if scope is None else (scope.text or "").rstrip("."),
        **facts,
    )


_ANY = N_("For **{org}**: {ref} ({what}).")
_SENTENCES: dict[type[object], str] = {
    c.Promise: N_("For **{org}** you promise: {what} by **{due}**."),
    c.TakeOver: N_(
        "For **{org}** you take over {ref} from {holder}: {what} by **{due}**."
    ),
    c.PromiseUnderReservation: N_(
        "For **{org}** you promise {what} by **{due}**, if {body} agrees by "
        "**{deadline}**."
    ),
    c.AcceptCounter: N_(
        "For **{org}** you accept the counter-proposal for {ref}: {what} by **{due}**."
    ),
    c.AcceptChange: N_(
        "For **{org}** you accept the change of {ref}: {what} by **{due}**."
    ),
    c.RejectChange: N_(
        "For **{org}** you do not accept the change; {ref} stays as promised: {what} "
        "by **{due}**."
    ),
    c.AcceptOffer: N_(
        "For **{org}** you accept {holder}'s offer: {what} by **{due}**."
    ),
    c.Decline: N_("For **{org}** you decline {ref}: {what}."),
    c.Withdraw: N_("For **{org}** you withdraw {ref}: {what}."),
    c.Release: N_("For **{org}** you release {holder} from {ref}: {what}."),
    c.Renege: N_("For **{org}** you say that {ref} cannot be kept: {what}."),
    c.Uphold: N_(
        "For **{org}** you say that {ref} stands, although its decision holds no "
        "more: {what}."
    ),
    c.SeekRelease: N_("For **{org}** you ask to be released from {ref}: {what}."),
    c.HandOverTo: N_(
        "For **{org}** you hand over {ref} to **{to}**: {what} by **{due}**."
    ),
    c.DeclineHandOver: N_("For **{org}**, {ref} is not taken over: {what}."),
    c.AcceptCompletion: N_("For **{org}** you accept {ref} as done: {what}."),
    c.RejectCompletion: N_(
        "For **{org}** you say that something is missing in {ref} ({what}): {said}"
    ),
    c.Dispute: N_("For **{org}** you dispute that {ref} ({what}) is done: {said}"),
    c.LiftReservation: N_(
        "For **{org}** you record that the council agreed; with that the promise "
        "stands: {what} by **{due}**."
    ),
    c.RefuseReservation: N_(
        "For **{org}** you record that the council said no to {ref}: {what}."
    ),
    c.ConditionReservation: N_(
        "For **{org}** you record that the council agreed to {ref} ({what}) with "
        "conditions; that counts as a counter-proposal."
    ),
    settling.ConfirmDraft: N_(
        "For **{org}** you confirm what was prepared for {ref} ({what}): **{act}**."
    ),
    settling.ConfirmOnBehalf: N_(
        "For **{org}** you confirm the entry made for you in {ref} ({what}): **{act}**."
    ),
    settling.ContestOnBehalf: N_(
        "For **{org}** you contest the entry made for you in {ref}: {what}."
    ),
}

YES: dict[type[object], str] = {
    c.Request: N_("Yes, ask"),
    c.Offer: N_("Yes, offer"),
    c.Promise: N_("Yes, promise"),
    c.TakeOver: N_("Yes, take over"),
    c.PromiseUnderReservation: N_("Yes, promise with reservation"),
    c.Counter: N_("Yes, propose"),
    c.ProposeChange: N_("Yes, propose"),
    c.Decline: N_("Yes, decline"),
    c.Withdraw: N_("Yes, withdraw"),
    c.Release: N_("Yes, release"),
    c.Renege: N_("Yes, say so"),
    c.Uphold: N_("Yes, it stands"),
    c.SeekRelease: N_("Yes, ask for it"),
    c.HandOverTo: N_("Yes, hand over"),
    c.RejectCompletion: N_("Yes, say so"),
    c.Dispute: N_("Yes, dispute"),
    information.Record: N_("Yes, enter"),
    ask.Open: N_("Yes, open"),
    ask.Publish: N_("Yes, publish"),
    ask.Conclude: N_("Yes, say so"),
    ask.Cancel: N_("Yes, cancel"),
    ask.Close: N_("Yes, close"),
    ask.Extend: N_("Yes, give time"),
    ask.Answer: N_("Yes, enter"),
    ask.ReportNothing: N_("Yes, enter"),
    ask.DeclineAnswer: N_("Yes, enter"),
    settling.ContestOnBehalf: N_("Yes, contest"),
    settling.ConfirmDraft: N_("Yes, confirm"),
    settling.ConfirmOnBehalf: N_("Yes, confirm"),
    **decisions.YES,
    **meetings.YES,
}
AGREE = N_("Yes, agreed")


def yes(command: object, speech: Speech) -> str:
    """Return the label of the button that says yes to ``command``."""
    if isinstance(command, decision.GivePosition):
        return speech.translate(POSITIONS[command.stance])
    return speech.translate(YES.get(type(command), AGREE))


def no(command: object, speech: Speech) -> str:
    """Return the label of the button that leaves everything as it is."""
    keep = isinstance(command, ask.Cancel | ask.Close)
    return speech.translate(N_("No, let it run on") if keep else N_("Cancel"))


def needs_echo(command: c.Command) -> bool:
    """Whether ``command`` is said back before it is written (rule 3)."""
    return not isinstance(
        command,
        c.ReportDone | c.ReportProgress | settling.DiscardDraft | settling.TakeBack,
    )
