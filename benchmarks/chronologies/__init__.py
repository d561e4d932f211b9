"""Invented cases with their truth: agencies' chronologies as untidy as real ones, from a seed.

``invent.invent(seed)`` makes up a case, ``write.write_case`` puts it into files with a truth.json of the form that
the example case has, ``score`` measures what a reader and its findings make of such a folder. The wordings stand in
``banks/``.
"""
