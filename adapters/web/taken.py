"""Taken: a file with texts that somebody takes along is an entry (*Weitergabe*).

What is only shown is none, and neither is what calendars and other software fetch
again and again: an erased text is gone from there the next time. A file stays as it
is, so whoever has it can be told (Art. 19 DSGVO).
"""

from __future__ import annotations

from typing import Final

from adapters.main import Faden
from adapters.web.visit import Visit
from bots.locale import N_
from core.bundle.head import Scope
from core.export import Make
from core.ports import Order, Via
from core.sealed import Sealed

_NAME: Final = "taken"  # of the pseudonyms


def note(faden: Faden, visit: Visit, file: str, item: str | None = None) -> None:
    """Record who takes ``file`` along; the same in the same minute is known.

    Whoever acts for nobody sees what everybody sees, and is not recorded.

    Raises:
        Refusal: it cannot be recorded, so nothing is handed out.
    """
    if not visit.mandates:
        return
    now, org = faden.clock(), visit.mandates[0].org
    opaque = faden.store.office.pseudonyms.of(
        _NAME, visit.person, file, now.isoformat(timespec="minutes")
    )
    recipient = visit.speech.words(
        N_("{person}, {org} ({file})"),
        person=visit.speech.person(visit.person),
        org=visit.speech.org(org),
        file=file,
    )
    upto = visit.position or faden.store.journal.head()
    answer = faden.desk.submit(
        Order(
            command_id=f"web/{opaque}",
            command=Make(scope=Scope.PART, upto=upto, item=item, to=Sealed(recipient)),
            stream=f"export:{opaque}",
            actor=visit.person,
            org=org,
            today=faden.today(),
            now=now,
            via=Via.WEB,
        )
    )
    if answer.refusal is not None:
        raise answer.refusal
