"""Times the machine draft of an article against Wagtail's own bare copy of it: ``make bench``.

No engine is timed: the dummy answers at once, so what is left is our own work and the database's.
"""
