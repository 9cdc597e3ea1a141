"""Each step against the functions of camel-tools and PyArabic, over whole blocks and over words.

Where a step differs on purpose, the test names the characters and says why.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from arcorpus.resources import lexicon
from arcorpus.text.normal_steps import Folding
from arcorpus.text.normalize import PROFILES, STEPS, fold, normalize

if TYPE_CHECKING:
    from collections.abc import Callable

pytest.importorskip("camel_tools.utils.dediac")
pytest.importorskip("pyarabic.araby")

from camel_tools.utils import charmap, dediac
from camel_tools.utils import normalize as camel
from pyarabic import araby
from pyarabic import normalize as pyarabic

ARABIC = [chr(c) for c in range(0x600, 0x700)]
EXTENDED = [chr(c) for c in (*range(0x750, 0x780), *range(0x8A0, 0x900))]
FORMS = [chr(c) for c in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00))]
OTHERS = [chr(c) for c in (*range(0x20, 0x600), *range(0x2000, 0x2070), 0x1F600)]
ALL = [*ARABIC, *EXTENDED, *FORMS, *OTHERS]
TEXT = """
    إلى على الأمم المتحدة وأكد رئيس الوزراء أن مسؤولين ومسئولين في الشئون الخارجية سيلتقون غداً بأبنائهم ورؤسائهم فى
    بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ قُلْ هُوَ ٱللَّهُ أَحَدٌ آمَنُوا وَٱتَّقُوا شَيْئًا مُؤْمِنَةً هُدًى لِّلْمُتَّقِينَ رؤى جزءاً سوء شيء بُؤرة
    العـــربية مـــحـــمـــد هـ ١٤٤٦هـ الـ٢٠ بـ«ميتا» ﻻ ﻷن ﻵخر ﻹنهاء ﺍﻟﻌﺮﺑﻴﺔ ﺑﻴﺮﻭﺕ ﺍﻟﻘﺎﻫﺮﺓ OpenAI ChatGPT-4 14.3% https://x.com/ا
    کتاب فارسی ہے گوگل پاريس ڤيديو چاد ژاك ٪٥٠ ۱۲۳ ٤٫٥ مكتبة مدرسه قريه ياء موسى مستشفى سلوى ذكرى لدى حتى متى
