"""Heard: what reaches the bot from any channel, stored before it is answered.

``ref`` is the platform's id of the event; it is unique, so that whatever is
delivered twice is handled once.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from core.ports import Via


class _Heard(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    ref: str
    person: str  # person id, established by the adapter
    via: Via


class TextSaid(_Heard):
    """Somebody typed something; ``edits`` names the message that it changes."""

    kind: Literal["text"] = "text"
    text: str
    edits: str | None = None


class Chosen(_Heard):
    """Somebody pressed a button of the message stored in the outbox as ``card``."""

    kind: Literal["chosen"] = "chosen"
    card: str  # key of the outbox row
    choice: str


class Withdrawn(_Heard):
    """Somebody deleted the message ``of``."""

    kind: Literal["withdrawn"] = "withdrawn"
    of: str


Heard: TypeAlias = Annotated[TextSaid | Chosen | Withdrawn, Field(discriminator="kind")]
HEARD: TypeAdapter[TextSaid | Chosen | Withdrawn] = TypeAdapter(Heard)
