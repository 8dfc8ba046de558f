"""What is denied is not asserted, and what is asserted is not denied."""

import json
from typing import Annotated, Literal

import pytest
from minutes import by_guard, found, remark

from summariser.articles.article import Article
from summariser.models.claims import Claim, Model
from summariser.models.markers import Supported, Told, Words
from summariser.tasks.task import Task
from summariser.verification.verify import verify


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Kaul did not sign the paper.", "Kaul signed the paper"),
        ("They never agreed to meet.", "They agreed to meet"),
        ("There is no deal.", "There is a deal"),
        ("They won't extend it.", "They extend it"),
        ("They left without signing.", "They left signing it"),
        ("They cannot accept it.", "They accept it"),
    ],
)
def test_a_dropped_not_is_refused(text, what):
    (said,) = by_guard("polarity_agrees", remark(what, [1]), article=Article(text))
    assert "says the opposite" in said


@pytest.mark.parametrize(
    ("text", "what"),
    [("Kaul signed the paper.", "Kaul did not sign the paper"), ("There is a deal.", "There is no deal")],
)
def test_an_added_not_is_refused(text, what):
    (said,) = by_guard("polarity_agrees", remark(what, [1]), article=Article(text))
    assert "which nothing in sentence 1 does" in said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Kaul did not sign the paper.", "Kaul did not sign"),
        ("They didn't agree.", "They did not agree"),
        ("They could not agree on a date.", "They have not agreed"),
        ("They signed one and did not sign the other.", "They signed one"),
        ("The union rejected the offer.", "The offer, rejected by the union"),
        ("A law comes if there is no deal by March 20.", "A deal by March 20, or a law comes"),
        ("Kaul said they had left. Roe would not say more.", "They had left, Kaul said"),
        ("One item only, the ferry, is on the list. No ferry, no talks, Kaul said.", "The ferry is on the list"),
        ("They showed no urgent need of the loan.", "They showed no pressing need of the loan"),
        ("The union was having none of it when the county offered 2 percent.", "The union had none of the 2 percent"),
    ],
)
def test_the_same_polarity_passes(text, what):
    assert by_guard("polarity_agrees", remark(what, [1]), article=Article(text)) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("There is no deal until it is signed, and it is not signed.", "It is signed"),
        ("They have come down and will not come down again.", "They have come down and will come down again"),
        ("Kaul is not willing to extend the pact.", "Kaul is willing to extend the pact"),
        ("Kaul is unwilling to extend the pact.", "Kaul is willing to extend the pact"),
        ("Kaul has yet to answer the letter.", "Kaul has answered the letter"),
        (
            "Either may leave if the merger is not completed by May.",
            "Either may leave if the merger is completed by May",
        ),
        (
            "The board will not take up the loan until a point is settled.",
            "It will take up the loan until a point is settled",
        ),
        ("They had not, he said, signed. They did not meet.", "They met"),
        ("The report never reached Roe.", "The report reached Roe"),
    ],
)
def test_a_not_lost_in_a_longer_sentence_is_refused(text, what):
    article = Article(text)
    cited = list(range(1, len(article.sentences) + 1))
    assert by_guard("polarity_agrees", remark(what, cited), article=article)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They denied a report that they had agreed.", "They denied a report that they had not agreed"),
        ("They rejected one offer, but would try again.", "They would not try again"),
        ("He is not at the table, said he would back any deal.", "He would not back any deal"),
        ("Kaul, who would not be named, said they signed.", "They did not sign"),
        ("They failed to close a pact that would open the market.", "A pact that would not open the market"),
        ("The islet was in their hands.", "The islet was not in their hands"),
        ("Kaul remained willing to extend the pact.", "Kaul remained unwilling to extend the pact"),
        ("The board must approve it.", "The board must not approve it"),
        ("They met for five hours.", "They did not meet for five hours"),
        ("Inspectors are out of the question.", "Inspectors are not out of the question"),
        ("They have yet to answer.", "They have not yet to answer"),
    ],
)
def test_a_not_gained_in_a_longer_sentence_is_refused(text, what):
    assert by_guard("polarity_agrees", remark(what, [1]), article=Article(text))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They refused to sign the paper.", "They did not sign the paper"),
        ("They failed to agree on a date.", "They have not agreed on a date"),
        ("They denied on Friday that they had asked for it.", "They had not asked for it, they said"),
        ("They have yet to answer.", "They have not answered"),
        ("Kaul is unwilling to extend the pact.", "Kaul is not willing to extend the pact"),
        ("Kaul will not support one unless the levy goes up.", "The levy goes up before Kaul supports one"),
        ("They will not fly until they have signed.", "They fly once they have signed"),
        ("They did not sign it, and will not fly until they do.", "They will not fly until they sign it"),
        ("Neither side spoke of failure.", "The two sides will meet again"),
        ("He would not hear of any retreat that was not watched.", "He would not hear of the UN watching"),
        ("They will not: the opposition is in Riyadh.", "The opposition is in Riyadh"),
        ("Nobody has signed.", "Nobody has signed"),
        ("Nobody has signed.", "They have not signed"),
        ("The plan was rejected.", "The plan was not accepted"),
        ("An inspection was out of the question.", "They would not accept an inspection"),
        ("None has been elected yet.", "An election campaign"),
        ("Roe did not rule out a strike.", "A strike was not ruled out by Roe"),
        ("There was no progress on wages but they agreed on hours.", "They agreed on hours, not on wages"),
        ("The two did not meet on Monday. They met on Friday.", "The two met on Friday"),
        ("Talks broke off without a result.", "Talks broke off; there was no result"),
    ],
)
def test_the_same_polarity_in_other_words_passes(text, what):
    article = Article(text)
    cited = list(range(1, len(article.sentences) + 1))
    assert by_guard("polarity_agrees", remark(what, cited), article=article) == []


