"""The table that ``make bench`` prints, with how it was measured."""

import platform
import sqlite3

import django
import wagtail

from .article import SEGMENTS
from .rounds import Way


def report(bare: Way, ours: Way) -> str:
    """The two ways, their ratio, and what was measured where."""
    width = max(len(bare.name), len(ours.name))
    lines = [
        f"An article of {SEGMENTS} segments into one language",
        "",
        f"{'':{width}}  {'median':>9}  {'fastest':>9}  {'slowest':>9}  {'queries':>7}",
        *(_row(way, width) for way in (bare, ours)),
        f"{'ratio of the medians':{width}}  {ours.median / bare.median:>9.2f}",
        "",
        f"Measured: {len(ours.seconds)} rounds of each, in turn, after one to warm up; each on an article of its own;",
        "wall-clock time, one process, the dummy engine (answers at once), an SQLite file in a temporary folder.",
        "Queries were counted in a round of their own. After each round it was checked that every segment was drafted.",
        f"Python {platform.python_version()}, Django {django.__version__}, Wagtail {wagtail.__version__}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.machine()}.",
    ]
    return "\n".join(lines)


def _row(way: Way, width: int) -> str:
    times = "  ".join(f"{1000 * value:>6.1f} ms" for value in (way.median, min(way.seconds), max(way.seconds)))
    return f"{way.name:{width}}  {times}  {way.queries:>7}"
