from wagtail.models import Page


class HomePage(Page):
    """The front door of one language; it knows nothing of wagtail_hrnews."""
