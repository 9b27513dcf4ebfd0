"""What Wagtail's API tells of an article: what its page shows, and never a model behind it."""

from typing import Any

from rest_framework import serializers

from .querysets import CARD_PICTURES


class BylinesField(serializers.Field):
    """Public names only: the default would follow the foreign key to the author's row."""

    def get_attribute(self, instance: Any) -> Any:
        return instance.get_bylines()

    def to_representation(self, value: Any) -> list[dict[str, str]]:
        return [{"name": line.author.name, "part": line.role, "url": line.author.url} for line in value]


class TopicsField(serializers.Field):
    """Names in the article's language."""

    def get_attribute(self, instance: Any) -> Any:
        return instance.get_topics()

    def to_representation(self, value: Any) -> list[dict[str, str]]:
        return [{"name": topic.name, "url": topic.url} for topic in value]


class PictureField(serializers.Field):
    """A rendition, as the original file may say where it was taken and by whom."""

    def to_representation(self, value: Any) -> dict[str, Any]:
        rendition = value.get_rendition(CARD_PICTURES[-1])
        return {"url": rendition.url, "width": rendition.width, "height": rendition.height}
