"""How a part of the package puts something on another part's page without importing it.

The articles app calls the hook ``construct_hrnews_article_sections(sections, request, page)``; whoever listens appends
an ``ArticleSection``. What is not installed appends nothing, so its fragments are simply absent.
"""

from typing import ClassVar, Literal

from laces.components import Component

Placement = Literal["header", "footer"]


class ArticleSection(Component):
    """A fragment of the public article page: under the byline (``header``) or after the text (``footer``)."""

    placement: ClassVar[Placement] = "footer"
    order: ClassVar[int] = 100
