"""Chronicle: what happened, told in one sentence each (German: *Verlauf*)."""
