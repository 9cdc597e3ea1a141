"""Files of news as people keep them: each is read whole, with the titles and dates that it has."""

from __future__ import annotations

import codecs
import csv
import io
import json
from typing import NamedTuple

import pytest

from arcorpus.errors import ReadError
from arcorpus.readers import formats
from arcorpus.readers.options import USUAL
from arcorpus.types import Article

TITLES = ("مكتبة الحي القديم تعود إلى قرائها", "أول محصول من الزعفران في الوادي")
TEXTS = (
    "فتحت مكتبة الحي القديم أبوابها صباح الإثنين بعد عام كامل من أعمال الترميم. وقالت مديرة المكتبة إنها تتسع لمئة.",
    "جنى مزارعو الوادي الأخضر هذا الأسبوع أول محصول من الزعفران. وتشارك في المشروع ثلاثون أسرة من أربع قرى.",
)
DATES = ("2023-03-14", "2023-10-29")
URLS = ("https://news.example/culture/library", "https://news.example/farm/saffron")


class Form(NamedTuple):
    """A file, and whether it has titles (t) and dates (d)."""

    content: str | bytes
    has: str


def table(rows, separator=",", quoting=csv.QUOTE_MINIMAL):
    """A table as the module csv writes it."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=quoting).writerows(rows)
    return out.getvalue()


def dumps(value):
    """JSON."""
    return json.dumps(value, ensure_ascii=False)


FORMS = {
    "sanad.csv": Form(table([["Text", "Category"], [TEXTS[0], "Culture"], [TEXTS[1], "Farm"]]), ""),
    "labels_noheader.csv": Form(table([["Culture", TEXTS[0]], ["Farm", TEXTS[1]]]), ""),
    "labels_noheader2.csv": Form(table([[TEXTS[0], "0"], [TEXTS[1], "1"]]), ""),
    "one_column.csv": Form(table([["text"], [TEXTS[0]], [TEXTS[1]]]), ""),
    "one_column_noheader.csv": Form(table([[TEXTS[0]], [TEXTS[1]]]), ""),
    "index_text_label.tsv": Form(
        table([["", "text", "label"], ["0", TEXTS[0], "ثقافة"], ["1", TEXTS[1], "زراعة"]], "\t"), ""
    ),
    "tsv_noheader.tsv": Form(f"pos\t{TEXTS[0]}\nneg\t{TEXTS[1]}\n", ""),
    "txt_noheader.tsv": Form(f"1\t{TITLES[0]}\t{TEXTS[0]}\n2\t{TITLES[1]}\t{TEXTS[1]}\n", "t"),
    "semicolon_fr.csv": Form(
        (
            "\ufeff"
            + table(
                [
                    ["Titre", "Contenu", "Date de publication", "Lien"],
                    [TITLES[0], TEXTS[0], "14/03/2023", URLS[0]],
                    [TITLES[1], TEXTS[1], "29/10/2023", URLS[1]],
                ],
                ";",
            )
        ),
        "td",
    ),
    "excel_utf16.csv": Form(
        codecs.BOM_UTF16_LE
        + table(
            [["العنوان", "النص", "التاريخ"], [TITLES[0], TEXTS[0], "2023-03-14"], [TITLES[1], TEXTS[1], "2023-10-29"]],
            "\t",
        ).encode("utf-16-le"),
        "td",
    ),
    "cp1256.csv": Form(
        table(
            [["العنوان", "الخبر", "التاريخ"], [TITLES[0], TEXTS[0], "14/3/2023"], [TITLES[1], TEXTS[1], "29/10/2023"]]
        ).encode("cp1256"),
        "td",
    ),
    "arabic_cols.csv": Form(
        table(
            [
                ["رقم", "العنوان", "الموضوع", "التصنيف"],
                ["1", TITLES[0], TEXTS[0], "ثقافة"],
                ["2", TITLES[1], TEXTS[1], "زراعة"],
            ]
        ),
        "t",
    ),
    "headline_desc.csv": Form(
        table(
            [
                ["Headline", "Description", "Date", "Url"],
                [TITLES[0], TEXTS[0], "March 14, 2023", URLS[0]],
                [TITLES[1], TEXTS[1], "October 29, 2023", URLS[1]],
            ]
        ),
        "td",
    ),
    "kaggle_overview.csv": Form(
        table(
            [
                ["date", "title", "overview", "link"],
                ["14 مارس 2023", TITLES[0], TEXTS[0], URLS[0]],
                ["29 أكتوبر 2023", TITLES[1], TEXTS[1], URLS[1]],
            ]
        ),
        "td",
    ),
    "scraped_html.csv": Form(
        table(
            [
                ["title", "content_html"],
                [TITLES[0], f"<p>{TEXTS[0]}</p><script>var x=1;</script>"],
                [TITLES[1], f"<div><p>{TEXTS[1]}</p></div>"],
            ]
        ),
        "t",
    ),
    "tweets.tsv": Form(
        table(
            [
                ["tweet_id", "user", "created_at", "tweet"],
                ["123456789012345678", "n", "Tue Mar 14 08:00:00 +0000 2023", TEXTS[0]],
                ["123456789012345679", "n", "Sun Oct 29 08:00:00 +0000 2023", TEXTS[1]],
            ],
            "\t",
        ),
        "d",
    ),
    "arsas.tsv": Form(
        "#Tweet_ID\tTweet_text\tTopic\tSentiment_label\n"
        f"929241870508724224\t{TEXTS[0]}\tculture\tNeutral\n929241870508724225\t{TEXTS[1]}\tfarm\tNeutral\n",
        "",
    ),
    "twitter_api.jsonl": Form(
        "\n".join(
            dumps(
                {
                    "created_at": created,
                    "id": n,
                    "id_str": str(n),
                    "text": t[:60] + "…",
                    "full_text": t,
                    "user": {"name": "أخبار", "screen_name": "x"},
                    "lang": "ar",
                }
            )
            for n, t, created in (
                (1, TEXTS[0], "Tue Mar 14 08:00:00 +0000 2023"),
                (2, TEXTS[1], "Sun Oct 29 08:00:00 +0000 2023"),
            )
        ),
        "d",
    ),
    "twitter_v2.json": Form(
        dumps(
            {
                "data": [
                    {"id": "1", "text": TEXTS[0], "created_at": "2023-03-14T08:00:00.000Z"},
                    {"id": "2", "text": TEXTS[1], "created_at": "2023-10-29T08:00:00.000Z"},
                ],
                "meta": {"result_count": 2},
            }
        ),
        "d",
    ),
    "crowdtangle.csv": Form(
        table(
            [
                ["Page Name", "User Name", "Post Created", "Type", "Message", "Link Text", "URL"],
                ["جريدة الميناء", "m", "2023-03-14 10:00:00 EDT", "Link", TEXTS[0], TITLES[0], URLS[0]],
                ["جريدة الميناء", "m", "2023-10-29 10:00:00 EDT", "Link", TEXTS[1], TITLES[1], URLS[1]],
            ]
        ),
        "td",
    ),
    "mediacloud.csv": Form(
        table(
            [
                [
                    "stories_id",
                    "publish_date",
                    "title",
                    "url",
                    "language",
                    "ap_syndicated",
                    "themes",
                    "media_id",
                    "media_name",
                    "media_url",
                    "text",
                ],
                ["1", "2023-03-14 10:00:00", TITLES[0], URLS[0], "ar", "False", "", "5", "جريدة", "x", TEXTS[0]],
                ["2", "2023-10-29 10:00:00", TITLES[1], URLS[1], "ar", "False", "", "5", "جريدة", "x", TEXTS[1]],
            ]
        ),
        "td",
    ),
    "afnd.json": Form(
        dumps(
            {
                "articles": [
                    {"title": TITLES[0], "text": TEXTS[0], "published date": "14/03/2023"},
                    {"title": TITLES[1], "text": TEXTS[1], "published date": "29/10/2023"},
                ]
            }
        ),
        "td",
    ),
    "saudinewsnet.json": Form(
        dumps(
            [
                {
                    "source": "aleqt",
                    "url": URLS[0],
                    "date_extracted": "2023-03-14 00:00:00",
                    "title": TITLES[0],
                    "author": "الرياض",
                    "content": TEXTS[0],
                },
                {
                    "source": "aleqt",
                    "url": URLS[1],
                    "date_extracted": "2023-10-29 00:00:00",
                    "title": TITLES[1],
                    "author": "",
                    "content": TEXTS[1],
                },
            ]
        ),
        "td",
    ),
    "newsapi.json": Form(
        dumps(
            {
                "status": "ok",
                "articles": [
                    {
                        "source": {"id": None, "name": "جريدة"},
                        "author": None,
                        "title": TITLES[0],
                        "description": TEXTS[0],
                        "url": URLS[0],
                        "publishedAt": "2023-03-14T08:00:00Z",
                        "content": TEXTS[0][:100] + "… [+1817 chars]",
                    },
                    {
                        "source": {"id": None, "name": "جريدة"},
                        "author": None,
                        "title": TITLES[1],
                        "description": TEXTS[1],
                        "url": URLS[1],
                        "publishedAt": "2023-10-29T08:00:00Z",
                        "content": TEXTS[1][:90] + "… [+1817 chars]",
                    },
                ],
            }
        ),
        "td",
    ),
    "wordpress.json": Form(
        dumps(
            [
                {
                    "id": 1,
                    "date": "2023-03-14T08:00:00",
                    "link": URLS[0],
                    "title": {"rendered": TITLES[0]},
                    "content": {"rendered": f"<p>{TEXTS[0]}</p>"},
                    "excerpt": {"rendered": "<p>x</p>"},
                    "author": 3,
                    "categories": [4],
                    "tags": [5],
                },
                {
                    "id": 2,
                    "date": "2023-10-29T08:00:00",
                    "link": URLS[1],
                    "title": {"rendered": TITLES[1]},
                    "content": {"rendered": f"<p>{TEXTS[1]}</p>"},
                    "excerpt": {"rendered": ""},
                    "author": 3,
                    "categories": [4],
                    "tags": [5],
                },
            ]
        ),
        "td",
    ),
    "reddit.jsonl": Form(
        "\n".join(
            dumps(
                {"title": t, "selftext": b, "created_utc": d, "permalink": "/r/x", "author": "u", "subreddit": "arabs"}
            )
            for t, b, d in ((TITLES[0], TEXTS[0], 1678780800), (TITLES[1], TEXTS[1], 1698566400))
        ),
        "td",
    ),
    "elastic.json": Form(
        dumps(
            {
                "took": 1,
                "hits": {
                    "total": {"value": 2},
                    "hits": [
                        {
                            "_index": "n",
                            "_id": "1",
                            "_source": {"title": TITLES[0], "body": TEXTS[0], "@timestamp": "2023-03-14T08:00:00Z"},
                        },
                        {
                            "_index": "n",
                            "_id": "2",
                            "_source": {"title": TITLES[1], "body": TEXTS[1], "@timestamp": "2023-10-29T08:00:00Z"},
                        },
                    ],
                },
            }
        ),
        "td",
    ),
    "elastic.jsonl": Form(
        "\n".join(
            dumps({"_index": "n", "_id": str(n), "_score": 1, "_source": {"title": t, "body": b, "date": d}})
            for n, t, b, d in ((1, TITLES[0], TEXTS[0], "2023-03-14"), (2, TITLES[1], TEXTS[1], "2023-10-29"))
        ),
        "td",
    ),
    "newspaper3k.json": Form(
        dumps(
            [
                {
                    "url": URLS[0],
                    "title": TITLES[0],
                    "authors": ["سلمى"],
                    "publish_date": "2023-03-14 00:00:00",
                    "text": TEXTS[0],
                    "top_image": "",
                    "movies": [],
                    "keywords": ["مكتبة"],
                    "summary": TEXTS[0][:40],
                    "meta_lang": "ar",
                    "download_date": "2024",
                },
                {
                    "url": URLS[1],
                    "title": TITLES[1],
                    "authors": [],
                    "publish_date": "2023-10-29",
                    "text": TEXTS[1],
                    "keywords": [],
                },
            ]
        ),
        "td",
    ),
    "scrapy.jl.jsonl": Form(
        "\n".join(
            dumps({"title": [t], "date": [d], "text": [b[:60], b[60:]], "url": u})
            for t, b, d, u in (
                (TITLES[0], TEXTS[0], "2023-03-14", URLS[0]),
                (TITLES[1], TEXTS[1], "2023-10-29", URLS[1]),
            )
        ),
        "td",
    ),
    "scrapy_spaces.json": Form(
        dumps(
            [
                {
                    "title": ["\r\n   " + TITLES[0] + "\r\n"],
                    "content": ["\r\n", TEXTS[0], "\r\n"],
                    "date": ["\n14 مارس 2023\n"],
                },
                {"title": ["\n" + TITLES[1]], "content": ["\n  ", TEXTS[1]], "date": ["29 أكتوبر 2023"]},
            ]
        ),
        "td",
    ),
    "bykey.json": Form(
        dumps(
            {
                "0": {"title": TITLES[0], "text": TEXTS[0], "date": "2023-03-14"},
                "1": {"title": TITLES[1], "text": TEXTS[1], "date": "2023-10-29"},
            }
        ),
        "td",
    ),
    "by_category.json": Form(
        dumps(
            {
                "ثقافة": [{"title": TITLES[0], "text": TEXTS[0], "date": "2023-03-14"}],
                "زراعة": [{"title": TITLES[1], "text": TEXTS[1], "date": "2023-10-29"}],
            }
        ),
        "td",
    ),
    "strings.json": Form(dumps([TEXTS[0], TEXTS[1]]), ""),
    "category_strings.json": Form(dumps({"ثقافة": [TEXTS[0]], "زراعة": [TEXTS[1]]}), ""),
    "url_text.json": Form(dumps({URLS[0]: TEXTS[0], URLS[1]: TEXTS[1]}), ""),
    "list_of_lists.json": Form(dumps([[TITLES[0], TEXTS[0]], [TITLES[1], TEXTS[1]]]), ""),
    "list_header.json": Form(dumps([["title", "text"], [TITLES[0], TEXTS[0]], [TITLES[1], TEXTS[1]]]), "t"),
    "pandas_cols.json": Form(
        dumps({"title": {"0": TITLES[0], "1": TITLES[1]}, "text": {"0": TEXTS[0], "1": TEXTS[1]}}), "t"
    ),
    "pandas_index.json": Form(
        dumps({"0": {"title": TITLES[0], "text": TEXTS[0]}, "1": {"title": TITLES[1], "text": TEXTS[1]}}), "t"
    ),
    "pandas_table.json": Form(
        dumps(
            {
                "schema": {
                    "fields": [
                        {"name": "index", "type": "integer"},
                        {"name": "title", "type": "string"},
                        {"name": "text", "type": "string"},
                    ],
                    "primaryKey": ["index"],
                    "pandas_version": "1.4.0",
                },
                "data": [
                    {"index": 0, "title": TITLES[0], "text": TEXTS[0]},
                    {"index": 1, "title": TITLES[1], "text": TEXTS[1]},
                ],
            }
        ),
        "t",
    ),
    "mongo.jsonl": Form(
        "\n".join(
            dumps({"_id": {"$oid": "5f" + str(n)}, "title": t, "content": b, "date": {"$date": d}})
            for n, t, b, d in (
                (1, TITLES[0], TEXTS[0], "2023-03-14T00:00:00Z"),
                (2, TITLES[1], TEXTS[1], "2023-10-29T00:00:00Z"),
            )
        ),
        "td",
    ),
    "mongo_numberlong.json": Form(
        dumps(
            [
                {
                    "_id": {"$oid": "5f1"},
                    "title": TITLES[0],
                    "content": TEXTS[0],
                    "date": {"$date": {"$numberLong": "1678780800000"}},
                },
                {
                    "_id": {"$oid": "5f2"},
                    "title": TITLES[1],
                    "content": TEXTS[1],
                    "date": {"$date": {"$numberLong": "1698566400000"}},
                },
            ]
        ),
        "td",
    ),
    "facebook_graph.json": Form(
        dumps(
            {
                "data": [
                    {"id": "1", "message": TEXTS[0], "created_time": "2023-03-14T08:00:00+0000"},
                    {"id": "2", "message": TEXTS[1], "created_time": "2023-10-29T08:00:00+0000"},
                ],
                "paging": {},
            }
        ),
        "d",
    ),
    "youtube_captions.csv": Form(table([["video_id", "caption"], ["x", TEXTS[0]], ["y", TEXTS[1]]]), ""),
    "huggingface.jsonl": Form(
        "\n".join(
            dumps({"text": b, "label": n, "meta": {"url": u, "date": d}})
            for n, b, u, d in ((0, TEXTS[0], URLS[0], "2023-03-14"), (1, TEXTS[1], URLS[1], "2023-10-29"))
        ),
        "",
    ),
    "squad.json": Form(
        dumps(
            {
                "version": "1.1",
                "data": [
                    {"title": TITLES[0], "paragraphs": [{"context": TEXTS[0], "qas": []}]},
                    {"title": TITLES[1], "paragraphs": [{"context": TEXTS[1], "qas": []}]},
                ],
            }
        ),
        "t",
    ),
    "sql_semicolon.csv": Form(
        table(
            [
                ["id", "post_title", "post_content", "post_date"],
                ["1", TITLES[0], TEXTS[0], "2023-03-14 08:00:00"],
                ["2", TITLES[1], TEXTS[1], "2023-10-29 08:00:00"],
            ],
            ";",
            csv.QUOTE_ALL,
        ),
        "td",
    ),
    "pipe.csv": Form(table([["title", "text"], [TITLES[0], TEXTS[0]], [TITLES[1], TEXTS[1]]], "|"), "t"),
    "sheets_export.csv": Form(
        table(
            [
                ["Timestamp", "العنوان", "نص الخبر", "الرابط"],
                ["14/03/2023 08:00:00", TITLES[0], TEXTS[0], URLS[0]],
                ["29/10/2023 08:00:00", TITLES[1], TEXTS[1], URLS[1]],
            ]
        ),
        "td",
    ),
    "multiline.csv": Form(
        table(
            [
                ["title", "text"],
                [TITLES[0], TEXTS[0].replace(". ", ".\n\n")],
                [TITLES[1], TEXTS[1].replace(". ", ".\n\n")],
            ]
        ),
        "t",
    ),
    "tokens.csv": Form(table([["text", "label"], [str(TEXTS[0].split()), "1"], [str(TEXTS[1].split()), "0"]]), ""),
    "claims.csv": Form(
        table(
            [
                ["claim_id", "claim", "stance", "article"],
                ["1", TITLES[0], "agree", TEXTS[0]],
                ["2", TITLES[1], "disagree", TEXTS[1]],
            ]
        ),
        "",
    ),
    "noisy_top.csv": Form(
        "تقرير الأخبار\n\n" + table([["title", "text"], [TITLES[0], TEXTS[0]], [TITLES[1], TEXTS[1]]]), "t"
    ),
    "graphql.json": Form(
        dumps(
            {
                "data": {
                    "posts": {
                        "edges": [
                            {"node": {"title": TITLES[0], "content": TEXTS[0]}},
                            {"node": {"title": TITLES[1], "content": TEXTS[1]}},
                        ]
                    }
                }
            }
        ),
        "t",
    ),
    "drupal.json": Form(
        dumps(
            {
                "data": [
                    {
                        "type": "node--article",
                        "id": "1",
                        "attributes": {
                            "title": TITLES[0],
                            "body": {
                                "value": f"<p>{TEXTS[0]}</p>",
                                "format": "full_html",
                                "processed": f"<p>{TEXTS[0]}</p>",
                                "summary": "",
                            },
                            "created": "2023-03-14T08:00:00+00:00",
                        },
                    },
                    {
                        "type": "node--article",
                        "id": "2",
                        "attributes": {
                            "title": TITLES[1],
                            "body": {"value": f"<p>{TEXTS[1]}</p>"},
                            "created": "2023-10-29T08:00:00+00:00",
                        },
                    },
                ]
            }
        ),
        "td",
    ),
    "sections.json": Form(
        dumps(
            [
                {"headline": TITLES[0], "sections": [{"heading": "", "text": TEXTS[0]}]},
                {"headline": TITLES[1], "sections": [{"text": TEXTS[1]}]},
            ]
        ),
        "t",
    ),
    "paragraph_objects.json": Form(
        dumps(
            [
                {"headline": TITLES[0], "body": [{"type": "p", "text": TEXTS[0]}]},
                {"headline": TITLES[1], "body": [{"type": "p", "text": TEXTS[1]}]},
            ]
        ),
        "t",
    ),
    "content_blocks.json": Form(
        dumps(
            [
                {"headline": {"basic": TITLES[0]}, "content_elements": [{"type": "text", "content": TEXTS[0]}]},
                {"headline": {"basic": TITLES[1]}, "content_elements": [{"type": "text", "content": TEXTS[1]}]},
            ]
        ),
        "t",
    ),
    "jsonl_concat.json": Form(
        dumps({"title": TITLES[0], "text": TEXTS[0]}) + dumps({"title": TITLES[1], "text": TEXTS[1]}), "t"
    ),
    "python_dict.jsonl": Form(
        str({"title": TITLES[0], "text": TEXTS[0]}) + "\n" + str({"title": TITLES[1], "text": TEXTS[1]}), "t"
    ),
    "trailing_comma.json": Form(
        f"[{dumps({'title': TITLES[0], 'text': TEXTS[0]})},\n{dumps({'title': TITLES[1], 'text': TEXTS[1]})},\n]",
        "t",
    ),
    "escaped.csv": Form(
        table(
            [
                ["title", "text"],
                [TITLES[0], TEXTS[0].encode("unicode_escape").decode()],
                [TITLES[1], TEXTS[1].encode("unicode_escape").decode()],
            ]
        ),
        "t",
    ),
    "quoted_rows.csv": Form(
        "\n".join(
            '"' + f'{t},""{b}""' + '"' for t, b in (("title", "text"), (TITLES[0], TEXTS[0]), (TITLES[1], TEXTS[1]))
        ),
        "t",
    ),
}


def read(name, content):
    """What is found in a file of a name."""
    data = content.encode() if isinstance(content, str) else content
    return list(formats.read(formats.reader_of(name), io.BytesIO(data), name, USUAL))


@pytest.mark.parametrize("name", FORMS)
def test_a_file_as_people_keep_it(name):
    """Both articles are read, with their texts whole, their titles and their dates, and nothing else."""
    form = FORMS[name]
    found = read(name, form.content)
    assert all(isinstance(item, Article) for item in found)
    assert ["".join(a.text.split()) for a in found] == ["".join(text.split()) for text in TEXTS]
    assert [a.title for a in found] == (list(TITLES) if "t" in form.has else [None, None])
    assert [a.date for a in found] == (list(DATES) if "d" in form.has else [None, None])


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gdelt.csv", table([["url", "title", "seendate"], [URLS[0], TITLES[0], "20230314T081500Z"]]), "--titles"),
        ("script.json", f"var data = [{dumps({'title': TITLES[0], 'text': TEXTS[0]})}];", "'var' is no JSON"),
        ("numbers.csv", "a,b\n1,2\n3,4\n", "none of its fields (a, b)"),
        ("numbers.json", "[1, 2]", "holds a number where an object of fields is expected"),
    ],
)
def test_a_file_that_is_refused(name, content, said):
    """What holds no text by any sign is refused, and it is said why."""
    found = read(name, content)
    assert all(isinstance(item, ReadError) for item in found)
    assert said in found[0].message


def test_lines_of_a_bulk_load():
    """The action lines between the records of a bulk load are told."""
    record = dumps({"title": TITLES[0], "body": TEXTS[0]})
    told, article = read("x.jsonl", f"{dumps({'index': {'_id': '1'}})}\n{record}\n")
    assert isinstance(told, ReadError)
    assert article.text == TEXTS[0]


def test_one_object_in_wrappers():
    """An article deep in the data of a page's program is found."""
    (article,) = read("x.json", dumps({"props": {"pageProps": {"article": {"title": TITLES[0], "body": TEXTS[0]}}}}))
    assert (article.title, article.text) == (TITLES[0], TEXTS[0])


def test_comments_are_no_text():
    """A record without a text has none, whatever is said of it in comments."""
    (error,) = read("x.json", dumps({"title": TITLES[0], "comments": [{"text": TEXTS[0]}]}))
    assert isinstance(error, ReadError)
