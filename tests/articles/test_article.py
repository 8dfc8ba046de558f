"""An article keeps its text, and refuses what is none."""

from __future__ import annotations

import pytest

from summariser.articles.article import MOST_CHARACTERS, Article
from summariser.errors import ArticleError


def test_id_is_a_digest_of_the_text_alone() -> None:
    assert Article("Talks resume.").id == Article("Talks resume.", title="Headline").id == "6e3f8b13a8dcc2d7"
    assert Article("Talks resume.").id != Article("Talks resume!").id


def test_text_is_kept_as_given() -> None:
    text = "\ufeff  Talks\u00a0resume.\r\n\r\n“No,” he said.  "
    assert Article(text).text == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\t…!?", "empty"),
        ("PK\x03\x04\x00\x00text", "NUL"),
        ("bad \udcff bytes", "surrogates"),
        ("x" * (MOST_CHARACTERS + 1), "1,000,001 characters"),
        (b"bytes", "not bytes"),
        (None, "not NoneType"),
    ],
)
def test_what_is_no_article_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        Article(text)


def test_the_longest_article_is_taken() -> None:
    assert Article("x" * MOST_CHARACTERS).sentences[0].end == MOST_CHARACTERS
