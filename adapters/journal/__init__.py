"""Journal: the event log, its one writer and its readers (German: *Journal*).

``store.open_store`` puts the parts together; ``architecture.md`` ("The journal")
and ``audit.md`` ("Leaf") say what they promise.
"""
