"""What the text of an article is made of.

``translatable_fields`` on a block is the same promise as on a model: what is not listed is never translated.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from .language_choices import language_choices

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript"]
_TEMPLATES = "wagtail_hrnews_articles/blocks"


class HeadingBlock(blocks.CharBlock):
    """A heading inside the text (h2)."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = f"{_TEMPLATES}/heading.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words; their original wording wins over any translation of it."""

    translatable_fields = ["text", "attribution"]

    text = blocks.TextBlock(label=_("Quotation"))
    attribution = blocks.CharBlock(required=False, label=_("Who said it"))
    original_text = blocks.TextBlock(
        required=False,
        label=_("Original wording"),
        help_text=_("If the words above are a translation: what was said, exactly. It is never translated again."),
    )
    original_language = blocks.ChoiceBlock(
        choices=language_choices, required=False, label=_("Language of the original wording")
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = f"{_TEMPLATES}/quote.html"


class PictureBlock(blocks.StructBlock):
    """A picture with its caption and the name of who made it."""

    translatable_fields = ["image", "caption"]

    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(required=False, label=_("Caption"))
    credit = blocks.CharBlock(required=False, label=_("Credit"), help_text=_("Who made it and for whom."))

    class Meta:
        icon = "image"
        label = _("Image")
        template = f"{_TEMPLATES}/picture.html"


class EmbedBlock(blocks.StructBlock):
    """A video or post elsewhere, as a link: neither the newsroom nor the reader contacts it unasked."""

    translatable_fields = ["title", "caption"]

    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(label=_("Title"), help_text=_("Says what the link leads to."))
    caption = blocks.CharBlock(required=False, label=_("Caption"))

    class Meta:
        icon = "media"
        label = _("Video or post elsewhere")
        template = f"{_TEMPLATES}/embed.html"


class DocumentBlock(blocks.StructBlock):
    """A file to download."""

    translatable_fields = ["title"]

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(required=False, label=_("Text of the link"), help_text=_("Else the document's title."))

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = f"{_TEMPLATES}/document.html"


class FactBoxBlock(blocks.StructBlock):
    """Background beside the story."""

    translatable_fields = ["title", "text"]

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        template = f"{_TEMPLATES}/fact_box.html"


class ContentWarningBlock(blocks.TextBlock):
    """Tells readers what is coming before they read it."""

    class Meta:
        icon = "warning"
        label = _("Content warning")
        template = f"{_TEMPLATES}/content_warning.html"


class ArticleBody(blocks.StreamBlock):
    """The blocks of an article's text."""

    paragraph = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Paragraphs"), icon="pilcrow")
    heading = HeadingBlock()
    quote = QuoteBlock()
    image = PictureBlock()
    fact_box = FactBoxBlock()
    content_warning = ContentWarningBlock(rows=2)
    embed = EmbedBlock()
    document = DocumentBlock()
    table = TableBlock(label=_("Table"), icon="table", template=f"{_TEMPLATES}/table.html")
