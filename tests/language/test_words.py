"""Words and stems: what two wordings share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.language.folding import fold
from summariser.language.words import STOPWORDS, content_stems, rows_of, tokens, undotted, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Union's 2,300 dockers", ["the", "union", "2", "300", "dockers"]),
        ("didn’t re\u00adject", ["didn't", "reject"]),
        ("cease-fire", ["cease", "fire"]),
        ("Søren d'Arvel", ["soren", "d'arvel"]),
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("proposed a ceasefire", "it proposes ceasefires"),
        ("the release of prisoners", "releasing a prisoner"),
        ("talks were suspended", "suspending the talks"),
    ],
)
def test_inflection_does_not_matter(one: str, other: str) -> None:
    assert content_stems(one) == content_stems(other)


def test_what_carries_no_content_is_left_out() -> None:
    assert content_stems("they would not have been in it, had she not said so") == content_stems("said")
    assert content_stems("a b c") == frozenset()


def test_stopwords_are_folded_words() -> None:
    assert all(tokens(word) == [word] or tokens(word) == [word.removesuffix("'s")] for word in STOPWORDS)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(word and word == word.casefold() for word in tokens(text))


@given(st.text(alphabet="ab' s_-1,\n", max_size=20))
def test_the_quick_way_finds_the_same_words(text: str) -> None:
    slow = tokens(text + " 中")  # not ASCII after folding either, so that the quick way does not apply
    assert slow == [*tokens(text), "中"]


@given(
    st.lists(st.text(alphabet="aB sU.'-^£é\"&;\n\u00ad8", max_size=20) | st.text(max_size=20), min_size=1, max_size=5)
)
def test_texts_read_together_have_the_same_words(texts: list[str]) -> None:
    assert [row.split() for row in rows_of(texts)] == [words_of(undotted(fold(text))) for text in texts]
