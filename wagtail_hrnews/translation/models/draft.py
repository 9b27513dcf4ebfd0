"""One language of one page or snippet, as far as a machine drafted it."""

from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Revision

from ..targets import base_content_type

MAX_ATTEMPTS = 6
TASK_IS_LOST = timedelta(minutes=10)
"""After so long without a worker a draft is enqueued again; a task that comes late finds nothing to do."""


class DraftQuerySet(models.QuerySet["Draft"]):
    """Questions that more than one place asks."""

    @staticmethod
    def content_type_of(instance: Any) -> Any:
        """The content type that the drafts of ``instance`` are filed under."""
        return base_content_type(type(instance))

    def for_translation(self, instance: Any) -> Self:
        """The draft, if any, that ``instance`` is the translation of, or will be: its group and its language."""
        return self.of_group(instance).filter(target_locale_id=instance.locale_id)

    def of_group(self, instance: Any) -> Self:
        """The drafts of every language of ``instance``, from whichever original."""
        return self.filter(content_type=self.content_type_of(instance), translation_key=instance.translation_key)

    def from_original(self, instance: Any) -> Self:
        """The drafts that ``instance`` is the original of."""
        return self.of_group(instance).filter(source_locale_id=instance.locale_id)

    def written(self) -> Self:
        """Drafts whose machine words stand in the target."""
        return self.filter(drafted_at__isnull=False).exclude(state=Draft.State.BY_HAND)

    def written_into(self, instance: Any) -> Self:
        """The draft, if any, whose machine words stand in this very page or snippet, or did."""
        return self.written().filter(content_type=self.content_type_of(instance), target_id=str(instance.pk))

    def waiting(self) -> Self:
        """Drafts that a person should read now."""
        return self.filter(state=Draft.State.IN_REVIEW)

    def due(self) -> Self:
        """Drafts that a worker may begin now: never begun, left by a killed worker, or due for a retry."""
        now = timezone.now()
        return self.filter(
            Q(state=Draft.State.QUEUED, next_try_at__lte=now)
            | Q(state=Draft.State.QUEUED, next_try_at=None)
            | Q(state=Draft.State.FAILED, next_try_at__lte=now)
            | Q(state=Draft.State.DRAFTING, lease_until__lt=now, attempts__lt=MAX_ATTEMPTS)
        )

    def forgotten(self) -> Self:
        """Due drafts that no task in the queue will take up: never enqueued, or so long ago that the task is lost."""
        lost = Q(enqueued_at=None) | Q(enqueued_at__lt=timezone.now() - TASK_IS_LOST)
        return self.due().filter(lost | Q(enqueued_at__lt=F("next_try_at")))

    def abandoned(self) -> Self:
        """Drafts at which worker after worker was killed: trying again would kill the next one."""
        return self.filter(state=Draft.State.DRAFTING, lease_until__lt=timezone.now(), attempts__gte=MAX_ATTEMPTS)

    def stale(self) -> Self:
        """Drafts whose original changed since the text was approved, or since it was drafted."""
        return self.written().filter(
            ~Q(text_of_source=F("source_hash")), state__in=[Draft.State.IN_REVIEW, Draft.State.APPROVED]
        )


class Draft(models.Model):
    """Unique by base content type, translation key and target language. *Stale* and *live* are derived, never stored.

    Hashes are those of ``segments.text_hash``: ``source_hash`` of the original as last published (or as asked for),
    ``text_of_source`` of the original that the target was last drafted from or approved beside, ``machine_hash`` of
    the target as the machine left it. A target whose latest text has another hash was touched by a person.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Queued")
        DRAFTING = "drafting", _("Being drafted")
        IN_REVIEW = "review", _("Waiting for review")
        APPROVED = "approved", _("Approved")
        FAILED = "failed", _("Drafting failed")
        BY_HAND = "by_hand", _("Translated by hand")

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    translation_key = models.UUIDField()
    source_locale = models.ForeignKey(
        Locale, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("from")
    )
    """Empty once that language was closed; the draft stays, so that its words stay behind the gate."""
    target_locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("into"))
    source_id = models.CharField(max_length=255)
    target_id = models.CharField(max_length=255, blank=True)
    """Primary key of the target, empty until it was first written."""
    title = models.CharField(max_length=255, blank=True, verbose_name=_("title"))
    """How the original calls itself, so that lists need no query a row."""
    state = models.CharField(max_length=20, choices=State.choices, default=State.QUEUED, verbose_name=_("state"))
    engine = models.CharField(max_length=100, blank=True, verbose_name=_("engine"))
    source_hash = models.CharField(max_length=64, blank=True)
    source_revision = models.ForeignKey(Revision, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """What was drafted from where the original is not live: its later autosaves make nothing stale."""
    text_of_source = models.CharField(max_length=64, blank=True)
    machine_hash = models.CharField(max_length=64, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    enqueued_at = models.DateTimeField(null=True, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=50, blank=True)
    """Code of the last failure (``messages.ERRORS``), never a text."""
    segment_count = models.PositiveIntegerField(default=0)
    drafted_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True, verbose_name=_("updated"))
    drafted_at = models.DateTimeField(null=True, blank=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("machine draft")
        verbose_name_plural = _("machine drafts")
        default_permissions = ()
        permissions = [("approve_translation", _("Can approve machine drafts of pages and snippets they may edit"))]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "translation_key", "target_locale"], name="hrnews_one_draft_a_language"
            )
        ]
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="hrnews_draft_state"),
            models.Index(fields=["content_type", "target_id"], name="hrnews_draft_target"),
            models.Index(fields=["content_type", "source_id"], name="hrnews_draft_source"),
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}:{self.translation_key} → {self.target_locale_id}"

    @property
    def source_language(self) -> str:
        """Code of the original's language; empty once that language was closed."""
        return self.source_locale.language_code if self.source_locale else ""

    @property
    def is_written(self) -> bool:
        """Whether the target holds (or held) this machine's words."""
        return self.drafted_at is not None and self.state != self.State.BY_HAND

    @property
    def is_stale(self) -> bool:
        """Whether the original changed since the target was drafted or approved."""
        return self.is_written and self.text_of_source != self.source_hash

    @property
    def is_being_drafted(self) -> bool:
        """Whether a worker is at it now; one whose lease ran out is taken for dead."""
        return self.state == self.State.DRAFTING and self.lease_until is not None and self.lease_until > timezone.now()

    def source(self) -> Any | None:
        """The original as it is live, else the revision that was asked for; None if it is gone."""
        found = self._find(self.source_id)
        if found is None or found.live or self.source_revision is None:
            return found
        return self.source_revision.as_object()

    def target(self) -> Any | None:
        """The target with its latest draft text; None before it was written, or after it was deleted."""
        found = self._find(self.target_id) if self.target_id else None
        return found and found.get_latest_revision_as_object()

    def _find(self, pk: str) -> Any | None:
        model = self.content_type.model_class()
        rows: Any = model._default_manager.filter(pk=pk) if model is not None else ()
        found = next(iter(rows), None)
        if found is None or getattr(found, "alias_of_id", None):
            return None
        if isinstance(found, Page):
            return found.specific if found.specific_class is not None else None  # else its type's code was removed
        return found
