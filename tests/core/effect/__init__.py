"""Tests of the effect function: properties, an oracle, and mutants."""
