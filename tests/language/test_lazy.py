"""What is worked out once stays right, and what is remembered stays little."""

from __future__ import annotations

from summariser.language.lazy import Remembered


def test_a_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length)
    assert list(map(lengths.__getitem__, "the talks in the hall".split())) == [3, 5, 2, 3, 4]
    assert asked == ["the", "talks", "in", "hall"]


def test_all_is_forgotten_when_it_is_too_much_and_no_long_text_is_kept() -> None:
    capitals = Remembered(str.upper, most=2)
    assert [capitals[word] for word in ("a", "b", "c", "a")] == ["A", "B", "C", "A"]
    assert len(capitals) <= 2
    assert capitals["x" * 1000] == "X" * 1000
    assert "x" * 1000 not in capitals
