"""The form that readers fill in. It needs no script, no cookie and no token: the page around it may be cached."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wagtail_hrnews import html
from wagtail_hrnews.conf import hrnews_settings

PREFIX = "hrnews-comment"


class ReaderCommentForm(forms.Form):
    """Checks what can be checked before cleaning; the text stays raw, ``leave_comment`` cleans it."""

    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your name, or the name that you want to be shown.")},
    )
    email = forms.EmailField(
        label=_("Email address"),
        help_text=_("Your email address will not be published."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Enter your email address."),
            "invalid": _("Enter an email address like name@example.org."),
        },
    )
    text = forms.CharField(
        label=_("Comment"),
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Write your comment.")},
    )
    consent = forms.BooleanField(
        label=_("I agree that my name, email address and comment are stored so that the comment can be moderated."),
        error_messages={"required": _("To send a comment, agree that it is stored.")},
    )
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id=f"{PREFIX}-%s", label_suffix="")
        # A property of the site, read live. No maxlength: browsers would cut a pasted text without a word.
        self.fields["email"].required = hrnews_settings.COMMENTS["EMAIL_REQUIRED"]
        self.fields["text"].help_text = ngettext(
            "At most %(limit)d character. Simple markup such as <em>, <blockquote> and links is kept.",
            "At most %(limit)d characters. Simple markup such as <em>, <blockquote> and links is kept.",
            html.max_length(),
        ) % {"limit": html.max_length()}

    def clean_name(self) -> str:
        """One line of visible characters: it stands in lists, and mails may come to carry it."""
        name = " ".join(html.without_controls(self.cleaned_data["name"]).split())
        if not html.is_readable(name):
            raise ValidationError(self.fields["name"].error_messages["required"])
        return name

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        length = len(html.normalise_newlines(text))
        if length > html.max_length():
            raise ValidationError(too_long(length))
        return text


def too_long(length: int) -> str:
    """The message for a text over the cap."""
    return _g("Your comment has %(length)d characters; shorten it to %(limit)d or fewer.") % {
        "length": length,
        "limit": html.max_length(),
    }
