"""Nudges: what the hour brings, in orders and in words (German: *Erinnerungen*)."""

from __future__ import annotations
