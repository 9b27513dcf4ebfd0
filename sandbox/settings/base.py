"""What every shape of installation shares; each shape (all, articles, …) adds its apps."""

import importlib.util
import os
import shutil
from pathlib import Path

import django

REPOSITORY = Path(__file__).resolve().parent.parent.parent
VAR = Path(os.environ.get("HRNEWS_VAR", REPOSITORY / "var"))

SECRET_KEY = "sandbox-only"  # noqa: S105  (a demo on this machine, never a public site)
DEBUG = False
ALLOWED_HOSTS = ["*"]

WAGTAIL_APPS = [
    "wagtail.contrib.table_block",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "wagtail.api.v2",
    "rest_framework",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]
SITE_APPS = ["sandbox.home"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# Where machine drafts are installed: turns a refused publication into a way back to the editor, with the reason.
TRANSLATION_MIDDLEWARE = (
    ["wagtail_hrnews.translation.middleware.ReviewRedirectMiddleware"]
    if importlib.util.find_spec("wagtail_hrnews.translation.middleware")
    else []
)

ROOT_URLCONF = "sandbox.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [REPOSITORY / "sandbox" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# A web server and a task worker write at the same time: SQLite waits its turn instead of answering "locked".
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": VAR / "db.sqlite3",
    "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": "PRAGMA journal_mode=WAL;"},
}
POSTGRESQL = {
    "ENGINE": "django.db.backends.postgresql",
    "NAME": os.environ.get("PGDATABASE", "hrnews"),
    "HOST": os.environ.get("PGHOST", ""),
    "PORT": os.environ.get("PGPORT", ""),
    "USER": os.environ.get("PGUSER", ""),
    "PASSWORD": os.environ.get("PGPASSWORD", ""),
}
DATABASES = {"default": POSTGRESQL if os.environ.get("HRNEWS_DATABASE") == "postgresql" else SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [REPOSITORY / "locale"]
USE_I18N = WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"

WAGTAIL_SITE_NAME = "The Sandbox Monitor"
WAGTAILADMIN_BASE_URL = os.environ.get("HRNEWS_BASE_URL", "http://127.0.0.1:8000")
# Wagtail would ask other servers for portraits, with a hash of each editor's e-mail address, and for news of itself.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
if django.VERSION >= (6, 1):  # which deprecates the older name
    MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

WSGI_APPLICATION = "sandbox.wsgi.application"

ENGINES = {
    "apertium": {"BACKEND": "wagtail_hrnews.translation.engines.apertium.ApertiumEngine"},
    "dummy": {"BACKEND": "wagtail_hrnews.translation.engines.dummy.DummyEngine"},
    "google": {"BACKEND": "wagtail_hrnews.translation.engines.google.GoogleEngine"},
}
ENGINE = os.environ.get("HRNEWS_ENGINE") or ("apertium" if shutil.which("apertium") else "dummy")

WAGTAIL_HRNEWS = {
    "ENGINES": {"default": ENGINES[ENGINE]},
    "COMMENTS": {"PRIVACY_URL": "/{language}/privacy/"},
}

# DEBUG is off, so that a visitor gets the real error pages; whoever runs the demo still sees what went wrong.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},
}
