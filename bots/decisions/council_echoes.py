"""Echoes of what councils do: papers, days, results and conditions (*Gremien*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bots.decisions import wording
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Facts, Part, Text
from bots.speech import Speech
from core.decision import commands as c
from projections.decisions import CouncilRow


def reserving(
    matter: Matter, org: str, body: str, deadline: date | None, speech: Speech
) -> Text:
    """Say back that a body has to resolve first."""
    facts = wording.echoed(matter, org, speech)
    facts |= {"body": wording.body(matter, org, body, speech), "deadline": deadline}
    sentence = N_("For **{org}** {body} resolves on {ref} {what} first.")
    if deadline is not None:
        sentence = N_(
            "For **{org}** {body} resolves on {ref} {what} first, by **{deadline}**."
        )
    return speech.text(sentence, **facts)


def recording(
    wanted: Sequence[object], matter: Matter, org: str, body: str, speech: Speech
) -> list[Part]:
    """Say back how far a body is, or what it resolved; a day taken from today, too."""
    command = wanted[0]
    facts = wording.echoed(matter, org, speech)
    facts["body"] = wording.body(matter, org, body, speech)
    facts["on"] = getattr(command, "on", None) or speech.today
    facts["until"] = wording.until(_put_off_to(wanted), speech)
    item = getattr(command, "ref", None) or getattr(command, "item", None)
    facts["item"] = f" ({item})" if item else ""
    reason = getattr(command, "reason", None) or getattr(command, "conditions", None)
    facts["reason"] = (reason.text or "").rstrip(".") if reason else ""
    facts["to"] = getattr(command, "to", None)
    parts: list[Part] = [speech.text(_RECORDED[type(command)], **facts)]
    if type(command) in _OF_A_DAY and getattr(command, "on", None) is None:
        parts.append(speech.text(_TODAY))
    council = matter.council(org, body)
    newest = council is None or council.edition in {0, matter.row.edition}
    if isinstance(command, c.RecheckApproval) or (newest and _as_it_is(command)):
        parts.append(Facts(rows=wording.bound_to(matter, speech)))
    if reason is not None and not isinstance(command, c.RecordConditions):
        parts.append(speech.text(N_("Reason: {reason}."), **facts))
    approving = isinstance(
        command, c.RecordApproval | c.RecheckApproval | c.RecordConditions
    )
    if approving and getattr(command, "ref", None) is None:
        parts.append(
            speech.text(
                N_(
                    "Without evidence it counts as provisional (◌). Please add the "
                    "agenda item or the number of the paper, such as “TOP 7”."
                )
            )
        )
    return parts


def _put_off_to(wanted: Sequence[object]) -> date | None:
    days = (one.on for one in wanted[1:] if isinstance(one, c.ScheduleItem))
    return next(days, None)


def _as_it_is(command: object) -> bool:
    """Whether it is about the text as it lay there, and names no other."""
    if isinstance(command, c.RecordConditions):
        return True
    if not isinstance(command, c.RecordApproval):
        return False
    return command.mark is None and command.wording is None


def negotiating(
    command: c.Conditional, matter: Matter, council: CouncilRow, speech: Speech
) -> Text:
    """Say back that the forum is asked about conditions, or does not take them over."""
    facts = wording.echoed(matter, council.org, speech)
    facts["conditions"] = (council.conditions or "–").rstrip(".")
    if isinstance(command, c.TakeUpConditions):
        facts["text"] = (command.text.text or "").rstrip(".")
        facts["next"] = matter.row.edition + 1
        return speech.text(
            N_(
                "You ask the forum whether all take over the conditions of **{org}** "
                "({conditions}), as version {next} of {ref}: {text}. Positions are "
                "given anew; councils that have approved check the new text."
            ),
            **facts,
        )
    facts["reason"] = (command.reason.text or "").rstrip(".")
    return speech.text(
        N_(
            "The forum does not take over the conditions of **{org}** to {ref} "
            "({conditions}): {reason}. Its council is asked once more."
        ),
        **facts,
    )


_OF_A_DAY: Final = (
    c.SubmitPaper,
    c.RecordApproval,
    c.RecheckApproval,
    c.RecordConditions,
    c.RecordRefusal,
    c.RecordReferral,
    c.RecordNotQuorate,
)
_TODAY: Final = N_(
    "You named no day, so it is today's. If it was another one, please say it once "
    "more with its day, such as “on 3 December”."
)
_RECORDED: Final[dict[type, str]] = {
    c.SubmitPaper: N_(
        "For **{org}** you enter: the paper on {ref} {what} lies before {body} since "
        "**{on}**."
    ),
    c.ScheduleItem: N_(
        "For **{org}** you enter: {body} deals with {ref} {what} on **{on}**{item}."
    ),
    c.RecordApproval: N_(
        "For **{org}** you enter: {body} **approved** {ref} {what} on **{on}**{item}."
    ),
    c.RecheckApproval: N_(
        "For **{org}** you enter: what {body} approved covers {ref} {what} as "
        "well, as it said on **{on}**{item}."
    ),
    c.RecordConditions: N_(
        "For **{org}** you enter: {body} approved {ref} {what} on **{on}**{item} "
        "**with conditions**: {reason}."
    ),
    c.RecordRefusal: N_(
        "For **{org}** you enter: {body} **refused** {ref} {what} on **{on}**{item}."
    ),
    c.RecordPostponement: N_(
        "For **{org}** you enter: {body} **put off** {ref} {what}{until}."
    ),
    c.RecordReferral: N_(
        "For **{org}** you enter: {body} **referred** {ref} {what} to {to} on **{on}**."
    ),
    c.RecordNotQuorate: N_(
        "For **{org}** you enter: {body} was **not quorate** for {ref} {what} on "
        "**{on}**."
    ),
}
