"""Our views in Wagtail's admin, under ``hrnews/``."""

from django.urls import path

from .reports import DraftsReportView
from .views import DraftsView

app_name = "hrnews_translation"

urlpatterns = [
    path("drafts/<int:content_type_id>/<path:pk>/", DraftsView.as_view(), name="drafts"),
    path("report/", DraftsReportView.as_view(), name="report"),
    path("report/results/", DraftsReportView.as_view(results_only=True), name="report_results"),
]
