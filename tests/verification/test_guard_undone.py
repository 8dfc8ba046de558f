"""What somebody failed or refused to do is not told as done."""

import json
from typing import Annotated, Literal

import pytest
from minutes import by_guard, remark

from summariser.articles.article import Article
from summariser.models.claims import Claim, Model
from summariser.models.markers import Supported, Told
from summariser.tasks.task import Task
from summariser.verification.verify import verify

GUARD = "what_failed_is_not_done"
TEXT = (
    "The guild and the yard failed to agree on a truce. The guild refused to sign the paper. "
    "The yard backed out of the plan. They met in Selby."
)


@pytest.mark.parametrize(
    ("what", "sentence", "verb"),
    [
        ("The guild and the yard agree on a truce", 1, "agre"),
        ("The guild and the yard agreed on a truce", 1, "agre"),
        ("The guild signs the paper", 2, "sign"),
        ("The yard backed the plan", 3, "back"),
    ],
)
def test_what_was_not_done_is_not_told_as_done(what, sentence, verb):
    (said,) = by_guard(GUARD, remark(what, [sentence]), article=Article(TEXT))
    assert said.endswith(f"{verb!r} is what somebody failed or refused to do in sentence {sentence}")


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("The guild and the yard failed to agree on a truce", 1),
        ("No truce was agreed by the guild and the yard", 1),
        ("Talks of the guild and the yard to agree on a truce", 1),
        ("The guild refuses to sign the paper", 2),
        ("The guild rejected calls to sign the paper", 2),
        ("The yard backed out of the plan", 3),
        ("They met in Selby", 4),
        ("The guild signed no paper", 2),
        ("The yard demands that the guild sign the paper", 2),
        ("The guild signs the paper only if it is paid", 2),
    ],
)
def test_what_is_told_as_it_was_passes(what, sentence):
    assert by_guard(GUARD, remark(what, [sentence]), article=Article(TEXT)) == []


class Offer(Claim):
    what: Annotated[str, Supported()]
    fate: Annotated[Literal["open"], Told("fate", (("open", ("refus",)),), done=True)]


class Offers(Model):
    offers: list[Offer]


def test_what_is_wanted_may_be_what_was_refused():
    task = Task(name="offers", version="v1", draft=Offers, subject="offers", on_topic=None)
    answer = {"offers": [{"evidence": [2], "what": "The guild signs the paper", "fate": "open"}]}
    verdict = verify(json.dumps(answer), Article(TEXT), task)
    (fault,) = [fault for fault in (*verdict.faults, *verdict.doubts) if fault.guard == GUARD]
    assert fault.doubt


def test_of_the_whole_article_every_sentence_counts():
    assert by_guard(GUARD, note="The guild signed the paper", article=Article(TEXT))
    again = Article(f"{TEXT} In May the guild signed a paper on ferries.")
    assert by_guard(GUARD, note="The guild signed the paper", article=again) == []
