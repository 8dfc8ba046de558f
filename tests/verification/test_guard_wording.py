"""A claim is told in the words of its sentences."""

import json
from typing import Annotated

import pytest
from minutes import by_guard, found, remark

from summariser.articles.article import Article
from summariser.models.claims import Model
from summariser.models.markers import Supported
from summariser.tasks.task import Task
from summariser.verification.verify import verify


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They proposed a ceasefire.", "A ceasefire proposal"),
        ("Negotiators were releasing prisoners.", "The negotiating side released a prisoner"),
        ("The union rejected the offer.", "Rejection of the offer"),
        ("It would guarantee a share.", "a guaranteed share, according to the article"),
    ],
)
def test_inflections_pass(text, what):
    assert by_guard("words_stand_there", remark(what, [1]), article=Article(text)) == []


def test_other_words_are_refused_and_the_right_sentence_named():
    (said,) = by_guard("words_stand_there", remark("offered 40 crates of apples", [5]))
    assert said == (
        "remarks[0].what: nothing in sentence 5 speaks of 'offered', '40', 'crates', 'apples'; "
        "sentence 1 may be what is meant"
    )


def test_words_that_stand_nowhere_are_refused():
    (said,) = by_guard("words_stand_there", remark("A pirate treasure was buried", [5]))
    assert said.endswith("use the words of the article")


def test_a_shared_small_word_is_no_support():
    assert len(by_guard("words_stand_there", remark("The bridge of the king", [1]))) == 1


def test_outside_claims_the_whole_article_supports():
    assert by_guard("words_stand_there", note="Apples were offered and the offer rejected") == []
    assert len(by_guard("words_stand_there", note="Pirates buried treasure")) == 1


def test_a_true_sentence_carries_no_invented_one_along():
    true = "Harrow of the guild offered 40 crates of apples on Monday."
    assert by_guard("words_stand_there", remark(true, [1])) == []
    (said,) = by_guard("words_stand_there", remark(f"{true} Pirates burned down every bridge.", [1]))
    assert "speaks of 'Pirates', 'burned', 'bridge'" in said


def _faults(text, what, cited, **more):
    article = Article(text)
    return [fault.doubt for fault in found(remark(what, cited), article=article, **more) if "words" in fault.guard][:1]


def test_a_sentence_that_points_back_is_a_doubt():
    text = "Norrund's offer is on the table. We won't improve it, the envoy said."
    assert _faults(text, "The envoy won't improve the offer on the table", [2]) == [True]


def test_a_sentence_beside_the_one_that_is_meant_is_refused():
    text = "The guild offered forty crates of apples. They said so on Monday."
    assert _faults(text, "The guild offered forty crates of apples", [2]) == [False]


class Titled(Model):
    title: Annotated[str, Supported(title=True)]
    line: Annotated[str, Supported()]


def test_a_title_of_ones_own_is_a_doubt_and_a_name_in_it_is_none():
    task = Task(name="titled", version="v1", draft=Titled, subject="talks")
    article = Article("They will sit down in Lima on Monday.")
    verdict = verify(json.dumps({"title": "talks", "line": "talks"}), article, task)
    assert [fault.path for fault in verdict.doubts] == ["title"]
    assert [fault.path for fault in verdict.faults] == ["line"]
    verdict = verify(json.dumps({"title": "the Quito talks", "line": "They sit down"}), article, task)
    assert [fault.guard for fault in verdict.faults] == ["names_are_known"]
