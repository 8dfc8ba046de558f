"""A pattern of many words finds what the words one by one would, the longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from summariser.engines.rules.tables.alternatives import any_of


@given(st.sets(st.text("abc-", min_size=1, max_size=5), min_size=1, max_size=9), st.text("abc- ", max_size=30))
def test_the_same_places_as_a_plain_list(words: set[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    found = [match.span() for match in re.finditer(any_of(words), text)]
    assert found == [match.span() for match in re.finditer(plain, text)]


def test_a_tilde_is_any_ending_and_a_space_any_white_space() -> None:
    pattern = re.compile(rf"\b{any_of(['reschedul~', 'cease fire', 'cease'])}\b")
    assert [match[0] for match in pattern.finditer("rescheduling a cease\nfire, ceased")] == [
        "rescheduling",
        "cease\nfire",
    ]
