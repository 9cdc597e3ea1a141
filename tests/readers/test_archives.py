"""Archives are read like the folders that they were made of; what is wrong with one is told, and the rest is read."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import stat
import sys
import tarfile
import zipfile

import pytest
import zstandard

from arcorpus.readers import archives, zip_archives
from arcorpus.readers.archives import decoded, kind_of
from arcorpus.readers.inputs import Inputs, read_articles
from arcorpus.report import Corpus

BODY = "افتتحت الوزارة اليوم مكتبة جديدة في وسط المدينة، وقالت المديرة إن القاعة تتسع لمئة قارئ."
PAGE = f"افتتاح مكتبة في وسط المدينة\n\n{BODY}\n"
HTML = f"<!DOCTYPE html><html><head><title>خبر</title></head><body><h1>خبر</h1><p>{BODY}</p></body></html>"
FILES = {
    "news/b.jsonl": '{"text": "ب"}\n{"text": "ب ثان"}\n'.encode(),
    "news/a/z.csv": "title,text\nخبر,ج\n".encode(),
    "news-2/page.txt": PAGE.encode(),
    "web.html": HTML.encode(),
    "packed.jsonl.gz": gzip.compress('{"text": "د"}\n'.encode()),
}
PACKED = {
    "a.tar": bytes, "a.tar.gz": gzip.compress, "a.tgz": gzip.compress, "a.tar.bz2": bz2.compress,
    "a.tbz2": bz2.compress, "a.TAR.XZ": lzma.compress, "a.txz": lzma.compress,
    "a.tar.zst": zstandard.ZstdCompressor().compress,
}  # fmt: skip


class Result:
    """What one run over some inputs gave."""

    def __init__(self, *paths, **options):
        self.corpus, self.errors, self.warnings = Corpus(), [], []
        inputs = Inputs(tuple(map(str, paths)), **options)
        self.articles = list(read_articles(inputs, self.corpus, self.errors, self.warnings.append))
        self.texts = [article.text for article in self.articles]
        self.failed = {row.path.rpartition("/")[2]: row.message for row in self.errors}


def zipped(files=FILES, method=zipfile.ZIP_DEFLATED):
    """The bytes of a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files=FILES, form=tarfile.GNU_FORMAT):
    """The bytes of a tar archive; what is no bytes is a header of its own."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in files.items():
            info = data if isinstance(data, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.name = name
            if isinstance(data, bytes):
                info.size = len(data)
            archive.addfile(info, io.BytesIO(data) if isinstance(data, bytes) else None)
    return out.getvalue()


def write(path, data):
    """The path of a file of some bytes."""
    path.write_bytes(data)
    return path


@pytest.fixture
def unpacked(tmp_path):
    """What the files give when they lie in a folder."""
    for name, data in FILES.items():
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    found = Result(tmp_path / "folder")
    assert len(found.articles) == 6
    return found


@pytest.mark.parametrize("name", ["a.zip", "a.ZIP", *PACKED])
def test_as_the_folder(tmp_path, unpacked, name):
    """An archive gives the articles of the folder that it was made of: the same ids, the same order, its own paths."""
    data = PACKED[name](tarred()) if name in PACKED else zipped()
    found = Result(write(tmp_path / name, data))
    assert [(a.id, a.index, a.text, a.title) for a in found.articles] == [
        (a.id, a.index, a.text, a.title) for a in unpacked.articles
    ]
    assert found.articles[0].path == f"{tmp_path / name}!news/a/z.csv"
    assert (found.errors, found.warnings, found.corpus) == ([], [], unpacked.corpus)


@pytest.mark.parametrize("data", [zipped(), tarred(), gzip.compress(tarred()), zipped(method=zipfile.ZIP_STORED)])
def test_on_standard_input(monkeypatch, unpacked, data):
    """An archive on standard input is told by its beginning, whether it can be sought in or not."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = Result("-")
    assert [a.id for a in found.articles] == [a.id for a in unpacked.articles]
    assert (found.articles[0].path, found.warnings) == ("-!news/a/z.csv", [])
    pipe = io.BufferedReader(io.FileIO(_pipe(data), "rb"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(pipe))
    assert [a.id for a in Result("-").articles] == [a.id for a in unpacked.articles]


def _pipe(data):
    """The end of a pipe that holds some bytes."""
    import os
    import threading

    reading, writing = os.pipe()

    def feed():
        with os.fdopen(writing, "wb") as out:
            out.write(data)

    threading.Thread(target=feed, daemon=True).start()
    return reading


@pytest.mark.parametrize("name", ["a.txt", "a.dat", "dump", "a.jsonl", "a.html", "a.tar"])
@pytest.mark.parametrize("data", [zipped(), gzip.compress(tarred()), tarred()])
def test_under_another_name(tmp_path, unpacked, name, data):
    """An archive under another name is read as what it is, with one warning."""
    found = Result(write(tmp_path / name, data))
    assert found.texts == unpacked.texts
    is_tar = not data.startswith(b"PK")
    assert len(found.warnings) == (not (name == "a.tar" and data[257:262] == b"ustar"))
    assert all("under another name" in warning for warning in found.warnings)
    assert (
        not found.warnings
        or ("tar archive" if data[257:262] == b"ustar" else "gzip" if is_tar else "ZIP") in (found.warnings[0])
    )


def test_in_a_folder(tmp_path, unpacked):
    """An archive in a folder is read at its place, its ids are those of it alone; a pattern leaves out members."""
    (tmp_path / "x").mkdir()
    write(tmp_path / "x" / "b.zip", zipped())
    write(tmp_path / "x" / "a.jsonl", '{"text": "أ"}'.encode())
    write(tmp_path / "x" / "c.jsonl", '{"text": "هـ"}'.encode())
    found = Result(tmp_path / "x")
    assert found.texts == ["أ", *unpacked.texts, "هـ"]
    assert [a.id for a in found.articles[1:-1]] == [a.id for a in unpacked.articles]
    assert found.corpus.files == 7
    assert Result(tmp_path / "x", exclude=("*.csv", "news-2")).texts == [
        "أ",
        *unpacked.texts[1:3],
        *unpacked.texts[4:],
        "هـ",
    ]


def test_left_out(tmp_path):
    """Hidden files and what macOS adds are left out as in a folder; files of unknown ending are counted."""
    files = {"a.jsonl": b'{"text": "1"}', ".hidden.jsonl": b"{", "__MACOSX/._a.jsonl": b"x", "d/.git/x.jsonl": b"{",
             "b.pdf": b"%PDF", "c/README": b"x", "./d/e.jsonl": b'{"text": "2"}', "empty/": b""}  # fmt: skip
    for data in (zipped(files), tarred({name: data for name, data in files.items() if name != "empty/"})):
        found = Result(write(tmp_path / "a.zip", data))
        assert found.texts == ["1", "2"]
        assert [w for w in found.warnings if "left out" in w] == [
            "2 files in folders were left out: 1 without an ending, 1 .pdf that no reader takes"
        ]
        assert found.errors == []


@pytest.mark.parametrize("data", [zipped({}), tarred({}), zipped({"a.pdf": b"x"}), zipped({".a.txt": b"x"})])
def test_nothing_to_read(tmp_path, data):
    """An archive without a file that is read is an error that says so."""
    path = write(tmp_path / ("a.zip" if data.startswith(b"PK") else "a.tar"), data)
    assert [row.error for row in Result(path).errors] == ["NoArticle"]


def test_an_empty_member(tmp_path):
    """An empty file in an archive is told as one in a folder is."""
    found = Result(write(tmp_path / "a.zip", zipped({"a.txt": b"", "b.jsonl": b'{"text": "1"}'})))
    assert (found.texts, found.failed) == (["1"], {"a.zip!a.txt": "the file is empty; save the page anew"})


def test_archives_in_archives(tmp_path, unpacked):
    """Archives in archives are read down to a depth, with their paths; a deeper one is an error."""
    inner = zipped({"in.zip": zipped()})
    found = Result(write(tmp_path / "a.zip", zipped({"mid.tgz": gzip.compress(tarred({"in.zip": zipped()}))})))
    assert found.texts == unpacked.texts
    assert found.articles[0].path == f"{tmp_path}/a.zip!mid.tgz!in.zip!news/a/z.csv"
    found = Result(write(tmp_path / "b.zip", zipped({"x.zip": zipped({"y.zip": inner}), "z.jsonl": b'{"text": "1"}'})))
    assert found.texts == ["1"]
    assert found.failed == {
        "b.zip!x.zip!y.zip!in.zip": "archives are nested more than 3 deep in it; unpack it and give the folder"
    }


CLIMBING = ["../up.jsonl", "/etc/abs.jsonl", "C:/x.jsonl", "a/../../b.jsonl", "..\\w.jsonl"]


def test_names_that_lead_out(tmp_path):
    """A member whose name would lead out of the archive, or is no path, is an error; the others are read."""
    files = {**dict.fromkeys(CLIMBING, b'{"text": "x"}'), "n" * 5000 + ".jsonl": b"{}", "a.jsonl": b'{"text": "1"}'}
    found = Result(write(tmp_path / "a.zip", zipped(files)))
    assert found.texts == ["1"]
    assert len(found.errors) == 6
    assert sum("leads out of the archive" in row.message for row in found.errors) == 5
    assert max(len(row.path) for row in found.errors) < 300 + len(str(tmp_path))
    found = Result(
        write(tmp_path / "a.tar", tarred({"../up.jsonl": b"{}", "/x.jsonl": b"{}", "a.jsonl": b'{"text": "1"}'}))
    )
    assert (found.texts, len(found.errors)) == (["1"], 2)


def test_windows_folders(tmp_path):
    """Names that Windows parts by backslashes are paths."""
    found = Result(write(tmp_path / "a.zip", zipped({"news\\a.jsonl": b'{"text": "1"}'})))
    assert found.articles[0].path.endswith("a.zip!news/a.jsonl")


def header(kind, target=""):
    """A header of tar of some kind."""
    info = tarfile.TarInfo()
    info.type, info.linkname, info.size = kind, target, 0
    return info


def test_links_and_devices(tmp_path):
    """Links, devices and pipes in an archive are errors, each its own."""
    files = {
        "a.jsonl": header(tarfile.SYMTYPE, "/etc/passwd"), "b.jsonl": header(tarfile.LNKTYPE, "z.jsonl"),
        "c.jsonl": header(tarfile.CHRTYPE), "d.jsonl": header(tarfile.FIFOTYPE), "z.jsonl": b'{"text": "1"}',
    }  # fmt: skip
    found = Result(write(tmp_path / "a.tar", tarred(files)))
    assert found.texts == ["1"]
    assert [row.message.split(",")[0] for row in found.errors] == ["this is a link"] * 2 + [
        "this is a device or pipe"
    ] * 2
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, kind in (("l.jsonl", stat.S_IFLNK), ("p.jsonl", stat.S_IFIFO), ("a.jsonl", stat.S_IFREG)):
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, (kind | 0o644) << 16
            archive.writestr(info, b'{"text": "1"}')
    found = Result(write(tmp_path / "a.zip", out.getvalue()))
    assert (found.texts, len(found.errors)) == (["1"], 2)


def test_holes_in_tar(tmp_path):
    """A file that tar stores with holes is an error."""
    data = bytearray(tarred({"a.jsonl": b'{"text": "1"}', "b.jsonl": b'{"text": "2"}'}))
    info = tarfile.TarInfo("s.jsonl")
    info.type = tarfile.GNUTYPE_SPARSE
    found = Result(write(tmp_path / "a.tar", info.tobuf(tarfile.GNU_FORMAT) + bytes(data)))
    assert (found.texts, list(found.failed)) == (["1", "2"], ["a.tar!s.jsonl"])
    assert "holes" in found.errors[0].message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice(tmp_path):
    """Of members of one name the last is read, as unpacking leaves it; each other one is an error."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for text in "123":
            archive.writestr("a.jsonl", f'{{"text": "{text}"}}')
    found = Result(write(tmp_path / "a.zip", out.getvalue()))
    assert (found.texts, len(found.errors)) == (["3"], 2)
    assert "same name" in found.errors[0].message


@pytest.mark.parametrize("page", ["cp720", "cp1256", "utf-8"])
def test_names_in_code_pages(tmp_path, page):
    """Names that are not marked as UTF-8 are read in the code page that makes Arabic of them."""
    names = ["أخبار/الاقتصاد.jsonl", "أخبار/خبر-1.jsonl"]
    held = [f"{n}".ljust(len(name.encode(page)), "x") for n, name in enumerate(names)]
    data = zipped(dict.fromkeys(held, b'{"text": "1"}'))
    for own, name in zip(held, names, strict=True):
        data = data.replace(own.encode(), name.encode(page))
    found = Result(write(tmp_path / "a.zip", data))
    assert [a.path.partition("!")[2] for a in found.articles] == names


def test_decoded_names():
    """Names of Western Europe are read as DOS wrote them; those in UTF-8 beside odd ones stay."""
    assert decoded(["Müller.txt".encode("cp437"), "أخبار".encode(), "x"]) == ["Müller.txt", "أخبار", "x"]


def test_the_unicode_name(tmp_path):
    """The name in UTF-8 that packers write beside an old one counts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("_____.jsonl")
        name = "خبر.jsonl".encode()
        info.extra = b"up" + (5 + len(name)).to_bytes(2, "little") + b"\x01\0\0\0\0" + name
        archive.writestr(info, b'{"text": "1"}')
    assert Result(write(tmp_path / "a.zip", out.getvalue())).articles[0].path.endswith("!خبر.jsonl")


def test_names_of_tar(tmp_path):
    """Names of tar that are no UTF-8, and long ones, are read."""
    data = tarred({"خبر" * 60 + ".jsonl": b'{"text": "1"}'}, tarfile.PAX_FORMAT)
    assert Result(write(tmp_path / "a.tar", data)).articles[0].path.endswith("خبر.jsonl")
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT, encoding="cp1256") as archive:
        info = tarfile.TarInfo("أخبار اليوم.jsonl")
        info.size = 13
        archive.addfile(info, io.BytesIO(b'{"text": "1"}'))
    assert Result(write(tmp_path / "a.tar", out.getvalue())).articles[0].path.endswith("!أخبار اليوم.jsonl")


