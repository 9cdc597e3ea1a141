"""Where sentences end, and where they do not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.text.sentences import split_sentences
from arcorpus.types import Span

LONG = 100_000
PIECES = st.sampled_from(
    [
        "كلمة",
        "وقال",
        "هذا",
        "التغيير",
        "د",
        "أ.د",
        "م",
        "14.3",
        "2020",
        ".",
        "...",
        "…",
        "؟",
        "!",
        "؟!",
        "،",
        "«",
        "»",
        '"',
        "“",
        "”",
        "(",
        ")",
        " ",
        " ",
        "\n",
        "\r\n",
        "\u2028",
        "\u200f",
        "\ufeff",
        "•",
        "AI",
        "U.S.",
        "a.com",
        "\u00a0",
        "-",
        "👍",
        "ـ",
        "ً",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join))
NO_INK = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\ufeff" + "".join(
    chr(c) for c in (*range(0x202A, 0x202F), *range(0x2060, 0x206A))
)


def sentences(text, skip=()):
    """The surfaces of the sentences."""
    return [text[s.start : s.end] for s in split_sentences(text, skip)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ذهب الوزير. وعاد؟ نعم! حسنا", ["ذهب الوزير.", "وعاد؟", "نعم!", "حسنا"]),
        ("عنوان فرعي\nنص الفقرة\r\nأخرى\u2028ثالثة", ["عنوان فرعي", "نص الفقرة", "أخرى", "ثالثة"]),
        ("فوق الجبل . وعلى السفح ؟ نعم", ["فوق الجبل .", "وعلى السفح ؟", "نعم"]),
        ("غادر المدينة.وقال الوزير .وأضاف", ["غادر المدينة.", "وقال الوزير .", "وأضاف"]),
        ("تنوع الدخل. 2. التضخم ومكوناته", ["تنوع الدخل.", "2. التضخم ومكوناته"]),
        ("كان ذلك في 2020.وقال آخر", ["كان ذلك في 2020.", "وقال آخر"]),
        ("أهلا بالشركة.OpenAI تعلن", ["أهلا بالشركة.", "OpenAI تعلن"]),
        ("حقا؟! نعم؟؟ لا", ["حقا؟!", "نعم؟؟", "لا"]),
    ],
)
def test_marks_and_lines_end_sentences(text, expected):
    """A full stop, a question or exclamation mark and a line end a sentence, whatever the spaces around the mark."""
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "بلغ 14.3 مليار و١٤٫٣ و3.14 في المئة",
        "قال د. أحمد وأ.د. محمد إن الأمر كذلك",
        "قبل 300 ق.م. في مصر",
        "نقلت أ.ف.ب. عن مصدر",
        "قناة سي.إن.إن الأمريكية",
        "أحمد ز. أمين مدير",
        "في U.S. Steel ومع Apple Inc. وغيرها vs. them",
        "راجع https://example.com/a.b?c=1 أو a.b@example.com أو main.py أو الإصدار v1.2.3",
        "علي بابا.كوم موقع صيني",
        "بأكثر من مئة مليون دولار... وتقديمه مجانا",
        "نعم؟، قال الرجل",
        "قال (!) إن الأمر غريب",
        'كتاب "لماذا نكتب؟" صدر أمس',
        "«نعم.» قال الرجل",
        "1. أولا كذا",
    ],
)
def test_a_mark_that_ends_nothing(text):
    """Numbers, abbreviations, initials, addresses, pauses and quoted titles hold marks that end no sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«أنا هنا.» وأضاف آخر", ["«أنا هنا.»", "وأضاف آخر"]),
        ("(انتهى الأمر.) ثم عاد", ["(انتهى الأمر.)", "ثم عاد"]),
        ('وقال "نحن هنا. " وأضاف', ['وقال "نحن هنا. "', "وأضاف"]),
        ('وقال ذلك. " نحن هناك "', ["وقال ذلك.", '" نحن هناك "']),
        ('قال "أين؟"وسأل', ['قال "أين؟"', "وسأل"]),
        ('قال: "هل هذا؟\'". ثم', ['قال: "هل هذا؟\'".', "ثم"]),
        (
            'قال كيم "الاقتصاد عانى. لكن الحكومة تحتاج. ونحن هنا". وعاد',
            ['قال كيم "الاقتصاد عانى.', "لكن الحكومة تحتاج.", 'ونحن هنا".', "وعاد"],
        ),
    ],
)
def test_quotation_marks(text, expected):
    """Closing quotes belong to the sentence they close, and sentences end inside a quotation as outside."""
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عاش في ق.م. وقال", ["عاش في ق.م.", "وقال"]),
        ("عام 1990م. شهدت البلاد", ["عام 1990م.", "شهدت البلاد"]),
        ("سنة 1446 هـ. بدأت", ["سنة 1446 هـ.", "بدأت"]),
        ("وصل إلى U.S. وقال", ["وصل إلى U.S.", "وقال"]),
        ("حسنا... هذا الأمر صعب", ["حسنا...", "هذا الأمر صعب"]),
    ],
)
def test_doubtful_marks_before_an_opening(text, expected):
    """An abbreviation, a year or a pause ends a sentence where what follows plainly begins one."""
    assert sentences(text) == expected


