"""Starts the demo (``demo.py``) or drops its data (``demo.py reset``); see ``demo_runner.py``."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (read by whatever Python there is, to say this in one line)
    found = ".".join(str(part) for part in sys.version_info[:2])
    sys.exit("The demo needs Python 3.11 or newer; this is " + found + ". PYTHON=/path/to/python names another one.")

from demo_runner import main

sys.exit(main(sys.argv[1:]))
