"""Articles, reviewed machine drafts and moderated comments for bilingual newsrooms on Wagtail."""

__version__ = "0.1.0.dev0"
