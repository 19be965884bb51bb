"""Tests: sentences about what Faden does; the folders mirror the code."""
