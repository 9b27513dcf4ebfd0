import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.translation.engines.sentences import ENGLISH, SPANISH
from tests.translation.inline_texts import random_text
from wagtail_hrnews.translation.engines import apertium_pool
from wagtail_hrnews.translation.engines.apertium import ApertiumEngine
from wagtail_hrnews.translation.engines.exceptions import (
    EngineNotInstalled,
    EngineTimeout,
    LanguageNotSupported,
)
from wagtail_hrnews.translation.inline import InlineText

PAIRS = [("en", "es", ENGLISH), ("es", "en", SPANISH)]


@pytest.fixture(autouse=True, scope="module")
def _no_stage_left():
    yield
    apertium_pool.close_all()


@pytest.fixture
def engine():
    return ApertiumEngine()


def parsed(*texts):
    return [InlineText.parse(text) for text in texts]


def translate(engine, *texts, source="en", target="es", timeout=20):
    return engine.translate(parsed(*texts), source, target, timeout=timeout)


def one(engine, text, **options):
    (result,) = translate(engine, text, **options)
    return str(result.text)


def stages(engine, source="en", target="es"):
    return engine.line(source, target).process_ids()


def has_ended(process_id):
    """Neither running nor a zombie of ours."""
    return not os.path.exists(f"/proc/{process_id}")


@pytest.mark.apertium
@pytest.mark.parametrize(("source", "target", "sentences"), PAIRS)
def test_apertium_keeps_bold_and_links_of_twenty_sentences(engine, source, target, sentences):
    results = translate(engine, *sentences, source=source, target=target)
    assert [result.error for result in results] == [None] * 20
    for sentence, result in zip(parsed(*sentences), results, strict=True):
        assert Counter(result.text.marks) == Counter(sentence.marks)
        assert result.text.is_well_formed()
        assert result.text.plain != sentence.plain
        assert not re.search(r"[\[\]*\\]|t:i:", result.text.plain)
    assert sum("markup" in result.flags for result in results) <= 1


@pytest.mark.apertium
@pytest.mark.parametrize(("source", "target", "mode"), [("en", "es", "eng-spa"), ("es", "en", "spa-eng")])
def test_apertium_says_what_its_own_command_says(engine, source, target, mode):
    texts = [InlineText.parse(text).plain for text in (ENGLISH if source == "en" else SPANISH)]
    texts = [text for text in texts if "@" not in text][:8]
    results = translate(engine, *texts, source=source, target=target)
    for text, result in zip(texts, results, strict=True):
        asked = subprocess.run(["apertium", "-u", mode], input=text, capture_output=True, text=True, check=True)
        assert result.text.plain == re.sub(" +", " ", asked.stdout.strip())


@pytest.mark.apertium
def test_apertium_places_marks_on_the_words_that_moved(engine):
    assert (
        one(engine, "The <1>old</1> men of <2>the red house</2>.")
        == "Los hombres <1>viejos</1> de <2>la casa roja</2>."
    )
    assert one(engine, "I <1>do not like</1> the war.").startswith("<1>no Me gusta</1>")


@pytest.mark.apertium
def test_apertium_keeps_void_marks_punctuation_and_outer_white_space(engine):
    assert one(engine, " <1/><2>Good morning.</2><3/> Goodbye\n") == " <1/><2>Buenos días.</2><3/> Adiós\n"


@pytest.mark.apertium
@pytest.mark.parametrize(
    "kept",
    [
        "https://example.org/a_b?c=1&amp;d=2#e*f~g",
        "press.office+es@example.org",
        "example.org/the/report",
        "@the_reporter",
        "#FreeThePress",
        "the-list_2.pdf",
        "*",
        "[1]",
        "{x^2$\\/}",
        "1,200.50",
        "日本",
        "🙂",
        "&lt;zzyx>",
    ],
)
def test_apertium_carries_what_is_no_word(engine, kept):
    assert kept in one(engine, f"The house {kept} is red.")
    assert f"<1>{kept}</1>" in one(engine, f"The house <1>{kept}</1> is red.")


@pytest.mark.apertium
def test_apertium_never_breaks_a_text_of_odd_words_and_marks(engine):
    choice = random.Random(3)  # noqa: S311 - odd texts, no secret
    signs = "[]{}^$/\\@<>*#~+=|_%&;:.,!? \"'\u2019\n\t\u00a0\x00\ud800aeé9house "
    texts = [random_text(choice) for _ in range(300)]
    texts += [InlineText.of(["house " + "".join(choice.choices(signs, k=30))]) for _ in range(300)]
    results = engine.translate(texts, "en", "es", timeout=60)
    assert [result.error for result in results] == [None] * 600
    for text, result in zip(texts, results, strict=True):
        assert Counter(result.text.marks) == Counter(text.marks)
        assert result.text.is_well_formed()
        for sign in "[]{}^$/@<>*#~=|%":
            assert result.text.plain.count(sign) == text.plain.count(sign), (text.plain, result.text.plain)
    assert sum("markup" in result.flags for result in results) < 150


