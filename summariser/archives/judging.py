"""From what was read to an article, or to the reason why it is none."""

from __future__ import annotations

import re
from typing import Any

from summariser.archives.items import Item, Refused, Skip
from summariser.articles.article import MOST_CHARACTERS, Article
from summariser.articles.notices import count_words, notice_in
from summariser.errors import ArticleError

__all__ = ["LEAST_WORDS", "article_item", "skipped"]

LEAST_WORDS = 40
"""A shorter text is a headline, a caption or a market line."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MENU_LINES = 12
_ENDS = (".", "!", "?", "…", '"', "'", "”", "’", ":", ";", ",", ")", "。", "؟")


def skipped(key: str, error: Refused) -> Item:
    """Return the item for what was refused."""
    return Item(key, skip=Skip(error.kind, str(error)))


def article_item(key: str, fields: dict[str, Any], least_words: int) -> Item:
    """Return the article that `fields`, arguments of Article, make, or the skip that says why they make none."""
    try:
        _judge(fields["text"], least_words)
        return Item(key, article=Article(**fields))
    except Refused as error:
        return skipped(key, error)
    except ArticleError as error:
        return Item(key, skip=Skip("malformed", str(error)))


def _judge(text: str, least_words: int) -> None:
    """Raise Refused where `text` is no article's."""
    if len(text) > MOST_CHARACTERS:
        raise Refused("too_long", f"the text has {len(text):,} characters, an article at most {MOST_CHARACTERS:,}")
    if "\x00" in text:
        raise Refused("binary", f"the text holds NUL characters, the first at {text.index(chr(0)):,}")
    if not text.isascii() and (lone := _SURROGATE.search(text)):
        raise Refused("undecodable", f"the text holds a lone surrogate, {lone[0]!r}: it was decoded wrongly")
    words = count_words(text)
    if not words or not any(map(str.isalnum, text)):
        raise Refused("empty", "the text is empty: it has no letter and no digit")
    if notice := notice_in(text, words):
        raise Refused("boilerplate", f"the text is a site's notice, no article: {notice!r} in {words} words")
    if words < least_words:
        raise Refused("too_short", f"the text has {words} words, an article at least {least_words}")
    _judge_lines(text)


def _judge_lines(text: str) -> None:
    """Raise Refused where the lines are those of a menu, or one line over and over."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if len(lines) < _MENU_LINES:
        return
    if len(set(lines)) * 4 <= len(lines):
        raise Refused("boilerplate", f"the text repeats itself: {len(set(lines))} different lines of {len(lines)}")
    entries = [line for line in lines if len(line) < 60 and not line.endswith(_ENDS)]
    if len(entries) * 5 >= len(lines) * 4 and sum(map(len, entries)) * 2 > sum(map(len, lines)):
        raise Refused("boilerplate", f"the text is a menu or a list: {len(entries)} of {len(lines)} lines are entries")
