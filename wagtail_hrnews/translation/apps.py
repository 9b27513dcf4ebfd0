from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "wagtail_hrnews.translation"
    label = "wagtail_hrnews_translation"
    verbose_name = _("Translation")
    default_auto_field = "django.db.models.BigAutoField"
