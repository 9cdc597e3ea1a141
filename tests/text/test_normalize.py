"""Profiles, steps, the map back, the stream and their page of the documentation."""

from __future__ import annotations

import io
import itertools
import random
import re
import time
import tracemalloc
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.errors import UsageError
from arcorpus.text import normalize as module
from arcorpus.text.normalize import PROFILES, STEPS, Normalized, fold, normalize, normalize_stream, steps_of
from arcorpus.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = "ءآأؤإئابةتجدرسلمنهوىيٱ"
MARKS = "\u064b\u064e\u0651\u0652\u0670\u0653\u0654\u0655\u0610\u06d6\u06e5\u0301\u0308\u0327\u0345"
RICH = (
    LETTERS * 3
    + "اااللللتتتوووييي"
    + MARKS * 2
    + "ـ" * 6
    + "یےکگڤپچہەۀۂۓۆٲٵٸﺍﻻﻷﻲﯽﱠﹹﷲﷺ﷼﷽"
    + "٠٩۵٪٫٬٤3.-"
    + "«»“”’…–،؛؟ـ"
    + "\u200b\u200c\u200d\u200e\u200f\u202b\u202c\u2067\ufeff\u00ad\u034f\ufe0f"
    + "    \u00a0\u202f\u3000\t"
    + "\n\r\x0b\u2028\x85"
    + "aAéÉßİŉǰΐᾳẞKÅſﬁ"
    + "😀👩‍👦❤️🇪🇬"
    + "中한\u1100\ufffe\x00\ud800"
)
TEXTS = st.text(st.sampled_from(RICH), max_size=40) | st.text(max_size=20)
WORDS = st.text(st.sampled_from("بتجدرسلمنهوي"), min_size=1, max_size=8)
NAMES = (*PROFILES, *STEPS)
LISTS = st.lists(st.sampled_from(list(STEPS)), min_size=1, max_size=8).map(",".join)
LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class Source(io.StringIO):
    """A stream that gives its text in pieces of given sizes, whatever size is asked for."""

    def __init__(self, text: str, sizes: Sequence[int]) -> None:
        super().__init__(text, newline="")
        self.sizes = list(sizes)

    def read(self, size: int | None = -1) -> str:
        """The next piece."""
        return super().read(self.sizes.pop() if self.sizes else size)


def streamed(text: str, profile: str, sizes: Sequence[int] = ()) -> str:
    """What the stream writes for a text that comes in pieces."""
    out = io.StringIO(newline="")
    normalize_stream(Source(text, sizes), out, profile)
    return out.getvalue()


def surface(text: str, word: str, profile: str = "match") -> str:
    """The original surface of the first place where a word's normal form stands in a text's."""
    normal = normalize(text, profile)
    start = normal.text.index(fold(word, profile))
    span = normal.original_span(start, start + len(fold(word, profile)))
    return text[span.start : span.end]


