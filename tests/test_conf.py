"""Settings are read live, over their defaults."""

from typing import Any

from wagtail_hrnews.conf import DEFAULT_COMMENTS, DEFAULT_ENGINES, KNOWN_COMMENTS_KEYS, KNOWN_KEYS, hrnews_settings


def test_conf_defaults_without_the_setting(settings: Any) -> None:
    del settings.WAGTAIL_HRNEWS
    assert hrnews_settings.ENGINES == DEFAULT_ENGINES
    assert hrnews_settings.ENGINE_ORDER == {"*": ["default"]}
    assert hrnews_settings.DRAFT_ON_PUBLISH is True
    assert hrnews_settings.KEEP_LOCAL is False
    assert hrnews_settings.FOUR_EYES is False
    assert hrnews_settings.COMMENTS == DEFAULT_COMMENTS


def test_conf_is_read_live(settings: Any) -> None:
    settings.WAGTAIL_HRNEWS = {"FOUR_EYES": True, "COMMENTS": {"MAX_LENGTH": 10}}
    assert hrnews_settings.FOUR_EYES is True
    assert hrnews_settings.COMMENTS == {**DEFAULT_COMMENTS, "MAX_LENGTH": 10}


def test_conf_of_a_wrong_type_counts_as_empty(settings: Any) -> None:
    settings.WAGTAIL_HRNEWS = "nonsense"
    assert hrnews_settings.raw == {}
    assert hrnews_settings.KEEP_LOCAL is False


def test_conf_knows_its_keys() -> None:
    assert KNOWN_KEYS == ("ENGINES", "ENGINE_ORDER", "DRAFT_ON_PUBLISH", "KEEP_LOCAL", "FOUR_EYES", "COMMENTS")
    assert tuple(DEFAULT_COMMENTS) == KNOWN_COMMENTS_KEYS
