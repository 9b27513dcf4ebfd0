import pytest

from wagtail_hrnews.comments.origin import is_same_origin

HOST = "news.example:8000"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://news.example:8000"},
        {"Origin": "http://NEWS.example:8000"},
        {"Referer": "https://news.example:8000/en/ferry/?x=1"},
    ],
)
def test_origin_same(headers: dict[str, str]) -> None:
    assert is_same_origin(headers, HOST)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://news.example:8000"},
        {"Origin": "null"},
        {"Origin": "https://news.example"},
        {"Origin": "https://news.example:8000.evil.example"},
        {"Origin": "https://evil.example", "Referer": "https://news.example:8000/"},
        {"Referer": "https://evil.example/news.example:8000"},
        {"Referer": "https://news.example:8000@evil.example/"},
        {"Referer": "http://[broken"},
    ],
)
def test_origin_other(headers: dict[str, str]) -> None:
    assert not is_same_origin(headers, HOST)
