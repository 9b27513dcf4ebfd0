import django.db.models.deletion
import django.utils.timezone
import swapper
from django.conf import settings
from django.db import migrations, models

# As Wagtail 8 does itself; 7.4 knows neither the prefix nor the setting.
swapper.set_app_prefix("wagtailcore", "wagtail")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("wagtailcore", "0094_alter_page_locale"),
        swapper.dependency("wagtailcore", "Page"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReaderComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("translation_key", models.UUIDField(editable=False)),
                ("language", models.CharField(editable=False, max_length=16, verbose_name="language")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                ("body", models.TextField(verbose_name="comment")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pending", "Waiting"),
                            ("approved", "Approved"),
                            ("rejected", "Rejected"),
                            ("spam", "Spam"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("removed", models.JSONField(default=list, editable=False, verbose_name="removed")),
                ("doubts", models.JSONField(default=list, editable=False, verbose_name="doubts")),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="received"),
                ),
                ("consent_at", models.DateTimeField(editable=False, null=True, verbose_name="consented")),
                ("moderated_at", models.DateTimeField(editable=False, null=True, verbose_name="decided")),
                (
                    "moderated_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=swapper.get_model_name("wagtailcore", "Page"),
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "reader comment",
                "verbose_name_plural": "reader comments",
                "permissions": [("moderate_readercomment", "Can moderate reader comments")],
                "default_permissions": ("delete",),
                "indexes": [
                    models.Index(fields=["translation_key", "status", "created_at"], name="hrnews_comment_public"),
                    models.Index(fields=["status", "-created_at"], name="hrnews_comment_queue"),
                    models.Index(fields=["-created_at"], name="hrnews_comment_newest"),
                ],
            },
        ),
    ]