@pytest.mark.apertium
def test_apertium_reads_curly_apostrophes_and_soft_hyphens(engine):
    assert one(engine, "They don\u2019t know the gov\xadernment.") == one(engine, "They don't know the government.")


@pytest.mark.apertium
def test_apertium_translates_lines_apart(engine):
    assert one(engine, "The house\n\nThe dog") == "La casa\n\nEl perro"


@pytest.mark.apertium
def test_apertium_flags_unknown_words_but_not_names(engine):
    known, unknown, name = translate(engine, "The red house.", "The blarghy house.", "The house of Qwertina Asdfg.")
    assert known.flags == name.flags == ()
    assert unknown.flags == ("unknown-words",)
    assert "blarghy" in unknown.text.plain
    assert "*" not in unknown.text.plain


@pytest.mark.apertium
def test_apertium_asks_nothing_for_texts_without_words():
    apertium_pool.close_all()
    engine = ApertiumEngine()
    texts = ["<1>2024</1> - 3", "", "🙂", " \n"]
    assert [str(result.text) for result in translate(engine, *texts)] == texts
    assert stages(engine) == []


@pytest.mark.apertium
def test_apertium_falls_back_to_the_base_language(engine):
    assert one(engine, "The house", source="en-GB", target="es-419") == "La casa"


@pytest.mark.apertium
def test_apertium_refuses_other_languages(engine):
    with pytest.raises(LanguageNotSupported):
        translate(engine, "The house", target="ar")
    assert "from en to ar" in engine.problem("en", "ar")
    assert engine.problem("en", "es") is None


def test_apertium_missing_says_what_to_type(tmp_path):
    engine = ApertiumEngine(modes_dir=str(tmp_path))
    assert "apt-get install apertium-eng-spa" in engine.problem("en", "es")
    with pytest.raises(EngineNotInstalled):
        translate(engine, "The house")


@pytest.mark.apertium
def test_apertium_mode_that_cannot_be_run_is_not_installed(tmp_path):
    (tmp_path / "eng-spa.mode").write_text("no-such-program | another $1")
    with pytest.raises(EngineNotInstalled):
        translate(ApertiumEngine(modes_dir=str(tmp_path)), "The house")
    (tmp_path / "eng-spa.mode").write_text("cat | | cat")
    with pytest.raises(EngineNotInstalled):
        translate(ApertiumEngine(modes_dir=str(tmp_path)), "The house")


@pytest.mark.apertium
def test_apertium_serves_eight_threads(engine):
    expected = [str(result.text) for result in translate(engine, *ENGLISH)]

    def work(seed):
        order = random.Random(seed).sample(range(20), 20)  # noqa: S311 - a shuffle, no secret
        results = ApertiumEngine().translate(parsed(*[ENGLISH[n] for n in order]), "en", "es", timeout=30)
        return [str(result.text) for result in results] == [expected[n] for n in order]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(40)))
    assert len(stages(engine)) == 13


@pytest.mark.apertium
def test_apertium_survives_the_kill_of_each_stage_between_texts(engine):
    expected = one(engine, ENGLISH[0])
    for stage in range(13):
        os.kill(stages(engine)[stage], signal.SIGKILL)
        assert one(engine, ENGLISH[0]) == expected


@pytest.mark.apertium
def test_apertium_survives_kills_while_translating(engine):
    texts = ENGLISH * 12
    expected = [str(result.text) for result in translate(engine, *texts)]
    choice = random.Random(7)  # noqa: S311 - a choice of victims, no secret
    kills = 0

    def kill_one():
        nonlocal kills
        time.sleep(choice.uniform(0.01, 0.1))
        for victim in choice.sample(stages(engine) or [0], 1):
            if victim:
                os.kill(victim, signal.SIGKILL)
                kills += 1

    for _ in range(20):
        killer = threading.Thread(target=kill_one)
        killer.start()
        results = translate(engine, *texts)
        killer.join()
        assert [str(result.text) for result in results] == expected
    assert kills == 20


@pytest.mark.apertium
def test_apertium_replaces_a_stage_that_stopped():
    engine = ApertiumEngine(patience=0.5)
    expected = one(engine, ENGLISH[0])
    os.kill(stages(engine)[4], signal.SIGSTOP)
    assert one(engine, ENGLISH[0]) == expected


