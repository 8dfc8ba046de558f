"""The outline says what the model says, no more and no less."""

import json
import re
from typing import Annotated, Literal

from pydantic import Field

from summariser.models.claims import Claim, Model
from summariser.models.markers import Edtf, OnTopic, Ref, Supported, Verbatim, Words
from summariser.models.negotiation import Negotiation
from summariser.models.shapes import shape_of
from summariser.prompting.outline import outline


class Inner(Claim):
    what: Annotated[str, Supported(), Words(12)]
    where: Annotated[str, Verbatim()] | None
    day: Annotated[str, Edtf()]
    who: list[Annotated[str, Ref("people")]]


class Outer(Model):
    mood: Literal["good", "bad"]
    sure: bool
    count: int
    parts: Annotated[list[Inner], Field(max_length=3)]
    end: Annotated[Inner | None, OnTopic()]


EXPECTED = """\
{
  "mood": good | bad,
  "sure": true | false,
  "count": int,
  "parts": [{
    "evidence": [sentence numbers, 1 to 4],
    "what": text of at most 12 words,
    "where": verbatim | null,
    "day": EDTF,
    "who": [id in people, ...]
  }, ...]  up to 3,
  "end": {
    "evidence": [sentence numbers, 1 to 4],
    "what": text of at most 12 words,
    "where": verbatim | null,
    "day": EDTF,
    "who": [id in people, ...]
  }
}"""


def test_each_kind_of_field_is_told():
    assert outline(shape_of(Outer)) == EXPECTED


def test_the_negotiation_outline_names_each_field_and_word_of_the_schema():
    text = outline(shape_of(Negotiation))
    schema = Negotiation.model_json_schema()
    models = [schema, *schema["$defs"].values()]
    fields = {name for model in models for name in model.get("properties", {})}
    assert set(re.findall(r'"(\w+)":', text)) == fields
    words = set(re.findall(r'"enum": (\[.*?\])', json.dumps(schema)))
    for vocabulary in words:
        assert " | ".join(json.loads(vocabulary)) in text
