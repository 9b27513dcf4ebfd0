from django.db import models
from django.utils.translation import gettext_lazy as _

from .draft import Draft


class Segment(models.Model):
    """What an engine answered for one segment of a draft; stored as it arrives, so that nothing is asked for twice.

    ``source`` and ``text`` are ``str(InlineText)``: escaped text with numbered marks. ``source_hash`` is
    ``TextSegment.hash`` of the source.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="segments")
    path = models.CharField(max_length=500)
    source_hash = models.CharField(max_length=64)
    source = models.TextField()
    text = models.TextField()
    provenance = models.CharField(max_length=100, verbose_name=_("engine"))
    """Alias of the engine that gave ``text``; empty where there were no words to translate."""
    flags = models.JSONField(default=list)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["draft", "path"], name="hrnews_one_segment_a_path")]

    def __str__(self) -> str:
        return f"{self.draft_id}:{self.path}"
