"""What is said to go on in a place stands beside that place."""

from datetime import date

import pytest

from summariser import Article
from summariser.models.negotiation import Negotiation
from summariser.verification.index import ArticleIndex
from summariser.verification.walk import walk

TEXT = (
    "KELSUND Dockers and the port of Eskby went back to their talks on Monday. A crane driver in Tarn Vale said that "
    "the strike would go on. The union's lawyers met in Kelsund. A summit was held in Orm."
)


def told(process, title=None, others=()):
    """Return the faults of a name for the process."""
    summary = {
        "headline": "Dockers and the port of Eskby went back to their talks",
        "overview": "Dockers and the port of Eskby went back to their talks on Monday.",
        "process": process,
        "other_processes": list(others),
        "is_negotiation": False,
    }
    lists = {name: [] for name in ("parties", "proposals", "conditions", "events")}
    draft = Negotiation.model_validate({"summary": summary, **lists, "status": None})
    index = ArticleIndex(Article(TEXT, title=title, date=date(2026, 3, 4)))
    found = walk(draft, index, claims=False)
    return [fault for fault in found if fault.guard == "goes_on_there"]


@pytest.mark.parametrize("process", ["talks in Tarn Vale", "The talks in Tarn Vale", "ballot in Kelsund"])
def test_what_goes_on_elsewhere(process):
    (fault,) = told(process)
    assert fault.path == "summary.process"
    assert "name what goes on without the place" in fault.message


def test_the_sentences_with_the_place_are_named():
    (fault,) = told("talks in Tarn Vale")
    assert fault.message.startswith("sentence 2 has 'Tarn Vale', and nothing of 'talks'")


@pytest.mark.parametrize(
    "process",
    [
        "strike in Tarn Vale",
        "talks in Kelsund",
        "negotiations in Orm",
        "talks",
        "talks of dockers and the port",
        "long talks about wages and shifts on the quays in Tarn Vale",
        "meeting of lawyers in Kelsund",
        "in Kelsund",
        "purchase of a stake in Kelsund",
    ],
)
def test_what_goes_on_there_or_names_no_place(process):
    assert told(process) == []


def test_a_title_may_have_both():
    assert told("talks in Tarn Vale", title="Talks in Tarn Vale go on") == []


def test_other_processes_are_asked_as_well():
    assert [fault.path for fault in told(None, others=["talks in Tarn Vale"])] == ["summary.other_processes[0]"]
