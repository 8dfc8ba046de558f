"""Each format, found by its bytes or its suffix: the articles in it, with all that it tells of them."""

import bz2
import csv
import gzip
import io
import json
import lzma
import sys
import zipfile
from datetime import UTC, date, datetime

import pyarrow
import pyarrow.parquet
import pytest
from own_archives import WARC, items_in, json_lines, page, read, tarred, text, told, zipped

from summariser.archives.items import Fields
from summariser.archives.reading import breaks_off
from summariser.errors import SettingsError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PACKERS = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstd.compress}


def test_a_text_file_is_one_article(tmp_path):
    (item,) = read(tmp_path, "harbour.txt", text())
    assert (item.key, item.article.text) == ("harbour.txt", text())


def test_a_page_is_one_article_with_its_metadata(tmp_path):
    (item,) = read(tmp_path, "harbour.html", page())
    assert item.article.text.endswith(text())
    assert (item.article.title, item.article.date) == ("Harbour talks 1", date(2021, 3, 4))


def test_json_lines(tmp_path):
    items = read(tmp_path, "talks.jsonl", json_lines())
    assert told(items) == [("a1#1", "article"), ("a2#2", "article"), ("a3#3", "article")]
    assert items[1].article.text == text(2)
    assert (items[1].article.title, items[1].article.date) == ("Talks 2", date(2021, 3, 4))


@pytest.mark.parametrize("packing", PACKERS)
@pytest.mark.parametrize("suffix", [True, False])
def test_packed_json_lines(tmp_path, packing, suffix):
    name = f"talks.jsonl.{packing}" if suffix else "talks.jsonl"
    assert read(tmp_path, name, PACKERS[packing](json_lines())) == read(tmp_path, "plain.jsonl", json_lines())


@pytest.mark.parametrize("packing", PACKERS)
def test_packed_streams_one_after_the_other(tmp_path, packing):
    first, second = json_lines(2), json_lines(3)
    data = PACKERS[packing](first) + PACKERS[packing](second)
    assert read(tmp_path, f"talks.jsonl.{packing}", data) == read(tmp_path, "plain.jsonl", first + second)


@pytest.mark.parametrize("packing", PACKERS)
def test_a_packed_text(tmp_path, packing):
    (item,) = read(tmp_path, f"harbour.txt.{packing}", PACKERS[packing](text().encode()))
    assert item.article.text == text()