def patched(data, name, at, value):
    """A ZIP archive with bytes of one member's two headers changed; `at` counts in the one before the member."""
    place = data.index(name)
    data = data[: place - 30 + at] + value + data[place - 30 + at + len(value) :]
    place = data.rindex(name)
    return data[: place - 46 + at + 2] + value + data[place - 46 + at + 2 + len(value) :]


def test_members_that_cannot_be_unpacked(tmp_path):
    """A member with a password, of an unread method or damaged is an error that says which; the others are read."""
    text = json.dumps({"text": "قال الوزير. " * 50}, ensure_ascii=False).encode()
    data = zipped({"a.jsonl": text, "b.jsonl": text, "c.jsonl": text, "d.jsonl": text, "e.jsonl": text})
    data = patched(data, b"a.jsonl", 6, b"\x01\0")
    data = patched(data, b"b.jsonl", 8, b"\x09\0")
    data = patched(data, b"e.jsonl", 8, b"\x4d\0")
    place = data.index(b"c.jsonl") + 20
    data = data[:place] + b"\xff\xff\xff" + data[place + 3 :]
    found = Result(write(tmp_path / "x.zip", data))
    assert [a.path[-7:] for a in found.articles] == ["d.jsonl"]
    assert "password" in found.failed["x.zip!a.jsonl"]
    assert "Deflate64" in found.failed["x.zip!b.jsonl"]
    assert "damaged" in found.failed["x.zip!c.jsonl"]
    assert "method 77" in found.failed["x.zip!e.jsonl"]


