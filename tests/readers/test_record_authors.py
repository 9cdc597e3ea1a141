"""What stands in the field of an author is a person, an agency, or both."""

from __future__ import annotations

import pytest

from arcorpus.readers.record_authors import Signed, read_author
from arcorpus.readers.record_fields import to_article

TEXT = "قال وزير الأشغال إن الجسر الجديد يفتح أمام السيارات مطلع الشهر المقبل، وإن الأعمال انتهت."


@pytest.mark.parametrize(
    "written", ["رويترز - القاهرة", "د ب أ - برلين", "واس - الرياض", "وام / أبوظبي", "أ.ف.ب/باريس"]
)
def test_an_agency_with_its_town_is_a_source(written):
    """An agency is no author, be it alone or with the town that it writes from."""
    agency = written.replace(" /", "/").replace(" -", "/").split("/")[0]
    assert read_author(written) == Signed(None, agency)
    assert read_author(agency) == Signed(None, agency)


@pytest.mark.parametrize(
    ("written", "author", "source"),
    [
        ("أحمد علي - بغداد", "أحمد علي", None),
        ("بغداد - أحمد علي", "أحمد علي", None),
        ("كتب: أحمد علي", "أحمد علي", None),
        ("محمد الخطيب - الجزيرة نت", "محمد الخطيب", "الجزيرة نت"),
        ("منى سالم - القاهرة (أ ف ب)", "منى سالم", "أ ف ب"),
        ("أحمد علي، منى سالم", "أحمد علي، منى سالم", None),
        ("قسم التحرير", "قسم التحرير", None),
        ("John Smith", "John Smith", None),
        ("القاهرة", "القاهرة", None),
    ],
)
def test_a_person_stays_the_author(written, author, source):
    """A person is the author without the town and the agency; what is not understood stays as it is written."""
    assert read_author(written) == Signed(author, source)


def test_an_agency_beside_the_source():
    """A record with a source of its own keeps it, and the agency in the author's field is told."""
    article = to_article({"text": TEXT, "source": "جريدة الميناء", "author": "رويترز - القاهرة"}, "x", 0, "line 1")
    assert (article.source, article.author) == ("جريدة الميناء", None)
    assert article.warnings == ("in the author's field stands «رويترز», a source beside its own",)
    article = to_article({"text": TEXT, "author": "رويترز - القاهرة"}, "x", 0, "line 1")
    assert (article.source, article.author, article.warnings) == ("رويترز", None, ())
    assert to_article({"text": TEXT, "author": 17}, "x", 0, "line 1").author is None
