"""Pictures for shared links and search engines."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from wagtail.images.models import SourceImageIOError

SHAPES = (
    "fill-1200x675|format-webp",
    "fill-1200x900|format-webp",
    "fill-1200x1200|format-webp",
)
"""16:9, 4:3 and 1:1, as search engines ask for; the first is the one for shared links."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendition with an absolute URL."""

    url: str
    width: int
    height: int
    alt: str = ""


def pictures_of(image: Any, base_url: str, alt: str = "") -> list[Picture]:
    """The shapes of a picture; none where its file is lost, as a page without picture beats no page.

    None of a drawing (SVG) either: search engines and shared links take none.
    """
    if image is None or image.is_svg():
        return []
    try:
        renditions = image.get_renditions(*SHAPES).values()
    except SourceImageIOError:
        return []
    return [Picture(urljoin(base_url, item.url), item.width, item.height, alt) for item in renditions]


def picture_for_api(image: Any) -> dict[str, Any] | None:
    """The first shape in plain types; None without a picture or with its file lost."""
    shapes = pictures_of(image, "")
    return {"url": shapes[0].url, "width": shapes[0].width, "height": shapes[0].height} if shapes else None
