"""Audit: whether what is stored is still what was written (German: *Prüfung*).

The database is only read. ``audit.md`` says what the record promises.
"""
