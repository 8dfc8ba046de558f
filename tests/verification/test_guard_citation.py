"""Evidence exists, speaks of the claim, and is no blanket."""

import json
from typing import Annotated, Literal

import pytest
from minutes import Person, by_guard, found, person, remark

from summariser.articles.article import Article
from summariser.models.claims import Claim, Model
from summariser.models.faults import Fault
from summariser.models.markers import Ref, Supported, Told, Words
from summariser.tasks.task import Task
from summariser.verification.verify import verify


def test_a_sentence_that_does_not_exist_is_refused():
    said = by_guard("cites_existing_sentences", remark("Snow fell in March", [5, 9]))
    assert said == ["remarks[0].evidence[1]: there is no sentence 9, the article has 1 to 8; cite what says it"]


@pytest.mark.parametrize("number", [1, 8])
def test_the_first_and_the_last_sentence_exist(number):
    what = {1: "offered 40 crates of apples", 8: "spokeswoman Teresa Windemere spoke"}[number]
    assert by_guard("cites_existing_sentences", remark(what, [number])) == []


def test_a_quote_beside_the_number_is_refused():
    entry = {"number": 5, "start": 0, "end": 4, "quote": "Sun shone"}
    said = by_guard("cites_existing_sentences", remark("Snow fell in March", [entry]))
    assert said == ["remarks[0].evidence[0]: cite the number 5 alone, without a quote"]


def test_a_sentence_about_something_else_is_refused_and_the_right_one_named():
    said = by_guard("cites_what_speaks_of_it", remark("offered 40 crates of apples", [5]))
    assert said == [
        "remarks[0].evidence[0]: sentence 5 says nothing of this claim; sentence 1 may be what is meant",
    ]


def test_an_idle_sentence_beside_a_good_one_is_refused():
    said = by_guard("cites_what_speaks_of_it", remark("offered 40 crates of apples", [1, 5]))
    assert said == ["remarks[0].evidence[1]: sentence 5 says nothing of this claim; leave it out"]


def test_a_sentence_that_goes_on_with_a_pronoun_is_let_pass():
    assert by_guard("cites_what_speaks_of_it", remark("Mira Kaul did not sign the paper", [3, 4])) == []


def test_a_sentence_that_only_names_whom_the_claim_refers_to_is_let_pass():
    people = [person("Tin Guild", [1])]
    said = by_guard("cites_what_speaks_of_it", remark("apples", [1, 8], by=["p1"]), people=people)
    assert len(said) == 1, "sentence 8 says guild, which is not yet the Tin Guild"
    people = [person("Tin Guild", [1], "guild")]
    assert by_guard("cites_what_speaks_of_it", remark("apples", [1, 8], by=["p1"]), people=people) == []


def test_a_blanket_is_refused_with_what_to_keep():
    said = by_guard("cites_no_blanket", remark("offered 40 crates of apples on Monday", [1, 2, 3, 4]))
    assert len(said) == 1
    assert said[0].startswith("remarks[0].evidence: cites 4 sentences, of which 1 speak")
    assert said[0].endswith("cite sentence 1 alone")


def test_three_sentences_are_no_blanket():
    assert by_guard("cites_no_blanket", remark("offered 40 crates of apples on Monday", [1, 2, 3])) == []


def test_sentences_that_each_tell_a_part_are_no_blanket():
    what = "offered 40 crates of apples on Monday; snow fell in March; mayors from the town vote on crowns"
    assert by_guard("cites_no_blanket", remark(what, [1, 4, 5, 6])) == []


def test_one_idle_sentence_beside_a_good_one_is_a_doubt_and_two_are_not():
    assert _doubts("cites_what_speaks_of_it", [1, 5]) == [True]
    assert _doubts("cites_what_speaks_of_it", [1, 5, 7]) == [False, False]
    assert _doubts("cites_what_speaks_of_it", [5]) == [False]


def test_evidence_of_which_half_is_beside_the_point_is_a_doubt():
    what = "offered 40 crates of apples on Monday; snow fell in March"
    faults = found(remark(what, [1, 3, 5, 7]))
    assert [fault.doubt for fault in faults if fault.guard == "cites_no_blanket"] == [True]


def test_sentences_that_tell_what_others_named_in_the_claim_say_are_no_blanket():
    people = [person(name, [1], of=f"p{n}") for n, name in enumerate(["Egypt", "France", "Ghana"], start=1)]
    article = Article("A plan is on the table. France can live with it. Egypt can't. Ghana has said nothing at all.")
    cited = remark("A plan on the table", [1, 2, 3, 4], by=["p1", "p2", "p3"])
    assert by_guard("cites_no_blanket", cited, article=article, people=people) == []
    assert len(by_guard("cites_no_blanket", remark("A plan on the table", [1, 2, 3, 4]), article=article)) == 1


def _doubts(guard, cited):
    faults = found(remark("offered 40 crates of apples", cited))
    return [fault.doubt for fault in faults if fault.guard == guard]


class Answered(Model):
    party: Annotated[str, Ref("people")]
    answer: Annotated[Literal["accepted", "rejected"], Told("answer")]


class Motion(Claim):
    what: Annotated[str, Supported(), Words(40)]
    by: list[Annotated[str, Ref("people")]]
    answers: list[Answered]


class Motions(Model):
    people: list[Person]
    motions: list[Motion]


@pytest.mark.parametrize(("answered_by", "is_blanket"), [(["p2"], False), ([], True)])
def test_a_sentence_that_mentions_whoever_answers_may_tell_the_answer(answered_by, is_blanket):
    article = Article("Orlin offered Breda 305p a share. It is 188 million. Breda said no. Its chairman slept.")
    answers = [{"party": entry, "answer": "rejected"} for entry in answered_by]
    motion = {"evidence": [1, 2, 3, 4], "what": "305p a share", "by": ["p1", "p2"], "answers": answers}
    people = [person("Orlin", [1], of="p1"), person("Breda", [1], of="p2")]
    task = Task(name="motions", version="v1", draft=Motions, subject="motions")
    faults = verify(json.dumps({"people": people, "motions": [motion]}), article, task).faults
    assert ("cites_no_blanket" in {fault.guard for fault in faults}) is is_blanket


class Rumour(Claim):
    what: Annotated[str, Supported()]
    fact: Annotated[Literal["happened", "denied"], Told("factuality")]


class Rumours(Model):
    rumours: list[Rumour]


def test_a_sentence_that_takes_a_report_back_is_evidence_of_what_is_denied():
    article = Article(
        "A paper wrote that Orvane had sold the mill. Snow fell. The newspaper withdrew it and apologised."
    )
    task = Task(name="rumours", version="v1", draft=Rumours, subject="rumours")

    def idle(fact: str) -> list[Fault]:
        rumour = {"evidence": [1, 3], "what": "Orvane had sold the mill", "fact": fact}
        verdict = verify(json.dumps({"rumours": [rumour]}), article, task)
        return [each for each in (*verdict.faults, *verdict.doubts) if each.guard == "cites_what_speaks_of_it"]

    assert idle("denied") == []
    assert len(idle("happened")) == 1
