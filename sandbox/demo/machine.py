"""Machine drafts in each state, made by the site's engine and by people, through the use cases that the admin calls.

No transaction here: an engine may take its time. Each step looks at what is there already, so that a run that was cut
short goes on where it ended.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test.utils import override_settings
from wagtail.models import Locale

from wagtail_hrnews.articles.models import ArticlePage
from wagtail_hrnews.translation import drafting, reviewing
from wagtail_hrnews.translation.models import Draft
from wagtail_hrnews.translation.requesting import request_drafts

from .blocks import identity, raw_block, raw_body
from .content import LANGUAGES, load
from .stories import story_key

Story = dict[str, Any]
SPENT = {"BACKEND": "sandbox.demo.engines.SpentEngine"}


def make_machine_draft(key: str, story: Story) -> None:
    """Bring the draft of one story into the state that the demo shows of it."""
    for step in STEPS[story["machine"]]:
        step(key, story)


def _ask(key: str, story: Story) -> None:
    """Have it drafted by the engine that the site uses."""
    editor = get_user_model().objects.get(username="editor")
    target = Locale.objects.get(language_code=_target_language(story))
    for draft in request_drafts(_original(key, story), locales=[target], user=editor):
        drafting.draft(draft.pk)


def _ask_in_vain(key: str, story: Story) -> None:
    """Have it drafted by an engine whose quota is used up; trying again in the admin uses the site's own engine."""
    broken = {**settings.WAGTAIL_HRNEWS, "ENGINES": {"default": SPENT}, "ENGINE_ORDER": {"*": ["default"]}}
    with override_settings(WAGTAIL_HRNEWS=broken):
        _ask(key, story)


def _approve(key: str, story: Story) -> None:
    """Do as the reviewer does: open it, mend it, approve and publish in one act."""
    draft = _draft(key, story)
    target = draft.target()
    if draft.state != Draft.State.IN_REVIEW or target is None:
        return
    reviewer = get_user_model().objects.get(username="reviewer")
    shown = reviewing.shown_now(draft, target)
    _mend(target, key, story["mended"], _target_language(story))
    revision = target.save_revision(user=reviewer, log_action=True)
    reviewing.approve(draft, target, reviewer, shown)
    revision.publish(user=reviewer)


def _mend(target: ArticlePage, key: str, words: dict[str, Any], code: str) -> None:
    target.title, target.draft_title, target.slug = words["headline"], words["headline"], words["slug"]
    target.standfirst, target.dateline = words["standfirst"], words["dateline"]
    target.lead_image_alt, target.lead_image_caption = words["picture_alt"], words["picture_caption"]
    target.body = raw_body(key, words["body"], load("site")[code]["sample"])


def _go_on_writing(key: str, story: Story) -> None:
    """Add a paragraph to the original and publish it: the approved translation is behind now."""
    original = _original(key, story)
    name = identity(key, "later")
    if any(block["id"] == name for block in original.body.raw_data):
        return
    body = list(original.body.get_prep_value())
    original.body = [*body[:-1], raw_block(name, {"p": story["later"]["paragraph"]}), body[-1]]
    editor = get_user_model().objects.get(username="editor")
    original.save_revision(user=editor, log_action=True).publish(user=editor)
    drafting.draft(_draft(key, story).pk)


def _original(key: str, story: Story) -> ArticlePage:
    return ArticlePage.objects.get(translation_key=story_key(key), locale__language_code=story["original"])


def _draft(key: str, story: Story) -> Draft:
    return Draft.objects.from_original(_original(key, story)).get()


def _target_language(story: Story) -> str:
    return next(code for code in LANGUAGES if code != story["original"])


STEPS: dict[str, tuple[Callable[[str, Story], None], ...]] = {
    "waiting": (_ask,),
    "failed": (_ask_in_vain,),
    "approved": (_ask, _approve),
    "stale": (_ask, _approve, _go_on_writing),
}
