"""Comma: a table as text, the way spreadsheets here expect it (CSV).

UTF-8 with a mark at its beginning, semicolons, CRLF, days as 2027-04-30. A text that a
spreadsheet would run as a formula gets an apostrophe before it, which keeps it a text.
Source: OWASP, "CSV Injection".
"""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Final

from bots.sheets import Cell, Sheet

CONTENT_TYPE: Final = "text/csv"
_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001  (full width ones count, too)


def written(sheet: Sheet) -> bytes:
    """Return the file."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";")
    rows.writerow([_shown(head) for head in sheet.heads])
    rows.writerows([_shown(cell) for cell in row] for row in sheet.rows)
    return (_MARK + out.getvalue()).encode()


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.startswith(_FORMULAS) else cell
        case datetime():
            return cell.isoformat(" ", "minutes")
        case _:
            return str(cell)
