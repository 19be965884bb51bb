"""``faden init``: a region out of the official directory (*Gründung*)."""

from __future__ import annotations

from typing import Final

import click

from adapters import reference
from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble
from adapters.cli.types import data
from adapters.founding import orders
from adapters.founding.admitting import admit, card_of
from adapters.founding.foundation import lay
from adapters.founding.official import FIELDS, foundation
from adapters.main import Faden
from adapters.reference import Fault
from core.organisation import GiveMandate, Role
from projections import people

_EXPECTED: Final = {
    Fault.NOT_UTF8: N_("text in UTF-8"),
    Fault.TOO_LARGE: N_("a file of at most 5 MB"),
    Fault.RECORD_TYPE: N_("record type 10, 20, 30, 40, 50 or 60 in columns 1-2"),
    Fault.TOO_SHORT: N_("at least 150 characters"),
    Fault.DAY: N_("a day as YYYYMMDD in columns 3-10"),
    Fault.KEY: N_("an official key of 5 or 8 digits from column 11"),
    Fault.NAME: N_("a name in columns 23-72"),
    Fault.KIND: N_("a kind from 60 to 67 in columns 123-124"),
    Fault.INHABITANTS: N_("a number of inhabitants in columns 140-150"),
    Fault.TWICE: N_("each municipality once"),
    Fault.FOREIGN: N_("municipalities of the one county"),
    Fault.NO_COUNTY: N_("a county (record type 40)"),
    Fault.SEVERAL_COUNTIES: N_("one county only (an extract for your region)"),
    Fault.NO_MUNICIPALITY: N_("municipalities (record type 60)"),
}


@click.command(
    cls=Command,
    help=N_(
        "Found a region from the official municipality directory (GV100AD).\n\n"
        "Municipalities are invited as members, the county supports and "
        "convenes. Doing it twice changes nothing."
    ),
)
@click.option(
    "--gv100",
    metavar="FILE",
    help=N_("The directory; without it the extract that comes with Faden."),
)
@click.option(
    "--region", "name", required=True, metavar="NAME", help=N_("Name of the region.")
)
@click.option(
    "--coordinator",
    metavar="NAME",
    help=N_("Name of a person who coordinates at the county from the start."),
)
@data
@click.pass_obj
def init(
    call: Call,
    *,
    gv100: str | None,
    name: str,
    coordinator: str | None,
    data: str | None,
) -> None:
    """Found a region."""
    directory = _directory(call, gv100)
    with call.opened(data, new=True) as faden:
        not_another(faden, name)
        if coordinator:
            not_a_second(faden, coordinator)
        lay(faden, foundation(directory, name))
        call.say(
            call.words(
                N_(
                    "{region}: {count} municipalities with {people} inhabitants are "
                    "invited; {county} supports and convenes."
                ),
                region=name,
                count=len(directory.municipalities),
                people=directory.inhabitants,
                county=directory.county.name,
            )
        )
        _skipped(call, directory)
        if coordinator:
            _coordinate(call, faden, coordinator, directory.county.ags)
        call.say(
            call.words(
                N_("Forums: {forums}."), forums=", ".join(f.field for f in FIELDS)
            )
        )


def _directory(call: Call, file: str | None) -> reference.Directory:
    source = reference.extract() if file is None else call.cwd / file
    try:
        return reference.read(source)
    except reference.DirectoryError as error:
        facts = {"file": file or "gv100ad_06636.txt", "line": error.line}
        expected = call.words(_EXPECTED[error.fault])
        if not error.line:
            raise Trouble(
                N_(
                    "{file} is not the official directory GV100AD: expected "
                    "{expected}. Please name another file with --gv100."
                ),
                expected=expected,
                **facts,
            ) from error
        raise Trouble(
            N_(
                "{file}, line {line}: expected {expected}. Please correct the line, or "
                "name another file with --gv100."
            ),
            expected=expected,
            **facts,
        ) from error


def not_a_second(faden: Faden, coordinator: str) -> None:
    """Refuse to make somebody else coordinator just by founding again.

    Raises:
        Trouble: others coordinate here already.
    """
    with faden.reading() as db:
        held = [mandate.person for mandate in people.coordinators(db, faden.today())]
    known = [card.name for card in faden.store.vault.cards(held).values()]
    if known and not any(name in coordinator for name in known):
        raise Trouble(
            N_(
                "{names} coordinates here already; nothing was changed. Somebody else "
                "needs a mandate: faden person add, then faden mandate --role "
                "coordinator."
            ),
            names=", ".join(known),
        )


def not_another(faden: Faden, name: str) -> None:
    """Refuse a folder that holds another region than ``name``.

    Raises:
        Trouble: it does.
    """
    with faden.reading() as db:
        known = people.region(db)
    if known is not None and known.name != name.strip():
        raise Trouble(
            N_(
                "This folder already holds the region {region}. Please name another "
                "folder with --data."
            ),
            region=known.name,
        )


def _skipped(call: Call, directory: reference.Directory) -> None:
    for place in directory.unincorporated:
        call.say(
            call.words(
                N_(
                    "{name} ({ags}) is left out: an unincorporated area has no council "
                    "that could promise anything."
                ),
                name=place.name,
                ags=place.ags,
            )
        )


def _coordinate(call: Call, faden: Faden, name: str, county: str) -> None:
    """Let ``name`` coordinate at the county; somebody known by it stays the same."""
    who = admit(faden, card_of(name))
    mandate = GiveMandate(person=who, role=Role.COORDINATOR)
    orders.give(faden, f"organisation:{county}", mandate)
    call.say(call.words(N_("{name} coordinates ({person})."), name=name, person=who))