@pytest.mark.apertium
def test_apertium_keeps_the_deadline(tmp_path):
    engine = ApertiumEngine()
    one(engine, "The house")
    before = stages(engine)
    os.kill(before[4], signal.SIGSTOP)
    started = time.monotonic()
    (result,) = translate(engine, "The house", timeout=0.5)
    assert isinstance(result.error, EngineTimeout)
    assert time.monotonic() - started < 2
    assert all(has_ended(process_id) for process_id in before)


@pytest.mark.apertium
def test_apertium_that_cannot_start_in_time_fails_each_text(engine):
    results = translate(engine, "The house", "The dog", timeout=-1)
    assert [type(result.error) for result in results] == [EngineTimeout, EngineTimeout]


@pytest.mark.apertium
def test_apertium_busy_past_the_deadline_says_so(engine):
    one(engine, "The house")
    os.kill(stages(engine)[4], signal.SIGSTOP)
    first = threading.Thread(target=translate, args=[engine, "The house"], kwargs={"timeout": 1})
    first.start()
    time.sleep(0.2)
    (result,) = translate(engine, "The dog", timeout=0.2)
    first.join()
    assert isinstance(result.error, EngineTimeout)
    assert one(engine, "The dog") == "El perro"


@pytest.mark.apertium
def test_apertium_that_says_broken_utf8_fails_the_text(tmp_path):
    broken = tmp_path / "broken"
    broken.write_text(
        "#!/usr/bin/env python3\nimport os\nwhile data := os.read(0, 65536):\n"
        "    os.write(1, data.replace(b'x', b'\\xff'))\n"
    )
    broken.chmod(0o755)
    (tmp_path / "eng-spa.mode").write_text(str(broken))
    bad, good = translate(ApertiumEngine(modes_dir=str(tmp_path)), "box", "house")
    assert bad.error.retryable
    assert str(good.text) == "house"


@pytest.mark.apertium
def test_apertium_that_loses_step_is_never_believed(tmp_path):
    """Two answers for one text: the nonce is not where it belongs."""
    stutter = tmp_path / "stutter"
    stutter.write_text(
        "#!/usr/bin/env python3\nimport os\nwhile data := os.read(0, 65536):\n"
        "    os.write(1, data.replace(b'two', b'a\\0b'))\n"
    )
    stutter.chmod(0o755)
    (tmp_path / "eng-spa.mode").write_text(str(stutter))
    results = translate(ApertiumEngine(modes_dir=str(tmp_path)), "one", "two", "three")
    assert [result.text and result.text.plain for result in results] == ["one", None, "three"]


@pytest.mark.apertium
def test_apertium_that_keeps_dying_costs_only_the_text_at_fault(tmp_path):
    """A stage that dies of one word, in a pipe of one stage that else repeats what it reads."""
    dying = tmp_path / "dying"
    dying.write_text(
        "#!/usr/bin/env python3\nimport os\nwhile data := os.read(0, 65536):\n"
        "    if b'poison' in data: os._exit(1)\n    os.write(1, data)\n"
    )
    dying.chmod(0o755)
    (tmp_path / "eng-spa.mode").write_text(str(dying))
    results = translate(ApertiumEngine(modes_dir=str(tmp_path)), "a", "b", "some poison", "c", "d")
    assert [result.text and result.text.plain for result in results] == ["a", "b", None, "c", "d"]
    assert results[2].error.retryable
    assert "poison" not in str(results[2].error)


@pytest.mark.apertium
def test_apertium_works_in_a_forked_child_and_leaves_the_parents_stages_alone(engine):
    expected = one(engine, ENGLISH[0])
    before = stages(engine)
    child = os.fork()
    if child == 0:
        good = one(engine, ENGLISH[0]) == expected and not set(stages(engine)) & set(before)
        apertium_pool.close_all()
        os._exit(0 if good else 1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert stages(engine) == before
    assert one(engine, ENGLISH[0]) == expected
    assert stages(engine) == before


@pytest.mark.apertium
def test_apertium_leaves_no_process_behind(engine):
    one(engine, "The house")
    before = stages(engine)
    apertium_pool.close_all()
    assert all(has_ended(process_id) for process_id in before)
    assert stages(engine) == []


@pytest.mark.apertium
def test_apertium_ends_with_the_process_that_used_it():
    script = (
        "from wagtail_hrnews.translation.engines.apertium import ApertiumEngine as E\n"
        "from wagtail_hrnews.translation.inline import InlineText as T\n"
        "E().translate([T.parse('The house')], 'en', 'es', timeout=20)\n"
        "print(*E().line('en', 'es').process_ids())"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert len(done.stdout.split()) == 13
    assert all(has_ended(process_id) for process_id in done.stdout.split())
