import logging
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate

import deep_translator.google
import pytest
import requests

from tests.translation.engines import misbehaving as server
from tests.translation.engines.misbehaving import PAGE, MisbehavingServer, answering
from wagtail_hrnews.translation.engines import exceptions
from wagtail_hrnews.translation.engines.google import GoogleEngine
from wagtail_hrnews.translation.inline import InlineText

SECRET = "the witness lives in the blue house by the river"


def translate(behave, *texts, timeout=5, source="en", target="es", read=0.4):
    with MisbehavingServer(behave) as world:
        engine = GoogleEngine(base_url=world.url, read_timeout=read)
        inline = [InlineText.parse(text) for text in texts or (SECRET,)]
        return engine.translate(inline, source, target, timeout=timeout), world


def error_of(behave, **options):
    (result,), _ = translate(behave, **options)
    assert result.text is None
    return result.error


def test_google_translates_and_keeps_marks():
    (one, two, three), world = translate(
        server.translating, " He <1>said <2>no</2></1> to <3>them</3>. ", "<1>Fish & chips &lt;3</1>", "2024"
    )
    assert str(one.text) == " HE <1>SAID <2>NO</2></1> TO <3>THEM</3>. "
    assert str(two.text) == "<1>FISH &amp; CHIPS &lt;3</1>"
    assert str(three.text) == "2024"
    assert world.asked == ["He [XAX]said [XBX]no[XCX][XDX] to [XEX]them[XFX].", "Fish & chips <3"]


def test_google_uses_one_connection_for_many_texts():
    results, world = translate(server.translating, *[f"word {number}" for number in range(20)])
    assert all(result.text for result in results)
    assert world.connections == 1


def test_google_serves_eight_threads_without_mixing_texts():
    with MisbehavingServer(server.translating) as world:
        engine = GoogleEngine(base_url=world.url)

        def work(number):
            texts = [InlineText.parse(f"text {number} {index}") for index in range(10)]
            results = engine.translate(texts, "en", "es", timeout=20)
            return [str(result.text) for result in results] == [f"TEXT {number} {index}" for index in range(10)]

        with ThreadPoolExecutor(8) as pool:
            assert all(pool.map(work, range(16)))


@pytest.mark.parametrize(
    ("language", "code"), [("es-419", "es"), ("zh-hans", "zh-CN"), ("he", "iw"), ("pt-br", "pt"), ("ar", "ar")]
)
def test_google_maps_languages(language, code):
    _, world = translate(server.translating, target=language)
    assert world.languages == [("en", code)]


def test_google_refuses_a_language_that_it_does_not_know():
    (one, two), world = translate(server.translating, "a word", "two words", target="tlh")
    assert isinstance(one.error, exceptions.LanguageNotSupported)
    assert isinstance(two.error, exceptions.LanguageNotSupported)
    assert world.asked == []


def test_google_refuses_a_text_over_its_limit_and_does_the_others():
    (long, short), world = translate(server.translating, "word " * 1001, "a word")
    assert isinstance(long.error, exceptions.TextTooLong)
    assert str(short.text) == "A WORD"
    assert world.asked == ["a word"]


@pytest.mark.parametrize(
    ("behave", "error"),
    [
        (server.hanging, exceptions.EngineTimeout),
        (server.closing, exceptions.EngineUnavailable),
        (server.promising_more, exceptions.EngineUnavailable),
        (server.cut_short, exceptions.BadAnswer),
        (server.flooding, exceptions.BadAnswer),
        (answering("", 500), exceptions.EngineUnavailable),
        (answering("", 503), exceptions.EngineUnavailable),
        (answering("", 403), exceptions.NotAuthorised),
        (answering("", 456), exceptions.QuotaExceeded),
        (answering("", 414), exceptions.TextTooLong),
        (answering("", 400), exceptions.BadAnswer),
        (answering("", 302, Location="http://127.0.0.1:9/"), exceptions.BadAnswer),
        (answering(""), exceptions.BadAnswer),
        (answering("\x00\xff garbage"), exceptions.BadAnswer),
        (answering(b"not gzip", Content_Encoding="gzip"), exceptions.EngineUnavailable),
        (answering(PAGE.format("")), exceptions.BadAnswer),
        (answering(PAGE.format("\x01\x02")), exceptions.BadAnswer),
        (answering(PAGE.format(SECRET)), exceptions.BadAnswer),
        (answering(PAGE.format("Error 500 (Server Error)!!1500.That's an error.")), exceptions.BadAnswer),
        (answering("<html><title>Error 500 (Server Error)!!1</title></html>"), exceptions.BadAnswer),
    ],
)
def test_google_names_what_went_wrong_without_the_text(behave, error, caplog):
    caplog.set_level(logging.DEBUG)
    caught = error_of(behave)
    assert type(caught) is error
    assert caught.__context__ is None or caught.__suppress_context__
    assert not re.search(r"witness|river|127\.0\.0\.1", str(caught) + caplog.text)