"""
WORDS = TEXT.split()


def differences(
    step: str,
    other: Callable[[str], str],
    chars: list[str],
    before: str = "",
    after: str = "",
) -> set[str]:
    """The characters, each between two contexts, for which a list of steps and another function disagree."""
    return {c for c in chars if fold(before + c + after, step) != other(before + c + after)}


def between(first: str, last: str) -> set[str]:
    """The characters of a range that are assigned."""
    chars = map(chr, range(ord(first), ord(last) + 1))
    return {c for c in chars if unicodedata.category(c) != "Cn"}


QURANIC = between("\u0610", "\u061a") | between("\u06d6", "\u06dc") | between("\u06df", "\u06e4")
QURANIC |= set("\u06e5\u06e6\u06e7\u06e8") | between("\u06ea", "\u06ed")
OTHER_MARKS = between("\u0656", "\u065f")
EXTENDED_MARKS = between("\u08ca", "\u08e1") | between("\u08e3", "\u08ff")
HAMZA_MARKS = set("\u0653\u0654\u0655")


@pytest.mark.parametrize(
    ("step", "other"),
    [
        ("alef", camel.normalize_alef_ar),
        ("maqsura", camel.normalize_alef_maksura_ar),
        ("tamarbuta", camel.normalize_teh_marbuta_ar),
        ("tamarbuta", araby.normalize_teh),
        ("tatweel", araby.strip_tatweel),
        ("maqsura,tamarbuta", pyarabic.normalize_spellerrors),
    ],
)
def test_steps_that_agree_everywhere(step, other):
    """These steps do to every character, and to every word, what the functions of the same name do."""
    assert differences(step, other, ALL) == set()
    assert differences(step, other, ALL, before="إلَّ", after="ةـأ") == set()
    assert [fold(word, step) for word in WORDS] == [other(word) for word in WORDS]


def test_diacritics_against_camel_tools():
    """dediac_ar takes away harakat, shadda, sukun and the dagger alef; the step takes the other marks of script too."""
    more = differences("diacritics", dediac.dediac_ar, ALL)
    assert more == QURANIC | OTHER_MARKS | EXTENDED_MARKS
    assert [fold(word, "diacritics") for word in WORDS] == [dediac.dediac_ar(word) for word in WORDS]


def test_diacritics_against_pyarabic():
    """strip_tashkeel leaves the dagger alef; strip_diacritics takes it, and the hamza too, which is no diacritic."""
    tashkeel = differences("diacritics", araby.strip_tashkeel, ALL, before="بَ")
    assert tashkeel == QURANIC | OTHER_MARKS | EXTENDED_MARKS | {"\u0670"}
    # Small waw and ya are marks in a mushaf, though Unicode calls them letters; strip_small takes them as we do.
    diacritics = differences("diacritics", araby.strip_diacritics, ALL)
    assert diacritics == HAMZA_MARKS | set("\u06e5\u06e6") | EXTENDED_MARKS
    assert {c for c in ALL if araby.strip_small(c) == ""} <= {c for c in ALL if fold(c, "diacritics") == ""}
    assert [fold(word, "diacritics") for word in WORDS] == [araby.strip_diacritics(word) for word in WORDS]


def test_presentation_forms_against_camel_tools():
    """Presentation forms become what NFKC makes of them, but for lone marks and for signs that NFKC does not know."""
    differ = differences("presentation,words", camel.normalize_unicode, FORMS)
    lone_marks = between("\ufc5e", "\ufc63") | between("\ufcf2", "\ufcf4") | between("\ufe70", "\ufe7f") - {"\ufe73"}
    # NFKC sets a lone mark on a space or a stroke, which cuts the word in two; here it goes on the letter before it.
    assert fold("بﹶت", "presentation") == "بَت"
    assert camel.normalize_unicode("بﹶت") == "ب َت"
    honorifics = between("\ufd40", "\ufd4f") | set("\ufdcf\ufdfe\ufdff")  # no decomposition in Unicode
    respelled = set("\ufdf0\ufdf1\ufdf3")  # صلے, قلے and اكبر in Unicode; spelled as Arabic spells them
    tail = {"\ufe73"}  # a piece of a letter, which NFKC leaves in the word
    assert differ == lone_marks | honorifics | respelled | tail
    steps = "presentation,words,compose"
    assert [fold(word, steps) for word in WORDS] == [nfc(camel.normalize_unicode(word)) for word in WORDS]


def nfc(text: str) -> str:
    """A text in Unicode's composed form, marks in Unicode's order."""
    return unicodedata.normalize("NFC", text)


def test_presentation_forms_are_the_only_ones_taken_apart():
    """Compatibility characters outside the Arabic blocks stay, which NFKC takes apart."""
    assert fold("²½№™ﬁ①", "presentation,words,compose") == "²½№™ﬁ①"
    assert camel.normalize_unicode("²½№™ﬁ①") != "²½№™ﬁ①"


def test_lam_alef_against_pyarabic():
    """normalize_ligature makes a bare لا of four forms, losing hamza and madda; the step keeps them."""
    lam_alef = [chr(c) for c in range(0xFEF5, 0xFEFD)]
    assert [fold(c, "presentation") for c in lam_alef] == ["لآ", "لآ", "لأ", "لأ", "لإ", "لإ", "لا", "لا"]
    isolated = set("ﻵﻷﻹﻻ")
    assert {c for c in lam_alef if araby.normalize_ligature(c) != c} == isolated
    assert all(fold(c, "presentation,alef") == araby.normalize_ligature(c) for c in isolated)


def test_compose_against_camel_tools():
    """A letter and its hamza, madda or accent compose as in NFC; the order of other marks stays as it was typed."""
    differ = set()
    for letter in "اويبهىەہےٱأآaeOوc":
        for mark in "\u0653\u0654\u0655\u0301\u0327":
            for between_them in ("", "\u064e", "\u0651\u064e", "\u0650"):
                text = letter + between_them + mark
                if nfc(fold(text, "compose")) != camel.normalize_unicode(text, compatibility=False):
                    differ.add(letter + mark)
    hamza_on_maqsura = {"ى\u0654"}  # drawn as ئ, and typed so; Unicode composes ي alone
    second_hamza = {letter + mark for letter in "ٱأآ" for mark in HAMZA_MARKS}  # says nothing more, and goes
    assert differ == hamza_on_maqsura | second_hamza
    assert fold("د\u0651\u064e", "compose") == "د\u0651\u064e" != nfc("د\u0651\u064e")


def test_alef_against_pyarabic():
    """normalize_alef makes an alef of ى («إلى» becomes «الا») and of the dagger alef; the step leaves both."""
    assert differences("alef", araby.normalize_alef, ALL) == {"ى", "\u0670"}
    assert fold("إلى", "alef") == "الى"
    assert araby.normalize_alef("إلى") == "الا"
    plain = [word for word in WORDS if not set(word) & set("ى\u0670")]
    assert [fold(word, "alef") for word in plain] == [araby.normalize_alef(word) for word in plain]


def test_hamza_against_pyarabic():
    """normalize_hamza agrees on ؤ and ئ; it makes an alef of ى, and a letter of a hamza mark that nothing carries."""
    assert differences("alef,hamza", pyarabic.normalize_hamza, ALL) == {"ى", "\u0670"} | HAMZA_MARKS
    plain = [word for word in WORDS if not set(word) & set("ى\u0670")]
    assert [fold(word, "alef,hamza") for word in plain] == [pyarabic.normalize_hamza(word) for word in plain]
    # The hamza mark on a waw is the hamza of ؤ, not a letter after it.
    assert fold("مسو\u0654ول", "alef,hamza") == fold("مسؤول", "alef,hamza") == "مسءول"
    assert pyarabic.normalize_hamza("مسو\u0654ول") == "مسوءول"


def test_the_whole_chain_against_pyarabic():
    """normalize_searchtext agrees on words without ى (an alef there), Quranic marks and presentation forms."""
    steps = "tatweel,diacritics,alef,hamza,maqsura,tamarbuta"
    plain = [word for word in WORDS if not set(word) & {"ى", "\u0670", *FORMS}]
    assert len(plain) > 50
    assert [fold(word, steps) for word in plain] == [pyarabic.normalize_searchtext(word) for word in plain]
    assert fold("حتى", steps) == "حتي"
    assert pyarabic.normalize_searchtext("حتى") == "حتا"


def test_the_whole_chain_against_camel_tools():
    """The chain of camel-tools' own guide gives the same words, also without diacritics and with Persian letters."""
    steps = "presentation,words,diacritics,compose,alef,maqsura,tamarbuta"

    def chain(word: str) -> str:
        word = dediac.dediac_ar(camel.normalize_unicode(word))
        return camel.normalize_teh_marbuta_ar(camel.normalize_alef_ar(camel.normalize_alef_maksura_ar(word)))

    assert [fold(word, steps) for word in WORDS] == [chain(word) for word in WORDS]


