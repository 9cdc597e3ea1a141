"""The command line as a user meets it: output, messages and exit statuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORPUS = [sys.executable, "-m", "arcorpus"]
ONE = "seeds/004_7f7bc4385473d731.txt"
"""The shortest seed: what does not need all of them takes it."""
NEWS = (
    "وزير المالية: لا ضرائب جديدة\n\nقال وزير المالية سالم العتيبي اليوم إن الحكومة لن تفرض ضرائب جديدة في عام 2025.\n"
)


def corpus(*argv, cwd=ROOT, env=None, stdin=b"", check=False):
    """Run the program and give its result, decoded as UTF-8."""
    done = subprocess.run(
        [*CORPUS, *map(str, argv)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=check,
        env={**os.environ, **(env or {})},
    )
    done.stdout, done.stderr = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    return done


@pytest.fixture
def page(tmp_path):
    """A folder with one small page."""
    (tmp_path / "خبر.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path


def test_analyze_gives_the_whole_report():
    """Piped, `corpus analyze seeds/` is one JSON object with all sections, and offsets give back the surfaces."""
    done = corpus("analyze", "seeds/")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert report["schema"] == "corpus.report/1"
    assert {"articles", "entities", "mentions", "topics", "claims", "sources", "errors", "run", "corpus"} <= set(report)
    articles = {article["id"]: article for article in report["articles"]}
    assert len(articles) == report["corpus"]["articles"] == 6
    for item in [*report["mentions"], *report["claims"]]:
        article = articles[item["article"]]
        field = item["field"]
        text = article["standfirst"][int(field.split(".")[1])] if "." in field else article[field]
        assert text[item["start"] : item["end"]] == item["text"]
    for article in articles.values():
        decoded = (ROOT / article["path"]).read_bytes().decode("utf-8")
        start = article["text_start"]
        assert decoded[start : start + len(article["text"])] == article["text"]


def test_two_runs_give_the_same_bytes():
    """Two runs over the same input give byte-equal reports, whatever the order of the hash seeds."""
    first = corpus("analyze", ONE, env={"PYTHONHASHSEED": "1"})
    second = corpus("analyze", ONE, env={"PYTHONHASHSEED": "2"})
    assert first.stdout == second.stdout


def test_ids_do_not_depend_on_the_order_or_place_of_the_inputs(tmp_path):
    """The same files in another folder and another order have the same article ids."""
    names = sorted(path.name for path in (ROOT / "seeds").iterdir())
    for name in names:
        (tmp_path / name).write_bytes((ROOT / "seeds" / name).read_bytes())
    here = json.loads(corpus("articles", *[f"seeds/{name}" for name in names]).stdout)
    there = json.loads(corpus("articles", *[tmp_path / name for name in reversed(names)]).stdout)
    assert {a["id"] for a in here["articles"]} == {a["id"] for a in there["articles"]}


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["analyze"], "nothing to read"),
        (["analyze", "seeds/", "--only", "weather"], "articles, entities, topics, claims"),
        (["entities", "seeds/", "--type", "CAT"], "PER, ORG"),
        (["analyze", "seeds/", "--jobs", "4"], "later version"),
        (["analyze", "seeds/", "--format", "html"], "later version"),
        (["analyze", "seeds/", "--format", "csv"], "--only"),
        (["analyze", "seeds/", "-o", "report.docx"], ".json"),
        (["analyze", "seeds/", "--ner", "oracle"], "none, rules"),
        (["articles", "seeds/", "--since", "neulich"], "--since"),
        (["claims", "seeds/", "--stance", "shout"], "assert, confirm, doubt"),
        (["claims", "seeds/", "--kind", "quoted"], "direct, indirect, mixed, assertion"),
        (["claims", "seeds/", "--min-checkworthiness", "2"], "0<=x<=1"),
        (["claims", "seeds/", "--source", " "], "--source"),
        (["claims", "seeds/", "--by", "mood"], "'article', 'source'"),
        (["normalize", "--profile", "loud", "seeds/000_e33ae5293325ac03.txt"], "match"),
        (["nonsense"], "No such command"),
    ],
)
def test_wrong_usage_exits_with_2(argv, words):
    """Wrong usage is told in words that name what is possible, with status 2 and nothing on standard output."""
    done = corpus(*argv)
    assert done.returncode == 2, done.stderr
    assert words in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_missing_path_alone_exits_with_1(tmp_path):
    """A path that does not exist is named, and nothing read is status 1."""
    done = corpus("analyze", tmp_path / "nowhere")
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_bad_file_beside_good_ones_is_listed(page):
    """A broken file is a row of `errors` and a line on standard error; the rest is done and the status is 0."""
    (page / "broken.txt").write_bytes(b"%PDF-1.7\x00\x01\x02\xff\xfe" * 40)
    done = corpus("articles", page)
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert len(report["articles"]) == 1
    assert [Path(row["path"]).name for row in report["errors"]] == ["broken.txt"]
    assert done.stderr.count("\n") == 1
    assert corpus("articles", page, "--strict").returncode == 1


def test_many_errors_do_not_flood_the_terminal(tmp_path):
    """Of many broken rows the first are told and the rest counted; the report has them all."""
    (tmp_path / "rows.jsonl").write_text('{"text": "نص الخبر"}\n' + "{broken\n" * 50, encoding="utf-8")
    done = corpus("articles", tmp_path)
    assert done.stderr.count("\n") == 21
    assert "30 more" in done.stderr
    assert len(json.loads(done.stdout)["errors"]) == 50


def test_warning_is_no_failure(page):
    """A file of unknown ending in a folder gives one warning: no failure under --strict, nothing said under --quiet."""
    (page / "logo.svg").write_text("<svg/>", encoding="utf-8")
    done = corpus("articles", page, "--strict")
    assert done.returncode == 0
    assert done.stderr.startswith("corpus: warning:")
    assert corpus("articles", page, "--quiet").stderr == ""


def test_unwritable_output_is_told_before_or_after_but_leaves_nothing(page):
    """An output folder that does not exist is an error with its cure, and no half file stays behind."""
    done = corpus("articles", page, "-o", page / "reports" / "a.json")
    assert done.returncode == 1
    assert "reports" in done.stderr
    assert "mkdir" in done.stderr
    assert sorted(p.name for p in page.iterdir()) == ["خبر.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_told():
    """A disk without room is one line and status 1."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*CORPUS, "articles", "seeds/"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert b"space" in done.stderr


