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


def test_a_deed_that_the_article_misspells_stands_there():
    article = Article("The bid hangs on accptances for half of the shares.")
    assert by_guard("deeds_stand_there", remark("Acceptances for half of the shares", [1]), article=article) == []


def test_the_sentence_that_says_it_is_named():
    (said,) = by_guard("deeds_stand_there", remark("Two pickets were detained", [1]), article=Article(TEXT))
    assert said.endswith("says 'detained'; sentence 2 has it: cite what fits")


@pytest.mark.parametrize(("deed", "opposite"), [("accept", "reject"), ("cut", "rais"), ("detain", "releas")])
def test_opposites_share_no_beginning(deed, opposite):
    assert not set(deeds()[deed]) & set(deeds()[opposite])


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild will sign the paper.",
        "The guild is ready to sign the paper.",
        "The guild would never sign the paper.",
        "The guild wants to sign the paper.",
    ],
)
def test_who_will_sign_has_not_signed(sentence):
    article = Article(sentence)
    (said,) = by_guard("deeds_are_done", remark("The guild signed the paper", [1]), article=article)
    assert "'signed' has not happened in sentence 1" in said


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The guild signed the paper.", "The guild signed the paper"),
        ("Both chairs sign the paper today.", "The chairs signed the paper"),
        ("The guild voted to accept the paper.", "The guild accepted the paper"),
        ("The guild will sign the paper.", "The paper would be signed by the guild"),
        ("The signing of the paper took an hour.", "The paper was signed"),
        ("The guild will accept the deal, and welcomed it.", "The guild accepted the deal"),
    ],
)
def test_a_deed_that_is_done_or_told_as_ahead_passes(sentence, claim):
    assert by_guard("deeds_are_done", remark(claim, [1]), article=Article(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Dockers will vote on pay on Thursday; the vote is secret.", "Dockers voted on pay"),
        ("Plains said it would ask a court to void it.", "Plains asked a court to void it"),
        ("Ministers will sit down at noon.", "Ministers sat down at noon"),
        ("Talks were to begin at ten.", "Talks began at ten"),
        ("Elections will be held in May.", "Elections were held in May"),
        ("An inquiry can confirm that it was a bid.", "An inquiry confirmed that it was a bid"),
        ("Carvana will sell, but Almagro won't go.", "Carvana sold, but Almagro would not go"),
    ],
)
def test_who_will_do_it_has_not_done_it(sentence, claim):
    assert len(by_guard("what_is_ahead_is_not_past", remark(claim, [1]), article=Article(sentence))) == 1


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Dockers voted on pay and will vote again.", "Dockers voted on pay"),
        ("Ministers sit down at noon.", "Ministers sat down at noon"),
        ("Ministers will sit down at noon.", "Ministers would have sat down at noon"),
        ("They will sell the raised stake.", "A stake to be sold"),
        ("They managed to sell it.", "They sold it"),
        ("Both are to pull guns back.", "Guns to be pulled back"),
        ("They decided to ask a court.", "They asked a court"),
        ("What they did was to compare lists.", "They compared lists"),
        ("Leaving Selby, Kaul said that nobody should be barred.", "Selby, which Kaul was leaving"),
        ("An obvious course is to dismiss Roe.", "Kaul has not dismissed Roe"),
        ("The board can confirm that it has a bid.", "The board confirmed that it has a bid"),
    ],
)
def test_what_is_done_or_told_as_ahead_passes_as_well(sentence, claim):
    assert by_guard("what_is_ahead_is_not_past", remark(claim, [1]), article=Article(sentence)) == []
