"""The audit codes of ``wagtail_hrnews.html`` and ``spam`` in words, for moderators. Pure."""

from collections.abc import Iterable

from django.utils.translation import gettext as _


def describe(codes: Iterable[str]) -> list[str]:
    """A sentence's part for each code. An unknown code, as of a later version, stands for itself."""
    return [_describe(code) for code in codes]


def _describe(code: str) -> str:
    kind, _colon, what = code.partition(":")
    fixed = {
        "tag:script": _("a script"),
        "tag:style": _("a style sheet"),
        "tag:other": _("markup that comments may not use"),
        "attribute:event": _("an event handler, which would have run a script"),
        "attribute:style": _("a style"),
        "attribute:other": _("an attribute that comments may not use"),
        "link:other": _("a link that leads to no web or email address"),
        "comment": _("a hidden remark in the markup"),
        "characters": _("invisible characters"),
        "honeypot": _("a field was filled in that readers do not see"),
    }
    if code in fixed:
        return fixed[code]
    if kind == "tag":
        return _("markup: %(tag)s") % {"tag": what}
    return _("a link of the kind “%(scheme)s:”") % {"scheme": what} if kind == "link" else code
