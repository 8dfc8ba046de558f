"""What is no article, and what means harm: told by kind, and the rest goes on."""

import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile

import pytest
from own_archives import json_lines, page, read, tarred, text, told, zipped

from summariser.archives import unpacking
from summariser.archives.items import Fields, Item
from summariser.articles.article import MOST_CHARACTERS
from summariser.articles.reading import MOST_BYTES

GOOD = ("good.txt", text().encode())


def kinds(items):
    return [item.skip.kind if item.skip else "article" for item in items]


def line(**row):
    return json.dumps(row)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"-- ** --", "empty"),
        (b"The talks failed.", "too_short"),
        (b"a word " * (MOST_BYTES // 7 + 1), "too_long"),
        (b"a word " * (MOST_CHARACTERS // 7 + 1), "too_long"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "binary"),
        (b"%PDF-1.7 and so on", "binary"),
        (bytes(5000), "binary"),
        (("Köhler " * 60).encode("cp1252"), "undecodable"),
        (b"<html><body><script>run()</script></body></html>", "no_text"),
        (b'<?xml version="1.0"?><nitf><body>' + b"word " * 50 + b"</body></nitf>", "no_text"),
        (b"Please enable JavaScript to read this site. " * 3, "boilerplate"),
        (b"Page not found", "boilerplate"),
        (b"We use cookies to make this site better for you. " * 5, "boilerplate"),
        (b"".join(b"Section number %d of site\n" % n for n in range(20)), "boilerplate"),
        (b"Read more about this subject here.\n" * 20, "boilerplate"),
    ],
)
def test_a_file_that_is_no_article(tmp_path, data, kind):
    (item,) = read(tmp_path, "file.txt", data)
    assert told([item]) == [("file.txt", kind)]


@pytest.mark.parametrize(
    "more",
    [
        "The union said that the company's web site uses cookies to follow its members and had to stop doing so.",
        "She was denied access to the harbour.",
    ],
)
def test_an_article_that_speaks_of_such_things_is_one(tmp_path, more):
    assert kinds(read(tmp_path, "file.txt", " ".join([text(1), text(2), text(3), more]))) == ["article"]


def test_an_article_of_many_short_lines_is_one(tmp_path):
    assert kinds(read(tmp_path, "file.txt", text().replace(". ", ".\n") * 5)) == ["article"]


def test_a_text_without_spaces_between_words(tmp_path):
    assert kinds(read(tmp_path, "file.txt", "港口公司与码头工人工会周四举行会谈" * 8)) == ["article"]


def test_the_least_number_of_words_is_the_callers(tmp_path):
    assert kinds(read(tmp_path, "file.txt", "The talks failed.", least_words=3)) == ["article"]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (b'{"text": ' + b"9" * 5000 + b"}", "malformed"),
        (b'["text"]', "malformed"),
        (b'{"text": 5}', "malformed"),
        (b'{"text": "K\xf6hler"}', "undecodable"),
        (b'{"text": "\\ud800 ' + b"word " * 50 + b'"}', "undecodable"),
        (b'{"text": "\\u0000 ' + b"word " * 50 + b'"}', "binary"),
        (b'{"text": ""}', "empty"),
        (b'{"text": null}', "empty"),
        (b'{"headline": "Talks"}', "no_text"),
        (b'{"text": "<p></p>"}', "no_text"),
        (b'{"text": "' + b"a" * MOST_BYTES + b'"}', "too_long"),
    ],
)
@pytest.mark.parametrize("name", ["talks.jsonl", "talks.json"])
def test_a_row_that_is_no_article_costs_no_other(tmp_path, name, row, kind):
    if name == "talks.json":
        rows = b"[" + b",\n".join([*json_lines(1).splitlines(), row, *json_lines(1).splitlines()]) + b"]"
    else:
        rows = json_lines(1) + row + b"\n\n" + json_lines(1)
    assert kinds(read(tmp_path, name, rows)) == ["article", kind, "article"]


@pytest.mark.parametrize("row", [b"{broken", b"[" * 100_000, b'{"text": "open', b"", b"no JSON at all"])
def test_a_line_that_does_not_close_costs_no_other(tmp_path, row):
    items = read(tmp_path, "talks.jsonl", json_lines(1) + row + b"\n" + json_lines(1))
    assert kinds(items) == ["article", "malformed", "article"] if row else ["article", "article"]