def test_a_sum_that_is_wrong(tmp_path):
    """A stored member that was changed is an error."""
    data = zipped({"a.jsonl": b'{"text": "good"}', "b.jsonl": b'{"text": "1"}'}, zipfile.ZIP_STORED)
    found = Result(write(tmp_path / "x.zip", data.replace(b"good", b"evil", 1)))
    assert "Bad CRC-32" in found.failed["x.zip!a.jsonl"]


@pytest.mark.parametrize("behind", [False, True])
def test_zip_cut_off(tmp_path, behind):
    """Of a ZIP archive without its end, the members before the cut are read, whether their sizes stand before them."""
    rows = "".join(json.dumps({"text": f"قال الوزير رقم {n * n}."}, ensure_ascii=False) + "\n" for n in range(3000))
    files = {f"{n}.jsonl": rows.encode() for n in range(3)}
    if behind:
        out = io.BytesIO()
        stream = io.BufferedWriter(_Unseekable(out))
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        stream.flush()
        whole = out.getvalue()
    else:
        whole = zipped(files)
    path = write(tmp_path / "x.zip", whole[: len(whole) - 100])
    assert len(Result(path).articles) == 9000
    assert "damaged or cut off" in Result(path).errors[0].message
    path.write_bytes(whole[: len(whole) * 5 // 6])
    found = Result(path)
    assert 6000 < len(found.articles) < 9000
    assert ["cut off" in row.message for row in found.errors] == [True] * 2
    path.write_bytes(whole[:25])
    assert len(Result(path).errors) == 1


class _Unseekable(io.RawIOBase):
    """A stream that is only written to."""

    def __init__(self, out):
        self.out = out

    def writable(self):
        return True

    def write(self, data):
        return self.out.write(data)


def test_zip_damaged_in_the_middle(tmp_path):
    """A directory that is damaged is made good by what stands before each member."""
    data = zipped({f"{n}.jsonl": b'{"text": "%d"}' % n for n in range(5)})
    place = data.index(b"PK\x01\x02")
    found = Result(write(tmp_path / "x.zip", data[:place] + b"junk" + data[place + 4 :]))
    assert found.texts == list("01234")
    assert "damaged" in found.errors[0].message


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_tar_cut_off(tmp_path, pack):
    """Of a tar archive without its end, what comes before the cut is read."""
    rows = "".join(json.dumps({"text": f"قال الوزير رقم {n * n}."}, ensure_ascii=False) + "\n" for n in range(3000))
    whole = pack(tarred({f"{n}.jsonl": rows.encode() for n in range(3)}))
    found = Result(write(tmp_path / ("x.tar" if pack is bytes else "x.tar.gz"), whole[: len(whole) * 5 // 6]))
    assert 6000 < len(found.articles) < 9000
    assert all("cut off" in row.message for row in found.errors)
    assert found.errors


def test_tar_without_its_end_mark(tmp_path):
    """A tar archive that ends behind a member may be cut off, which is told."""
    data = tarred({"a.jsonl": b'{"text": "1"}'})[:1024]
    found = Result(write(tmp_path / "x.tar", data))
    assert (found.texts, len(found.errors)) == (["1"], 1)
    assert "no end mark" in found.errors[0].message


def test_tar_damaged(tmp_path):
    """A damaged header costs its member; the members behind it are read, as are those of an archive that follows."""
    data = tarred({f"{n}.jsonl": b'{"text": "%d"}' % n for n in range(4)})
    found = Result(
        write(tmp_path / "x.tar", data[:1024] + b"\xff" + data[1025:] + tarred({"9.jsonl": b'{"text": "9"}'}))
    )
    assert found.texts == ["0", "2", "3", "9"]
    assert len(found.errors) == 1
    assert "damaged or cut off at byte 1024" in found.errors[0].message
    found = Result(write(tmp_path / "y.tar", data[:2000] + b"junk" * 5000))
    assert found.texts[0] == "0"
    assert found.errors


def test_old_tar(tmp_path):
    """A tar archive of before 1988 has no mark, and is told by its sum."""
    data = tarred({"a.jsonl": b'{"text": "1"}'})
    head = bytearray(data[:512])
    head[257:265] = bytes(8)
    head[148:156] = b" " * 8
    head[148:156] = b"%06o\0 " % sum(head)
    found = Result(write(tmp_path / "x.dat", bytes(head) + data[512:]))
    assert (found.texts, len(found.warnings)) == (["1"], 1)


def test_a_header_of_gigabytes(tmp_path):
    """A header of tar that says that it is very long is not believed."""
    info = tarfile.TarInfo("././@PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, 2 << 30
    data = tarred({"a.jsonl": b'{"text": "1"}'}).rstrip(b"\0")
    data += bytes(-len(data) % 512)
    found = Result(write(tmp_path / "x.tar", data + info.tobuf() + bytes(2048)))
    assert found.texts == ["1"]
    assert "a header of" in found.errors[0].message


def test_too_many_members(tmp_path, monkeypatch):
    """Of an archive with too many members the first are read, and the rest is told."""
    monkeypatch.setattr(archives, "MEMBERS", 3)
    path = write(tmp_path / "x.zip", zipped({f"{n}.jsonl": b'{"text": "%d"}' % n for n in range(5)}))
    found = Result(path)
    assert (found.texts, len(found.errors)) == (list("012"), 1)
    monkeypatch.setattr(zip_archives, "DIRECTORY_BYTES", 50)
    assert "lists more members" in Result(path).errors[0].message


@pytest.mark.parametrize(
    ("data", "kind"), [(b"Rar!\x1a\x07\x01\0", "a RAR archive"), (b"7z\xbc\xaf\x27\x1c\0\x04", "a 7z archive")]
)
@pytest.mark.parametrize("name", ["a.rar", "a.7z", "a.txt", "a.zip", "a"])
def test_archives_that_are_not_read(tmp_path, data, kind, name):
    """RAR and 7z are refused by name, with the cure, whatever they are called."""
    message = Result(write(tmp_path / name, data + bytes(100))).errors[0].message
    assert message.startswith(f"this is {kind}, which is not read; unpack it")


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        ({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}, "Word"),
        ({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"}, "EPUB"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}, "OpenDocument"),
    ],
)
def test_documents(tmp_path, files, kind):
    """A document that is packed as ZIP is no archive of pages: it is refused by name."""
    for name in ("a.zip", "a.txt", "a.docx"):
        found = Result(write(tmp_path / name, zipped(files)))
        assert (found.articles, len(found.errors)) == ([], 1)
        assert kind in found.errors[0].message


def workbook(*cells):
    """The files of a workbook with one column of cells."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    rows = "".join(f'<row><c t="inlineStr"><is><t>{cell}</t></is></c></row>' for cell in cells)
    files = {
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets><sheet name="A" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
    }
    return {name: text.encode() for name, text in files.items()}


@pytest.mark.parametrize("name", ["a.zip", "a.txt", "a.xlsx", "a"])
def test_a_workbook_is_no_archive(tmp_path, name):
    """A workbook is read as one also where its directory alone tells what it is."""
    files = {"docProps/thumbnail.bin": bytes(100_000), **workbook("text", BODY)}
    found = Result(write(tmp_path / name, zipped(files, zipfile.ZIP_STORED)))
    assert found.texts == [BODY]
    assert ["workbook" in warning for warning in found.warnings] == ([] if name == "a.xlsx" else [True])


@pytest.mark.parametrize(("name", "data"), [("a.zip", b"x"), ("a.tar", b"x" * 2000), ("a.zip", b"PK\x05\x06")])
def test_no_archive(tmp_path, name, data):
    """What is called an archive and is none is an error."""
    found = Result(write(tmp_path / name, data))
    assert [row.error for row in found.errors][:1] == ["UnreadableFile"]


def test_an_input_format_is_for_the_members(tmp_path):
    """--input-format and --encoding say what the files in an archive are."""
    path = write(tmp_path / "a.zip", zipped({"a.log": '{"text": "خبر عن الوزارة"}'.encode("cp1256")}))
    assert Result(path, input_format="jsonl", encoding="cp1256").texts == ["خبر عن الوزارة"]


def test_kinds():
    """An archive is told by how it begins; zeros are a tar archive where the name says so."""
    assert kind_of(zipped({}), "", "x") == kind_of(zipped(), "", "x") == archives.ZIP
    assert kind_of(bytes(10240), "", "x") is None
    assert kind_of(bytes(10240), ".tar", "x") == kind_of(tarred(), "", "x") == archives.TAR
    assert kind_of(b"0" * 600, ".txt", "x") is None
