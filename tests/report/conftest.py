"""Records of the example article, as tests change them, and one of a task that is not built in."""

import json

import pytest
from report_records import DRAFT, as_record, debate


@pytest.fixture
def make_record():
    """Return a function that makes records from drafts; without arguments, the one of the example."""
    return as_record


@pytest.fixture
def draft():
    """The example's draft, to be changed at will."""
    return json.loads(json.dumps(DRAFT))


@pytest.fixture
def debate_record():
    """A record of a task that is not built in."""
    return debate()
