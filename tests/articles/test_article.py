"""An article keeps its text, and refuses what is none."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

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


class NoDay(datetime):
    """A datetime that stands for none, as that of pandas does."""

    def date(self) -> date:
        raise ValueError("has no day")


@pytest.mark.parametrize("given", [datetime(2025, 4, 22, 23, 59), datetime(2025, 4, 22, tzinfo=UTC), date(2025, 4, 22)])
def test_of_a_datetime_the_day_is_taken(given: date) -> None:
    assert Article("Talks resume.", date=given) == Article("Talks resume.", date=date(2025, 4, 22))
    assert type(Article("Talks resume.", date=given).date) is date


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"date": "2025-04-22"}, r"date is a datetime.date or None, not str: '2025-04-22'; write date.fromisoformat"),
        ({"date": 20250422}, "date is a datetime.date or None, not int: 20250422"),
        ({"date": NoDay(2025, 4, 22)}, "date is a datetime.date or None, not NoDay"),
        ({"title": 3}, "title is a str or None, not int: 3"),
        ({"title": float("nan")}, "title is a str or None, not float: nan"),
        ({"source": b"Courier"}, "source is a str or None, not bytes: b'Courier'"),
        ({"url": Path("a.html")}, "url is a str or None, not PosixPath"),
        ({"language": ["en"]}, r"language is a str or None, not list: \['en'\]"),
        ({"title": "K\udcf6ln"}, "the title holds lone surrogates"),
    ],
)
def test_what_is_known_of_it_has_the_type_that_it_should_have(known: dict[str, Any], told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        Article("Talks resume.", **known)