@pytest.mark.parametrize("behave", [server.dripping_headers, server.dripping_body])
def test_google_keeps_the_deadline_when_the_server_drips(behave):
    started = time.monotonic()
    with MisbehavingServer(behave) as world:
        engine = GoogleEngine(base_url=world.url)
        (result,) = engine.translate([InlineText.parse(SECRET)], "en", "es", timeout=0.5)
        assert time.monotonic() - started < 1.2
    assert isinstance(result.error, exceptions.EngineTimeout)


def test_google_with_no_time_left_asks_nothing():
    (result,), world = translate(server.translating, timeout=-1)
    assert isinstance(result.error, exceptions.EngineTimeout)
    assert world.asked == []


@pytest.mark.parametrize(("headers", "seconds"), [({}, None), ({"Retry_After": "120"}, 120)])
def test_google_says_how_long_to_pause(headers, seconds):
    caught = error_of(answering("", 429, **headers))
    assert isinstance(caught, exceptions.RateLimited)
    assert caught.retry_after == seconds


def test_google_says_until_when_to_pause():
    caught = error_of(answering("", 429, Retry_After=formatdate(time.time() + 100, usegmt=True)))
    assert isinstance(caught, exceptions.RateLimited)
    assert caught.retry_after == pytest.approx(100, abs=60)


def test_google_that_pauses_is_not_asked_for_the_rest():
    results, world = translate(answering("", 429), *["some words"] * 10)
    assert all(isinstance(result.error, exceptions.RateLimited) for result in results)
    assert len(world.asked) == 1


def test_google_that_is_down_is_not_asked_for_the_rest():
    results, world = translate(answering("", 500), *["some words"] * 10)
    assert all(isinstance(result.error, exceptions.EngineUnavailable) for result in results)
    assert len(world.asked) == 2


def test_google_failing_on_one_text_does_the_others():
    def behave(handler, text):
        server.send(handler, "", 500) if "poison" in text else server.translating(handler, text)

    results, _ = translate(behave, "one", "some poison", "two")
    assert [result.text and str(result.text) for result in results] == ["ONE", None, "TWO"]


def test_google_that_damages_marks_gets_runs_apart():
    def behave(handler, text):
        server.send(handler, PAGE.format(text.replace("[XAX]", "").upper()))

    (result,), world = translate(behave, "He <1>said</1> no.")
    assert str(result.text) == "HE <1>SAID</1> NO."
    assert result.flags == ("markup",)
    assert world.asked == ["He [XAX]said[XBX] no."] * 2 + ["He", "said", "no."]


def test_google_leaves_everybody_elses_requests_alone():
    translate(server.translating)
    assert deep_translator.google.requests is requests
    with MisbehavingServer(answering("fine")) as world:
        assert requests.get(world.url, params={"q": "x", "sl": "en", "tl": "es"}, timeout=5).text == "fine"


def test_google_leaves_no_thread_behind():
    before = threading.active_count()
    translate(server.translating, *["some words"] * 5)
    assert threading.active_count() <= before + 1


def test_google_has_no_problem_that_shows_before_asking():
    assert GoogleEngine().problem("en", "es") is None
    assert not GoogleEngine.is_local
