"""``faden audit list``: what auditors look at first (*Prüflisten*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import Look, looking
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import OneOf, as_json, data, of_person

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from bots.examining import Line

LOOKUPS: Final = "lookups"
_KINDS = ("corrections", "behalf", "backdated", "nudges", "deletions", "exports")
_MOST = 1_000  # entries


@click.command(
    cls=Command,
    help=N_(
        "List entries that auditors look at first, the newest first.\n\n"
        "KIND is corrections, behalf (entered for others), backdated, nudges, "
        "deletions, exports or lookups (what auditors looked at). With --as it is "
        "printed as that person may see it, who must be an auditor or coordinate."
    ),
)
@click.argument("kind", type=OneOf(*_KINDS, LOOKUPS))
@of_person
@as_json
@data
@click.pass_obj
def list(  # noqa: A001  (the name of the command)
    call: Call, *, kind: str, person: str | None, as_json: bool, data: str | None
) -> None:
    """Print a list."""
    from adapters.cli.printing import told
    from bots import examining as wording
    from projections import examining

    with looking(call, data, person, None) as look:
        if not look.viewer.oversees:
            raise Trouble(
                N_("These lists are for auditors and coordination. Please ask them.")
            )
        zone = look.faden.desk.zone()
        if kind == LOOKUPS:
            _lookups(call, look, zone, as_json=as_json)
            return
        with look.reading() as db:
            found = examining.listing(
                db, look.viewer, examining.Kind(kind), zone, _MOST
            )
        lines = [*wording.lines(found, look.speech, zone)]
        if as_json:
            call.say(told([_record(line) for line in lines]))
            return
        for line in lines:
            for row in _lines(line, look):
                call.say(row)


def _lookups(call: Call, look: Look, zone: ZoneInfo, *, as_json: bool) -> None:
    from adapters.cli.printing import told

    found = look.faden.store.office.lookups.newest(_MOST)
    if as_json:
        plain = [
            {"at": one.at.isoformat(), "person": one.person, "what": one.what}
            for one in found
        ]
        call.say(told(plain))
        return
    for one in found:
        at = one.at.astimezone(zone)
        call.say(f"{at:%Y-%m-%d %H:%M}  {look.speech.person(one.person)}: {one.what}")


def _lines(line: Line, look: Look) -> Iterator[str]:
    from bots.proofs import counts_for

    if line.sentence is None or line.recorded is None or line.effective is None:
        hidden = look.speech.words(N_("(not for everybody)"))
        yield f"{line.entry:>7}  {hidden}"
        return
    days = counts_for(line.recorded.date(), line.effective, look.speech)
    yield f"{line.entry:>7}  {line.ref}: {line.sentence.plain}"
    yield f"{'':9}{line.who}; {days}"


def _record(line: Line) -> dict[str, object]:
    return {
        "entry": line.entry,
        "withheld": line.sentence is None,
        "ref": line.ref,
        "sentence": line.sentence.plain if line.sentence else None,
        "who": line.who,
        "recorded": line.recorded,
        "effective": line.effective,
    }
