"""Audit: whether what is stored is still what was written (German: *Prüfung*).

It reads only. ``audit.md`` says what the record promises.
"""
