"""What an engine says is somebody else's text: cleaned of what no page may hold, refused where it is no translation."""

import re
from dataclasses import dataclass

from .exceptions import BadAnswer, EngineError

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ERROR_TEXT = re.compile(
    r"error \d{3} \((?:server|client)? ?error\)"
    r"|that.s an error\.\s*(?:there was an error|please try again|the requested|that.s all we know)"
    r"|mymemory warning|you used all available free translations"
    r"|is an invalid (?:source|target) language|invalid language pair specified"
    r"|query length limit exce+ded|please select two distinct languages"
    r"|our systems have detected unusual traffic|<!doctype html|<html[\s>]"
    r"|\A\s*(?:\d{3} )?(?:internal server error|bad gateway|service unavailable|gateway time-?out)\s*\Z"
    r"|\A\s*(?:429 )?too many requests\s*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One string's translation, with codes of what a reviewer should look at."""

    text: str
    flags: tuple[str, ...] = ()


def checked(answer: object) -> Answer | EngineError:
    """Make sure that there is an answer at all, without characters that break pages or databases."""
    if isinstance(answer, EngineError):
        return answer
    if isinstance(answer, str):
        answer = Answer(answer)
    if not isinstance(answer, Answer) or not isinstance(answer.text, str):
        return BadAnswer("the answer is no text")
    text = _CONTROL.sub("", answer.text)
    return Answer(text, answer.flags) if text.strip() else BadAnswer("the answer is empty")


def looks_like_an_error(answer: str, source: str) -> bool:
    """Whether ``answer`` reads like a service's error message that the original does not hold itself."""
    return bool(_ERROR_TEXT.search(answer)) and not _ERROR_TEXT.search(source)
