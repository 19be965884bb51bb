"""Killed at any moment: what was acknowledged is there once, nothing in part."""
