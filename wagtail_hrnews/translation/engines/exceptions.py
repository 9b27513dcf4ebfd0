"""What can go wrong between us and an engine.

EngineError
├── EngineUnavailable        it cannot be reached, started or has crashed     retry
│   └── EngineTimeout        no answer before the deadline                    retry
├── RateLimited              it asks for a pause (``retry_after`` seconds)    retry
├── BadAnswer                it answered, but not with a translation          retry
├── TextTooLong              over the engine's limit for one text             no retry
├── QuotaExceeded            what was paid for is used up                     no retry
├── NotAuthorised            key missing or refused                           no retry
├── EngineNotInstalled       program or package missing on this server        no retry
├── EngineMisconfigured      the site's settings name no such engine          no retry
└── LanguageNotSupported     not this pair of languages                       no retry

The messages are for logs and developers: they hold no text of an article, no answer and no key. What an editor reads
comes from ``code`` (``translation/messages.py``).
"""

from typing import ClassVar

from wagtail_hrnews.exceptions import HrnewsError


class EngineError(HrnewsError):
    """An engine gave no usable answer."""

    code: ClassVar[str] = "engine"
    retryable: ClassVar[bool] = False


class EngineUnavailable(EngineError):
    """It cannot be reached or started, or died while working."""

    code = "unavailable"
    retryable = True


class EngineTimeout(EngineUnavailable):
    """It gave no answer before the deadline."""

    code = "timeout"


class RateLimited(EngineError):
    """It asks for a pause."""

    code = "rate-limited"
    retryable = True

    def __init__(self, message: str = "", retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class BadAnswer(EngineError):
    """It answered with something that is not a translation: an error page, nothing, damaged markup."""

    code = "bad-answer"
    retryable = True


class TextTooLong(EngineError):
    """One text is longer than the engine takes; another engine, or shorter paragraphs, may do."""

    code = "too-long"


class QuotaExceeded(EngineError):
    """The quota is used up; only the site owner can mend it."""

    code = "quota"


class NotAuthorised(EngineError):
    """The key is missing or was refused."""

    code = "not-authorised"


class EngineNotInstalled(EngineError):
    """A program or package that the engine needs is not on this server."""

    code = "not-installed"


class EngineMisconfigured(EngineError):
    """``WAGTAIL_HRNEWS["ENGINES"]`` names a class that cannot be imported, is no engine or takes other options."""

    code = "misconfigured"


class LanguageNotSupported(EngineError):
    """The engine does not translate between these two languages."""

    code = "language"
