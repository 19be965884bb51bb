"""Files of tables, read by readers that others wrote."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from adapters.sheets import comma, workbook
from bots.sheets import Cell, Sheet

NOW = datetime(2027, 3, 17, 8, 0, tzinfo=UTC)
HOSTILE = [
    "=1+1",
    "+49 5651",
    "-5",
    "@SUM(A1)",
    "\tx",
    "\N{FULLWIDTH EQUALS SIGN}1",
    '=HYPERLINK("http://x")',
]


def sheet(*rows: tuple[Cell, ...]) -> Sheet:
    width = len(rows[0]) if rows else 1
    return Sheet(title="Zusagen: [alle]", heads=["Größe"] * width, rows=rows)


def opened(made: Sheet) -> list[list[object]]:
    """Return what a reader in Rust sees."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook.written(made, NOW)))
    return [list(row) for row in book.get_sheet_by_index(0).to_python()]


def test_text_is_utf8_with_a_mark_semicolons_and_crlf() -> None:
    written = comma.written(sheet(("Mühlau; „x“", 7, date(2027, 4, 30), None)))
    assert written.startswith(b"\xef\xbb\xbf")
    head, line, rest = written.decode("utf-8-sig").split("\r\n")
    assert head == "Größe;Größe;Größe;Größe"
    assert line == '"Mühlau; „x“";7;2027-04-30;'
    assert rest == ""


@pytest.mark.parametrize("said", HOSTILE)
def test_no_text_becomes_a_formula(said: str) -> None:
    written = comma.written(sheet((said,))).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(written), delimiter=";"))[1] == [f"'{said}"]
    assert opened(sheet((said,)))[1] == [said]
    with ZipFile(io.BytesIO(workbook.written(sheet((said,)), NOW))) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_a_number_stays_one_even_below_nothing() -> None:
    assert comma.written(sheet((-5,))).decode("utf-8-sig").split("\r\n")[1] == "-5"
    assert opened(sheet((-5,)))[1] == [-5.0]


def test_days_are_days_and_instants_instants() -> None:
    at = datetime(2027, 3, 17, 9, 30)  # noqa: DTZ001  (on the region's clocks)
    assert opened(sheet((date(2027, 4, 30), at)))[1] == [date(2027, 4, 30), at]
    assert b"2027-03-17 09:30" in comma.written(sheet((at,)))


def test_an_empty_list_has_its_heads() -> None:
    assert opened(sheet()) == [["Größe"]]
    assert comma.written(sheet()).decode("utf-8-sig") == "Größe\r\n"


def test_a_text_longer_than_a_cell_is_cut_there() -> None:
    assert opened(sheet(("x" * 40_000,)))[1] == ["x" * 32_767]


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@given(st.lists(st.tuples(texts, st.integers(-(10**6), 10**6)), min_size=1, max_size=9))
def test_whatever_is_written_is_read(rows: list[tuple[str, int]]) -> None:
    said = comma.written(sheet(*rows)).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(said, newline=""), delimiter=";"))[1:]
    assert [(row[0].removeprefix("'"), int(row[1])) for row in read] == [
        (text.removeprefix("'"), number) for text, number in rows
    ]
    assert opened(sheet(*rows))[1:] == [[text, float(number)] for text, number in rows]
