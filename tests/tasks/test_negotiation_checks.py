"""What must hold of a draft about a negotiation as a whole."""

import json

import pytest

from summariser.models.negotiation import Negotiation
from summariser.tasks.negotiation import nobody_answers_himself
from tests.own_articles import raw_draft


def faults_of(**changes):
    """Return what the check says of a draft whose first proposal is changed."""
    draft = json.loads(raw_draft("river-accord"))
    draft["proposals"][0].update(changes)
    return list(nobody_answers_himself(Negotiation.model_validate(draft)))


@pytest.mark.parametrize(
    ("by", "to", "refused"),
    [(["p1"], ["p1"], True), (["p1"], ["p2"], False), (["p1", "p2"], ["p1", "p2"], False), (["p1"], [], False)],
)
def test_what_one_proposes_to_himself_is_refused_and_what_two_work_out_together_is_not(by, to, refused):
    assert bool(faults_of(proposed_by=by, addressed_to=to)) is refused
