"""Workbook: a table as a file for Excel and its like (XLSX).

Days are days and numbers numbers; a text is never a formula or a link.
"""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from bots.sheets import Cell, Sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

CONTENT_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)
_LONGEST: Final = 32_767  # characters that a cell takes
_NAME: Final = 31  # characters of a sheet's name
_UNFIT: Final = re.compile(r"[\[\]:*?/\\']")
_WIDEST: Final = 60  # characters
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def written(sheet: Sheet, made: datetime) -> bytes:
    """Return the file; ``made`` is when."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    book.set_properties({"title": sheet.title, "created": made.replace(tzinfo=None)})
    page = book.add_worksheet(_UNFIT.sub(" ", sheet.title)[:_NAME])
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    forms = {
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"}),
        date: book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        str: book.add_format({"text_wrap": True, "valign": "top"}),
        int: book.add_format({"valign": "top"}),
    }
    for column, head in enumerate(sheet.heads):
        page.write_string(0, column, head, bold)
        page.set_column(column, column, _width(sheet, column))
    for n, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            _put(page, n, column, cell, forms)
    page.freeze_panes(1, 1)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    book.close()
    return out.getvalue()


def _put(
    page: Worksheet, row: int, column: int, cell: Cell, forms: dict[type, Any]
) -> None:
    match cell:
        case None:
            return
        case str():
            page.write_string(row, column, cell[:_LONGEST], forms[str])
        case datetime():
            page.write_datetime(row, column, cell, forms[datetime])
        case date():
            page.write_datetime(row, column, cell, forms[date])
        case _:
            page.write_number(row, column, cell, forms[int])


def _width(sheet: Sheet, column: int) -> int:
    cells = [str(row[column] or "") for row in sheet.rows]
    longest = max(map(len, [sheet.heads[column], *cells]))
    return min(max(longest, 8) + 2, _WIDEST)