def test_an_array_that_is_cut_off(tmp_path):
    data = json.dumps([{"text": text(1)}, {"text": text(2)}])[:-30]
    assert kinds(read(tmp_path, "talks.json", data)) == ["article", "malformed"]


def test_a_json_line_of_100_megabytes(tmp_path):
    path = tmp_path / "talks.jsonl"
    with open(path, "wb") as file:
        file.write(json_lines(1) + b'{"text": "')
        for _ in range(100):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n' + json_lines(1))
    items = read(tmp_path, "talks.jsonl", path.read_bytes())
    assert told(items) == [("a1#1", "article"), ("#2", "too_long"), ("a1#3", "article")]


def test_rows_of_a_table_that_are_none(tmp_path):
    rows = [b"id,text", b'1,"%s"' % text(1).encode(), b"2", b"3,a,b", b'4,"%s",,' % text(4).encode()]
    rows += [b'5,"K\xf6hler"', b'6,"\x00%s"' % text(6).encode(), b"7," + b"a" * MOST_BYTES, b"8,"]
    items = read(tmp_path, "talks.csv", b"\n".join(rows))
    assert kinds(items) == [
        "article",
        "malformed",
        "malformed",
        "article",
        "undecodable",
        "binary",
        "too_long",
        "empty",
    ]
    assert "1 columns, the header 2" in items[1].skip.message


