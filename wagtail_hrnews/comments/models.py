"""Readers' comments. Not Wagtail's ``Comment``, which is what editors write to each other in the admin."""

import swapper
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

if not apps.is_installed("wagtail_hrnews.comments"):
    # Django would file the model under another app, and the first migration would go there too.
    raise ImproperlyConfigured('Reader comments need "wagtail_hrnews.comments" in INSTALLED_APPS.')

swapper.set_app_prefix("wagtailcore", "wagtail")


class Status(models.TextChoices):
    PENDING = "pending", _("Waiting")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    SPAM = "spam", _("Spam")


class ReaderCommentQuerySet(models.QuerySet["ReaderComment"]):
    def about(self, page: Page) -> "ReaderCommentQuerySet":
        """Of the page in whatever language: the discussion is one."""
        return self.filter(translation_key=page.translation_key)

    def approved(self) -> "ReaderCommentQuerySet":
        return self.filter(status=Status.APPROVED)

    def pending(self) -> "ReaderCommentQuerySet":
        return self.filter(status=Status.PENDING)


class ReaderComment(models.Model):
    """One reader's comment: sanitised before it got here, public only while it is approved. Holds no IP address."""

    translation_key = models.UUIDField(editable=False)
    """The discussion: the page in all its languages. It stays when the page goes."""
    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("page"),
    )
    """Where it was written."""
    language = models.CharField(_("language"), max_length=16, editable=False)
    """Language code of the comment itself, for now that of the page it was written on."""
    name = models.CharField(_("name"), max_length=80)
    email = models.EmailField(_("email address"), blank=True)
    """For moderators only; on no public page, feed or API."""
    body = models.TextField(_("comment"))
    """HTML as ``wagtail_hrnews.html.clean`` returns it, and nothing else; has no cap, markup makes it longer."""
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PENDING)
    removed = models.JSONField(_("removed"), default=list, editable=False)
    """Codes of what the cleaner took out; never the markup itself."""
    doubts = models.JSONField(_("doubts"), default=list, editable=False)
    """Codes of ``spam``: why it may not be a reader's comment."""
    created_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)
    consent_at = models.DateTimeField(_("consented"), null=True, editable=False)
    """When the writer agreed to the storing; empty where a comment came by another way."""
    moderated_at = models.DateTimeField(_("decided"), null=True, editable=False)
    moderated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )

    objects = ReaderCommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")
        # Nobody adds or rewrites a reader's words in the admin, so there is no right to give for it.
        default_permissions = ("delete",)
        permissions = [("moderate_readercomment", _("Can moderate reader comments"))]
        indexes = [
            models.Index(fields=["translation_key", "status", "created_at"], name="hrnews_comment_public"),
            models.Index(fields=["status", "-created_at"], name="hrnews_comment_queue"),
            models.Index(fields=["-created_at"], name="hrnews_comment_newest"),
        ]

    def __str__(self) -> str:
        """A number and no more: Wagtail's log keeps this text for longer than the comment may live."""
        return gettext("Comment %(number)s") % {"number": self.pk}
