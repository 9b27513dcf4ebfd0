"""Find web and e-mail addresses in running text."""

import re

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[\w-]+\.)+(?:org|com|net|edu|gov|info)\b(?:/\S*)?",
    re.IGNORECASE,
)
_PUNCTUATION = ".,;:!?)]}'\u2019…»”"


def addresses(text: str) -> frozenset[str]:
    """The addresses in ``text``, without the punctuation that ends their sentence."""
    return frozenset(address.rstrip(_PUNCTUATION) for address in _ADDRESS.findall(text))


def without_addresses(text: str) -> str:
    """The text with a blank in the place of each address."""
    return _ADDRESS.sub(" ", text)
