"""Times of claims are theirs, mean what their words mean, and what lies ahead has not happened."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from minutes import by_guard, remark

from summariser.articles.article import Article
from summariser.models.claims import Claim, Model
from summariser.models.markers import NotAhead, Supported
from summariser.models.negotiation import When
from summariser.tasks.task import Task
from summariser.verification.verify import verify

FRIDAY = date(2019, 12, 6)
TEXT = "LIMA, Dec 6 - They sat on Tuesday. They quarrelled on Wednesday. A fire broke out. It was put out."


def timed(text: str, edtf: str | None, cited: list[int], article: Article | None = None) -> list[str]:
    article = article or Article(TEXT, date=FRIDAY)
    said = [by_guard(guard, remark("x", cited, when={"text": text, "edtf": edtf}), article=article) for guard in
            ("time_is_the_claims", "edtf_agrees")]  # fmt: skip
    return [*said[0], *said[1]]


def test_the_time_of_a_neighbour_is_refused_where_the_claim_has_its_own():
    (said,) = timed("Wednesday", "2019-12-04", [1])
    assert "'Wednesday' is not in sentence 1, where the time is 'on Tuesday'; take that, or null" in said
    assert len(timed("Tuesday", None, [2])) == 1, "whatever its EDTF"


@pytest.mark.parametrize(
    ("text", "edtf", "cited"),
    [("Tuesday", "2019-12-03", [1]), ("Wednesday", "2019-12-04", [3]), ("Wednesday", "2019-12-04", [2, 3])],
)
def test_a_time_of_ones_own_or_of_a_neighbour_where_there_is_none_passes(text, edtf, cited):
    assert timed(text, edtf, cited) == []


def test_a_time_that_means_the_same_day_passes():
    article = Article("They met. The pact of Dec 6 was signed. It was Friday.", date=FRIDAY)
    assert timed("Friday", "2019-12-06", [2], article) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Friday", "2019-12-06"),
        ("Tuesday", "2019-12-03"),
        ("Tuesday", "2019-12-10"),
        ("next Friday", "2019-12-13"),
        ("last Friday", "2019-11-29"),
        ("next Tuesday", "2019-12-10"),
        ("next Thursday", "2019-12-19"),
        ("late on Tuesday evening", "2019-12-03"),
        ("4 p.m. on Saturday", "2019-12-07"),
        ("the 23rd", "2019-12-23"),
        ("late in the evening", "2019-12-06"),
        ("May", "2019-05"),
        ("May", "2020-05"),
        ("March 3", "2020-03-03"),
        ("March 3", "2019-03-03"),
        ("1400 GMT on Thursday", "2019-12-12"),
        ("Wednesday at 1500", "2019-12-11"),
        ("that evening", "2019-11-27"),
    ],
)
def test_what_a_time_may_mean_passes(text, edtf):
    article = Article(f"They met {text}.", date=FRIDAY)
    assert timed(text, edtf, [1], article) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Friday", "2019-11-29"),
        ("Friday", "2019-12-13"),
        ("next Tuesday", "2019-12-03"),
        ("last Tuesday", "2019-12-10"),
        ("late on Tuesday evening", "2019-12-04"),
        ("the 23rd", "2019-12-24"),
        ("the 23rd", "2019-08-23"),
        ("late in the evening", "2019-12-09"),
        ("May", "2018-05"),
        ("March 3", "2018-03-03"),
        ("November", "2020-11"),
    ],
)
def test_what_a_time_cannot_mean_is_refused(text, edtf):
    article = Article(f"They met {text}.", date=FRIDAY)
    assert len(timed(text, edtf, [1], article)) == 1


def test_a_month_that_is_told_as_ahead_is_the_next_one_however_far():
    article = Article("The panel is to report in October. It met in October.", date=FRIDAY)
    assert timed("October", "2020-10", [1], article) == []
    assert len(timed("October", "2020-10", [2], article)) == 1


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The hard part is left for next year.", "The hard part is left for last year"),
        ("They met last week.", "They meet next week"),
        ("They met yesterday.", "They meet tomorrow"),
        ("They meet next Friday.", "They met last Friday"),
    ],
)
def test_the_past_is_not_the_future(text, what):
    assert len(by_guard("past_stays_past", remark(what, [1]), article=Article(text))) == 1


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They met last week and meet next week.", "They meet next week"),
        ("They met on Tuesday.", "They met last week"),
        ("They met last week. They will sit next year.", "They met last week"),
        ("They sat down in the past week.", "They sat down last week"),
    ],
)
def test_the_same_side_of_today_passes(text, what):
    assert by_guard("past_stays_past", remark(what, [1]), article=Article(text)) == []


class Deed(Claim):
    what: Annotated[str, Supported()]
    when: When | None
    kind: Literal["deed", "threat"]
    fact: Annotated[
        Literal["happened", "ongoing", "planned"],
        NotAhead(("happened", "ongoing"), wording="what", spoken=("threat",)),
    ]


class Deeds(Model):
    deeds: list[Deed]


DEEDS = Task(name="deeds", version="v1", draft=Deeds, subject="deeds", on_topic=None)


def ahead(text: str, what: str, fact: str, when: dict[str, Any] | None = None, kind: str = "deed") -> list[str]:
    draft = {"deeds": [{"evidence": [1], "what": what, "when": when, "kind": kind, "fact": fact}]}
    verdict = verify(json.dumps(draft), Article(text, date=FRIDAY), DEEDS)
    return [str(fault) for fault in verdict.faults if fault.guard == "is_not_ahead"]


@pytest.mark.parametrize(
    ("text", "what", "when"),
    [
        ("They will meet in Lima.", "They will meet in Lima", None),
        ("A decision is expected.", "A decision is expected", None),
        ("They would strike for an hour.", "They would strike for an hour", None),
        ("They sit down later today.", "They sit down", {"text": "later today", "edtf": "2019-12-06"}),
        ("They meet on Dec 9.", "They meet", {"text": "Dec 9", "edtf": "2019-12-09"}),
    ],
)
def test_what_lies_ahead_has_not_happened(text, what, when):
    assert len(ahead(text, what, "happened", when)) == 1
    assert ahead(text, what, "planned", when) == []


@pytest.mark.parametrize(
    ("text", "what", "fact", "when"),
    [
        ("They said they would meet.", "They said they would meet", "happened", None),
        ("Ruvo would not meet them.", "Ruvo would not meet them", "happened", None),
        ("They would meet, he said.", "They would meet, he said", "happened", None),
        ("They promised it would never close.", "They promised it would never close", "happened", None),
        ("They failed to settle who would pay.", "They failed to settle who would pay", "happened", None),
        ("The session lasts until Dec 9.", "The session lasts", "ongoing", {"text": "Dec 9", "edtf": "2019-12-09"}),
        ("It was put off until Dec 9.", "It was put off", "happened", {"text": "until Dec 9", "edtf": "2019-12-09"}),
    ],
)
def test_what_has_happened_passes(text, what, fact, when):
    assert ahead(text, what, fact, when) == []


def test_a_time_in_the_claims_own_wording_and_that_of_the_dateline_are_not_when_it_was_said():
    article = Article(
        "LUND, Sept 17 - Ruvo has asked the banks for a ceiling. It would pay those who sign up by May 29.",
        date=date(2026, 9, 17),
    )
    when = {"text": "Monday", "edtf": "2026-09-14"}
    asked = remark("Ruvo has asked the banks for a ceiling", [1], when=when)
    pays = remark("It would pay those who sign up by May 29", [2], when=when)
    assert by_guard("time_is_the_claims", asked, pays, article=article) == []


def test_a_threat_has_happened_though_what_it_threatens_with_has_not():
    text = "The gates would stay locked."
    assert ahead(text, text, "happened", kind="threat") == []
    assert len(ahead(text, text, "happened", kind="deed")) == 1


UNDATED = "They met in December. They sat on May 3. In 2004 it rained."


@pytest.mark.parametrize(
    ("text", "edtf", "agrees"),
    [
        ("December", "XXXX-12", True),
        ("December", "2004-12", True),
        ("December", "2003-12", False),
        ("December", "2004-12-01", False),
        ("May 3", "2004-05-03", True),
        ("May 3", "2023-05-03", False),
        ("May 3", "2004-06-03", False),
        ("May 3", "2004-05-19", False),
        ("May 3", "XXXX-05-03", True),
        ("May 3", "XXXX-05-19", False),
        ("May 3", "2004-05", True),
        ("May 3", "198X-05-03", False),
    ],
)
def test_a_year_that_nobody_tells_is_refused_where_the_day_of_publication_is_unknown(text, edtf, agrees):
    said = timed(text, edtf, [1 if text == "December" else 2], Article(UNDATED))
    assert (said == []) is agrees


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("OSLO, May 6 '87 - They met on May 3.", None),
        ("OSLO, 6 May 87 - They met on May 3.", None),
        ("They met on May 3. The season of 1986-87 is over.", None),
        ("They met on May 3.", "Norrund Wire, 6 May 1987"),
    ],
)
def test_a_year_may_be_told_short_or_by_the_source(text, source):
    assert timed("May 3", "1987-05-03", [1], Article(text, source=source)) == []


def test_other_digits_are_no_year():
    assert timed("May 3", "1987-05-03", [1], Article("They met on May 3 over 19870 tonnes and 20 1987654 calls.")) != []


@pytest.mark.parametrize(
    ("told", "text", "edtf", "agrees"),
    [
        ("They met in July.", "in July", "2019-07-01", False),
        ("They met in July.", "in July", "2019-07-05/2019-07-06", False),
        ("They met in July.", "in July", "2019-07", True),
        ("They met in the month of July.", "the month of July", "2019-07-01", False),
        ("They met on July 1.", "July 1", "2019-07-01", True),
        ("They met on July one.", "July one", "2019-07-01", True),
        ("They met in July, on the 5th.", "July", "2019-07-05", True),
        ("They met on the first of July.", "July", "2019-07-01", True),
        ("The truce held until July.", "July", "2019-07-31", True),
    ],
)
def test_a_day_of_a_month_that_nobody_tells_is_refused(told, text, edtf, agrees):
    assert (timed(text, edtf, [1], Article(told, date=FRIDAY)) == []) is agrees


@pytest.mark.parametrize("blank", ["", "\u200b"])
def test_no_words_of_a_time_stand_nowhere(blank):
    assert timed(blank, None, [1], Article("PEACE")) == []
