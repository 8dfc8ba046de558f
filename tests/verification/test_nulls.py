"""Schemas of one's own in which any field may be null: verification raises nothing over what is missing."""

import json
from typing import Annotated, Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summariser.articles.article import Article
from summariser.models.claims import Claim, IdentifiedClaim, Model
from summariser.models.markers import (
    Befits,
    Distinct,
    Edtf,
    Id,
    Named,
    NotAhead,
    Puts,
    Ref,
    SaysSo,
    SpeaksFor,
    Supported,
    Timed,
    Told,
    Verbatim,
)
from summariser.tasks.task import Task
from summariser.verification.salvage import salvage
from summariser.verification.verify import verify

ARTICLE = Article("Norway met Mr Brook. Mr Brook said Norway would stay. It stays.")
KIND = Told("kind", (("firm", ("firm",)),), wording="name")
DONE = Told("done", (("happened", ("met",)),), wording="what")
Names = list[Annotated[str, Verbatim()]]
Bodies = list[Annotated[str, Ref("bodies")]]


class Speaker(Model):
    name: Annotated[str | None, Verbatim(), SpeaksFor()]
    position: Annotated[str, Supported()] | None
    aliases: Names | None


class Body(IdentifiedClaim):
    id: Annotated[str, Id()]
    name: Annotated[str, Named()] | None
    kind: Annotated[Literal["state", "firm", "other"], KIND, Befits(states=("state",), persons=("other",))] | None
    aliases: Names | None
    speaker: Speaker | None
    others: list[Speaker] | None


class Time(Model):
    text: Annotated[str | None, Timed()]
    edtf: Annotated[str | None, Edtf()]


class Deal(Claim):
    what: Annotated[str, Supported()] | None
    by: Annotated[Bodies | None, Puts("to")]
    to: Bodies | None
    when: Time | None
    done: Annotated[Literal["happened", "planned"], DONE, NotAhead(("happened",), wording="what")] | None
    source: Annotated[str, SaysSo(), Supported()] | None


class Deals(Model):
    bodies: list[Body]
    deals: Annotated[list[Deal], Distinct("what", "when", "by")]


TASK = Task(name="deals", version="v1", draft=Deals, subject="a deal")


def one_of(*values):
    return st.sampled_from([None, *values])


def each(**fields):
    return st.fixed_dictionaries(fields)


speakers = each(name=one_of("Brook", "Ada"), position=one_of("chief"), aliases=one_of([], ["Brook"]))
bodies = each(
    evidence=st.just([1]),
    id=st.sampled_from(["b1", "b2"]),
    name=one_of("Norway", "Brook"),
    kind=one_of("state", "firm", "other"),
    aliases=one_of([], ["Mr Brook"]),
    speaker=st.none() | speakers,
    others=st.none() | st.lists(speakers, max_size=2),
)
deals = each(
    evidence=st.just([2]),
    what=one_of("Norway would stay", "Brook met"),
    by=one_of([], ["b1"]),
    to=one_of([], ["b2"]),
    when=st.none() | each(text=one_of("Friday"), edtf=one_of("2019-01-01")),
    done=one_of("happened", "planned"),
    source=one_of("Brook"),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(each(bodies=st.lists(bodies, max_size=3), deals=st.lists(deals, max_size=2)))
def test_what_is_null_makes_nothing_raise(whole):
    verdict = verify(json.dumps(whole), ARTICLE, TASK)
    assert verdict.draft is not None
    assert verdict.faults or salvage(verdict, ARTICLE, TASK).draft == verdict.draft
    salvage(verdict, ARTICLE, TASK)
