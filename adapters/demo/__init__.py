"""Demo: a story in the invented county Auenland (German: *Vorführung*).

The story is told to the real conversation, line by line, by a clock that is set
to the eight weeks before today. Nothing in it is a real municipality.
"""

from __future__ import annotations

from adapters.demo.county import REGION
from adapters.demo.player import StoryClock, fill

__all__ = ["REGION", "StoryClock", "fill"]
