import random
import re
from collections import Counter

import pytest
from hypothesis import given, settings

from tests.translation.inline_texts import inline_texts, random_text
from wagtail_hrnews.translation.engines.apertium_stream import ApertiumStream
from wagtail_hrnews.translation.engines.markup import MarkupDamaged, TextTokens, XmlTags, parents
from wagtail_hrnews.translation.inline import InlineText

CODECS = [TextTokens(), XmlTags()]


def parsed(text):
    return InlineText.parse(text)


def squeezed(text):
    """Without the white space that codecs may drop: at both ends."""
    return re.sub(r"\A\s+|\s+\Z", "", str(text))


@pytest.mark.parametrize("codec", CODECS)
@settings(max_examples=200, deadline=None)
@given(text=inline_texts())
def test_codec_reads_what_it_wrote(codec, text):
    assert squeezed(codec.decode(codec.encode(text), text)) == squeezed(text)


MARKERS = re.compile(r"(\[[XQZ]\w+[XQZ]\]|</?x[^>]*>|\[\[[^\]]*\]\]|\[[^\]]*\]|\s+)")
CHANGES = {
    "drop": lambda piece: "",
    "double": lambda piece: piece * 2,
    "cut": lambda piece: piece[: len(piece) // 2],
    "case": str.swapcase,
    "space": " ".join,
}


@pytest.mark.parametrize("codec", [*CODECS, ApertiumStream()])
def test_codec_lets_no_damage_through(codec):
    """Whatever happens to 3,000 answers: marks as they were, nested as they were, no debris; or a refusal."""
    choice = random.Random(1)  # noqa: S311 - damage, no secret
    outcomes = Counter()
    for _ in range(3000):
        text = random_text(choice)
        try:
            target = codec.decode(damaged(codec.encode(text), choice), text)
        except MarkupDamaged:
            outcomes["refused"] += 1
            continue
        outcomes["read"] += 1
        assert Counter(target.marks) == Counter(text.marks)
        assert target.is_well_formed()
        assert parents(target) == parents(text)
        assert not text.marks or not re.search(r"\[\s*X\s*\w\s*X|<\s*/?\s*x\b", target.plain)
    assert min(outcomes.values()) > 300


def damaged(answer, choice):
    pieces = MARKERS.split(answer)
    for _ in range(choice.randint(0, 3)):
        at, other = choice.randrange(len(pieces)), choice.randrange(len(pieces))
        change = choice.choice([*CHANGES, "swap", "move"])
        if change == "swap":
            pieces[at], pieces[other] = pieces[other], pieces[at]
        elif change == "move":
            piece, pieces[at] = pieces[at], ""
            pieces[other] += piece
        else:
            pieces[at] = CHANGES[change](pieces[at])
    return "".join(pieces)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("El [XAX]dijo[XBX] no", "El <1>dijo</1> no"),
        ("El [xax]dijo[ X B X ] no", "El <1>dijo</1> no"),
        ("El [ XAX ] dijo [XBX]no", "El <1>dijo</1> no"),
        ("El[XAX] dijo [XBX] no", "El <1>dijo</1> no"),
        ("El \uff3bXAX\uff3ddijo【XBX】 no", "El <1>dijo</1> no"),
        ("[XAX]Dijo[XBX] no", "<1>Dijo</1> no"),
    ],
)
def test_text_tokens_are_read_tolerantly(answer, expected):
    assert str(TextTokens().decode(answer, parsed("He <1>said</1> no"))) == expected


@pytest.mark.parametrize(
    "answer",
    [
        "El dijo no",
        "El [XAX]dijo no",
        "El [XBX]dijo[XAX] no",
        "El [XAX]dijo[XBX] [XAX]no",
        "El [XAX]dijo[XBX] no [XCX]",
        "El [XAX]dijo[XBX] no [X",
        "El [XAX][XBX]dijo no",
        "El [XAX] [XBX]dijo no",
        "El [XAXdijo[XBX] no",
    ],
)
def test_text_tokens_refuse_damage(answer):
    with pytest.raises(MarkupDamaged):
        TextTokens().decode(answer, parsed("He <1>said</1> no"))


def test_text_tokens_take_another_letter_where_the_text_has_the_first():
    text = parsed("the sign [X1X] is <1>odd</1>")
    assert TextTokens().encode(text) == "the sign [X1X] is [QAQ]odd[QBQ]"
    assert TextTokens().decode("el signo [X1X] es [QAQ]raro[QBQ]", text).plain == "el signo [X1X] es raro"
    with pytest.raises(MarkupDamaged):
        TextTokens().encode(parsed("[X [Q [Z <1>odd</1>"))


def test_text_tokens_name_many_marks():
    text = InlineText.parse(" ".join(f"<{number}>w</{number}>" for number in range(1, 101)))
    encoded = TextTokens().encode(text)
    assert len(set(re.findall(r"\[X\w+X\]", encoded))) == 200
    assert TextTokens().decode(encoded, text) == text


def test_text_tokens_leave_a_text_without_marks_as_it_is():
    assert TextTokens().encode(parsed("[XAX] a")) == "[XAX] a"
    assert TextTokens().decode(" [XAX] b ", parsed("[XAX] a")).plain == "[XAX] b"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ('A <x id="1">dijo</x> &lt;b<x id="2"/>', "A <1>dijo</1> &lt;b<2/>"),
        ("A < X ID = “1” >dijo</ X> &lt;b<x id=2 />", "A <1>dijo</1> &lt;b<2/>"),
    ],
)
def test_xml_tags_are_read_tolerantly(answer, expected):
    assert str(XmlTags().decode(answer, parsed("B <1>said</1> &lt;b<2/>"))) == expected


@pytest.mark.parametrize("answer", ['A <x id="1">b', "A </x>b", "A <x>b</x>", 'A <x id="1">b</x> x id="2"', "A b"])
def test_xml_tags_refuse_damage(answer):
    with pytest.raises(MarkupDamaged):
        XmlTags().decode(answer, parsed("A <1>b</1>"))


def test_xml_tags_do_not_write_a_text_that_looks_like_them():
    with pytest.raises(MarkupDamaged):
        XmlTags().encode(parsed('write &lt;x id="1"> <1>so</1>'))