def test_bullets_begin_sentences():
    """Bullets inside a line begin sentences of their own."""
    assert sentences("الشروط: • بند أول • بند ثان") == ["الشروط:", "• بند أول", "• بند ثان"]


PARAGRAPH = "في رسالة حديثة شارك الرئيس التنفيذي للشركة رؤيته لمستقبل البلاد،"


def test_commas_end_sentences_where_paragraphs_end_in_commas():
    """In a text whose paragraphs end in commas, one before a clause with its own subject ends a sentence."""
    second = "تعتبر التصريحات تحولا في نهج الشركة التي كانت فخورة، هذا التغيير يثير تساؤلات كثيرة،"
    cut = ["تعتبر التصريحات تحولا في نهج الشركة التي كانت فخورة،", "هذا التغيير يثير تساؤلات كثيرة،"]
    assert sentences(f"{PARAGRAPH}\nعنوان\n{second}") == [PARAGRAPH, "عنوان", *cut]
    assert sentences(f"{PARAGRAPH[:-1]}.\n{second[:-1]}.") == [PARAGRAPH[:-1] + ".", second[:-1] + "."]


def test_commas_inside_quotations_end_nothing():
    """A comma inside an open quotation ends no sentence even there."""
    quoted = "وقال الرئيس للصحفيين أمس «نحن نعمل بجد كبير، ولكن الطريق طويل» أمام الجميع،"
    assert sentences(f"{PARAGRAPH}\n{quoted}") == [PARAGRAPH, quoted]


def test_skipped_stretches():
    """No sentence touches a skipped stretch, and the sentence before it ends there; order and overlap do not matter."""
    text = "قبل اقرأ أيضا بعد. نهاية"
    assert sentences(text, [Span(4, 13)]) == ["قبل", "بعد.", "نهاية"]
    assert sentences(text, [Span(8, 13), Span(4, 10)]) == ["قبل", "بعد.", "نهاية"]
    assert sentences(text, [Span(0, len(text))]) == []


@pytest.mark.parametrize("text", ["", " \n\t", "\u200f\n\ufeff\u200b"])
def test_nothing_visible(text):
    """White space and invisible controls make no sentence."""
    assert split_sentences(text) == ()


@given(TEXTS)
def test_sentences_cover_what_is_visible(text):
    """Sentences are in order, apart, trimmed, and together hold every visible character."""
    end = 0
    for sentence in split_sentences(text):
        assert end <= sentence.start < sentence.end <= len(text)
        assert not any(c.isspace() or c in NO_INK for c in (text[sentence.start], text[sentence.end - 1]))
        assert not any(not c.isspace() and c not in NO_INK for c in text[end : sentence.start])
        end = sentence.end
    assert all(c.isspace() or c in NO_INK for c in text[end:])


@given(TEXTS, st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_sentences_keep_out_of_skipped_stretches(text, ends):
    """Whatever is skipped, no sentence overlaps it and all else that is visible stays covered."""
    low, high = sorted(min(end, len(text)) for end in ends)
    covered = {i for s in split_sentences(text, [Span(low, high)]) for i in range(s.start, s.end)}
    assert covered.isdisjoint(range(low, high))
    visible = {i for i, c in enumerate(text) if not c.isspace() and c not in NO_INK}
    assert visible - set(range(low, high)) <= covered


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        ".",
        "1",
        "ا",
        '. "',
        '."',
        "1. ",
        "؟ ",
        "a.",
        "د. ",
        "،",
        "هذا الأمر، ",
        "«",
        "• ",
        " ",
        '."a',
        '…"',
        "\u200f",
        "!)",
        "ا.",
    ],
)
def test_hostile_lines_take_linear_time(unit):
    """Time is linear on a line of one kind of character, whatever it repeats: a quadratic step would take minutes."""
    began = time.process_time()
    split_sentences(unit * (LONG // len(unit)) + "a")
    assert time.process_time() - began < 15
