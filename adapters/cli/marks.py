"""Marks: sentences for the catalogue, named where loading it would cost time."""

from __future__ import annotations


def N_(sentence: str) -> str:  # noqa: N802  (gettext's usual name)
    """Mark ``sentence`` for translation where it is only kept."""
    return sentence
