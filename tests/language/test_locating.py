"""Words are found however they and the text are typeset, and just where they stand."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typography import typeset

from summariser.language.locating import locate


@settings(max_examples=400, deadline=None)
@given(typeset())
def test_words_are_found_where_they_stand_in_whatever_typography(given: tuple[str, str, str, str]) -> None:
    wanted, before, piece, after = given
    found = locate(wanted, before + piece + after)
    assert found is not None
    start, end = found
    if start < len(before):
        # The same words stand earlier as well: there, too, the span is just theirs.
        earlier = (before + piece + after)[start:end]
        assert locate(wanted, earlier) == (0, len(earlier))
    else:
        assert (before + piece + after)[start:end] == piece


@pytest.mark.parametrize(
    ("wanted", "text", "piece"),
    [
        ("the negotiations", "All the negotia-\ntions failed.", "the negotia-\ntions"),
        ("the cease-fire", "All the cease-\nfire lines.", "the cease-\nfire"),
        ("cease-fire negotiations", "A cease-\r\nfire negoti\u00ad\nations row", "cease-\r\nfire negoti\u00ad\nations"),
        ("Jean-Pierre", "when Jean-\nPierre left", "Jean-\nPierre"),
        ("ceasefire", "a cease-\nfire", "cease-\nfire"),
        ("café", "the cafe\u0301\u200b closed", "cafe\u0301"),
        ("café", "the \u200ecafé&nbsp;closed", "café"),
        ("AT&T's “offer”", "say AT&amp;T&#8217;s &ldquo;offer&rdquo;!", "AT&amp;T&#8217;s &ldquo;offer&rdquo;"),
        ("the final oﬀer", "in the ﬁnal o\ufb00er", "the ﬁnal o\ufb00er"),
        ("ŒUVRE", "an œuvre", "œuvre"),
        ('"one page"', "``one page'' he said", "``one page''"),
        ("Ｒｏｃａｌｈｏ 5", "to Rocalho\u30005.", "Rocalho\u30005"),
        ("3 1/2 pct", "rose 3½\u00a0pct", "3½\u00a0pct"),
    ],
)
def test_a_span_has_just_the_words(wanted: str, text: str, piece: str) -> None:
    found = locate(wanted, text)
    assert found is not None
    assert text[slice(*found)] == piece


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("ceasefire", "a cease-fire"),
        ("cease-fire", "a ceasefire"),
        ("negotiations", "negotia-tions"),
        ("negotiations", "two negotia-\n\ntions"),
        ("Tin Gui", "the Tin Guild"),
        ("resign", "they re-sign\nnow"),
        ("re-signed terms", "resigned-\nterms"),
        ("", "anything"),
        (" \u200b", "anything"),
    ],
)
def test_other_words_are_not_found(wanted: str, text: str) -> None:
    assert locate(wanted, text) is None


@given(st.text(max_size=30), st.text(max_size=200))
@example("a", "&amp;amp;a-\n'' -- a")
def test_any_text_has_a_span_or_none(wanted: str, text: str) -> None:
    found = locate(wanted, text)
    assert found is None or 0 <= found[0] < found[1] <= len(text)


@pytest.mark.parametrize("filler", ["-", "&", "&amp;", "'", "a\u0301", "\u200b", "-\n", "é"])
def test_hostile_texts_take_no_long_time(filler: str) -> None:
    began = time.process_time()
    locate("the end", filler * (200_000 // len(filler)) + " the end")
    assert time.process_time() - began < 3
