"""Records for the tests of reports: one of the example article, and one of a task that is not built in."""

import json
from pathlib import Path
from typing import Annotated

from pydantic import Field

from summariser.models.claims import Claim, IdentifiedClaim, Model
from summariser.models.markers import Id, Ref, Supported
from summariser.models.negotiation import When
from summariser.models.record import NegotiationRecord, record_model

DRAFT = json.loads((Path(__file__).parent.parent / "data" / "drafts" / "river-accord.json").read_text())
ARTICLE = {"id": "0123456789abcdef", "date": "2025-04-22", "source": "Eskby Wire", "characters": 1900, "sentences": 18}
PROVENANCE = {"task": "negotiation", "schema_version": "v1", "engine": "rules", "software": "summariser 0.1.0"}
USAGE = {"seconds": 0.021}


def as_record(model=NegotiationRecord, draft=None, **more):
    provenance = {**PROVENANCE, "usage": USAGE, **more.pop("provenance", {})}
    whole = {"article": ARTICLE, **(draft or DRAFT), **more, "provenance": provenance}
    return model.model_validate_json(json.dumps(whole))


class Side(IdentifiedClaim):
    id: Annotated[str, Field(pattern=r"^s[0-9]{1,2}$"), Id()]
    name: str
    won: bool


class Point(Claim):
    made_by: list[Annotated[str, Ref("sides")]]
    wording: Annotated[str, Supported()]
    heard: When | None
    score: int


class Debate(Model):
    motion: str
    sides: list[Side]
    points: list[Point]
    verdict: Point | None


def debate():
    """Return a record of a task that is not built in."""
    draft = {
        "motion": "This house would drain the lake",
        "sides": [{"evidence": [1], "id": "s1", "name": "The Drainers", "won": True}],
        "points": [
            {
                "evidence": [2, 5],
                "made_by": ["s1"],
                "wording": "the lake smells",
                "heard": {"text": "Monday", "edtf": "2025-04-21"},
                "score": 3,
            }
        ],
        "verdict": None,
    }
    return as_record(record_model("lake_debate", Debate), draft, provenance={"task": "lake_debate"})
