import uuid

import django.db.models.deletion
import modelcluster.fields
import swapper
import wagtail.fields
import wagtail.search.index
from django.conf import settings
from django.db import migrations, models
from wagtail.images import get_image_model_string

import wagtail_hrnews.articles.language_choices

swapper.set_app_prefix("wagtailcore", "wagtail")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0094_alter_page_locale"),
        swapper.dependency("wagtailcore", "Page"),
        migrations.swappable_dependency(get_image_model_string()),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NewsIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=swapper.get_model_name("wagtailcore", "Page"),
                    ),
                ),
                (
                    "introduction",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences under the title, also used in the feed.",
                        verbose_name="introduction",
                    ),
                ),
            ],
            options={
                "verbose_name": "news index",
                "verbose_name_plural": "news indexes",
            },
            bases=(swapper.get_model_name("wagtailcore", "Page"),),
        ),
        migrations.CreateModel(
            name="ArticlePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=swapper.get_model_name("wagtailcore", "Page"),
                    ),
                ),
                (
                    "standfirst",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences under the headline; also shown in lists, feeds and shared links.",
                        verbose_name="standfirst",
                    ),
                ),
                (
                    "dateline",
                    models.CharField(
                        blank=True,
                        help_text="Where it was reported, for example “Tegucigalpa”.",
                        max_length=120,
                        verbose_name="dateline",
                    ),
                ),
                (
                    "lead_image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for readers who cannot see it.",
                        max_length=255,
                        verbose_name="alternative text",
                    ),
                ),
                ("lead_image_caption", models.CharField(blank=True, max_length=255, verbose_name="caption")),
                (
                    "lead_image_credit",
                    models.CharField(blank=True, help_text="Who made it.", max_length=160, verbose_name="credit"),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("paragraph", 0),
                            ("heading", 1),
                            ("quote", 6),
                            ("image", 10),
                            ("fact_box", 13),
                            ("content_warning", 14),
                            ("embed", 17),
                            ("document", 20),
                            ("table", 21),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "document-link", "ol", "ul", "superscript"],
                                    "icon": "pilcrow",
                                    "label": "Paragraphs",
                                },
                            ),
                            1: ("wagtail_hrnews.articles.blocks.HeadingBlock", (), {}),
                            2: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                            3: ("wagtail.blocks.CharBlock", (), {"label": "Who said it", "required": False}),
                            4: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "If the words above are a translation: what was said, exactly. It is never translated again.",
                                    "label": "Original wording",
                                    "required": False,
                                },
                            ),
                            5: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": wagtail_hrnews.articles.language_choices.language_choices,
                                    "label": "Language of the original wording",
                                    "required": False,
                                },
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 2), ("attribution", 3), ("original_text", 4), ("original_language", 5)]],
                                {},
                            ),
                            7: ("wagtail.images.blocks.ImageBlock", [], {"label": "Image"}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "Who made it and for whom.", "label": "Credit", "required": False},
                            ),
                            10: ("wagtail.blocks.StructBlock", [[("image", 7), ("caption", 8), ("credit", 9)]], {}),
                            11: ("wagtail.blocks.CharBlock", (), {"label": "Title"}),
                            12: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "document-link", "ol", "ul", "superscript"],
                                    "label": "Text",
                                },
                            ),
                            13: ("wagtail.blocks.StructBlock", [[("title", 11), ("text", 12)]], {}),
                            14: ("wagtail_hrnews.articles.blocks.ContentWarningBlock", (), {"rows": 2}),
                            15: ("wagtail.blocks.URLBlock", (), {"label": "Address"}),
                            16: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "Says what the link leads to.", "label": "Title"},
                            ),
                            17: ("wagtail.blocks.StructBlock", [[("url", 15), ("title", 16), ("caption", 8)]], {}),
                            18: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Document"}),
                            19: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Else the document's title.",
                                    "label": "Text of the link",
                                    "required": False,
                                },
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("document", 18), ("title", 19)]], {}),
                            21: (
                                "wagtail.contrib.table_block.blocks.TableBlock",
                                (),
                                {
                                    "icon": "table",
                                    "label": "Table",
                                    "template": "wagtail_hrnews_articles/blocks/table.html",
                                },
                            ),
                        },
                        verbose_name="text",
                    ),
                ),
                (
                    "social_title",
                    models.CharField(
                        blank=True,
                        help_text="For shared links; else the headline.",
                        max_length=120,
                        verbose_name="social title",
                    ),
                ),
                (
                    "social_text",
                    models.CharField(
                        blank=True,
                        help_text="For shared links; else the standfirst.",
                        max_length=255,
                        verbose_name="social text",
                    ),
                ),
                (
                    "lead_image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="lead image",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
            bases=(swapper.get_model_name("wagtailcore", "Page"), models.Model),
        ),
        migrations.CreateModel(
            name="ArticleSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "publisher",
                    models.CharField(
                        help_text="Who published it, in its own spelling.", max_length=160, verbose_name="publisher"
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="The page itself, not only the site.",
                        max_length=1000,
                        verbose_name="address",
                    ),
                ),
                (
                    "headline",
                    models.CharField(
                        blank=True,
                        help_text="In its own language; never translated.",
                        max_length=255,
                        verbose_name="original headline",
                    ),
                ),
                ("author", models.CharField(blank=True, max_length=160, verbose_name="original author")),
                ("date", models.DateField(blank=True, null=True, verbose_name="published on")),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=wagtail_hrnews.articles.language_choices.language_choices,
                        max_length=20,
                        verbose_name="language",
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("based_on", "Based on"),
                            ("translation_of", "Translation of"),
                            ("republished_from", "Republished from"),
                        ],
                        default="based_on",
                        max_length=20,
                        verbose_name="this article is",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        help_text="For example “CC BY 4.0” or “with permission”.",
                        max_length=120,
                        verbose_name="licence",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="wagtail_hrnews_articles.articlepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "original source",
                "verbose_name_plural": "original sources",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                (
                    "name",
                    models.CharField(
                        help_text="Shown publicly, unless a pseudonym is given below.",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        help_text="The part of the author page's address. It is public: with a pseudonym it must not hold the real name.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                (
                    "pseudonym",
                    models.CharField(
                        blank=True,
                        help_text="For people at risk. Readers then see this name only; the real name, the photo and the website stay inside the admin. Keep the role and the biography free of anything that gives the person away.",
                        max_length=120,
                        verbose_name="pseudonym",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        help_text="For example “Reporter, Central America”.",
                        max_length=160,
                        verbose_name="role",
                    ),
                ),
                (
                    "bio",
                    wagtail.fields.RichTextField(
                        blank=True, help_text="Two or three sentences, shown under articles.", verbose_name="biography"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="photo",
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["name"],
                "abstract": False,
            },
            bases=(wagtail.search.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="ArticleByline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        help_text="For example “Reporting” or “Photographs”.",
                        max_length=80,
                        verbose_name="part in this article",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bylines",
                        to="wagtail_hrnews_articles.articlepage",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtail_hrnews_articles.author",
                        verbose_name="author",
                    ),
                ),
            ],
            options={
                "verbose_name": "byline",
                "verbose_name_plural": "bylines",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        help_text="The part of the topic page's address.",
                        max_length=120,
                        verbose_name="slug",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences at the top of the topic's page.",
                        verbose_name="description",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name"],
                "abstract": False,
            },
            bases=(wagtail.search.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="topics",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True, related_name="+", to="wagtail_hrnews_articles.topic", verbose_name="topics"
            ),
        ),
        migrations.AddConstraint(
            model_name="author",
            constraint=models.UniqueConstraint(fields=("locale", "slug"), name="hrnews_author_slug_in_locale"),
        ),
        migrations.AlterUniqueTogether(
            name="author",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.UniqueConstraint(fields=("locale", "slug"), name="hrnews_topic_slug_in_locale"),
        ),
        migrations.AlterUniqueTogether(
            name="topic",
            unique_together={("translation_key", "locale")},
        ),
    ]
