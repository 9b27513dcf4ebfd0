"""Public URLs of the installed parts; include them outside ``i18n_patterns`` and before Wagtail's own.

.. code-block:: python

    path("", include("wagtail_hrnews.urls")),
"""

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = []

if apps.is_installed("wagtail_hrnews.articles"):
    urlpatterns.append(path("", include("wagtail_hrnews.articles.urls")))
if apps.is_installed("wagtail_hrnews.comments"):
    urlpatterns.append(path("reader-comments/", include("wagtail_hrnews.comments.urls")))
