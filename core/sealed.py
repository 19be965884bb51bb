"""Sealed: a text people typed, kept beside the log (German: *versiegelter Text*).

The log holds only a salted commitment to it; text and salt lie in the vault and
can be deleted without touching the log (``audit.md``). Deliberately neither a
dataclass nor a NewType: a serialiser would write those in clear without asking.
"""

from __future__ import annotations

from typing import final


@final
class Sealed:
    """A free text; ``text`` is ``None`` when it was erased or never opened.

    Two are equal when their texts are; ``repr`` never shows the text, so that it
    cannot reach a log line by accident.
    """

    __slots__ = ("text",)

    text: str | None

    def __init__(self, text: str | None) -> None:
        """Keep ``text`` as typed."""
        object.__setattr__(self, "text", text)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: an event does not change."""
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        """Compare the texts."""
        return isinstance(other, Sealed) and self.text == other.text

    def __hash__(self) -> int:
        """Hash the text."""
        return hash(self.text)

    def __repr__(self) -> str:
        """Say how long it is, never what it says."""
        return "Sealed(erased)" if self.text is None else f"Sealed({len(self.text)})"
