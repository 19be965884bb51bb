"""Sheets: tables as files that spreadsheets open (*Tabellendateien*)."""
