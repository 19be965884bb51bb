"""Backup: everything that must not be lost, in one file (German: *Sicherung*).

::

    log, vault, office --written, read again--> file
                       <------read, compared--- file

The file is the same whatever database the region lies on, so it may be put back on
the other one as well. Views are not in it, they are built anew; neither is the key of
the log, nor what lets somebody in (sessions, one-time links and codes).
"""
