"""Answers that are no draft: each is a fault that says what to do, none raises, none is taken."""

import json
import time

import pytest
from malformed_answers import FALSE, GOOD, HOSTILE, NOT_ONE_OBJECT, WRONG_FORM
from own_articles import article, draft

from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.salvage import salvage
from summariser.verification.verify import verify

ARTICLE = article("river-accord")
LONGEST_FAULT = 600
"""Characters: the longest is the vocabulary of the kinds of proposal."""


def judged(raw):
    """Return the verdict on an answer, which takes no more than a moment and repeats no long value."""
    begun = time.process_time()
    verdict = verify(raw, ARTICLE, NEGOTIATION)
    assert time.process_time() - begun < 5
    assert all(len(str(fault)) < LONGEST_FAULT and len(str(fault).splitlines()) == 1 for fault in verdict.faults)
    return verdict


@pytest.mark.parametrize(("raw", "says"), NOT_ONE_OBJECT.values(), ids=NOT_ONE_OBJECT)
def test_what_is_not_one_object_is_refused(raw, says):
    verdict = judged(raw)
    assert verdict.draft is None
    assert not verdict.holds
    assert verdict.raw == raw
    (fault,) = verdict.faults
    assert fault.guard == "is_well_formed"
    assert says in fault.message
    assert len(fault.message) < 300


@pytest.mark.parametrize("raw", [raw for raw, _ in NOT_ONE_OBJECT.values()], ids=NOT_ONE_OBJECT)
def test_nothing_is_salvaged_from_it(raw):
    assert salvage(verify(raw, ARTICLE, NEGOTIATION), ARTICLE, NEGOTIATION).draft is None


@pytest.mark.parametrize(("raw", "path", "says"), WRONG_FORM.values(), ids=WRONG_FORM)
def test_a_wrong_form_is_refused_where_it_is(raw, path, says):
    verdict = judged(raw)
    assert not verdict.holds
    assert path in [fault.path for fault in verdict.faults]
    assert any(says in fault.message for fault in verdict.faults if fault.path == path), verdict.faults


@pytest.mark.parametrize(("raw", "path", "says"), FALSE.values(), ids=FALSE)
def test_a_right_form_that_holds_nothing_is_refused(raw, path, says):
    verdict = judged(raw)
    assert verdict.draft is not None
    assert any(says in fault.message for fault in verdict.faults if fault.path == path), verdict.faults


@pytest.mark.parametrize("raw", GOOD.values(), ids=GOOD)
def test_a_good_answer_is_taken_however_it_is_wrapped(raw):
    verdict = judged(raw)
    assert verdict.holds
    assert verdict.draft == verify(json.dumps(draft("river-accord")), ARTICLE, NEGOTIATION).draft


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_answer_is_refused_quickly(raw):
    verdict = judged(raw)
    assert not verdict.holds
    assert len(verdict.faults) < 100


def test_no_more_than_twenty_faults_of_form_are_told():
    whole = draft("river-accord")
    whole["parties"] = [{} for _ in range(14)]
    assert len(verify(json.dumps(whole), ARTICLE, NEGOTIATION).faults) == 20


def test_an_unknown_field_is_cut_out_alone():
    whole = draft("river-accord")
    whole["parties"][0]["In favour"] = "yes"
    kept = salvage(verify(json.dumps(whole), ARTICLE, NEGOTIATION), ARTICLE, NEGOTIATION)
    assert [entry.path for entry in kept.refused] == ["parties[0].In favour"]
    assert len(kept.draft.parties) == len(whole["parties"])
