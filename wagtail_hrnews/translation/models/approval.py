from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .draft import Draft


class Approval(models.Model):
    """A person read this text beside that source, and took the responsibility. Rows are never changed.

    Bound to both hashes (``segments.text_hash``): another text, or another source, needs another approval.
    ``snapshot`` keeps what was read as evidence: ``[[path, source, text], …]``. The revision's id only informs.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="approvals")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False, verbose_name=_("approved"))
    source_hash = models.CharField(max_length=64)
    target_hash = models.CharField(max_length=64)
    snapshot = models.JSONField(default=list)
    dismissed = models.JSONField(default=list)
    """Flags that stood open when it was approved: ``[{"path": …, "flag": …, "reason": …}, …]``."""
    revision_id = models.PositiveBigIntegerField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["draft", "target_hash", "source_hash"], name="hrnews_approval_hashes")]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.created_at:%Y-%m-%d %H:%M}"
