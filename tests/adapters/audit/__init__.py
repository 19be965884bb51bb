"""Tests of the checks of the record."""
