"""Sheets: lists as tables, for whoever goes on with them elsewhere (*Tabelle*).

A cell is a text, a number, a day, an instant on the region's clocks, or empty. What the
viewer may not see is not in the rows from which they are made.
"""

from __future__ import annotations

from bots.sheets.sheet import Cell, Sheet

__all__ = ["Cell", "Sheet"]
