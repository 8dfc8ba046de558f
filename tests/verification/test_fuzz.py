"""Good answers spoilt at random: what is taken is a draft that the schema allows and whose evidence exists."""

import copy
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from own_articles import DRAFTED, article, draft, raw_draft

from summariser.models.claims import Claim
from summariser.models.negotiation import Negotiation
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.verify import verify

ARTICLES = {name: article(name) for name in DRAFTED}
DRAFTS = {name: draft(name) for name in DRAFTED}
RAWS = {name: raw_draft(name) for name in DRAFTED}
CHECK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])

odd = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-3, max_value=10**6),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["p1", "o1", "c1", "state", "signed", "2025-04-22", " ", "\u202e", "9" * 400]),
    st.sampled_from([[], {}, [1], [0], [99], [1, 1], ["p1", "p1"], {"party": "p1", "answer": "accepted"}]),
)
pieces = st.sampled_from(
    ["{", "}", "[", "]", ",", ":", '"', "\\", "null", "-", "1e9", "\u0000", "\ud800", "```", "</think>"]
)


def places(value, path=()):
    """Yield the paths of all values below `value`."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in inner:
        yield (*path, step)
        yield from places(below, (*path, step))


def at(value, path):
    for step in path:
        value = value[step]
    return value


@st.composite
def spoilt_drafts(draw):
    """Return an article's name and its draft with a few values swapped, taken out, doubled, moved or replaced."""
    name = draw(st.sampled_from(DRAFTED))
    whole = copy.deepcopy(DRAFTS[name])
    for _ in range(draw(st.integers(1, 3))):
        known = list(places(whole))
        if not known:
            break
        path, other = draw(st.sampled_from(known)), draw(st.sampled_from(known))
        holder, last = at(whole, path[:-1]), path[-1]
        match draw(st.sampled_from(["swap", "take out", "double", "move", "replace", "rename"])):
            case "swap" if path[: len(other)] != other and other[: len(path)] != path:
                there = at(whole, other[:-1])
                holder[last], there[other[-1]] = there[other[-1]], holder[last]
            case "take out":
                del holder[last]
            case "double" if isinstance(holder, list):
                holder.insert(last, copy.deepcopy(holder[last]))
            case "move":
                holder[last] = copy.deepcopy(at(whole, other))
            case "rename" if isinstance(holder, dict):
                holder[draw(st.text(max_size=12))] = holder.pop(last)
            case _:
                holder[last] = copy.deepcopy(draw(odd))  # else what is changed below it stays changed
    return name, json.dumps(whole)


@st.composite
def spoilt_texts(draw):
    """Return an article's name and its answer cut off, with a stretch left out, or with something put in."""
    name = draw(st.sampled_from(DRAFTED))
    raw = RAWS[name]
    start = draw(st.integers(0, len(raw)))
    end = draw(st.integers(start, min(len(raw), start + 40)))
    match draw(st.sampled_from(["cut off", "leave out", "put in", "double"])):
        case "cut off":
            return name, raw[:start]
        case "leave out":
            return name, raw[:start] + raw[end:]
        case "put in":
            return name, raw[:start] + draw(pieces | st.text(max_size=8)) + raw[start:]
    return name, raw[:end] + raw[start:]


def claims(value):
    """Yield all claims of a draft."""
    if isinstance(value, Claim):
        yield value
    if isinstance(value, list):
        for entry in value:
            yield from claims(entry)
    elif isinstance(value, Negotiation):
        for name in type(value).model_fields:
            yield from claims(getattr(value, name))


def judge(name, raw):
    """Verify an answer, and hold the verdict to what every verdict must keep."""
    verdict = verify(raw, ARTICLES[name], NEGOTIATION)
    assert verdict.raw == raw
    if not verdict.holds:
        assert verdict.faults
        assert all(fault.message.strip() and fault.guard and len(str(fault)) < 1_000 for fault in verdict.faults)
        assert all(len(str(fault).splitlines()) == 1 for fault in verdict.faults)
        return
    assert Negotiation.model_validate_json(verdict.draft.model_dump_json()) == verdict.draft
    count = len(ARTICLES[name].sentences)
    for claim in claims(verdict.draft):
        assert claim.evidence
        assert all(1 <= entry.number <= count and entry.quote is None for entry in claim.evidence)


@CHECK
@given(spoilt_drafts())
def test_a_spoilt_draft_is_refused_with_faults_or_is_sound(spoilt):
    judge(*spoilt)


@CHECK
@given(spoilt_texts())
def test_a_spoilt_text_is_refused_with_faults_or_is_sound(spoilt):
    judge(*spoilt)
