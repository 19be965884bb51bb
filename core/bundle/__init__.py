"""Bundle: a part of the record in one file, for whoever trusts nobody (*Prüfdatei*).

Source: ``audit.md``, section "Bundle and verifier". A line is canonical JSON::

    {"bundle":2,"key":…,"keys":[{"entry":…,"key":…}…],"origin":…,"scope":…,
     "size":…,"texts":…,"witnesses":[…]}
    {"checkpoint":<signed note>,"consistency":[<hash>…]}   rising; the last has all
    {"entry":1,"header":{…},"state":{…}}                   a leaf, disclosed
    {"entry":1,"field":…,"salt":…,"text":…}                a text that was sealed in it
    {"entry":2,"hash":…}                                   a leaf, withheld
    {"checkpoint":…,"consistency":[…]}                     a later one, if need be
    {"entry":80,"header":…,"inclusion":[…],"state":…}      what explains, from later on
    {"end":<SHA-256 of all lines before>,"lines":…}

``scope`` is ``full`` (every entry is disclosed), ``public`` (some are withheld) or
``part``: there a leaf brings its ``inclusion`` proof in the last checkpoint. Entries
count from 1, hashes are hexadecimal. ``key`` signed the first checkpoint, ``keys`` are
those that took its place, each with the entry that announces it; format 1 knows no
``keys``. ``canonical`` reads lines, ``leaf`` what a line says of an entry, ``judge``
decides, ``kept`` reads what somebody kept of an earlier day.
"""
