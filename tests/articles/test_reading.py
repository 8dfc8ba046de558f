"""Reading from files and standard input: what is an article, and what each thing that is none is told to be."""

import gzip
import io
import os
import subprocess
import zipfile
from datetime import date

import pytest

from summariser.articles.reading import MOST_BYTES, read_article
from summariser.errors import ArticleError

TEXT = "The dockers’ union of Veldmark said on Thursday that it would return to talks.\nThe port company agreed.\n"
PAGE = """<!doctype html>
<html lang="en-GB"><head><title>Harbour talks resume | Veldmark Courier</title>
<meta charset="{charset}">
<meta property="og:site_name" content="Veldmark Courier">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<link rel="canonical" href="https://courier.example/harbour"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour talks resume</h1>
<p>The dockers' union of Veldmark said on Thursday it would return to talks with the port company.</p>
<p>Union leader Ilse Köhler refused a pay freeze &amp; any cuts.</p></article>
<footer>Copyright 2009</footer></body></html>"""


def written(tmp_path, data, name="article.txt"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def refusal(source, **options):
    with pytest.raises(ArticleError) as caught:
        read_article(source, **options)
    return str(caught.value)


def test_text_is_kept_as_it_stands(tmp_path):
    article = read_article(written(tmp_path, TEXT), date=date(2021, 3, 4), title="Talks")
    assert (article.text, article.title, article.date) == (TEXT, "Talks", date(2021, 3, 4))


def test_standard_input(tmp_path):
    assert read_article("-", stdin=io.BytesIO(TEXT.encode())).text == TEXT


def test_standard_input_that_is_not_there():
    assert "standard input" in refusal("-")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path, codec):
    assert read_article(written(tmp_path, TEXT.encode(codec))).text == TEXT


def test_utf_16_without_a_mark_is_guessed_but_not_taken(tmp_path):
    path = written(tmp_path, TEXT.encode("utf-16-le"))
    assert "pass --encoding utf-16-le" in refusal(path)
    assert read_article(path, encoding="utf-16-le").text == TEXT


def test_bad_utf_8_names_the_byte_and_what_could_be_tried(tmp_path):
    path = written(tmp_path, "Ilse Köhler spoke.".encode("cp1252"))
    message = refusal(path)
    assert "byte 0xf6 at position 6" in message
    assert "--encoding cp1252" in message
    assert read_article(path, encoding="cp1252").text == "Ilse Köhler spoke."


def test_an_encoding_that_does_not_fit(tmp_path):
    assert "is not ascii: byte 0xe2 at position 11" in refusal(written(tmp_path, TEXT), encoding="ascii")


def test_an_encoding_that_does_not_exist(tmp_path):
    assert "no encoding 'klingon'" in refusal(written(tmp_path, TEXT), encoding="klingon")


@pytest.mark.parametrize("codec", ["utf-8", "iso-8859-1"])
def test_a_page_with_its_metadata(tmp_path, codec):
    article = read_article(written(tmp_path, PAGE.format(charset=codec).encode(codec), "page.txt"))
    assert "Union leader Ilse Köhler refused a pay freeze & any cuts." in article.text
    assert "Sport" not in article.text
    assert article.title == "Harbour talks resume"
    assert article.date == date(2021, 3, 4)
    assert article.source == "Veldmark Courier"
    assert article.url == "https://courier.example/harbour"
    assert article.language == "en-gb"


def test_what_the_caller_says_wins_over_the_page(tmp_path):
    article = read_article(written(tmp_path, PAGE.format(charset="utf-8")), date=date(2020, 1, 2), title="Mine")
    assert (article.date, article.title) == (date(2020, 1, 2), "Mine")


def test_a_date_is_not_guessed_from_a_footer(tmp_path):
    page = PAGE.format(charset="utf-8").replace(
        '<meta property="article:published_time" content="2021-03-04T10:00:00Z">', ""
    )
    assert read_article(written(tmp_path, page)).date is None


def test_a_piece_of_html_is_html(tmp_path):
    article = read_article(written(tmp_path, "<p>The dockers' union of Veldmark said that it would return.</p>\n"))
    assert article.text == "The dockers' union of Veldmark said that it would return."


@pytest.mark.parametrize(
    "page", ["<html><body><script>run()</script></body></html>", "<!doctype html>\n<title>x</title>"]
)
def test_a_page_without_an_article(tmp_path, page):
    assert "no article was found" in refusal(written(tmp_path, page))


NOTICE = "Please enable JavaScript and reload to go on to the Veldmark Courier."


def test_a_page_that_has_a_sites_notice_alone(tmp_path):
    page = written(tmp_path, f"<!doctype html>\n<html><body><p>{NOTICE}</p></body></html>")
    assert refusal(page).startswith(f"{page} has a site's notice, no article: 'enable JavaScript' in 12 words; save")


def test_a_page_whose_article_speaks_of_one(tmp_path):
    text = "The talks resumed on Monday. " * 40 + NOTICE
    page = f"<!doctype html>\n<html><body><article><p>{text}</p></article></body></html>"
    assert "enable JavaScript" in read_article(written(tmp_path, page)).text


