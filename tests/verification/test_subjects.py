"""Who is the subject of a verb, where the words leave no choice."""

import pytest

from summariser.verification.subjects import Reading


@pytest.mark.parametrize(
    "words",
    ["we said we would sign", "i said it", "we have said we said that i said so", "as we say , we say"],
)
def test_whoever_says_of_himself_that_he_says_is_nobody_known(words):
    sentence = Reading(words.split(), [])
    verbs = [place for place, word in enumerate(words.split()) if word in {"said", "say", "sign"}]
    assert [sentence.speaker(verb) for verb in verbs] == [frozenset()] * len(verbs)
