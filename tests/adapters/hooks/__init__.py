"""Other software is told."""
