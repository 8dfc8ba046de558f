"""Whatever the bytes are: an article, or an ArticleError; nothing else."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.articles.article import Article
from summariser.articles.reading import read_article
from summariser.errors import ArticleError

PIECES = st.sampled_from(
    [
        b"<html>", b"<!doctype html>", b"<p>The talks resumed.</p>", b"<script>", b"</body>", b"<!--", b"x'>",
        b"<meta charset='",
        b"utf-16'>", b'{"text": "', b'"}', b"\\ud800", b"[", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\xe9", b"\r\n",
        b"The talks resumed. ", b"<?xml version='1.0' encoding='", b"PK\x03\x04", b"&#0;", b"&#xD800;",
    ]
)  # fmt: skip
DATA = st.one_of(st.binary(max_size=300), st.lists(st.one_of(PIECES, st.binary(max_size=8)), max_size=12).map(b"".join))


def outcome(data, **options):
    try:
        return read_article("-", stdin=io.BytesIO(data), **options)
    except ArticleError as error:
        return str(error)


@settings(max_examples=300, deadline=None)
@given(DATA)
def test_any_bytes(data):
    found = outcome(data)
    assert isinstance(found, Article) or found.startswith("standard input")


@settings(max_examples=150, deadline=None)
@given(
    DATA, st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-7", "idna", "rot13", "base64", "x", "punycode", "\x00"])
)
def test_any_bytes_in_any_encoding(data, encoding):
    found = outcome(data, encoding=encoding)
    assert isinstance(found, Article) or found
