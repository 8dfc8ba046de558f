"""The Python door: functions, a Summariser for many articles, and an engine in process for tests."""

import asyncio
from pathlib import Path

import pytest
from own_articles import article, raw_draft

from summariser import (
    ArticleError,
    EngineError,
    NegotiationRecord,
    Progress,
    ScriptedEngine,
    SettingsError,
    Summariser,
    TaskError,
    TransportError,
    VerificationFailed,
    asummarise,
    check,
    summarise,
    summarise_all,
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


@pytest.mark.parametrize("given", [None, b"Talks resume.", Path("talks.txt"), {"text": "Talks resume."}])
def test_what_is_no_article_is_told(given):
    told = f"an article's text is a str, not {type(given).__name__}; read_article reads files and pages"
    for call in (lambda: summarise(given, engine="rules"), lambda: check(GOOD, given)):
        with pytest.raises(ArticleError, match=told):
            call()
    (outcome,) = summarise_all([given], engine="rules")
    assert outcome.article is None
    assert told in str(outcome.error)


def test_a_task_may_be_named(tmp_path):
    record = summarise(ARTICLE, engine=ScriptedEngine([GOOD]), task="negotiation")
    assert record == summarise(ARTICLE, engine=ScriptedEngine([GOOD]))
    assert check(GOOD, ARTICLE, task="negotiation/v3").parties == record.parties
    (outcome,) = summarise_all([ARTICLE], engine=ScriptedEngine([GOOD]), task="negotiation", job=tmp_path / "talks.db")
    assert outcome.record.parties == record.parties


@pytest.mark.parametrize("task", ["wedding", None, NegotiationRecord])
def test_what_is_no_task_is_told(task):
    for call in (lambda: summarise(ARTICLE, engine="rules", task=task), lambda: check(GOOD, ARTICLE, task=task)):
        with pytest.raises(TaskError, match=r"no task 'wedding'|a task is a summariser.Task or the name of one, not "):
            call()


@pytest.mark.parametrize("engine", [None, 3, object()])
def test_what_is_no_engine_is_told(engine):
    with pytest.raises(SettingsError, match="an engine is one of auto, llm, rules, or an Engine"):
        Summariser(engine)


def test_an_answer_is_a_text():
    with pytest.raises(SettingsError, match="an answer is the text that a model gave, not dict"):
        check({"summary": {}}, ARTICLE)


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
