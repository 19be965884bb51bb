"""Codes of erasures are shown in words, on pages as in the verifier."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from importlib.resources import files

from bots import deletions
from bots.chronicle import erasing
from bots.sealed import SCOPES
from bots.speech import Speech
from core.bundle.head import Scope
from core.grounds import Ground
from projections.erasures import ErasureRow

SPEECH = Speech(language="de", today=date(2027, 3, 17))


def test_the_register_names_the_text_and_not_its_code() -> None:
    row = ErasureRow(
        entry=160,
        what="erased",
        leaf=150,
        field="reason",
        person=None,
        ground=Ground.OBJECTION,
        actor="p-lange",
        recorded_at=datetime(2027, 3, 17, 8, tzinfo=UTC),
    )
    said = deletions.line(row, 30, SPEECH)
    assert "„Grund“" in said
    assert "reason" not in said


def test_a_text_of_a_later_program_keeps_its_code() -> None:
    assert erasing.field("else", SPEECH) == "else"


def test_a_checkpoint_is_all_that_is_called_pruefstand() -> None:
    other = re.compile("auf de[nm] Prüfstand")
    said = files("bots.locale").joinpath("de.po").read_text("utf-8")
    handbook = files("adapters.web.templates").joinpath("hilfe.de.html")
    assert not other.search(said)
    assert not other.search(handbook.read_text("utf-8"))


def test_every_scope_has_words() -> None:
    assert {SPEECH.translate(SCOPES[one]) for one in Scope} == {
        "alles, mit den Texten",
        "alles, ohne Texte",
        "ein Vorgang",
    }
