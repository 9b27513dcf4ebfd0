"""The demo as a WSGI application; ``urls.py`` hands out the static files."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sandbox.settings.all")
application = get_wsgi_application()
