"""Health: how a region does, for whoever watches or runs it (*Zustand*).

``state`` says whether it can serve, ``figures`` counts and measures, ``doctor``
examines everything that is set up and names what to do.
"""
