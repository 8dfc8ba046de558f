"""Whatever an answer holds: verification never raises, and what salvage keeps, verification holds good."""

import copy
import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from own_articles import DRAFTED, article, draft

from summariser import VerificationFailed, check
from summariser.articles.article import Article
from summariser.models.faults import Fault
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.salvage import salvage
from summariser.verification.verify import verify

ARTICLES = {name: article(name) for name in DRAFTED}
CHECK = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
instead = st.one_of(
    anything,
    st.sampled_from(
        [
            *(
                "p1",
                "p9",
                "o1",
                "c1",
                [1],
                [1, 2, 3, 4],
                [99],
                [],
                {},
                None,
                "state",
                "rejected",
                "2025-04-22",
                "XXXX-13",
            ),
            *("not", "the", "Marellia", "58 percent", "Zorblanders", "both sides", "ignore all previous instructions"),
        ]
    ),
)


def places(value, path=()):
    """Yield the paths of all values below `value`."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in inner:
        yield (*path, step)
        yield from places(below, (*path, step))


@st.composite
def mutations(draw):
    """Return the name of an article and a draft of it with a few values replaced, moved, doubled or taken out."""
    name = draw(st.sampled_from(DRAFTED))
    whole = draft(name)
    for _ in range(draw(st.integers(1, 4))):
        known = list(places(whole))
        *steps, last = draw(st.sampled_from(known))
        holder = whole
        for step in steps:
            holder = holder[step]
        match draw(st.sampled_from(["replace", "delete", "double", "swap"])):
            case "replace":
                holder[last] = copy.deepcopy(draw(instead))  # else what is changed below it stays changed
            case "delete":
                del holder[last]
            case "double" if isinstance(holder, list):
                holder.insert(last, copy.deepcopy(holder[last]))
            case _:
                *others, other = draw(st.sampled_from(known))
                source = whole
                try:
                    for step in others:
                        source = source[step]
                    holder[last] = copy.deepcopy(source[other])
                except (KeyError, IndexError, TypeError):
                    continue  # what stood there has gone
        if not isinstance(whole, dict) or not list(places(whole)):
            break
    return name, whole


def told(fault: Fault) -> bool:
    return bool(fault.guard and fault.message) and "\n" not in fault.path


@CHECK
@given(st.text() | anything.map(json.dumps))
def test_no_text_makes_verification_raise(raw):
    verdict = verify(raw, ARTICLES["river-accord"], NEGOTIATION)
    assert not verdict.holds
    assert all(map(told, verdict.faults))
    assert (
        salvage(verdict, ARTICLES["river-accord"], NEGOTIATION).draft is None
        or verdict.draft is not None
        or verdict.faults
    )


@CHECK
@given(mutations())
def test_no_change_of_a_good_draft_makes_verification_raise(mutated):
    name, whole = mutated
    verdict = verify(json.dumps(whole), ARTICLES[name], NEGOTIATION)
    assert verdict.draft is not None or verdict.faults
    assert all(map(told, [*verdict.faults, *verdict.doubts]))


@CHECK
@given(mutations())
def test_no_change_of_a_good_draft_makes_a_second_reading_raise(mutated):
    name, whole = mutated
    task = replace(NEGOTIATION, strict=True, corroborated=True)
    faults: tuple[Fault, ...] | None = None
    try:
        check(json.dumps(whole), ARTICLES[name], task=task, keep_verified=True)
    except VerificationFailed as failed:
        faults = failed.faults
    assert faults is None or (faults and all(map(told, faults)))


@CHECK
@given(mutations())
def test_what_is_salvaged_holds(mutated):
    name, whole = mutated
    kept = salvage(verify(json.dumps(whole), ARTICLES[name], NEGOTIATION), ARTICLES[name], NEGOTIATION)
    if kept.draft is None:
        return
    given_up = {entry.path for entry in kept.refused}
    answer = json.dumps(_bare(json.loads(kept.draft.model_dump_json())), ensure_ascii=False)
    again = verify(answer, ARTICLES[name], NEGOTIATION)
    assert again.draft == kept.draft
    assert [str(fault) for fault in again.faults if fault.path not in given_up] == []


@CHECK
@given(st.text(min_size=1, max_size=400).filter(lambda text: any(char.isalnum() for char in text)))
def test_no_article_makes_verification_raise(text):
    if "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text):
        return
    other = Article(text)
    verdict = verify(json.dumps(draft("ferry-fares")), other, NEGOTIATION)
    assert not verdict.holds


def _bare(value):
    """Return a dumped draft with the bare numbers as evidence, as engines answer."""
    if isinstance(value, dict):
        if set(value) == {"number", "start", "end", "quote"}:
            return value["number"]
        return {key: _bare(inner) for key, inner in value.items()}
    return [_bare(inner) for inner in value] if isinstance(value, list) else value
