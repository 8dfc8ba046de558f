"""The verb that decides stands in the sentences, or one that means it does."""

import pytest
from minutes import by_guard, remark

from summariser.articles.article import Article
from summariser.models.cues import deeds

TEXT = "The union rejected the offer within hours. Two pickets were detained. Mira Kaul put her name to the paper."


@pytest.mark.parametrize(
    ("what", "sentence", "verb"),
    [
        ("The union accepted the offer within hours", 1, "accepted"),
        ("The union agreed to the offer within hours", 1, "agreed"),
        ("Two pickets were killed", 2, "killed"),
        ("Two pickets were released", 2, "released"),
    ],
)
def test_a_turned_verb_is_refused(what, sentence, verb):
    (said,) = by_guard("deeds_stand_there", remark(what, [sentence]), article=Article(TEXT))
    assert f"says {verb!r}" in said


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("The union rejects the offer", 1),
        ("The union's rejection of the offer", 1),
        ("The union refused the offer", 1),
        ("Two pickets were arrested", 2),
    ],
)
def test_the_same_deed_in_other_words_passes(what, sentence):
    assert by_guard("deeds_stand_there", remark(what, [sentence]), article=Article(TEXT)) == []


def test_the_sentence_that_says_it_is_named():
    (said,) = by_guard("deeds_stand_there", remark("Two pickets were detained", [1]), article=Article(TEXT))
    assert said.endswith("says 'detained'; sentence 2 has it: cite what fits")


@pytest.mark.parametrize(("deed", "opposite"), [("accept", "reject"), ("cut", "rais"), ("detain", "releas")])
def test_opposites_share_no_beginning(deed, opposite):
    assert not set(deeds()[deed]) & set(deeds()[opposite])
