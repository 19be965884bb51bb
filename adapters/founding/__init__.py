"""Founding: what the operator sets up, from files and in the demo (*Gründung*)."""