@pytest.mark.parametrize("profile", NAMES)
@settings(deadline=None)
@given(text=TEXTS)
def test_twice_is_once(profile, text):
    """Every profile and every single step gives a text that it leaves alone."""
    once = fold(text, profile)
    assert fold(once, profile) == once


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, steps=LISTS)
def test_twice_is_once_for_any_list(text, steps):
    """Any list of steps gives a text that it leaves alone: no step makes work for one before it."""
    once = fold(text, steps)
    assert fold(once, steps) == once


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, profile=st.sampled_from(NAMES) | LISTS)
def test_fold_is_the_text_of_normalize(text, profile):
    """The fast way and the way with the map give the same text."""
    assert fold(text, profile) == normalize(text, profile).text


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, profile=st.sampled_from(NAMES) | LISTS)
def test_the_map_is_monotone(text, profile):
    """Each character of the normal form has a surface of its own length or more, and surfaces never go backwards."""
    normal = normalize(text, profile)
    spans = [normal.original_span(i, i + 1) for i in range(len(normal.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for left, right in itertools.pairwise(spans):
        assert left.start <= right.start
        assert left.end <= right.end


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, profile=st.sampled_from(NAMES) | LISTS)
def test_the_map_covers_the_text(text, profile):
    """What lies in no surface is what the steps delete when it stands alone, and a surface folds to its own form."""
    normal = normalize(text, profile)
    covered = {i for k in range(len(normal.text)) for i in range(*bounds(normal.original_span(k, k + 1)))}
    assert all(fold(text[i], profile) == "" for i in range(len(text)) if i not in covered)
    whole = normal.original_span(0, len(normal.text))
    assert fold(text[: whole.start] + text[whole.end :], profile) == ""


@settings(deadline=None)
@given(text=TEXTS, profile=st.sampled_from(NAMES), data=st.data())
def test_a_span_is_made_of_its_characters(text, profile, data):
    """A stretch begins where its first character does and ends where its last one does; an empty one is empty."""
    normal = normalize(text, profile)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    span = normal.original_span(start, end)
    if start < end:
        first, last = normal.original_span(start, start + 1), normal.original_span(end - 1, end)
        assert span == Span(first.start, last.end)
    else:
        assert span.start == span.end <= len(text)


def bounds(span: Span) -> tuple[int, int]:
    """A span as two numbers."""
    return span.start, span.end


@settings(max_examples=200, deadline=None)
@given(
    words=st.lists(WORDS, min_size=1, max_size=6),
    profile=st.sampled_from(["display", "match", "search"]),
    seed=st.integers(0, 1 << 30),
)
def test_a_word_found_in_the_normal_form_has_its_surface(words, profile, seed):
    """Whatever marks, strokes and controls are strewn over a text, a word's surface holds its letters and its marks."""
    pick = random.Random(seed)  # noqa: S311 - a test's own dice
    marks = "\u064e\u0651\u0670" if profile != "display" else ""
    strokes = ["ـ", *marks, ""] if profile != "display" else [""]
    text, surfaces = "", []
    for word in words:
        dressed = "".join(letter + pick.choice(strokes) for letter in word)
        text += pick.choice(["", "\u200f", "\u202b"])
        surfaces.append(Span(len(text), len(text) + len(dressed)))
        text += dressed + pick.choice(["", "\u200f", "\u202c"]) + pick.choice([" ", "\u00a0", "\n", "، "])
    normal = normalize(text, profile)
    at = 0
    for word, expected in zip(words, surfaces, strict=True):
        form = fold(word, profile)
        at = normal.text.index(form, at)
        assert normal.original_span(at, at + len(form)) == expected
        at += len(form)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, profile=st.sampled_from(NAMES), sizes=st.lists(st.integers(1, 9), max_size=60))
def test_a_stream_gives_what_the_whole_gives(text, profile, sizes):
    """However a stream is cut into pieces, it gives the normal form of the whole."""
    assert streamed(text, profile, sizes) == fold(text, profile)


@pytest.mark.parametrize("profile", PROFILES)
@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1 << 30))
def test_long_texts_are_folded_block_by_block_without_a_seam(profile, seed):
    """A text longer than a block has the normal form that one pass over all of it gives."""
    pick = random.Random(seed)  # noqa: S311 - a test's own dice
    common = "ابتجدرسلمنهوي" * 3 + "    \n" + RICH
    text = "".join(pick.choices(common, k=3 * module._BLOCK))  # noqa: SLF001 - its size is what is tested
    assert fold(text, profile) == normalize(text, profile).text == streamed(text, profile, [700] * 20)


@settings(deadline=None)
@given(text=TEXTS, profile=st.sampled_from(NAMES) | LISTS)
def test_line_ends_stay(text, profile):
    """No step makes, removes, joins or changes a line end."""
    assert LINE_ENDS.findall(fold(text, profile)) == LINE_ENDS.findall(text)


@settings(deadline=None)
@given(text=st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي ,.?!()\"'-0123456789abc\n\t")))
def test_plain_text_stays(text):
    """Text in bare letters and ASCII has its own form under `match`, but for runs of spaces."""
    assert fold(text, "match") == re.sub("  +", " ", text)


def test_profiles_are_made_of_steps():
    """Profiles name known steps in the order in which they are applied; `none` has none, `search` has the most."""
    for steps in PROFILES.values():
        assert list(steps) == [step for step in STEPS if step in steps]
    assert PROFILES["none"] == ()
    assert set(PROFILES["match"]) < set(PROFILES["search"])
    assert set(STEPS) == set(PROFILES["search"]) | {"stretch"}


def test_steps_of_takes_profiles_and_lists():
    """A profile, a step, or a list of both: the steps come in their order, each once."""
    assert steps_of("match") == PROFILES["match"]
    assert steps_of(" digits ,alef,alef") == ("alef", "digits")
    assert steps_of("display,digits") == tuple(s for s in STEPS if s in {*PROFILES["display"], "digits"})


