"""The newsroom's menu: authors and topics."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Author, Topic


class AuthorViewSet(SnippetViewSet):
    """Editors see both names, so that they know whom a pseudonym stands for."""

    model = Author
    icon = "user"
    menu_label = _("Authors")
    list_display = ["name", "pseudonym", "role", LocaleColumn(), UpdatedAtColumn()]
    search_fields = ["name", "pseudonym"]
    search_backend_name = None
    copy_view_enabled = False


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["name", LocaleColumn(), UpdatedAtColumn()]
    search_fields = ["name"]
    search_backend_name = None
    copy_view_enabled = False


class NewsroomViewSetGroup(SnippetViewSetGroup):
    items = (AuthorViewSet, TopicViewSet)
    menu_label = _("Newsroom")
    menu_icon = "group"
    menu_name = "newsroom"
    menu_order = 150
