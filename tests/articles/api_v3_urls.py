"""The sandbox's URLs with Wagtail's API v3 beside them."""

from django.urls import path
from wagtail.api.v3.urls import api

from sandbox.urls import urlpatterns as sandbox_urls

urlpatterns = [path("api/v3/", api.urls), *sandbox_urls]
