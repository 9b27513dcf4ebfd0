"""People who write, some of whom must not be named."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, TranslatableMixin, WorkflowMixin
from wagtail.search import index

from wagtail_hrnews.articles.bylines import PublicAuthor, tells_name

from .topics import UniqueSlugInLocale

BIO_FEATURES = ["bold", "italic", "link"]
HIDDEN_ELSEWHERE = _(
    "This author has a pseudonym in another language. The address is public: take the real name out of it."
)


class Author(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    UniqueSlugInLocale,
    index.Indexed,
    ClusterableModel,
):
    """Someone who is named above an article, with a page and a feed in each language.

    With a pseudonym, nothing but ``public_name`` and ``public_slug``, ``role`` and ``bio`` may leave the admin.
    ``__str__`` gives the public name as well, so that a template, a mail or a log entry cannot give the real one away.
    A pseudonym in one language hides the person in all: an editor sets it once, and translations are rows of their own,
    some of them unpublished or with drafts from before.
    """

    name = models.CharField(
        _("name"), max_length=120, help_text=_("Shown publicly, unless a pseudonym is given below.")
    )
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        allow_unicode=True,
        help_text=_(
            "The part of the author page's address. It is public: with a pseudonym it must not hold the real name."
        ),
    )
    pseudonym = models.CharField(
        _("pseudonym"),
        max_length=120,
        blank=True,
        help_text=_(
            "For people at risk. Readers then see this name only; the real name, the photo and the website stay inside "
            "the admin. Keep the role and the biography free of anything that gives the person away."
        ),
    )
    role = models.CharField(
        _("role"), max_length=160, blank=True, help_text=_("For example “Reporter, Central America”.")
    )
    bio = RichTextField(
        _("biography"), blank=True, features=BIO_FEATURES, help_text=_("Two or three sentences, shown under articles.")
    )
    photo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    website = models.URLField(_("website"), blank=True)

    translatable_fields = ["role", "bio"]
    shown_with = ("locale", "photo")
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("pseudonym"),
        index.AutocompleteField("pseudonym"),
        index.FilterField("locale"),
        index.FilterField("translation_key"),
    ]
    panels = [
        MultiFieldPanel(
            [
                TitleFieldPanel("name", targets=["slug"], placeholder=False),
                FieldPanel("pseudonym"),
                FieldPanel("slug", widget=SlugInput),
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [FieldPanel("role"), FieldPanel("bio"), FieldPanel("photo"), FieldPanel("website")],
            heading=_("About this author"),
        ),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="hrnews_author_slug_in_locale")]

    def __str__(self) -> str:
        return self.public_name

    @cached_property
    def translation_group(self) -> "list[Author]":
        """The author's rows in all languages, published or not, the oldest first; lists set it beforehand."""
        rows: Any = type(self)._default_manager
        return list(rows.filter(translation_key=self.translation_key).order_by("pk"))

    @property
    def public_name(self) -> str:
        """The only name that readers, feeds, APIs and mails may see."""
        return self.pseudonym or next(iter(self._pseudonyms), self.name)

    @property
    def public_slug(self) -> str:
        """What may stand in an address: behind a pseudonym a slug without the real name, or an empty string."""
        if not self._is_hidden:
            return self.slug
        slugs = [self.slug, *(row.slug for row in self._others if row.live)]
        return next((slug for slug in slugs if not self._tells_name(slug)), "")

    @property
    def public_photo(self) -> Any:
        """The photo, or None for an author behind a pseudonym."""
        return None if self._is_hidden else self.photo

    @property
    def public_website(self) -> str:
        """The website, or an empty string for an author behind a pseudonym."""
        return "" if self._is_hidden else self.website

    def as_public(self, index: Any) -> PublicAuthor:
        """What readers may know; ``index`` is the news index that holds the author's page, or None."""
        slug = self.public_slug
        return PublicAuthor(
            name=self.public_name,
            language=self.locale.language_code,
            slug=slug,
            role=self.role,
            bio=self.bio,
            photo=self.public_photo,
            website=self.public_website,
            url=index.route_url("author", slug) if index and slug else "",
            feed_url=index.route_url("author_feed", slug) if index and slug else "",
        )

    def clean(self) -> None:
        super().clean()
        self.__dict__.pop("translation_group", None)
        if not self._is_hidden or not self._tells_name(self.slug):
            return
        if self.pseudonym:
            raise ValidationError({"slug": _("The address is public: take the real name out of it.")})
        raise ValidationError({"slug": HIDDEN_ELSEWHERE})

    @property
    def _others(self) -> "list[Author]":
        return [row for row in self.translation_group if row.pk != self.pk]

    @property
    def _pseudonyms(self) -> list[str]:
        return [row.pseudonym for row in (self, *self._others) if row.pseudonym]

    @property
    def _is_hidden(self) -> bool:
        return bool(self.pseudonym or self._pseudonyms)

    def _tells_name(self, slug: str) -> bool:
        names = [row.name for row in (self, *self._others)]
        return tells_name(slug, names, self._pseudonyms)
