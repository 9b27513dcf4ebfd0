"""Public URLs of this app."""

from django.urls import URLPattern, path

from .public.sitemaps import sitemap_view

urlpatterns: list[URLPattern] = [path("sitemap.xml", sitemap_view, name="hrnews_sitemap")]
