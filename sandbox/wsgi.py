"""The demo as a WSGI application. It hands out static files itself: enough for a demo, not for a public site."""

import os

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sandbox.settings.all")
application = StaticFilesHandler(get_wsgi_application())
