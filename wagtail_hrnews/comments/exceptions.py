"""What can go wrong with a comment, one class for each thing that a caller can tell apart.

HrnewsError
├── wagtail_hrnews.html.TextTooLong   over the cap
└── EmptyComment                      nothing was left to read
"""

from wagtail_hrnews.exceptions import HrnewsError


class EmptyComment(HrnewsError):
    """After cleaning there is nothing that a person could read."""
