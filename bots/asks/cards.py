"""Cards: an ask as whoever is asked, or whoever asks, gets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bots import ladders
from bots.asks import wording
from bots.locale import N_
from bots.message import (
    Choice,
    Choices,
    Facts,
    Form,
    FormField,
    Link,
    Message,
    Part,
    Text,
)
from bots.speech import Speech
from core.ask.kinds import AskKind
from core.ask.questions import NO, YES, Question, QuestionKind
from projections.asks import AskRow, ReplyRow

FORM: Final = "answer"  # id of the form, on every card
REMARK: Final = "remark"
_BUTTONS: Final = 5  # answers to choose from that are buttons; more are a form


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Who looks: ``org`` with its ``reply`` if it is asked; ``runs`` if it asks."""

    org: str
    reply: ReplyRow | None
    runs: bool


def card(row: AskRow, look: Look, speech: Speech) -> Message:
    """Return the card of ``row`` for somebody who looks at it."""
    asked = look.reply is not None
    parts: list[Part] = [asking(row, look, speech) if asked else standing(row, speech)]
    if rows := _facts(row, look, speech):
        parts.append(Facts(rows=rows))
    if look.reply and row.going:
        parts += _answering(row, look.reply, speech)
    if look.runs and (options := running(row, speech)):
        parts.append(Choices(options=options))
    parts.append(Link(label=speech.translate(N_("Open")), item=row.ref))
    return Message(parts=tuple(parts), item=row.ref, version=row.stage)


def asking(row: AskRow, look: Look, speech: Speech) -> Text:
    """Say who asks what: the sentence for whoever is asked."""
    facts = wording.facts_of(row, speech) | {"org": speech.org(look.org)}
    if row.kind is AskKind.HELP:
        return wording.call(row, look.reply.has if look.reply else (), speech)
    return speech.text(
        N_(
            "{ref}: {asker} asks **{org}**: {text} – by **{due}** (about {minutes} "
            "minutes; the result is promised by {promised})."
        ),
        **facts,
    )


def standing(row: AskRow, speech: Speech) -> Text:
    """Say where ``row`` stands, for anybody who may see it."""
    known = {**_STANDING, **_HELP} if row.kind is AskKind.HELP else _STANDING
    return speech.text(known[row.state], **wording.facts_of(row, speech))


def _facts(row: AskRow, look: Look, speech: Speech) -> tuple[tuple[str, str], ...]:
    rows: list[tuple[str, str]] = []
    if row.purpose:
        rows.append((speech.translate(N_("Purpose")), row.purpose))
    if look.reply is not None and row.going and not _at_once(row, speech):
        asked = " · ".join(wording.question(one, speech) for one in row.questions)
        rows.append((speech.translate(N_("Questions")), asked))
    if look.reply is not None:
        who = wording.who_sees(row.disclosure, speech)
        rows.append((speech.translate(N_("Who sees it")), who))
        if look.reply.reply:
            own = wording.reply(row, look.reply, speech)
            rows.append((speech.translate(N_("Your answer")), own))
        elif row.state == "ask_open" and row.kind is not AskKind.HELP:
            rows += ladders.rows(row.on, row.deadline, speech)
    elif row.missing and row.state == "ask_open":
        missing = ", ".join(speech.org(org) for org in row.missing)
        rows.append((speech.translate(N_("Still missing")), missing))
    if row.published_at is not None:
        rows += wording.result(row, speech)
        rows += [(speech.translate(N_("Summary")), row.summary)] if row.summary else []
    return tuple(rows)


def _answering(row: AskRow, reply: ReplyRow, speech: Speech) -> list[Part]:
    if reply.pending_until is not None:
        entered = speech.text(
            N_("Coordination entered this for you; you may contest it until {until}."),
            until=reply.pending_until,
        )
        return [entered, Choices(options=_of(("right", "wrong"), row, speech))]
    options = [*_at_once(row, speech)]
    parts: list[Part] = [] if options else [form(row, reply, speech)]
    nothing = row.kind not in {AskKind.HELP, AskKind.READINESS}
    keys = ("nothing", "hand") if nothing else ("hand",)
    return [*parts, Choices(options=(*options, *_of(keys, row, speech)))]


def _at_once(row: AskRow, speech: Speech) -> tuple[Choice, ...]:
    """Return the answers as buttons, if one press says everything."""
    first, *others = row.questions
    if others and row.kind is not AskKind.HELP:
        return ()
    if first.kind is QuestionKind.YES_NO:
        said = {one: wording.yes_no(one, speech) for one in (YES, NO)}
    elif first.kind is QuestionKind.CHOICE and len(first.options) <= _BUTTONS:
        said = {one: one for one in first.options}
    else:
        return ()
    return tuple(
        Choice(
            id=f"say{n}",
            label=label[:1].upper() + label[1:],
            twin=f"{row.ref}: {label}",
            style="plain" if n else "yes",
        )
        for n, label in enumerate(said.values())
    )