def test_closed_pipe_is_quiet():
    """A reader that goes away (`| head -c 1`) ends the program with status 0 and no word."""
    program = subprocess.Popen([*CORPUS, "analyze", ONE], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    program.stdout.read(1)
    program.stdout.close()
    assert program.wait(60) == 0
    assert program.stderr.read() == b""
    program.stderr.close()


def test_interrupt_exits_with_130(tmp_path):
    """Ctrl-C ends with status 130 and one line, and the output file is not there."""
    # A program started in the background by a shell ignores interrupts, and so do its children: Ctrl-C is set anew.
    begin = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from arcorpus.cli import main; sys.stderr.write('ready\\n'); sys.stderr.flush(); main()"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", begin, "articles", "-", "--input-format", "jsonl", "-o", tmp_path / "out.json"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    program.stdin.write(b'{"text": "nass"}\n')
    program.stdin.flush()
    assert program.stderr.readline() == b"ready\n"
    time.sleep(1)
    program.send_signal(signal.SIGINT)
    assert program.wait(30) == 130
    message = program.stderr.read()
    program.stdin.close()
    program.stderr.close()
    assert b"Traceback" not in message
    assert message.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_output_is_utf8_under_any_locale(page):
    """Under LANG=C and a Latin-1 PYTHONIOENCODING the report is UTF-8 all the same, as table too."""
    for form in ("json", "table", "csv"):
        done = corpus(
            "articles", page, "--format", form, env={"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}
        )
        assert done.returncode == 0, done.stderr
        assert "وزير المالية" in done.stdout


def test_table_into_a_pipe_is_plain_and_complete():
    """`--format table` into a pipe has no colours and cuts nothing off."""
    done = corpus("claims", ONE, "--format", "table", "--top", "1000")
    assert "\x1b" not in done.stdout
    assert "…" not in done.stdout.replace("...", "")
    report = json.loads(corpus("claims", ONE).stdout)
    words = [claim["text"].split()[-1] for claim in report["claims"]]
    assert all(word in done.stdout for word in words)


def test_hostile_page_does_not_reach_the_terminal(tmp_path):
    """Control characters, escape sequences and rich markup in a page, its name or its title are shown, not obeyed."""
    hostile = (
        "عنوان \x1b]8;;http://x\x1b\\[red]أحمر[/red]\u202eمقلوب\n\n"
        "قال الوزير سالم إن \x1b[31mالخبر صحيح\x07 تماما اليوم.\n"
    )
    (tmp_path / "a\x1b[2J.txt").write_text(hostile, encoding="utf-8")
    for argv in (
        ["analyze", tmp_path, "--format", "table"],
        ["articles", tmp_path / "none\x1b[2J", tmp_path, "--format", "md"],
    ):
        done = corpus(*argv)
        assert done.returncode == 0, done.stderr
        for stream in (done.stdout, done.stderr):
            assert "\x1b" not in stream
            assert "\x07" not in stream
            assert "\u202e" not in stream
    assert "[red]" in corpus("analyze", tmp_path, "--format", "table").stdout


def test_standard_input_and_filter():
    """`-` reads a page from standard input; `normalize` without paths is a filter that keeps line ends."""
    done = corpus("articles", "-", stdin=NEWS.encode())
    assert json.loads(done.stdout)["articles"][0]["title"] == "وزير المالية: لا ضرائب جديدة"
    done = corpus("normalize", "--profile", "diacritics", stdin="قالَ\r\nنعمْ\n".encode())
    assert done.stdout == "قال\r\nنعم\n"


def test_charmap():
    """`normalize --charmap ar2bw` transliterates with CAMeL Tools; an unknown map lists those there are."""
    assert corpus("normalize", "--charmap", "ar2bw", stdin="كتاب\n".encode()).stdout == "ktAb\n"
    done = corpus("normalize", "--charmap", "elvish", stdin=b"x\n")
    assert done.returncode == 2
    assert "ar2bw" in done.stderr


def test_since_and_until_and_types(tmp_path):
    """--since and --until choose articles by date, --type chooses mentions."""
    rows = [{"text": f"خبر رقم {n} من بيروت عن 5 ملايين دولار.", "date": f"202{n}-03-01"} for n in range(5)]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    report = json.loads(corpus("entities", path, "--since", "2021", "--until", "2022-12", "--type", "MONEY").stdout)
    assert [article["date"] for article in report["articles"]] == ["2021-03-01", "2022-03-01"]
    assert {(m["type"], m["value"]) for m in report["mentions"]} == {("MONEY", "5000000 USD")}
    assert "text" not in report["articles"][0]


def test_only_narrows_and_absent_sections_are_absent():
    """--only leaves the other sections out altogether; entities bring mentions, claims bring sources."""
    report = json.loads(corpus("analyze", ONE, "--only", "claims,articles").stdout)
    assert {"claims", "sources", "articles"} <= set(report)
    assert not {"entities", "mentions", "topics"} & set(report)


def test_doctor_and_schema():
    """Doctor finds everything whole here; schema prints a JSON Schema."""
    done = corpus("doctor")
    assert done.returncode == 0, done.stdout
    assert "arcorpus" in done.stdout
    assert json.loads(corpus("schema").stdout)["$schema"].startswith("https://json-schema.org/")


def test_python_gives_the_same_report():
    """`arcorpus.analyze` gives the JSON of the command, and DataFrames with its rows."""
    code = (
        f"import arcorpus, sys; r = arcorpus.analyze({ONE!r}); "
        "print(len(r.articles), len(r.claims), list(r.mentions.columns)[:2], file=sys.stderr); "
        "sys.stdout.write(r.to_json())"
    )
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, env=env)
    shell = corpus("analyze", ONE)
    assert done.stdout.decode("utf-8") == shell.stdout
    report = json.loads(shell.stdout)
    assert done.stderr.decode().startswith(f"1 {len(report['claims'])} ['article', 'field']")


def test_the_users_aliases_win_and_are_recorded(page, tmp_path_factory):
    """`--aliases` names things as the user does, and the run tells the file and its hash."""
    aliases = tmp_path_factory.mktemp("own") / "names.tsv"
    aliases.write_text("سالم العتيبي\tالوزير سالم\tORG\n", encoding="utf-8")
    report = json.loads(corpus("entities", page, "--ner", "rules", "--aliases", aliases).stdout)
    assert ("الوزير سالم", "ORG") in {(entity["name"], entity["type"]) for entity in report["entities"]}
    assert {m["type"] for m in report["mentions"] if m["text"] == "سالم العتيبي"} == {"ORG"}
    assert report["run"]["options"]["aliases"].startswith("names.tsv@")


@pytest.mark.parametrize("command", ["analyze", "entities", "claims"])
def test_bad_aliases_are_wrong_usage(page, tmp_path_factory, command):
    """A file of aliases that cannot be used is told with its line, before anything is read."""
    aliases = tmp_path_factory.mktemp("own") / "names.tsv"
    aliases.write_text("ميتا\tMeta\nجوجل Google\n", encoding="utf-8")
    done = corpus(command, page, "--aliases", aliases)
    assert done.returncode == 2
    assert "names.tsv: line 2 of the aliases has no tab" in done.stderr
    assert done.stdout == ""


def test_entities_in_their_sentences():
    """`--context N` gives up to N sentences for each thing, and `--min-mentions` leaves out what is named seldom."""
    report = json.loads(corpus("entities", "seeds/", "--ner", "rules", "--context", "2", "--min-mentions", "5").stdout)
    assert report["entities"]
    assert min(entity["mentions"] for entity in report["entities"]) >= 5
    assert {m["entity"] for m in report["mentions"]} <= {None, *(entity["id"] for entity in report["entities"])}
    for entity in report["entities"]:
        assert 1 <= sum(context["entity"] == entity["id"] for context in report["contexts"]) <= 2
    assert "contexts" not in json.loads(corpus("entities", "seeds/", "--ner", "none").stdout)


def test_claims_are_chosen_in_json_too():
    """The options that choose claims hold for JSON, are told in its run, and an unknown source is warned of."""
    options = ("--kind", "direct,indirect", "--stance", "deny,believe,assert", "--min-checkworthiness", "0.2")
    done = corpus("claims", "seeds/", "--ner", "rules", "--format", "json", *options)
    report = json.loads(done.stdout)
    assert report["claims"]
    assert {c["kind"] for c in report["claims"]} <= {"direct", "indirect"}
    assert {c["stance"] for c in report["claims"]} <= {"deny", "believe", "assert"}
    assert min(c["checkworthiness"] for c in report["claims"]) >= 0.2
    assert sum(s["claims"] for s in report["sources"]) == len(report["claims"])
    assert report["run"]["options"]["claims"] == {
        "stance": ["assert", "deny", "believe"], "kind": ["direct", "indirect"], "min_checkworthiness": 0.2,
    }  # fmt: skip
    none = corpus("claims", "seeds/", "--ner", "rules", "--format", "json", "--source", "سام التمن")
    assert json.loads(none.stdout)["claims"] == []
    assert "سام ألتمان" in none.stderr


def test_claims_by_source():
    """`--by source` shows each claim under its source with the article it stands in."""
    done = corpus("claims", "seeds/", "--ner", "rules", "--format", "table", "--by", "source", "--source", "لوكان")
    shown = done.stdout.split("Sources")[0]
    assert shown.count("يان لوكان") >= 1
    assert "قنبلة" in shown


@pytest.fixture
def rows(tmp_path):
    """A file of 320 articles on two subjects, of two years, sources and categories: more than are compared in pairs."""
    texts = {
        "رياضة": "فاز المنتخب الوطني في مباراة كرة القدم. أشاد المدرب محمود درويش باللاعبين. الملعب امتلأ. ",
        "اقتصاد": "ارتفعت أسعار النفط في السوق. صعد برميل النفط. تترقب الأسواق أسعار الطاقة وإنتاج النفط. ",
    }
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(
        json.dumps({"text": text * (1 + n % 3) + str(n), "category": kind, "source": kind, "date": f"202{n % 2}-05"})
        for n in range(160) for kind, text in texts.items()), encoding="utf-8")  # fmt: skip
    return path


