import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.utils import translation

from tests.translation.engines.sentences import ENGLISH, SPANISH
from wagtail_hrnews.languages import detect, native_name, preload, translated_name
from wagtail_hrnews.translation.inline import InlineText

TEXTS = {
    "en": "The lawyer said that her clients were beaten in the prison of the capital.",
    "es": "La abogada dijo que sus clientes fueron golpeados en la cárcel de la capital.",
    "fr": "L'avocate a dit que ses clients avaient été battus dans la prison de la capitale.",
    "pt": "A advogada disse que os seus clientes foram espancados na prisão da capital do país.",
    "ar": "قالت المحامية إن موكليها تعرضوا للضرب في سجن العاصمة يوم الجمعة الماضي",
}


@pytest.mark.parametrize("language", TEXTS)
def test_detect_names_the_language(language):
    assert detect(TEXTS[language]) == language
    assert detect(TEXTS[language].upper()) == language


@pytest.mark.parametrize(
    "text",
    ["", "12 + 30", "🙂🙂", "https://example.org/the/house/of/the/old/man/and/his/dog", "No", "El presidente"],
)
def test_detect_says_nothing_where_it_cannot_know(text):
    assert detect(text) is None
    assert detect(text, ["en", "es"]) is None


def test_detect_of_letters_in_no_profile_is_unknown():
    assert detect("ᚠᚢᚦ ᚨᚱᚲ ᚷᚹᚺ ᚾᛁᛃ ᛇᛈᛉ ᛊᛏᛒ ᛖᛗᛚ ᛜᛞᛟ", ["en", "es"]) is None


@pytest.mark.parametrize(("sentences", "language"), [(ENGLISH, "en"), (SPANISH, "es")])
def test_detect_is_never_wrong_on_sentences(sentences, language):
    found = [detect(InlineText.parse(sentence).plain, ["en", "es-419"]) for sentence in sentences]
    assert set(found) <= {language, None}
    assert found.count(language) >= 12


def test_detect_answers_the_same_each_time():
    text = "Ministro anuncia plan nacional para hospital regional en capital federal"
    assert len({detect(text) for _ in range(20)}) == 1


def test_detect_with_one_language_has_no_choice():
    assert detect(TEXTS["en"], ["en"]) is None


def test_detect_knows_kinds_of_chinese_by_djangos_codes():
    text = " ".join(["律师说她的当事人在首都的监狱里遭到殴打"] * 8)
    assert detect(text) == "zh-hans"
    assert detect(text, ["zh-hans", "en"]) == "zh-hans"


def test_detect_is_right_when_threads_start_it_together():
    script = (
        "import sys, threading; sys.path.insert(0, '.')\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from wagtail_hrnews.languages import detect\n"
        f"with ThreadPoolExecutor(8) as pool: print(*set(pool.map(detect, [{TEXTS['es']!r}] * 16)))\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("es", "")


def test_detect_serves_threads():
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(detect, list(TEXTS.values()) * 4)) == list(TEXTS) * 4


def test_preload_spares_the_first_caller_the_wait():
    preload(["en", "es"])
    started = time.monotonic()
    assert detect(TEXTS["es"], ["en", "es"]) == "es"
    assert time.monotonic() - started < 0.5
    assert threading.active_count() < 20


@pytest.mark.parametrize(
    ("code", "name"), [("es", "español"), ("en", "English"), ("es-419", "español"), ("xx-yy", "xx-yy")]
)
def test_native_name(code, name):
    assert native_name(code) == name


@pytest.mark.parametrize(
    ("code", "active", "name"), [("en", "es", "inglés"), ("es", "en", "Spanish"), ("xx", "en", "xx")]
)
def test_translated_name(code, active, name):
    with translation.override(active):
        assert translated_name(code) == name
