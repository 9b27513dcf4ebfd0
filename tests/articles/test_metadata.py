"""What a page says of itself to machines."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from PIL import Image as Drawing
from wagtail.images import get_image_model

from wagtail_hrnews.articles.public.alternates import own_name

from .newsroom import picture
from .reading import hreflang_of, json_ld_of, page_of

MOMENT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
NASTY = '</script><script>alert(1)</script> "quoted" & <b>'


def meta_of(tree):
    return {tag["property"]: tag["content"] for tag in tree.select("meta[property]")}


def test_metadata_canonical_and_hreflang_are_absolute_and_reciprocal(client, newsroom):
    article = newsroom.article("One")
    spanish = newsroom.article("Uno", of=article)
    expected = {"en": article.full_url, "es": spanish.full_url, "x-default": article.full_url}
    for page in (article, spanish):
        tree = page_of(client, page.url)
        assert hreflang_of(tree) == expected
        assert tree.select("link[rel=canonical]")[0]["href"] == page.full_url


def test_metadata_x_default_is_the_first_language_where_the_default_is_missing(client, newsroom):
    article = newsroom.article("Solo", locale=newsroom.es)
    assert hreflang_of(page_of(client, article.url)) == {"es": article.full_url, "x-default": article.full_url}


def test_metadata_structured_data_of_an_article(client, newsroom):
    article = newsroom.article(
        "One",
        authors=[newsroom.author(website="https://ana.example/")],
        topics=[newsroom.topic()],
        sources=[{"publisher": "El Diario", "headline": "Nota", "url": "https://d.example/1", "language": "es"}],
        lead_image=picture(),
        lead_image_credit="Somebody",
        first_published_at=MOMENT,
        last_published_at=MOMENT,
    )
    spanish = newsroom.article("Uno", of=article)
    data = json_ld_of(page_of(client, article.url))
    images = data.pop("image")
    assert len(images) == 3
    assert all(image.startswith("http://localhost/media/") and image.endswith(".webp") for image in images)
    assert data == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "One",
        "description": "Standfirst of One",
        "inLanguage": "en",
        "url": article.full_url,
        "mainEntityOfPage": article.full_url,
        "datePublished": "2026-03-04T05:06:07+00:00",
        "dateModified": "2026-03-04T05:06:07+00:00",
        "author": [
            {
                "@type": "Person",
                "name": "Ana Ficticia",
                "url": "http://localhost/en/news/author/ana-ficticia/",
                "jobTitle": "Reporter",
                "sameAs": "https://ana.example/",
            }
        ],
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Test Monitor"},
        "keywords": ["Prisons"],
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": "Nota",
                "url": "https://d.example/1",
                "inLanguage": "es",
                "publisher": {"@type": "Organization", "name": "El Diario"},
            }
        ],
        "workTranslation": [{"@type": "NewsArticle", "@id": spanish.full_url, "inLanguage": "es"}],
        "creditText": "Somebody",
    }


def test_metadata_shared_link_of_an_article(client, newsroom):
    article = newsroom.article(
        "One",
        social_title="Shorter",
        lead_image=picture(),
        lead_image_alt="A door",
        first_published_at=MOMENT,
        last_published_at=MOMENT,
    )
    newsroom.article("Uno", of=article)
    tree = page_of(client, article.url)
    meta = meta_of(tree)
    assert meta.pop("og:image").startswith("http://localhost/media/")
    assert meta == {
        "og:type": "article",
        "og:title": "Shorter",
        "og:description": "Standfirst of One",
        "og:url": article.full_url,
        "og:site_name": "The Test Monitor",
        "og:locale": "en",
        "og:locale:alternate": "es",
        "og:image:width": meta["og:image:width"],
        "og:image:height": meta["og:image:height"],
        "og:image:alt": "A door",
        "article:published_time": "2026-03-04T05:06:07+00:00",
        "article:modified_time": "2026-03-04T05:06:07+00:00",
    }
    assert tree.select("meta[name='twitter:card']")[0]["content"] == "summary_large_image"


def test_metadata_cannot_be_broken_out_of(client, newsroom):
    article = newsroom.article(NASTY, slug="nasty", standfirst=NASTY, authors=[newsroom.author(NASTY, slug="nasty")])
    tree = page_of(client, article.url)
    data = json_ld_of(tree)
    assert data["headline"] == data["description"] == data["author"][0]["name"] == NASTY
    assert meta_of(tree)["og:title"] == NASTY
    assert tree.select("h1")[0].get_text() == NASTY


def test_metadata_hook_adds_to_what_is_known(client, newsroom, register_hook):
    article = newsroom.article("One")

    def construct(metadata, request, page):
        metadata.structured_data["translator"] = {"@type": "Organization", "name": page.title}
        metadata.structured_data["headline"] = "Another"

    with register_hook("construct_hrnews_metadata", construct):
        data = json_ld_of(page_of(client, article.url))
    assert data["translator"]["name"] == "One"
    assert data["headline"] == "Another"


def test_metadata_of_an_author_is_a_profile(client, newsroom):
    newsroom.author()
    tree = page_of(client, "/en/news/author/ana-ficticia/")
    data = json_ld_of(tree)
    assert data["@type"] == "ProfilePage"
    assert data["mainEntity"]["name"] == "Ana Ficticia"
    assert meta_of(tree)["og:type"] == "profile"


def test_metadata_survives_a_lost_picture(client, newsroom):
    image = picture()
    article = newsroom.article("One", lead_image=image)
    image.file.storage.delete(image.file.name)
    assert "image" not in json_ld_of(page_of(client, article.url))


def test_metadata_where_the_admins_language_is_none_of_the_contents(client, newsroom, settings):
    settings.LANGUAGES = [("en", "English"), ("es", "Español"), ("de", "Deutsch")]
    settings.LANGUAGE_CODE = "de"
    article = newsroom.article("One")
    assert client.get(article.url).status_code == 200
    assert client.get("/sitemap.xml").status_code == 200


def test_metadata_of_a_drawing_names_no_picture(client, newsroom, settings):
    settings.WAGTAILIMAGES_EXTENSIONS = ["svg", "png"]
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="9" height="9"/></svg>'
    image = get_image_model().objects.create(title="Drawing", file=ContentFile(drawing, name="drawing.svg"))
    article = newsroom.article("One", lead_image=image)
    for address in (article.url, "/en/news/", "/en/news/feed/"):
        assert client.get(address).status_code == 200
    assert "image" not in json_ld_of(page_of(client, article.url))


def test_metadata_pictures_drop_what_a_camera_wrote(client, newsroom, settings):
    content = BytesIO()
    exif = Drawing.Exif()
    exif[0x013B] = "Wilhelmina Photographer"
    Drawing.new("RGB", (1600, 1200)).save(content, "JPEG", exif=exif, comment=b"Wilhelmina was here")
    file = ContentFile(content.getvalue(), "photo.jpg")
    image = get_image_model().objects.create(title="x", file=file, width=1600, height=1200)
    article = newsroom.article("One", lead_image=image, body=[("image", {"image": image, "caption": "", "credit": ""})])
    author = newsroom.author(photo=image)
    article.bylines.create(author=author)
    article.save()
    for url in (article.url, "/en/news/", "/en/news/feed/", "/en/news/author/ana-ficticia/"):
        assert client.get(url).status_code == 200
        assert image.file.name not in client.get(url).content.decode()
    written = list(Path(settings.MEDIA_ROOT, "images").iterdir())
    assert len(written) > 8
    assert [path.name for path in written if b"Wilhelmina" in path.read_bytes()] == []


def test_own_name_of_a_language_starts_like_a_heading():
    assert [own_name(code) for code in ("es", "en", "xx-unknown")] == ["Español", "English", "Xx-unknown"]
