"""The interface for other software: ``/api/v1`` (German: *Schnittstelle*)."""