@pytest.mark.parametrize("name", ["", "Match", "alef,", "alef;digits", "harakat"])
def test_unknown_steps_are_a_usage_error_that_names_the_known(name):
    """An unknown name is wrong usage, and the message lists the profiles and the steps."""
    with pytest.raises(UsageError, match=r"search.*tatweel") as caught:
        steps_of(name)
    assert caught.value.exit_code == 2
    for call in (fold, normalize):
        with pytest.raises(UsageError):
            call("نص", name)
    with pytest.raises(UsageError):
        streamed("", name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("إلى", "الي"),
        ("على مستشفى", "علي مستشفي"),
        ("موسى", "موسي"),
        ("الهدى،", "الهدي,"),
        ("هُدًى", "هدي"),
        ("رؤىٰ", "رءي"),
    ],
)
def test_a_final_alef_maqsura_never_becomes_an_alef(text, expected):
    """«إلى» stays apart from «إلا», whatever marks stand on it."""
    assert fold(text, "match") == expected
    assert "ا" not in fold(text.replace("إ", ""), "search").replace("ال", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فى المدينة", "في المدينة"),
        ("مسئول مسؤول", "مسءول مسءول"),
        ("أبناؤه أبنائه", "ابناءه ابناءه"),
        ("ﻻ ﺑﺄس", "لا باس"),
        ("نوڤمبر", "نوفمبر"),
        ("العـــربية", "العربية"),
        ("كوفيد–١٩", "كوفيد-19"),
        ("٦٥٫٥٪", "65.5%"),
        ("سيارة\u200cها", "سيارةها"),
        ("محمدﷺ قال", "محمد صلي الله عليه وسلم قال"),
        ("وﷲ", "والله"),
        ("١٠٠﷼", "100 ريال"),
        ("رئيس\u00a0 الوزراء", "رءيس الوزراء"),
        ("ا\u0654حمد", "احمد"),
        ("مسو\u0654ول", "مسءول"),
        ("تأري\u0654خ", "تارءخ"),
        ("Cafe\u0301 META", "Café META"),
        ("«قال»: ‹نعم›…", "\"قال\": 'نعم'..."),
        ("﴿آية﴾", "(اية)"),
        ("«سلیمان» علی", '"سليمان" علي'),
        ("مکتبہ", "مكتبه"),
    ],
)
def test_match_brings_spellings_of_one_word_together(text, expected):
    """`match` takes away what differs between spellings of the same word, and nothing else."""
    assert fold(text, "match") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طوييييل جدددا", "طويل جدا"),
        ("اللللله", "الله"),
        ("الللاعبون", "اللاعبون"),
        ("جميللللل", "جميل"),
        ("وووري الثرى", "وووري الثري"),
        ("تتتبع", "تتتبع"),
        ("تشتتت", "تشتتت"),
        ("بببغاء", "بببغاء"),
        ("ووووصل", "وصل"),
        ("ههههه", "ه"),
        ("اللغة", "اللغه"),
        ("WWW AAA 1000", "www aaa 1000"),
        ("Straße İstanbul", "strasse i̇stanbul"),
        ("مـمـمتاز", "متاز"),
        ("قوّة كبرى", "قوه كبري"),
    ],
)
def test_search_folds_most(text, expected):
    """`search` also undoes elongation, ta marbuta and case, and keeps the letters that a word can hold three times."""
    assert fold(text, "search") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الـعـربـية", "العربية"),
        ("١٤٣٦هـ", "١٤٣٦هـ"),
        ("بـ«ميتا»", "بـ«ميتا»"),
        ("لندن ـ رويترز", "لندن ـ رويترز"),
        ("مُـحَـمَّـد", "مُحَمَّد"),
        ("ﻻ\u200f إله", "لا إله"),
        ("ﷺ", "ﷺ"),
        ("علی سلیم کتاب", "على سليم كتاب"),
        ("إ\u200bلى", "إلى"),
        ("٥\u00a0آلاف", "٥ آلاف"),
        ("می\u200cخواهم 👩\u200d👦 ❤️", "مى\u200cخواهم 👩\u200d👦 ❤️"),
        ("ا\u0653 ي\u0654", "آ ئ"),
        ("شَدَّة", "شَدَّة"),
        ("پاريس ڤ", "پاريس ڤ"),
    ],
)
def test_display_changes_nothing_that_a_reader_sees(text, expected):
    """`display` keeps marks, digits, joiners that shape, strokes at a word's end and letters of foreign sounds."""
    assert fold(text, "display") == expected