def test_topics_are_the_same_bytes_on_any_threads(rows):
    """Neither the hash seed nor the number of threads that the arithmetic runs on changes a byte."""
    one, two = (corpus("topics", rows, "--format", "json", env={"PYTHONHASHSEED": n, "OPENBLAS_NUM_THREADS": n})
                for n in ("1", "2"))  # fmt: skip
    assert one.returncode == 0
    assert one.stdout == two.stdout
    assert len(json.loads(one.stdout)["topics"]) > 1


@pytest.mark.parametrize(("by", "values"), [
    ("month", {"2020-05", "2021-05"}), ("year", {"2020", "2021"}), ("category", {"رياضة", "اقتصاد"}),
])  # fmt: skip
def test_topics_by(rows, by, values):
    """`--by` says what the articles of a topic are counted by; the run tells it."""
    report = json.loads(corpus("topics", rows, "--topics", "2", "--by", by, "--format", "json").stdout)
    parts = [part for topic in report["topics"] for part in topic["parts"]]
    assert {(part["by"], part["value"]) for part in parts} == {(by, value) for value in values}
    assert sum(part["articles"] for part in parts) == 320
    assert report["run"]["options"]["topics_by"] == by


@pytest.mark.parametrize("command", [("topics",), ("analyze", "--only", "topics")])
def test_topics_without_names(rows, command):
    """`--without-names` leaves names out of terms and keyphrases, whichever command makes the topics."""

    def told(*more):
        report = json.loads(corpus(*command, rows, "--ner", "rules", "--topics", "2", "--format", "json", *more).stdout)
        found = [row for topic in report["topics"] for row in topic["terms"]]
        found += [row for article in report["articles"] for row in article["keyphrases"]]
        return report["run"]["options"]["names"], any("درويش" in row["term"] for row in found)

    assert told() == (True, True)
    assert told("--without-names") == (False, False)