def form(row: AskRow, reply: ReplyRow | None, speech: Speech) -> Form:
    """Return the form that answers ``row``, with what was answered so far."""
    known = {value.question: value for value in reply.values} if reply else {}
    fields = [
        _field(
            one,
            speech,
            value=wording.told(one, known[one.key], speech)
            if one.key in known and known[one.key].said.text is not None
            else "",
            required=not n,
        )
        for n, one in enumerate(row.questions)
    ]
    remark = FormField(
        id=REMARK,
        label=speech.translate(N_("Remark")),
        kind="text",
        required=False,
        value=(reply.remark or "") if reply else "",
    )
    return Form(
        id=FORM,
        label=speech.translate(N_("Fill in …")),
        twin=f"{row.ref}: ",
        fields=(*fields, remark),
    )


def _field(one: Question, speech: Speech, *, value: str, required: bool) -> FormField:
    options: tuple[str, ...] = ()
    match one.kind:
        case QuestionKind.YES_NO:
            options = (wording.yes_no(YES, speech), wording.yes_no(NO, speech))
        case QuestionKind.CHOICE:
            options = one.options
        case QuestionKind.SCALE:
            options = tuple(str(step) for step in range(1, one.steps + 1))
        case _:
            pass  # a figure or a text
    figure = one.kind in {QuestionKind.NUMBER, QuestionKind.YEAR}
    return FormField(
        id=one.key,
        label=one.label,
        kind="choice" if options else "number" if figure else "text",
        options=options,
        unit=one.unit,
        required=required,
        example="2028" if one.kind is QuestionKind.YEAR else "",
        value=value.removesuffix(one.unit).strip() if figure else value,
    )


def running(row: AskRow, speech: Speech) -> tuple[Choice, ...]:
    """Return what whoever asks can do with ``row`` now."""
    keys = _RUNNING.get(row.state, ())
    if row.kind is AskKind.HELP and row.state == "ask_open":
        keys = ("close", "cancel")
    if row.state == "ask_published" and row.told != row.answered:
        keys = (*keys, "again")
    return _of(keys, row, speech)


def _of(keys: tuple[str, ...], row: AskRow, speech: Speech) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=f"ask_{key}",
            label=speech.translate(BUTTONS[key][0]),
            twin=speech.words(BUTTONS[key][1], ref=row.ref),
            fill=BUTTONS[key][1].endswith(" "),
        )
        for key in keys
    )


BUTTONS: Final[dict[str, tuple[str, str]]] = {
    "nothing": (N_("Nothing to report"), N_("{ref} nothing to report")),
    "hand": (N_("Give to …"), N_("{ref} to ")),
    "right": (N_("The entry is right"), N_("{ref} the entry is right")),
    "wrong": (N_("It is wrong"), N_("{ref} the entry is wrong")),
    "publish": (N_("Publish the result"), N_("{ref} publish")),
    "again": (N_("Publish it again"), N_("{ref} publish")),
    "extend": (N_("More time …"), N_("{ref} more time until ")),
    "close": (N_("Close"), N_("{ref} close")),
    "cancel": (N_("Cancel the ask"), N_("{ref} cancel")),
    "follows": (N_("What follows? …"), N_("{ref} follows: ")),
}
_RUNNING: Final[dict[str, tuple[str, ...]]] = {
    "ask_open": ("publish", "extend", "close", "cancel"),
    "ask_closed": ("publish", "extend"),
    "ask_published": ("follows",),
}
_HELP: Final[dict[str, str]] = {
    "ask_open": N_(
        "{ref}: {asker} needs help: {text}. {answered} of {asked} have answered."
    ),
    "ask_closed": N_("{ref}: the call for help of {asker} is closed: {text}."),
}
_STANDING: Final[dict[str, str]] = {
    "ask_open": N_(
        "{ref}: {asker} asks: {text} – by **{due}**. {answered} of {asked} have "
        "answered; the result is promised by {promised}."
    ),
    "ask_closed": N_(
        "{ref} ({text}) is closed. {answered} of {asked} have answered; the result is "
        "promised by {promised}."
    ),
    "ask_published": N_(
        "{ref}: {text} – the result is published, {answered} of {asked} have answered."
    ),
    "ask_concluded": N_(
        "{ref}: {text} – {answered} of {asked} have answered; what follows is said."
    ),
    "ask_cancelled": N_("{ref} ({text}) was cancelled."),
}
