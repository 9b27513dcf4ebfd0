"""Who may log in to the demo, and what each may do. For a demo on one's own machine only: the passwords are public."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.users.models import UserProfile

EDITORS, REVIEWERS, MODERATORS = "Editors", "Reviewers", "Moderators"


@dataclass(frozen=True)
class Account:
    """One login of the demo; without a group it is the superuser's."""

    username: str
    password: str
    first_name: str
    last_name: str
    group: str = ""
    language: str = "en"
    """Of the admin's menus and messages, whatever language the pages are in."""

    @property
    def email(self) -> str:
        return f"{self.username}@sandbox-monitor.example"


ACCOUNTS = (
    Account("admin", "demo-admin", "Ada", "Lindqvist-Moro"),
    Account("editor", "demo-editor", "Edda", "Marlowe-Quint", EDITORS),
    Account("reviewer", "demo-reviewer", "Remo", "Castellane", REVIEWERS),
    Account("moderator", "demo-moderator", "Mona", "Terrasol", MODERATORS),
    Account("editora", "demo-editora", "Edurne", "Valtierra-Sol", EDITORS, "es"),
    Account("revisora", "demo-revisora", "Reyes", "Almenar-Tosca", REVIEWERS, "es"),
)


def make_accounts() -> None:
    """Make every account; the groups have to be there."""
    for account in ACCOUNTS:
        user = _make_user(account)
        if account.group:
            user.groups.add(Group.objects.get(name=account.group))
        UserProfile.objects.create(user=user, preferred_language=account.language)


def make_groups(sections: Iterable[Page]) -> None:
    """Make the three groups, with rights on the trees of ``sections`` where they need pages.

    Wagtail brings groups of its own by the names Editors and Moderators, with rights on every page: they lose those.
    """
    trees = list(sections)
    editors, reviewers, moderators = (_emptied(name) for name in (EDITORS, REVIEWERS, MODERATORS))
    _allow_pages(editors, trees, ["add", "change", "publish"])
    _allow_media(editors, ["add", "change", "choose"])
    _allow(editors, "add_author", "change_author", "publish_author", "add_topic", "change_topic", "publish_topic")
    _allow_pages(reviewers, trees, ["change", "publish"])
    _allow_media(reviewers, ["choose"])
    _allow(reviewers, "change_author", "publish_author", "change_topic", "publish_topic", "approve_translation")
    _allow(moderators, "moderate_readercomment")
    for task in GroupApprovalTask.objects.all():
        task.groups.set([reviewers])


def _make_user(account: Account) -> Any:
    users = get_user_model().objects
    make = users.create_user if account.group else users.create_superuser
    names = {"first_name": account.first_name, "last_name": account.last_name}
    return make(account.username, account.email, account.password, **names)


def _emptied(name: str) -> Group:
    group, _ = Group.objects.get_or_create(name=name)
    GroupPagePermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    group.permissions.set(Permission.objects.filter(codename="access_admin"))
    return group


def _allow(group: Group, *codenames: str) -> None:
    ours = Permission.objects.filter(content_type__app_label__startswith="wagtail_hrnews")
    found = list(ours.filter(codename__in=codenames))
    if missing := set(codenames) - {permission.codename for permission in found}:
        raise LookupError(f"no such permission: {', '.join(sorted(missing))}")
    group.permissions.add(*found)


def _allow_pages(group: Group, trees: Iterable[Page], actions: Iterable[str]) -> None:
    for tree in trees:
        for action in actions:
            GroupPagePermission.objects.create(group=group, page=tree, permission=_permission(Page, action))


def _allow_media(group: Group, actions: Iterable[str]) -> None:
    everything = Collection.get_first_root_node()
    for model in (get_image_model(), apps.get_model("wagtaildocs", "Document")):
        for action in actions:
            GroupCollectionPermission.objects.create(
                group=group, collection=everything, permission=_permission(model, action)
            )


def _permission(model: type[Model], action: str) -> Permission:
    return Permission.objects.get(
        content_type__app_label=model._meta.app_label, codename=f"{action}_{model._meta.model_name}"
    )
