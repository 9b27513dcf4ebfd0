"""Public URLs of this app."""

from django.urls import path

from wagtail_hrnews.comments import views

app_name = "wagtail_hrnews_comments"
urlpatterns = [
    path("<int:page_id>/", views.leave, name="leave"),
    path("<int:page_id>/thanks/", views.thanks, name="thanks"),
]
