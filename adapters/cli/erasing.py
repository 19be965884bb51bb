"""``faden audit erase``, ``offer`` and ``deletions`` (*Löschen*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.types import OneOf, as_json, data
from core.grounds import Ground
from core.sealed import Sealed

if TYPE_CHECKING:
    from adapters.erasing.plan import Found
    from adapters.main import Faden
    from projections.erasures import ExportRow

GROUNDS: Final = OneOf(*(ground.value for ground in Ground))
DONE: Final = N_("Done: it is gone from every file of this region.")
LATER: Final = N_(
    "The entry is made. Somebody reads just now; Faden empties the files within a "
    "minute, or when it is started next."
)
UNDONE: Final = N_("Nothing was erased yet. If this is meant, add --yes.")
_SHOWN: Final = 100  # lines of each list
_QUOTED: Final = 60  # characters of a text

sure = click.option("--yes", is_flag=True, help=N_("Do it; else it is only shown."))
ground_option = click.option(
    "--ground", required=True, type=GROUNDS, help=N_("On which ground of the law.")
)


@click.command(
    cls=Command,
    help=N_(
        "Let a text go, for good, or say something else in its place.\n\n"
        "ENTRY and FIELD are told by faden history --json. Copies in the same item go "
        "with it, and digests that named the item lose their wording. Proofs made "
        "before still hold."
    ),
)
@click.argument("entry", type=click.IntRange(min=1))
@click.argument("field")
@ground_option
@click.option("--instead", metavar="TEXT", help=N_("What is said in its place."))
@sure
@data
@click.pass_obj
def erase(
    call: Call,
    *,
    entry: int,
    field: str,
    ground: str,
    instead: str | None,
    yes: bool,
    data: str | None,
) -> None:
    """Show what goes, and with ``--yes`` let it go."""
    from adapters.erasing import plan
    from adapters.founding import orders
    from core.text import Erase, Replace

    with call.opened(data) as faden:
        with faden.store.reading() as db:
            found = plan.copies(db, entry, field) or [plan.unknown(entry, field)]
            quoting = plan.quoting(db, found[0].text, found)
        for line in _shown(call, faden, found, quoting):
            call.say(line)
        if not yes and found[0].stream:
            call.say(call.words(UNDONE))
            return
        for one in found:
            command: Erase | Replace = Erase(field=one.field, ground=Ground(ground))
            if instead is not None:
                text = Sealed(instead)
                command = Replace(field=one.field, ground=Ground(ground), text=text)
            orders.give(faden, f"text:{one.entry}", command)
        call.say(call.words(DONE if faden.erasing.carry_out() else LATER))


@click.command(
    cls=Command,
    help=N_("Note that the archive was offered a text (§ 4 HArchivG)."),
)
@click.argument("entry", type=click.IntRange(min=1))
@click.argument("field")
@data
@click.pass_obj
def offer(call: Call, *, entry: int, field: str, data: str | None) -> None:
    """Note the offer of a text and its copies."""
    from adapters.erasing import plan
    from adapters.founding import orders
    from core.text import Offer

    with call.opened(data) as faden:
        with faden.store.reading() as db:
            found = plan.copies(db, entry, field) or [plan.unknown(entry, field)]
        for one in found:
            orders.give(faden, f"text:{one.entry}", Offer(field=one.field))
            sentence = N_("Entry {entry}, {field}: offered to the archive.")
            call.say(call.words(sentence, entry=one.entry, field=one.field))


@click.command(
    cls=Command,
    help=N_(
        "List what will go, what went for good, and which files with texts left.\n\n"
        "Backups, and on a server copies of its logs, hold erased texts until they are "
        "thrown away there; the list names the day by which that is so."
    ),
)
@as_json
@data
@click.pass_obj
def deletions(call: Call, *, as_json: bool, data: str | None) -> None:
    """Print the register of deletions, and that of exports."""
    from adapters.cli.printing import told
    from bots.deletions import coming, cut, export, line
    from projections import deletions as views
    from projections import erasures
    from projections.viewer import MACHINE

    with call.opened(data) as faden:
        with faden.reading() as db:
            gone = views.register(db, MACHINE, None)
            left = erasures.exports(db, MACHINE, None)
        next_ = faden.retaining.coming()
        if as_json:
            call.say(told({"coming": next_, "deletions": gone, "exports": left}))
            return
        speech = faden.speech(None, call.language)
        lines = [
            coming(due.stage, due.item, due.on, due.texts, speech) for due in next_
        ]
        lines += [line(row, faden.backup_days, speech) for row in gone[:_SHOWN]]
        lines += [export(row, speech) for row in left[:_SHOWN]]
        call.say("\n".join(lines) or call.words(N_("Nothing was erased.")))
        hidden = len(gone[_SHOWN:]) + len(left[_SHOWN:])
        if hidden:
            call.warn(cut(hidden, speech))


def _shown(
    call: Call, faden: Faden, found: Sequence[Found], quoting: Sequence[Found]
) -> Iterator[str]:
    """Say what goes, who may have it, and what only speaks of it."""
    for one in filter(lambda one: one.stream, found):
        sentence = N_("Goes: entry {entry}, {field}: “{text}”")
        yield call.words(sentence, **_facts(one))
    for row in holders_of(faden, found):
        yield recipient(call, row)
    for one in quoting:
        sentence = N_("Stays, and quotes it: entry {entry}, {field}: “{text}”")
        yield call.words(sentence, **_facts(one))


def holders_of(faden: Faden, found: Sequence[Found]) -> Sequence[ExportRow]:
    """Return the files that hold one of these texts."""
    from projections import erasures

    rows: dict[int, ExportRow] = {}
    with faden.reading() as db:
        for one in found:
            item = one.stream.partition(":")[2]
            rows |= {row.entry: row for row in erasures.holders(db, one.entry, item)}
    return list(rows.values())


def recipient(call: Call, row: ExportRow) -> str:
    """Say who has a file and is to be told (Art. 19 DSGVO)."""
    return call.words(
        N_(
            "Please tell (Art. 19 DSGVO): {recipient} has the file of {day}, entry "
            "{entry}."
        ),
        recipient=row.recipient or "–",
        day=f"{row.recorded_at:%d.%m.%Y}",
        entry=row.entry,
    )


def _facts(one: Found) -> dict[str, object]:
    text = one.text if len(one.text) <= _QUOTED else f"{one.text[:_QUOTED]}…"
    return {"entry": one.entry, "field": one.field, "text": text}