ARCLEAN = {
    "number signs, roots, per mille, verse and poem signs: visible, and no character is like them": between(
        "\u0600", "\u060b"
    )
    | set("\u060e\u060f\u061d\u061e\u06dd\u06de\u06e9\u06fd\u06fe"),
    "the date separator stands for /, not for a comma": {"\u060d"},
    "the decimal sign stands for ., the thousands sign for a comma, whatever they look like": set("٫٬"),
    "a final ya of any kind is ى when it is drawn without dots, ي elsewhere": set("ؽؾؿیۍێ"),
    "the hamza of a letter or a mark stays; `alef` and `hamza` are steps of their own": set("ٱٲٳٴٵٶٷ") | HAMZA_MARKS,
    "a heh with hamza keeps the hamza": set("ۀۂ"),
    "the Kurdish heh is drawn as a heh, and arclean drops it": {"ە"},
    "arclean's table is one off here: dad with a dot is no sad, ghain with a dot no dad": set("ۻۼ"),
    "a Kashmiri ya is drawn from ya, and arclean drops it": {"ؠ"},
}


def test_letters_digits_and_punctuation_against_arclean():
    """Its clean-up map agrees on all of the Arabic block but for named characters; it deletes what it does not know."""
    arclean = charmap.CharMapper.builtin_mapper("arclean")
    steps = "invisible,tatweel,diacritics,letters,foreign,digits,punctuation,space"
    assigned = [c for c in ARABIC if unicodedata.category(c) != "Cn"]
    assert differences(steps, arclean, assigned, after="ب") == set().union(*ARCLEAN.values())
    assert differences(steps, arclean, list("«»“”‘’–—…\u00a0\u2009éa")) == set()
    assert fold("😀 Привет é", "search") == "😀 привет é"
    assert arclean("😀 Привет é") == "  é"


