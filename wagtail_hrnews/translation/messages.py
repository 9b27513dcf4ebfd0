"""What an editor reads for the codes of errors and flags. Codes are stored, texts never."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ERRORS: dict[str, str | Promise] = {
    "unavailable": _("The translation engine could not be reached. It will be tried again by itself."),
    "timeout": _("The translation engine did not answer in time. It will be tried again by itself."),
    "rate-limited": _("The translation engine asks for a pause. It will be tried again by itself."),
    "bad-answer": _("The translation engine gave no usable answer. It will be tried again by itself."),
    "too-long": _("A passage is too long for the translation engine. Split it in the original."),
    "quota": _("The translation engine's quota is used up. Ask the site's administrator."),
    "not-authorised": _("The translation engine refused the key. Ask the site's administrator."),
    "not-installed": _("The translation engine is not installed on this server. Ask the site's administrator."),
    "misconfigured": _("The translation engine is set up wrongly. Ask the site's administrator."),
    "language": _("The translation engine does not know this pair of languages. Ask the site's administrator."),
    "no-engine": _("No translation engine is set for this pair of languages. Ask the site's administrator."),
    "only-web": _(
        "Only engines that send the text to another server are set for this pair of languages, and this text must not "
        "leave the server. Publish the original first, or ask the site's administrator."
    ),
    "internal": _("Drafting failed for a reason that is in the server's log. Ask the site's administrator."),
    "abandoned": _("Drafting was broken off again and again. Ask the site's administrator."),
    "source-gone": _("The original no longer exists."),
}
ERROR_UNKNOWN = _("Drafting failed. Try again, or ask the site's administrator.")

FLAGS: dict[str, str | Promise] = {
    "markup": _("Bold text or links had to be placed anew: check where they stand."),
    "unknown-words": _("The engine left words that it does not know as they were."),
    "numbers": _("The numbers differ from the original."),
    "number-format": _("Numbers are not written as they are in this language."),
    "links": _("A link or bold text of the original is missing."),
    "addresses": _("A web or e-mail address of the original is missing or changed."),
    "same-as-source": _("The text is the same as the original."),
    "empty": _("The text is empty."),
    "leftovers": _("Signs that were given to the engine as placeholders are left in the text."),
    "engine-error-text": _("The text looks like an error message of the engine."),
    "too-long": _("The translation is too long for this field and was cut at a word."),
}
FLAG_UNKNOWN = _("Check this text beside the original.")


def error_message(code: str) -> str:
    """The sentence for an error code, in the active language."""
    return str(ERRORS.get(code, ERROR_UNKNOWN))


def flag_message(code: str) -> str:
    """The sentence for a flag, in the active language."""
    return str(FLAGS.get(code, FLAG_UNKNOWN))
