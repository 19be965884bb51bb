"""Message: what the bot says, before any platform renders it.

A message is a title and parts: text, facts, choices, forms, links. Adapters decide
how it looks; here it is only what is said. Text that people typed stands in spans
and is never markup.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

SIGN_IN: Final = "sign-in"  # where a link leads that is made when a letter is brought
CONFIRM: Final = "confirm"  # stands for a code that is made then


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Part):
    """Some words, perhaps strong; with ``item`` they lead there, e.g. to ``Z34``."""

    text: str
    strong: bool = False
    item: str | None = None


class Text(_Part):
    """One paragraph."""

    kind: Literal["text"] = "text"
    spans: tuple[Span, ...]

    @property
    def plain(self) -> str:
        """The words without emphasis."""
        return "".join(span.text for span in self.spans)


class Facts(_Part):
    """Names and values, as in a small table."""

    kind: Literal["facts"] = "facts"
    rows: tuple[tuple[str, str], ...]


class Choice(_Part):
    """A button and its typed twin.

    With ``fill`` the twin is the beginning of a line that the person completes
    ("Z34 erst bis "); otherwise choosing it is saying it.
    """

    id: str
    label: str
    twin: str
    style: Literal["plain", "yes", "no"] = "plain"
    fill: bool = False


class Choices(_Part):
    """What can be answered."""

    kind: Literal["choices"] = "choices"
    options: tuple[Choice, ...]


class FormField(_Part):
    """One thing to fill in; ``options`` are the words of a choice, as they are said.

    ``value`` is what stands there already, ``example`` what may be filled in. A long
    one has several lines, and they stay apart.
    """

    id: str
    label: str
    kind: Literal["choice", "day", "number", "text", "long"]
    options: tuple[str, ...] = ()
    unit: str = ""
    required: bool = True
    value: str = ""
    example: str = ""


class Form(_Part):
    """Several things to fill in at once; sending it is saying its typed twin.

    ``twin`` is the beginning of the line ("F12: "); ``bots.forms`` puts the values
    behind it, or into ``line``, where each stands as ``{id}``; a part of it in
    brackets, such as ``[, by {due}]``, is only there with its value. Where a platform
    has no forms, the twin is all there is.
    """

    kind: Literal["form"] = "form"
    id: str
    label: str
    twin: str
    fields: tuple[FormField, ...]
    line: str = ""


class Link(_Part):
    """Where to read on: at ``Z34``, or on our page ``/hilfe``.

    ``SIGN_IN`` and ``CONFIRM`` are made later.
    """

    kind: Literal["link"] = "link"
    label: str
    item: str


Part: TypeAlias = Annotated[
    Text | Facts | Choices | Form | Link, Field(discriminator="kind")
]


class Message(_Part):
    """One thing said by the bot.

    ``item`` and ``version`` say which state of which item it shows, so that a card
    whose item has moved on can be shown as such. What is ``silent`` takes the place of
    what was last told of its item, and nobody's attention; it is nothing without that.
    """

    parts: tuple[Part, ...]
    title: str = ""
    item: str | None = None
    version: int | None = None
    urgency: Literal["silent", "normal"] = "normal"

    @property
    def plain(self) -> str:
        """All words as plain text: terminals, notifications, tests."""
        lines = [self.title] if self.title else []
        for part in self.parts:
            match part:
                case Text():
                    lines.append(part.plain)
                case Facts(rows=rows):
                    lines += [f"{name}: {value}" for name, value in rows]
                case Choices(options=options):
                    lines += [f"[{o.label}] – {o.twin}" for o in options]
                case Form(label=label, twin=twin):
                    lines.append(f"[{label}] – {twin}…")
                case Link(label=label, item=item) if item in {SIGN_IN, CONFIRM}:
                    lines.append(label)
                case Link(label=label, item=item):
                    lines.append(f"{label}: {item}")
        return "\n".join(lines)

    def choice(self, choice_id: str) -> Choice | None:
        """Return the choice with this id, if the message offers it."""
        options = (o for p in self.parts if isinstance(p, Choices) for o in p.options)
        return next((o for o in options if o.id == choice_id), None)

    def form(self, form_id: str) -> Form | None:
        """Return the form with this id, if the message holds it."""
        forms = (part for part in self.parts if isinstance(part, Form))
        return next((form for form in forms if form.id == form_id), None)