@settings(deadline=None)
@given(text=TEXTS)
def test_none_changes_nothing(text):
    """`none` gives the text itself."""
    assert fold(text, "none") == normalize(text, "none").text == streamed(text, "none") == text


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("زارَ الرَّئِيسُ بَيْرُوتَ.", "بيروت", "بَيْرُوتَ"),
        ("«الـرئـيـس» قال", "الرئيس", "الـرئـيـس"),
        ("في ﻻهاي أمس", "لاهاي", "ﻻهاي"),
        ("قال \u202bميتا\u202c إن", "ميتا", "ميتا"),
        ("\ufeffميتا", "ميتا", "ميتا"),
        ("مي\u200bتا تقول", "ميتا", "مي\u200bتا"),
        ("أ\u0655حمد", "أحمد", "أ\u0655حمد"),
        ("عام 1436هـ.", "1436ه", "1436هـ"),
        ("رئيس \u00a0 الوزراء", "رئيس الوزراء", "رئيس \u00a0 الوزراء"),
        ("كتب…", "كتب", "كتب"),
        ("ﷺ", "الله", "ﷺ"),
        ("قال: ُأحمد", "أحمد", "أحمد"),
        ("ا\u064e\u0654حمد جاء", "أحمد", "ا\u064e\u0654حمد"),
        ("ال\u200c جديد", "ال", "ال\u200c"),
    ],
)
def test_the_surface_of_a_match(text, word, expected):
    """The surface has the marks and strokes that belong to its letters, and no control or mark of another."""
    assert surface(text, word) == expected


def test_the_surface_of_an_elongated_word():
    """A run of a letter is taken whole."""
    assert surface("كان رااااائعاً!", "رائعا", "search") == "رااااائعاً"


def test_a_text_in_which_nothing_moves_has_no_map():
    """Where only letters change their form, the offsets are the original's and no memory is spent on them."""
    normal = normalize("قالت إدارة الشركة إن «ميتا» اشترت ١٠ آلاف", "match")
    assert normal._starts is None  # noqa: SLF001 - the memory is the point
    assert normal.original_span(5, 10) == Span(5, 10)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 5)])
@pytest.mark.parametrize("text", ["بيتا", "بَيتا"])
def test_a_stretch_outside_the_text_is_an_error(text, start, end):
    """Offsets that are none of the normal form's are refused, with a map and without."""
    with pytest.raises(ValueError, match="no stretch"):
        normalize(text).original_span(start, end)


def test_a_result_cannot_be_changed():
    """The result is frozen and has no room for other attributes."""
    normal = normalize("نص")
    assert isinstance(normal, Normalized)
    with pytest.raises(AttributeError):
        normal.text = "غير"
    assert not hasattr(normal, "__dict__")


