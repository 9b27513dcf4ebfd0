"""Who may do what with readers' comments: one right, to moderate, and the right to delete on top of it."""

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

from wagtail_hrnews.comments.models import ReaderComment

MODERATE = "moderate"
_RIGHTS = {"view": {MODERATE}, MODERATE: {MODERATE}, "delete": {MODERATE, "delete"}}
"""Which rights an action of Wagtail's views needs. What is not listed is for nobody, administrators included."""


class ReaderCommentPermissionPolicy(ModelPermissionPolicy):
    """Maps Wagtail's actions to our rights, so that no view of the admin offers to write in a reader's name."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        has_right = super().user_has_permission
        return action in _RIGHTS and all(has_right(user, right) for right in _RIGHTS[action])

    def users_with_any_permission(self, actions: Iterable[str]) -> Any:
        """Users who may moderate; whoever may delete is among them."""
        known = [MODERATE] if _RIGHTS.keys() & set(actions) else []
        return super().users_with_any_permission(known)


comment_policy = ReaderCommentPermissionPolicy(ReaderComment)