def test_a_quote_that_is_never_closed_costs_its_row(tmp_path):
    good = f'"{text()}"\n'
    data = 'text\n"open ' + "word " * (MOST_CHARACTERS // 5) + "\n" + good
    assert kinds(read(tmp_path, "talks.csv", data)) == ["malformed", "article"]


@pytest.mark.parametrize(("name", "data"), [("t.csv", "a,b\n1,2\n3,4\n"), ("t.csv", "\n"), ("t.tsv", "a\tb\n")])
def test_a_table_without_a_column_of_texts(tmp_path, name, data):
    (item,) = read(tmp_path, name, data)
    assert item.skip.kind == "no_text"


def test_a_column_that_the_user_names_and_the_table_lacks(tmp_path):
    (item,) = read(tmp_path, "t.csv", f"text,b\n{text()},2\n", Fields(text="body"))
    assert "no column 'body'; it has: 'text', 'b'" in item.skip.message


@pytest.mark.parametrize("name", ["../up.txt", "/etc/hosts.txt", "a/../../up.txt", "C:\\up.txt", "a\\..\\up.txt"])
def test_paths_that_lead_out_of_an_archive(tmp_path, name):
    items = read(tmp_path, "t.zip", zipped([(name, text()), GOOD]))
    assert kinds(items) == ["unsafe", "article"]
    assert kinds(read(tmp_path, "t.tar", tarred([(name, text().encode()), GOOD]))) == ["unsafe", "article"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_in_a_tar_archive(tmp_path, kind):
    header = tarfile.TarInfo("link.txt")
    header.type, header.linkname = kind, "good.txt"
    assert kinds(read(tmp_path, "t.tar", tarred([GOOD, header, GOOD]))) == ["article", "unsafe", "article"]


def test_an_encrypted_member(tmp_path):
    data = bytearray(zipped([GOOD, ("other.txt", text())]))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + flags
        data[at : at + 2] = struct.pack("<H", 1)
    first, second = read(tmp_path, "t.zip", bytes(data))
    assert (first.skip.kind, second.skip) == ("unreadable", None)
    assert "encrypted" in first.skip.message


def test_a_member_whose_data_are_broken(tmp_path):
    data = bytearray(zipped([GOOD, ("other.txt", text(2))]))
    data[60:70] = bytes(10)
    assert kinds(read(tmp_path, "t.zip", bytes(data))) == ["malformed", "article"]


def test_a_zip_archive_that_is_cut_off(tmp_path):
    (item,) = read(tmp_path, "t.zip", zipped([GOOD])[:-30])
    assert told([item]) == [("t.zip", "malformed")]


def test_an_office_document_is_no_archive(tmp_path):
    data = zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")])
    assert told(read(tmp_path, "t.docx", data)) == [("t.docx", "binary")]


@pytest.mark.parametrize("inner", [zipped([GOOD]), tarred([GOOD]), gzip.compress(tarred([GOOD]))])
def test_archives_within_archives(tmp_path, inner):
    items = read(tmp_path, "t.zip", zipped([("inner.bin", inner), GOOD]))
    assert kinds(items) == ["unsafe", "article"]
    assert kinds(read(tmp_path, "t.tar", tarred([("inner.bin", inner), GOOD]))) == ["unsafe", "article"]


def test_what_is_packed_more_than_once(tmp_path):
    assert kinds(read(tmp_path, "t.txt.gz.gz", gzip.compress(gzip.compress(text().encode())))) == ["unsafe"]


BOMB = b"word " * 4_000_000


@pytest.mark.parametrize("name", ["bomb.txt", "bomb.csv", "bomb.jsonl", "bomb.json", "bomb.html", "bomb"])
def test_a_bomb_in_a_zip_archive(tmp_path, name):
    items = read(tmp_path, "t.zip", zipped([(name, b"text\n" + BOMB), GOOD]))
    assert kinds(items)[-2:] == ["unsafe", "article"]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_a_packed_bomb(tmp_path, pack):
    items = read(tmp_path, "bomb.jsonl.x", pack(json_lines(1) + BOMB))
    assert kinds(items) == ["article", "unsafe"]


def test_a_bomb_of_many_rows(tmp_path):
    data = gzip.compress(b"\n" * 60_000_000 + json_lines(1))
    (item,) = read(tmp_path, "bomb.jsonl.gz", data)
    assert "packing bomb" in item.skip.message


def test_the_bytes_that_may_be_unpacked_at_all(tmp_path, monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 2000)
    assert kinds(read(tmp_path, "t.jsonl.gz", gzip.compress(json_lines(50))))[-1] == "unsafe"


@pytest.mark.parametrize("name", ["talks.jsonl.gz", "talks.jsonl.xz"])
def test_packed_data_that_are_cut_off(tmp_path, name):
    pack = gzip.compress if name.endswith("gz") else lzma.compress
    lines = b"".join(
        line(id=n, text=text(n * 7919), noise=str(pow(7, n, 10**80))).encode() + b"\n" for n in range(9000)
    )
    items = read(tmp_path, name, pack(lines)[:-500])
    assert len(items) > 1000
    assert set(kinds(items[:-1])) == {"article"}
    assert (items[-1].key, items[-1].skip.kind) == (name, "malformed")
    assert "cut off" in items[-1].skip.message


@pytest.mark.parametrize("where", [700, 1024, 2000, 3584])
def test_a_tar_archive_that_is_cut_off(tmp_path, where):
    items = read(tmp_path, "t.tar", tarred([GOOD, ("b.txt", b"word " * 400)])[:where])
    assert items[-1].skip.kind == "malformed"
    assert items[-1].key == "t.tar"


def test_a_tar_archive_with_a_broken_header(tmp_path):
    data = bytearray(tarred([GOOD, ("b.txt", text(2).encode())]))
    data[1024:1030] = b"broken"
    assert kinds(read(tmp_path, "t.tar", bytes(data))) == ["article", "malformed"]


def test_a_tar_archive_with_a_header_of_gigabytes(tmp_path):
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 4 << 30
    (item,) = read(tmp_path, "t.tar", header.tobuf(tarfile.USTAR_FORMAT) + bytes(4096))
    assert item.skip.kind == "unsafe"


def test_a_parquet_file_that_is_none(tmp_path):
    assert kinds(read(tmp_path, "t.parquet", b"PAR1" + bytes(100) + b"PAR1")) == ["malformed"]


def test_a_parquet_file_in_an_archive(tmp_path):
    assert kinds(read(tmp_path, "t.zip", zipped([("t.parquet", b"PAR1" + bytes(9)), GOOD]))) == [
        "unreadable",
        "article",
    ]


def test_html_in_a_column(tmp_path):
    (item,) = read(tmp_path, "t.jsonl", line(content=page(), title="Mine"))
    assert item.article.text.endswith(text())
    assert item.article.title == "Mine"


def test_names_that_are_no_text_can_be_shown(tmp_path):
    header = tarfile.TarInfo("caf\udce9\n.txt")
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        archive.addfile(header)
    (item,) = read(tmp_path, "t.tar", out.getvalue())
    assert item.key == "caf\\udce9\\n.txt#1"


def test_an_item_is_an_article_or_a_skip():
    with pytest.raises(ValueError):
        Item("key")


def test_a_long_id_is_cut(tmp_path):
    (item,) = read(tmp_path, "t.jsonl", line(id="x" * 5000, text=text()))
    assert len(item.key) < 320


def test_a_zip_archive_without_members(tmp_path):
    out = io.BytesIO()
    zipfile.ZipFile(out, "w").close()
    assert read(tmp_path, "t.zip", out.getvalue()) == []
