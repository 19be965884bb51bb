"""Heard: what reaches the bot from any channel, stored before it is answered.

``ref`` is the platform's id of the event; it is unique, so that whatever is
delivered twice is handled once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from core.ports import Via

_LINE_ENDS: Final = re.compile("\r\n?|[\u2028\u2029\x85]")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
    "|[\ud800-\udfff]"
)


def clean(text: str) -> str:
    """Return ``text`` composed, with plain line ends and without what is unseen.

    Characters that cannot be seen but change how a text reads (control characters,
    reversed writing) are dropped: an echo then shows what will be written.
    """
    lines = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _UNSEEN.sub("", lines)).strip()


class _Heard(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    ref: str
    person: str  # person id, established by the adapter
    via: Via
    link: str = ""  # where the platform shows it, if it does


class TextSaid(_Heard):
    """Somebody typed something; ``edits`` names the message that it changes.

    ``beside`` is the forum whose board stood next to it, where a channel shows one.
    """

    kind: Literal["text"] = "text"
    text: Annotated[str, BeforeValidator(clean)]
    edits: str | None = None
    beside: str = ""


class Chosen(_Heard):
    """Somebody pressed a button of the message stored in the outbox as ``card``."""

    kind: Literal["chosen"] = "chosen"
    card: str  # key of the outbox row
    choice: str


class FormSent(_Heard):
    """Somebody sent the form ``form`` of the message stored in the outbox as ``card``.

    ``values`` are by the id of the field; what was left empty need not be there.
    """

    kind: Literal["form"] = "form"
    card: str  # key of the outbox row
    form: str
    values: Mapping[str, Annotated[str, BeforeValidator(clean)]]


class Withdrawn(_Heard):
    """Somebody deleted the message ``of``."""

    kind: Literal["withdrawn"] = "withdrawn"
    of: str


class HomeOpened(_Heard):
    """Somebody opened the page that the platform keeps for them."""

    kind: Literal["home"] = "home"


Heard: TypeAlias = Annotated[
    TextSaid | Chosen | FormSent | Withdrawn | HomeOpened, Field(discriminator="kind")
]
HEARD: TypeAdapter[TextSaid | Chosen | FormSent | Withdrawn | HomeOpened] = TypeAdapter(
    Heard
)
