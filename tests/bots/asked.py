"""Asked: an ask of coordination, and how people answer it."""

from __future__ import annotations

from bots.heard import FormSent
from bots.message import Form, Message
from core.ports import Via
from tests.auenland import Auenland

ASK = (
    "Abfrage an alle: Wer plant bis 2030 eine neue Kehrmaschine? Jahr und Betrag "
    "bitte. bis Ende April"
)


def opened(here: Auenland, line: str = ASK) -> None:
    """Let coordination ask and say yes."""
    here.say("p-kern", line)
    here.say("p-kern", "ja")


def kinds(here: Auenland, ref: str = "F1") -> list[type[object]]:
    """Return what was recorded about an ask."""
    return [type(r.event) for r in here.faden.store.journal.stream(f"ask:{ref}")]


def form_of(here: Auenland, who: str) -> tuple[str, Form]:
    """Return the newest form that ``who`` was sent, with the key of its card."""

    def form(message: Message) -> Form | None:
        return next((p for p in message.parts if isinstance(p, Form)), None)

    found = [(k, f) for k, m in here.thread(who) if (f := form(m)) is not None]
    return found[-1]


def filled(here: Auenland, who: str, ref: str, **values: str) -> list[str]:
    """Let ``who`` send the newest form, by the labels of its fields."""
    key, form = form_of(here, who)
    fields = {f.id: values[f.label] for f in form.fields if f.label in values}
    sent = FormSent(
        ref=ref, person=who, via=Via.WEB, card=key, form=form.id, values=fields
    )
    here.hear(sent)
    return here.news(who)
