"""``faden audit diff``: what changed between two days (*Vergleich*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from adapters.cli.call import Call
from adapters.cli.helping import Command
from adapters.cli.looking import Look, looking, stand
from adapters.cli.marks import N_
from adapters.cli.types import as_json, data, of_person

if TYPE_CHECKING:
    from adapters.comparing import Comparison
    from projections.comparing import Scope


@click.command(
    cls=Command,
    help=N_(
        "Print what changed between two days, and the proof that nothing before "
        "was.\n\n"
        "Each date is a day, or the number of an entry. With --as it is printed as "
        "that person may see it."
    ),
)
@click.argument("old", metavar="DATE")
@click.argument("new", metavar="DATE")
@click.option("--forum", metavar="FORUM", help=N_("Only of this forum."))
@click.option("--org", metavar="ORG", help=N_("Only what concerns this organisation."))
@of_person
@as_json
@data
@click.pass_obj
def diff(  # noqa: PLR0913  (the options of the command)
    call: Call,
    *,
    old: str,
    new: str,
    forum: str | None,
    org: str | None,
    person: str | None,
    as_json: bool,
    data: str | None,
) -> None:
    """Print the differences."""
    from adapters.cli.printing import told
    from adapters.cli.recorded import blaming
    from adapters.comparing import compare

    with looking(call, data, person, None) as look:
        faden, speech = look.faden, look.speech
        first, last = stand(faden, speech, old), stand(faden, speech, new)
        scope = _scope(look, forum, org)
        with blaming(faden.store.folder):
            found = compare(faden, look.viewer, first, last, scope)
        if as_json:
            call.say(told(_record(found)))
            return
        for line in _lines(found, look):
            call.say(line)


def _scope(look: Look, forum: str | None, org: str | None) -> Scope:
    from adapters.cli import finding
    from projections.comparing import Scope

    with look.faden.reading() as db:
        return Scope(
            forum=None if forum is None else finding.forum(db, forum).forum,
            org=None if org is None else finding.organisation(db, org).org,
        )


def _lines(found: Comparison, look: Look) -> Iterator[str]:
    from bots.comparisons import NAMES, continued, standing, wording

    speech = look.speech
    days = (found.old.day, found.new.day)
    yield " → ".join(speech.day(day) for day in days)
    for change in found.changes:
        what = ", ".join(speech.words(NAMES[one]) for one in change.what)
        yield f"{change.ref:<6}{what}: {wording(change.after, speech)}"
        states = (standing(one, speech) for one in (change.before, change.after))
        yield f"{'':6}{' → '.join(states)}"
    if not found.changes:
        yield speech.words(N_("Nothing changed."))
    yield continued(found.continued.before, found.continued.after, speech)


def _record(found: Comparison) -> dict[str, object]:
    proved = found.continued
    return {
        "old": {"day": found.old.day, "entry": found.old.position},
        "new": {"day": found.new.day, "entry": found.new.position},
        "changes": found.changes,
        "consistency": {
            "old": proved.before.root.hex(),
            "new": proved.after.root.hex(),
            "proof": [each.hex() for each in proved.hashes],
            "holds": proved.holds,
        },
    }
