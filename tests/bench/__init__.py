"""Benches: each a ratio against raw SQL in the same run."""
