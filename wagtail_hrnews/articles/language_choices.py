"""Languages that a source or a quotation may have: more than a site publishes in, and more than Django knows of.

Newsrooms of the Americas quote people in languages that software seldom lists, so the commonest are added here.
"""

from django.conf import global_settings
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_languages

MORE_LANGUAGES = (
    ("ay", _("Aymara")),
    ("cak", _("Kaqchikel")),
    ("gn", _("Guarani")),
    ("kek", _("Q'eqchi'")),
    ("mam", _("Mam")),
    ("miq", _("Miskito")),
    ("nah", _("Nahuatl")),
    ("qu", _("Quechua")),
    ("quc", _("K'iche'")),
    ("tzo", _("Tzotzil")),
    ("yua", _("Yucatec Maya")),
)


def language_choices() -> list[tuple[str, str]]:
    """Choices for a form: the site's own languages first, then the others by code, none twice."""
    names = {code: str(_(name)) for code, name in global_settings.LANGUAGES}
    names.update((code, str(name)) for code, name in MORE_LANGUAGES)
    own = {code: names.pop(code, name) for code, name in get_content_languages().items()}
    return [*own.items(), *sorted(names.items(), key=lambda item: item[1])]
