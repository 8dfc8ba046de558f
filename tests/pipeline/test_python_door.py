"""The Python door: functions, a Summariser for many articles, and an engine in process for tests."""

import asyncio

import pytest
from own_articles import article, raw_draft

from summariser import (
    EngineError,
    NegotiationRecord,
    Progress,
    ScriptedEngine,
    SettingsError,
    Summariser,
    TransportError,
    VerificationFailed,
    asummarise,
    summarise,
)

ARTICLE = article("river-accord")
GOOD = raw_draft("river-accord")


class Closing(ScriptedEngine):
    """An engine that counts how often its connections are released."""

    closed = 0

    async def aclose(self):
        self.closed += 1


def test_summarise_gives_a_record():
    record = summarise(ARTICLE, engine=ScriptedEngine([GOOD], model="model-1"))
    assert isinstance(record, NegotiationRecord)
    assert (record.provenance.engine, record.provenance.model) == ("scripted", "model-1")


def test_asummarise_gives_the_same():
    record = asyncio.run(asummarise(ARTICLE, engine=ScriptedEngine([GOOD])))
    assert record == summarise(ARTICLE, engine=ScriptedEngine([GOOD]))


def test_without_a_model_the_rules_read():
    record = summarise(ARTICLE)
    assert record.provenance.engine == "rules"
    assert record.provenance.model is None
    assert {"Marellia", "Tovenia"} <= {party.name for party in record.parties}


def test_a_text_will_do():
    assert summarise(ARTICLE.text, engine="rules").article.characters == len(ARTICLE.text)


def test_inside_a_running_loop_summarise_says_what_to_call():
    async def inside():
        summarise(ARTICLE, engine=ScriptedEngine([GOOD]))

    with pytest.raises(SettingsError, match=r"cannot run inside an event loop; use `await asummarise\(...\)` there"):
        asyncio.run(inside())


def test_an_engine_of_that_name_is_not_there():
    with pytest.raises(SettingsError, match="no engine 'magic'; there are auto, llm, rules"):
        summarise(ARTICLE, engine="magic")


def test_a_summariser_reads_many_articles_at_once():
    engine = ScriptedEngine(lambda one, task: raw_draft("river-accord") if one == ARTICLE else raw_draft("ferry-fares"))

    async def both():
        async with Summariser(engine) as summariser:
            return await asyncio.gather(summariser.asummarise(ARTICLE), summariser.asummarise(article("ferry-fares")))

    first, second = asyncio.run(both())
    assert (first.parties[0].name, second.parties[0].name) == ("Marellia", "Baral")
    assert engine.seen == [ARTICLE, article("ferry-fares")]


def test_a_summariser_can_be_used_again():
    summariser = Summariser(ScriptedEngine([GOOD]))
    assert summariser.summarise(ARTICLE) == summariser.summarise(ARTICLE)


@pytest.mark.parametrize("answers", [[GOOD], [TransportError("down")]])
def test_connections_are_released_whatever_happens(answers):
    engine = Closing(answers)
    try:
        summarise(ARTICLE, engine=engine)
    except TransportError:
        assert isinstance(answers[0], TransportError)
    assert engine.closed == 1


def test_an_engines_error_comes_through():
    with pytest.raises(TransportError, match="the server is down"):
        summarise(ARTICLE, engine=ScriptedEngine([TransportError("the server is down")]))


def test_keep_verified_is_asked_of_the_whole_summariser():
    bad = GOOD.replace("58 percent", "59 percent")
    with pytest.raises(VerificationFailed):
        Summariser(ScriptedEngine([bad])).summarise(ARTICLE)
    assert Summariser(ScriptedEngine([bad]), keep_verified=True).summarise(ARTICLE).refused


def test_progress_is_told():
    told: list[Progress] = []
    Summariser(ScriptedEngine(["no JSON", GOOD])).summarise(ARTICLE, watch=told.append)
    assert [(sign.attempt, sign.attempts_allowed) for sign in told] == [(1, 2), (2, 2)]


def test_a_script_without_answers_is_an_error():
    with pytest.raises(EngineError, match="the scripted engine has no answers"):
        summarise(ARTICLE, engine=ScriptedEngine([]))
