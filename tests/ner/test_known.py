"""Names that the lexicons hold."""

from __future__ import annotations

import pytest

from arcorpus.ner.known import known


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("زار الصين أمس", [("الصين", "LOC", 0.9)]),
        ("دوماً ما يأتي", []),
        ("فيروس كورونا أمس", []),
        ("الصحيفة السعودية نشرت", []),
        ("«الحياة» السعودية نشرت", []),
        ("غادر السعودية أمس", [("السعودية", "LOC", 0.9)]),
        ("التقى مسؤولا ليبيا", []),
        ("التقى مسؤولو ليبيا", [("ليبيا", "LOC", 0.9)]),
        ("قرر المؤتمر الوطني العام الليبي ذلك", [("المؤتمر الوطني العام الليبي", "ORG", 0.93)]),
        ("قالت الأمم المتحدة إن", [("الأمم المتحدة", "ORG", 0.93)]),
        ("وللأمم المتحدة دور", [("للأمم المتحدة", "ORG", 0.91)]),
        ("عاد للصين أمس", [("للصين", "LOC", 0.9)]),
        ("قالت حركة حماس إن", [("حماس", "ORG", 0.85)]),
        ("قال حزب الله إن", [("حزب الله", "ORG", 0.93)]),
        ("وصل بتونس وفد", [("تونس", "LOC", 0.8)]),
        ("ذكرت رويترز أمس", [("رويترز", "ORG", 0.85)]),
        ("بيان لرويترز أمس", [("رويترز", "ORG", 0.75)]),
        ("ذهب إلى السوق", []),
    ],
)
def test_known(candidates_by, text, names):
    """A name of the lexicons counts, but for adjectives, accusatives and «ك» of another word; heads stay outside."""
    assert candidates_by(known, text) == names
