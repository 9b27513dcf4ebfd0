"""What a check is: a pure question to a text and its translation."""

from abc import ABC, abstractmethod
from typing import ClassVar

from wagtail_hrnews.translation.inline import InlineText


class Check(ABC):
    """Looks for one kind of defect. It would rather miss one than teach reviewers to ignore its flag."""

    code: ClassVar[str]
    """Stored with the segment; what a reviewer reads is made from it elsewhere."""
    blocking: ClassVar[bool] = False
    """True: the text is surely damaged, and should not be approved before somebody looked at this very flag."""

    @abstractmethod
    def check(self, source: InlineText, target: InlineText, source_language: str, target_language: str) -> bool:
        """Return True to raise the flag."""