def test_a_number_that_is_denied_may_be_another_offer():
    article = Article("Aid would shrink by eight percent, not the 12 percent that Kaul had floated.")
    faults = found(remark("Aid would shrink by the 12 percent that Kaul had floated", [1]), article=article)
    assert [fault.doubt for fault in faults if fault.guard == "polarity_agrees"] == [True]


def test_what_a_contrary_denies_is_found_in_the_whole_article():
    article = Article("Kaul met Roe. Both are unwilling to pay. Kaul left.")
    assert by_guard("polarity_agrees", note="Kaul and Roe are not willing to pay", article=article) == []
    assert len(by_guard("polarity_agrees", note="Kaul and Roe are willing to pay", article=article)) == 1


def test_a_note_about_the_whole_article_may_deny_in_other_words():
    article = Article("Kaul says nobody has handed her a paper. The plan was drawn up by three mayors. Roe backs it.")
    faults = found(note="Kaul has seen no plan", article=article)
    assert [fault.doubt for fault in faults if fault.guard == "polarity_agrees"] == [True]
    plain = Article("Kaul got the paper. The plan was drawn up by three mayors. Roe backs it.")
    assert len(by_guard("polarity_agrees", note="Kaul has seen no plan", article=plain)) == 1


def test_a_reason_behind_a_not_leaves_open_what_is_denied():
    article = Article("Kaul said she could dismiss him. I haven't because he is cheap.")
    faults = found(remark("Kaul has not dismissed him", [1, 2]), article=article)
    assert [fault.doubt for fault in faults if fault.guard == "polarity_agrees"] == [True]


def test_a_none_that_stands_for_a_word_leaves_open_what_is_denied():
    article = Article("Senators, who must pass a treaty, said none should pass unless all join.")
    faults = found(remark("No treaty should pass unless all join", [1]), article=article)
    assert [fault.doubt for fault in faults if fault.guard == "polarity_agrees"] == [True]


class Motion(Claim):
    what: Annotated[str, Supported(), Words(40)]
    fate: Annotated[Literal["proposed", "rejected"], Told("status")]


class Motions(Model):
    motions: list[Motion]


@pytest.mark.parametrize(("fate", "is_doubt"), [("rejected", True), ("proposed", False)])
def test_the_not_of_an_answer_is_no_fault_of_what_was_rejected(fate, is_doubt):
    article = Article("The striker said he would not be moved to Zenith, and rejected the bargain of the clubs.")
    motion = {"evidence": [1], "what": "The striker would be moved to Zenith", "fate": fate}
    task = Task(name="motions", version="v1", draft=Motions, subject="motions")
    faults = verify(json.dumps({"motions": [motion]}), article, task)
    polarity = [fault for fault in (*faults.faults, *faults.doubts) if fault.guard == "polarity_agrees"]
    assert [fault.doubt for fault in polarity] == [is_doubt]
