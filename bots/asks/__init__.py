"""Asks in words: drafting one, reading answers, cards, forms and results (*Abfragen*).

::

    line --drafting--> questions --echo--> opened
    opened --card, form--> line --reading--> values
"""