def test_a_text_that_says_what_a_notice_says_is_taken(tmp_path):
    assert read_article(written(tmp_path, NOTICE)).text == NOTICE


def test_text_that_begins_with_an_angle_bracket_is_text(tmp_path):
    assert read_article(written(tmp_path, "<Veldmark> The talks resumed.")).text == "<Veldmark> The talks resumed."


def test_a_json_object(tmp_path):
    row = (
        '{"text": "Talks resumed.", "title": "T", "date": "2021-03-04T10:00:00Z", "url": "https://a.example/", "x": 1}'
    )
    article = read_article(written(tmp_path, row))
    assert (article.text, article.title, article.date) == ("Talks resumed.", "T", date(2021, 3, 4))
    assert article.url == "https://a.example/"


def test_a_json_object_in_the_terms_of_schema_org(tmp_path):
    row = '{"articleBody": "Talks.", "headline": "H", "datePublished": "2021-03-04", "publisher": {"name": "Courier"}}'
    article = read_article(written(tmp_path, row))
    assert (article.text, article.title, article.date, article.source) == ("Talks.", "H", date(2021, 3, 4), "Courier")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('{"text": "half', "begins as JSON, but is none"),
        ('{"txt": "Talks."}', "has no 'text' (its keys: 'txt')"),
        ('{"text": 5}', "'text' is 5, a text was expected"),
        ('{"text": "Talks.", "date": "4 March"}', "is '4 March', a date such as 2019-11-01 was expected"),
        ('{"body": 3}', "'body' is 3, a text was expected"),
        ('{"text": {"p": 1}}', "'text' is {\"p\": 1}, a text was expected"),
        ('{"body": "Talks.", "published": "4 March"}', "'published' is '4 March', a date such as"),
        ('{"text": "One."}\n{"text": "Two."}\n', "several JSON objects"),
        ('[{"text": "One."}]', "a list of JSON objects"),
        ('[{"text": "One."}]', "(for all of them: summariser batch FILE --job JOB)"),
        ('{"text": "One."} and more', "something after its JSON object: 'and more'"),
        ('{"text": " "}', "empty"),
    ],
)
def test_json_that_is_no_article(tmp_path, row, told):
    assert told in refusal(written(tmp_path, row))


@pytest.mark.parametrize("data", ["", " \n\t\n", "...\n", "\ufeff"])
def test_an_empty_file(tmp_path, data):
    assert "empty" in refusal(written(tmp_path, data))


def test_a_directory(tmp_path):
    told = f"{tmp_path} is a directory; name a file in it (for all articles in it: summariser batch DIR --job JOB)"
    assert refusal(str(tmp_path)) == told


def test_a_missing_file_with_others_like_it(tmp_path):
    path = written(tmp_path, TEXT, "harbour-talks.txt")
    assert f"did you mean {path!r}?" in refusal(path.replace("talks", "talk"))


def test_a_missing_file_in_a_missing_directory(tmp_path):
    assert "nor a directory" in refusal(str(tmp_path / "no" / "such.txt"))


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("The talks have resumed", "pipe it to"),
        ("www.courier.example", "https://www.courier.example"),
        ("x" * 5000, "name too long"),
        ("a\x00b", "null"),
        ("ftp://courier.example/a.txt", "only http and https are fetched, not 'ftp'"),
        ("https://", "names no host"),
    ],
)
def test_a_source_that_is_no_file(source, told):
    assert told in refusal(source)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = written(tmp_path, TEXT)
    os.chmod(path, 0)
    assert "Permission denied" in refusal(path)


def test_a_socket_is_no_file(tmp_path):
    import socket  # noqa: PLC0415

    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path)
        assert "cannot read" in refusal(path)


def docx():
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return memory.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "is a PDF, not text; extract its text first"),
        (docx(), "is a Word document (docx), not text; save it as plain text"),
        (b"PK\x03\x04" + bytes(30), "is a ZIP archive"),
        (gzip.compress(b"The talks."), "is gzip data"),
        (b"{\\rtf1\\ansi The talks.}", "rich text"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG image"),
        (b"The talks\x00 resumed", "is binary"),
        (bytes(range(1, 32)) * 20, "is binary"),
    ],
)
def test_what_is_no_text_is_named(tmp_path, data, told):
    assert told in refusal(written(tmp_path, data))


def test_too_much_text_is_not_read_whole(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"The talks resumed. ")
        file.truncate(50_000_000)
    assert "more than 8,000,000 bytes" in refusal(str(path))


def test_an_endless_input_is_read_up_to_the_bound():
    endless = subprocess.Popen(["yes", "The talks resumed."], stdout=subprocess.PIPE)
    try:
        assert f"standard input has more than {MOST_BYTES:,} bytes" in refusal("-", stdin=endless.stdout)
    finally:
        endless.kill()
        endless.communicate()


def test_more_characters_than_an_article_has(tmp_path):
    assert "1,200,000 characters" in refusal(written(tmp_path, "Talks. Go. " * 109_090 + "Talks. Go."))


def test_much_white_space_is_passed_quickly(tmp_path):
    assert read_article(written(tmp_path, "\n" * 900_000 + "The talks resumed.")).text.endswith("resumed.")
