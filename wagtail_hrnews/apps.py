from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HrnewsConfig(AppConfig):
    name = "wagtail_hrnews"
    label = "wagtail_hrnews"
    verbose_name = _("Human rights news")

    def ready(self) -> None:
        from . import checks  # noqa: F401  (registers the system checks)
