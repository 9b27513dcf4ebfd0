"""The whole sandbox on a database of its own (``HRNEWS_VAR`` says where), with an engine without latency."""

from sandbox.settings.all import *  # noqa: F403

WAGTAIL_HRNEWS = {"ENGINES": {"default": {"BACKEND": "wagtail_hrnews.translation.engines.dummy.DummyEngine"}}}