def test_duplicates_tells_groups_and_changes(tmp_path):
    """Copies are grouped, the first by its date; --show tells the words that were changed, also in the table."""
    more = "وأضاف أن الوزارة ستعلن التفاصيل كاملة في مؤتمر صحفي يعقد الأسبوع المقبل في الرياض"
    text = f"{NEWS.split(chr(10))[2]} {more}"
    rows = [
        {"id": "copy", "title": "لا ضرائب", "date": "2025-02-02", "text": text.replace("كاملة", "لاحقا")},
        {"id": "first", "title": "وزير المالية", "date": "2025-02-01", "text": text},
        {"id": "other", "title": "الطقس", "date": "2025-02-01", "text": "أمطار على الساحل غدا"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    report = json.loads(corpus("duplicates", path, check=True).stdout)
    assert [(group["kind"], group["articles"]) for group in report["duplicates"]] == [("near", ["first", "copy"])]
    assert corpus("duplicates", path, "--format", "csv").stdout.splitlines()[0] == "id,kind,articles,similarity"
    table = corpus("duplicates", path, "--show", "--format", "table").stdout
    assert "1. near" in table
    assert any("كاملة" in line and "لاحقا" in line for line in table.splitlines())
    assert "| كاملة | لاحقا |" in corpus("duplicates", path, "--show", "--format", "md").stdout
