"""Differences: what ``faden audit fsck`` found, as sentences (*Abweichungen*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from adapters.audit.difference import What
from adapters.cli.marks import N_

SENTENCES: Final[Mapping[What, str]] = {
    What.DAMAGED_FILE: N_("{file} is damaged: {reason}."),
    What.UNREADABLE: N_("Table {table}, row {row} cannot be read: {reason}."),
    What.TABLES_VERSION: N_(
        "Table meta names version {found} of the tables; this program knows {known}."
    ),
    What.MISSING: N_("The log lacks the entries {position} to {last}."),
    What.TIME: N_("Entry {position} was recorded before the one in front of it."),
    What.VERSION: N_(
        "Entry {position}: version {version} of {stream} does not follow what the "
        "log holds of it before."
    ),
    What.COMMAND: N_(
        "Entry {position}: number {n} within its command does not follow the entry "
        "in front of it."
    ),
    What.NOT_CANONICAL: N_(
        "Entry {position}: its state is not in the one form in which states are "
        "written."
    ),
    What.LEAF: N_(
        "Entry {position} ({stream}): its hash is not that of what stands in it."
    ),
    What.COLUMN: N_("Entry {position}: column {column} differs from its state."),
    What.CONTENT: N_("Entry {position} says something else than its kind: {reason}."),
    What.KIND_UNKNOWN: N_(
        "Entry {position} is of the kind {kind}, which this program does not know."
    ),
    What.KIND_UNLISTED: N_("Table kind lacks {kind}, which the log holds."),
    What.KIND_UNUSED: N_("Table kind lists {kind}, which the log does not hold."),
    What.TEXT_MISSING: N_(
        "Entry {position} ({stream}): the text {field} is gone, and no entry says that "
        "it was erased."
    ),
    What.TEXT_CHANGED: N_(
        "Entry {position} ({stream}): the text {field} or its salt is not the one that "
        "was sealed."
    ),
    What.TEXT_SURPLUS: N_(
        "The vault holds a text {field} for {stream}, which no entry speaks of."
    ),
    What.TEXT_ERASED: N_(
        "Entry {position} ({stream}): the text {field} was erased, as entry {by} says, "
        "and is there all the same."
    ),
    What.TEXT_PERIOD: N_(
        "Entry {position} ({stream}): the text {field} has a period for deletion that "
        "nobody set."
    ),
    What.PERSON_MISSING: N_(
        "Entry {position}: the name of {person} is gone, and no entry says that it was "
        "erased."
    ),
    What.PERSON_SURPLUS: N_("The vault names {person}, whom no entry admitted."),
    What.PERSON_ERASED: N_(
        "The vault names {person}, who was forgotten, as entry {by} says."
    ),
    What.CHECKPOINT_MISSING: N_("The checkpoint with the number {number} is gone."),
    What.CHECKPOINT: N_("Row {number} of the checkpoints holds none: {reason}."),
    What.CHECKPOINT_SIGNATURE: N_(
        "Checkpoint {size}: its signature is not that of the key of this log."
    ),
    What.COSIGNATURE: N_(
        "What stands beside checkpoint number {number} was not signed by a witness "
        "that the log names: {key}."
    ),
    What.CHECKPOINT_ROOT: N_(
        "Checkpoint {size}: the entries up to it are not those that were signed."
    ),
    What.ANSWER_TWICE: N_(
        "Command {command} was accepted, yet table answer says that it was not."
    ),
    What.AHEAD_OF_LOG: N_(
        "Table {table}, row {row} knows more entries than the log holds."
    ),
    What.VIEW_MISSING: N_("The view {view} is not in the list of views."),
    What.VIEW_VERSION: N_(
        "The view {view} is of version {found}, this program makes {known}; it was not "
        "compared."
    ),
    What.VIEW_INDEX: N_("The table {table} of the views lacks the index {index}."),
    What.ROW_MISSING: N_(
        "The table {table} of the views lacks the row {row}, which follows from the "
        "log."
    ),
    What.ROW_SURPLUS: N_(
        "The table {table} of the views holds the row {row}, which does not follow "
        "from the log."
    ),
    What.ROW_CHANGED: N_(
        "The table {table} of the views: the row {row} is not what follows from the "
        "log."
    ),
}
MORE: Final = N_("… and {many} more of this sort.")
NEXT_VIEWS: Final = N_("What differs in views is mended by faden rebuild.")
NEXT_LOG: Final = N_(
    "Please stop Faden, keep {folder} as it is, and put back the newest backup in "
    "which faden audit fsck finds nothing."
)
