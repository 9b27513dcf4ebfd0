"""Why drafting, approving or publishing was refused.

HrnewsError
├── NotTranslatable        the model has no languages, or keeps no revisions
├── NoEngine               no engine may serve this pair of languages here
├── LeaseLost              another worker or a reviewer took the draft over
├── TranslatedByHand       a person made the translation while it was being drafted
└── ApprovalError          no approval was given
    ├── NotAllowedToApprove  the right is missing
    ├── FourEyesNeeded       who edited the draft may not approve it
    └── TextMoved            source or draft changed since the reviewer opened it

wagtail.actions.publish_revision.PublishPermissionError
└── UnapprovedText         machine words that nobody approved were about to go live
"""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_revision import PublishPermissionError

from wagtail_hrnews.exceptions import HrnewsError


class NotTranslatable(HrnewsError):
    """Only models with languages and revisions can hold a draft that nobody sees."""


class NoEngine(HrnewsError):
    """No engine is set for the pair, or only ones that would send the text away."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class LeaseLost(HrnewsError):
    """Another worker, or a reviewer, took the draft over; whoever held it writes nothing more."""


class TranslatedByHand(HrnewsError):
    """The other language came into being without us; it stays as the person wrote it."""


class ApprovalError(HrnewsError):
    """No approval was given; ``message`` is for the reviewer."""

    message: ClassVar[str | Promise] = ""


class NotAllowedToApprove(ApprovalError):
    """The user lacks ``approve_translation`` or may not edit this page or snippet."""

    message = _(
        "This is a machine draft, and you may not approve it. Your text was saved. "
        "Ask someone who may approve translations to read and publish it."
    )


class FourEyesNeeded(ApprovalError):
    """The site asks that another person than the one who edited the draft approves it."""

    message = _(
        "You edited this draft, so another person has to approve it. Your text was saved. "
        "Ask a colleague who may approve translations."
    )


class TextMoved(ApprovalError):
    """What the reviewer read is not what is stored now."""

    message = _(
        "The original or this draft changed while you were reading, so it was not approved. Your text was saved. "
        "Please read it again beside the current original, then approve it."
    )


class UnapprovedText(PublishPermissionError):
    """Machine words that nobody approved were about to go live.

    It is a ``PermissionDenied``, which Wagtail's views turn into a refusal rather than an error page. ``object`` is the
    page or snippet that was refused.
    """

    message = _(
        "This translation was drafted by machine and nobody has approved it yet, so it was not published. "
        "Read it beside the original, then choose “Approve and publish”."
    )

    def __init__(self, refused: object) -> None:
        super().__init__("unapproved machine translation")
        self.object = refused