def test_an_empty_text():
    """The empty text, and one of which nothing is left, have empty spans."""
    assert normalize("").original_span(0, 0) == Span(0, 0)
    gone = normalize("\u200f\u064e")
    assert (gone.text, gone.original_span(0, 0)) == ("", Span(2, 2))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    "run",
    [
        "\u064e",
        "\u0651\u064e",
        "\u0654",
        "ـ",
        "ـ\u064e",
        "بـ",
        "ی",
        "ی\u064e",
        " ",
        " \u200f",
        "ا",
        "ل",
        "ﷺ",
        "ا\u0654",
        "a\u0301\u0327",
        "\u0301\u0327",
        "ﺍ",
        "بت",
        "…",
        "😀",
        "\u00a0 ",
    ],
)
def test_time_grows_with_length_alone(profile, run):
    """Thirty thousand of anything on one line take a moment, not a quadratic age."""
    text = "ب" + run * (30_000 // len(run))
    start = time.perf_counter()
    fold(text, profile)
    normalize(text, profile)
    assert time.perf_counter() - start < 5


class Endless(io.TextIOBase):
    """A line without an end, made as it is read."""

    def __init__(self, piece: str, length: int) -> None:
        self.piece, self.length, self.at = piece, length, 0

    def read(self, size: int | None = -1) -> str:
        """The next code points, at most `size`."""
        end = self.length if not size or size < 0 else min(self.at + size, self.length)
        begin, wanted, self.at = self.at % len(self.piece), end - self.at, end
        return (self.piece * (wanted // len(self.piece) + 2))[begin : begin + wanted]


class Count(io.TextIOBase):
    """A sink that keeps nothing but the number of code points."""

    def __init__(self) -> None:
        self.length = 0

    def write(self, text: str) -> int:
        """Count."""
        self.length += len(text)
        return len(text)


@pytest.mark.parametrize(
    ("piece", "least", "most"),
    [
        ("قال إنّ الشركة ", 9_333_333, 9_333_334),
        ("بت", 10_000_000, 10_000_000),
        ("😀", 10_000_000, 10_000_000),
        ("\u064e", 0, 0),
        ("ـ", 0, 0),
        (" ", 1, 10),
    ],
)
def test_a_stream_of_one_endless_line_takes_little_memory(piece, least, most):
    """Ten million code points on one line go through in the memory of one or two, with borders or without."""
    sink = Count()
    tracemalloc.start()
    try:
        normalize_stream(Endless(piece, 10_000_000), sink, "match")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 24_000_000
    assert least <= sink.length <= most


def test_the_text_of_a_stream_may_end_anywhere():
    """A stream that ends without a line end, or in the middle of a word's marks, loses nothing."""
    assert streamed("أ", "match", [1]) == "ا"
    assert streamed("سطر\r\nبَ", "display", [4, 1]) == "سطر\r\nبَ"


EXAMPLES = {
    "invisible": "قال\u200f",
    "joiners": "ه\u200d",
    "presentation": "ﻻﺑﺪ",
    "tatweel": "هـ",
    "diacritics": "مُحَمَّد",
    "words": "وﷲ",
    "stretch": "العـــام ١٤٤٦هـ",
    "letters": "کتاب علی",
    "foreign": "نوڤمبر",
    "case": "OpenAI",
    "compose": "ا\u0653ب",
    "alef": "أحمد إلى",
    "hamza": "مسؤول مسئول",
    "maqsura": "فى",
    "tamarbuta": "مدينة",
    "digits": "٦٥٫٥٪",
    "punctuation": "«نعم»، قال…",
    "repeats": "رااائع",
    "space": "رئيس\u00a0الوزراء",
}


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("القرءان", "القرآن"), ("وبالقرءان", "وبالقرآن"), ("ءامنوا", "آمنوا"), ("والءاخرة", "والآخرة"),
        ("القُرْءَان", "القُرْآن"), ("مرءاة", "مرآة"), ("للءاخرين", "للآخرين"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("profile", ["match", "search"])
def test_hamza_and_alef_that_stand_for_madda(written, same, profile):
    """«القرءان» is القرآن: ءا is an old way to write آ at a word's start, after the article and in three words."""
    assert fold(written, profile) == fold(same, profile)
    span = normalize(written, profile).original_span(0, len(fold(written, profile)))
    assert written[span.start : span.end] == written


@pytest.mark.parametrize("word", ["قراءات", "سوءا", "بدءا", "جزءان", "سؤال", "لئام", "فئات", "وئام", "كفاءات"])
def test_hamza_and_alef_that_are_two_letters(word):
    """«قراءات», «بدءا» and what folding makes of «سؤال» keep their hamza."""
    assert "ء" in fold(word)
    assert fold(fold(word)) == fold(word)


def visible(text: str) -> str:
    """A text in which what cannot be seen is named."""
    return "".join(f"[U+{ord(c):04X}]" if c in "\u00a0\u0653" or unicodedata.category(c) == "Cf" else c for c in text)


def tables() -> str:
    """The tables of docs/normalize.md, made from the module."""
    lines = ["| step | what it does | example | becomes |", "|---|---|---|---|"]
    for step, does in STEPS.items():
        example = EXAMPLES[step]
        lines.append(f"| `{step}` | {does} | {visible(example)} | {visible(fold(example, step))} |")
    lines += ["", f"| step | {' | '.join(f'`{name}`' for name in PROFILES)} |", "|---|" + ":-:|" * len(PROFILES)]
    for step in STEPS:
        marks = ("×" if step in steps else " " for steps in PROFILES.values())
        lines.append(f"| `{step}` | {' | '.join(marks)} |")
    return "\n".join(lines) + "\n"


def test_each_step_has_an_example_that_it_changes():
    """No example in the documentation stands still."""
    assert all(fold(text, step) != text for step, text in EXAMPLES.items())


def test_the_documentation_is_what_the_module_does():
    """docs/normalize.md holds the tables that the module gives."""
    page = (Path(__file__).parents[2] / "docs" / "normalize.md").read_text(encoding="utf-8")
    assert tables() in page, "docs/normalize.md is stale: put in the output of python tests/test_normalize.py"


if __name__ == "__main__":
    import sys

    sys.stdout.write(tables())
