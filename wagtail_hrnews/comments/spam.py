"""Reasons to doubt that a comment is one. Pure; each reason is a short code that the moderator sees.

A reason never drops a comment: it is held, and a person decides.
"""

HONEYPOT = "honeypot"


def reasons_for_doubt(*, honeypot: str) -> list[str]:
    """Codes for a submitted comment. ``honeypot`` is the field that readers do not see: only a program fills it in."""
    return [HONEYPOT] if honeypot else []