def test_each_row_of_the_table_is_used():
    """Every row names a step, a range of code points and a reason, and no character has two rows in one step."""
    seen: set[tuple[str, str]] = set()
    for row in lexicon("folds"):
        assert row["role"] in STEPS
        assert row["note"]
        first, _, last = row["form"].partition("-")
        codes = range(int(first, 16), int(last or first, 16) + 1)
        assert codes
        for code in codes:
            assert (row["role"], chr(code)) not in seen
            seen.add((row["role"], chr(code)))
            assert chr(code) not in row["value"]


def test_presentation_forms_all_go():
    """After `match` no Arabic presentation form is left, but for signs that are neither letter nor word."""
    left = {c for c in FORMS if unicodedata.category(c) != "Cn" and re.search("[ﭐ-ﻼ]", fold(c, "match"))}
    assert {unicodedata.name(c).split(" ")[1] for c in left} == {"SYMBOL"}


def test_every_letter_of_the_arabic_block_has_a_common_form():
    """After `match` every letter of the Arabic block is one of the letters of Arabic."""
    letters = [c for c in ARABIC if unicodedata.category(c) == "Lo"]
    assert {fold(c, "match") for c in letters} <= set("ءابةتثجحخدذرزسشصضطظعغفقكلمنهوي")


def test_case_reaches_every_script():
    """`case` is Unicode's case folding of each character, also where one becomes several."""
    chars = "".join(map(chr, range(0x110000)))
    assert fold(chars, "case") == normalize(chars, "case").text == chars.casefold()


@pytest.mark.parametrize("profile", PROFILES)
def test_the_quick_way_and_the_slow_agree(profile):
    """A text in common characters has the same form when a rare one beside it keeps it from the quick way."""
    text = "قالَ «رئيسُ» الشركةِ  إنّ ٥٠٪ من الأرباح… ـ هـ\u200f ذهبت إلى OpenAI،\nو\u00a0ذلك فى  مدينة."
    assert fold(text + "\n\U0001f600", profile) == fold(text, profile) + "\n\U0001f600"


def test_stages_end_in_the_folded_text():
    """The last stage is the text that folding gives; each edit lies inside the text before it."""
    folding = Folding(frozenset(PROFILES["search"]))
    text = "ﷺ\u200f رااائـعٌ  ی\u0654"
    before = text
    for after, edits in folding.stages(text):
        assert all(0 <= start < end <= len(before) for start, end, _ in edits)
        before = after
    assert before == folding.fold(text)