@pytest.mark.parametrize(
    "layout", [json.dumps, lambda rows: json.dumps(rows, indent=2), lambda rows: "".join(map(json.dumps, rows))]
)
@pytest.mark.parametrize("name", ["talks.json", "talks"])
def test_json_arrays_and_objects_one_after_the_other(tmp_path, layout, name):
    rows = [{"id": n, "text": text(n) + ' "[{,}]" \\ '} for n in (1, 2, 3)]
    items = read(tmp_path, name, layout(rows))
    assert told(items) == [("1#1", "article"), ("2#2", "article"), ("3#3", "article")]
    assert [item.article.text for item in items] == [row["text"] for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_with_any_delimiter(tmp_path, delimiter):
    quoted = text(2).replace("Thursday. ", 'Thursday.\n\nShe said "no". ')
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(
        [["id", "headline", "body"], [1, "First", "X"], [2, "Second", quoted]]
    )
    first, second = read(tmp_path, "talks.csv", out.getvalue())
    assert first.skip.kind == "too_short"
    assert (second.key, second.article.title, second.article.text) == ("2#2", "Second", quoted)


def test_tsv(tmp_path):
    (item,) = read(tmp_path, "talks.tsv", f"text\ttitle\n{text()}\tA, b\n")
    assert (item.article.text, item.article.title) == (text(), "A, b")


def test_csv_that_a_spreadsheet_saved(tmp_path):
    data = f"\ufeffText;Titel\r\n{text()};Eins\r\n\r\n".encode()
    (item,) = read(tmp_path, "talks.csv", data)
    assert item.article.text == text()


def test_a_table_in_utf_16(tmp_path):
    (item,) = read(tmp_path, "talks.tsv", f"text\ttitle\n{text()}\tEins\n".encode("utf-16"))
    assert (item.article.text, item.article.title) == (text(), "Eins")


def test_a_table_in_an_encoding_that_the_user_gives(tmp_path):
    data = f'text\n"{text()}"\n'.encode("cp1252")
    assert read(tmp_path, "talks.csv", data, encoding="cp1252")[0].article.text == text()
    assert told(read(tmp_path, "talks.csv", data)) == [("#1", "undecodable")]


def test_parquet(tmp_path):
    table = pyarrow.table(
        {
            "content": [text(n) for n in range(100)],
            "published_at": [datetime(2021, 3, 4, 23, tzinfo=UTC)] * 100,
            "embedding": [[0.5, 0.25]] * 100,
            "lang": ["en"] * 100,
        }
    )
    pyarrow.parquet.write_table(table, tmp_path / "talks.parquet", row_group_size=40)
    items = items_in(tmp_path / "talks.parquet")
    assert [item.article.text for item in items] == [text(n) for n in range(100)]
    assert (items[99].key, items[99].article.date, items[99].article.language) == ("#100", date(2021, 3, 4), "en")
    assert items_in(tmp_path / "talks.parquet", start=85) == items[85:]


@pytest.mark.parametrize("data", [b"".join(WARC), b"".join(map(gzip.compress, WARC))], ids=["plain", "gzip"])
def test_warc(tmp_path, data):
    items = read(tmp_path, "news.warc.gz", data)
    assert told(items) == [
        ("https://a.example/1#1", "article"),
        ("https://a.example/2#2", "article"),
        ("https://a.example/3#3", "no_text"),
        ("https://a.example/4#4", "no_text"),
        ("https://a.example/5#5", "article"),
    ]
    assert "Köhler" in items[4].article.text
    assert (items[1].article.url, items[1].article.date) == ("https://a.example/2", date(2021, 3, 4))
    assert "answered 404" in items[2].skip.message


MEMBERS = [("a/harbour.txt", text(1).encode()), ("page.html", page(2).encode()), ("talks.jsonl", json_lines(2))]
FOUND = ["a/harbour.txt#1", "page.html#2", "talks.jsonl#3/a1#1", "talks.jsonl#3/a2#2"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_zip(tmp_path, method):
    items = read(tmp_path, "talks.zip", zipped(MEMBERS, method))
    assert told(items) == [(key, "article") for key in FOUND]
    assert items[0].article.text == text(1)


@pytest.mark.parametrize("packing", [None, *PACKERS])
def test_tar(tmp_path, packing):
    data = tarred(MEMBERS)
    items = read(tmp_path, f"talks.tar.{packing}", PACKERS[packing](data) if packing else data)
    assert told(items) == [(key, "article") for key in FOUND]
    assert items[0].article.text == text(1)


def test_a_packed_table_in_an_archive(tmp_path):
    items = read(tmp_path, "talks.zip", zipped([("talks.jsonl.gz", gzip.compress(json_lines(2)))]))
    assert told(items) == [("talks.jsonl.gz#1/a1#1", "article"), ("talks.jsonl.gz#1/a2#2", "article")]


def test_members_of_one_name_have_keys_of_their_own(tmp_path):
    items = read(tmp_path, "talks.tar", tarred([("a.txt", text(1).encode()), ("a.txt", text(2).encode())]))
    assert told(items) == [("a.txt#1", "article"), ("a.txt#2", "article")]


@pytest.mark.parametrize("suffix", ["tgz", "tbz2", "txz"])
def test_a_tar_archive_without_its_mark_is_known_by_its_suffix(tmp_path, suffix):
    data = bytearray(tarred([("a.txt", text().encode())]))
    data[148:156], data[257:265] = b" " * 8, bytes(8)
    data[148:156] = f"{sum(data[:512]):06o}\0 ".encode()
    packed = PACKERS[{"tgz": "gz", "tbz2": "bz2", "txz": "xz"}[suffix]](bytes(data))
    assert told(read(tmp_path, f"talks.{suffix}", packed)) == [("a.txt#1", "article")]


def test_columns_that_the_user_names(tmp_path):
    row = {"text": "a teaser", "inhalt": text(), "title": "no", "kopf": "yes", "nr": 7}
    (item,) = read(tmp_path, "talks.jsonl", json.dumps(row), Fields(text="inhalt", title="kopf", id="nr"))
    assert (item.key, item.article.text, item.article.title) == ("7#1", text(), "yes")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", ["talks.csv", "talks.jsonl", "talks.json"])
def test_a_table_that_does_not_fit_the_encoding_that_the_user_gives(tmp_path, name, encoding):
    data = json_lines() if "json" in name else f'id,text\n1,"{text()} né"\n'.encode()
    *came, last = read(tmp_path, name, data, encoding=encoding)
    if encoding == "utf-16":
        assert (came, last.key, last.skip.kind, breaks_off(last)) == ([], name, "undecodable", True)
        assert f"{name} is not utf-16 (" in last.skip.message
        assert "--encoding" in last.skip.message
    else:
        assert last.skip


def test_a_table_in_utf_16_that_was_cut_off(tmp_path):
    data = "".join(f'{{"text": "{text(n)}"}}\n' for n in range(3)).encode("utf-16")
    *_, last = read(tmp_path, "talks.jsonl", data[:-1])
    assert (last.skip.kind, breaks_off(last)) == ("undecodable", True)


@pytest.mark.parametrize("encoding", ["nope", "base64", "rot13", "idna", "punycode", "undefined", "a\x00b", ""])
def test_an_encoding_that_texts_are_not_in(tmp_path, encoding):
    with pytest.raises(SettingsError, match=r"there is no encoding .* of texts; give one such as utf-8"):
        read(tmp_path, "talks.csv", b"text\n", encoding=encoding)
