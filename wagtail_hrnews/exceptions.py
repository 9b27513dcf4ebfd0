"""The root of every exception that this package raises.

HrnewsError
├── html.TextTooLong                 a reader's text is over the cap
├── translation.engines.EngineError  an engine gave no usable answer
└── translation.exceptions           drafting, approval and publishing refused
"""


class HrnewsError(Exception):
    """Root of the package's exceptions; catch it to catch them all."""
