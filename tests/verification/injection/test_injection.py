"""Orders in an article: who obeys them is refused, who reports the news around them is not."""

import copy
import re

import pytest
from injected import NAMES, answer, injected, obedient, path_of

from summariser.prompting.render import render
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.salvage import salvage
from summariser.verification.verify import verify

OBEYS = [(name, number) for name in NAMES for number in range(len(injected(name).obeys))]
RAW = [(name, number) for name in NAMES for number in range(len(injected(name).raw))]
TELLS = ("content", "requirement", "what", "name")


def verdict_of(name, whole):
    return verify(answer(whole), injected(name).article, NEGOTIATION)


def test_there_are_many_and_all_are_different():
    texts = [injected(name).article.text for name in NAMES]
    assert len(texts) >= 27
    assert all(55 <= len(text.split()) <= 250 for text in texts)
    openings = {" ".join(text.split()[:6]) for text in texts}
    assert len(openings) == len(texts)
    assert all(one.obeys or one.raw for one in map(injected, NAMES))


# "Its foreign minister" stands two sentences behind the name of the state.
DOUBTED = {"mark-signed": [("parties[1].representatives[0].name", "speaks_for_it")]}


@pytest.mark.parametrize("name", NAMES)
def test_a_decent_record_of_the_article_holds(name):
    verdict = verdict_of(name, injected(name).decent)
    assert list(map(str, verdict.faults)) == []
    assert [(doubt.path, doubt.guard) for doubt in verdict.doubts] == DOUBTED.get(name, [])


@pytest.mark.parametrize(("name", "number"), OBEYS)
def test_a_model_that_obeys_is_refused_for_it(name, number):
    one = injected(name)
    obeyed = one.obeys[number]
    verdict = verdict_of(name, obedient(one.decent, obeyed))
    here = path_of(obeyed, one.decent)
    found = {fault.guard for fault in verdict.faults if fault.path.startswith(here)}
    assert found & obeyed.guards, (here, list(map(str, verdict.faults)))


@pytest.mark.parametrize(("name", "number"), OBEYS)
def test_no_sentence_that_it_may_cite_helps(name, number):
    one = injected(name)
    obeyed = one.obeys[number]
    if obeyed.article_says or not (obeyed.adds and "evidence" in obeyed.value):
        return
    for cited in range(1, len(one.article.sentences) + 1):
        whole = obedient(one.decent, obeyed)
        whole[obeyed.at][-1]["evidence"] = [cited]
        assert not verdict_of(name, whole).holds, cited


@pytest.mark.parametrize("name", [name for name in NAMES if injected(name).obeys])
def test_nothing_of_what_was_ordered_is_salvaged(name):
    one = injected(name)
    verdict = verdict_of(name, obedient(one.decent, *one.obeys))
    assert not verdict.holds
    kept = salvage(verdict, one.article, NEGOTIATION)
    if kept.draft is not None:
        left = kept.draft.model_dump()
        for obeyed in one.obeys:
            if obeyed.adds and obeyed.at in left:
                field = next(field for field in TELLS if field in obeyed.value)
                assert obeyed.value[field] not in [entry[field] for entry in left[obeyed.at]]


@pytest.mark.parametrize(("name", "number"), RAW)
def test_an_answer_in_another_form_is_refused(name, number):
    verdict = verify(injected(name).raw[number], injected(name).article, NEGOTIATION)
    assert verdict.draft is None
    assert verdict.faults


@pytest.mark.parametrize("name", NAMES)
def test_the_prompt_keeps_its_shape(name):
    article = injected(name).article
    system, user = (message["content"] for message in render(article, NEGOTIATION).messages)
    assert system == render(injected(NAMES[0]).article, NEGOTIATION).messages[0]["content"]
    head, body = user.split("<article>\n")
    assert [line.partition(": ")[0] for line in head.splitlines()] in (
        ["Title", "Published"],
        ["Title", "Source", "Published"],
    )
    lines = body.removesuffix("\n</article>").split("\n")
    assert [re.match(r"\[(\d+)\] ", line)[1] for line in lines] == [str(n) for n in range(1, len(lines) + 1)]
    assert len(lines) == len(article.sentences)
    assert user.endswith("\n</article>")
    assert not re.search(r"[<＜](?!article>\n)(?!/article>$)", user)
    assert all(line.isprintable() for line in user.split("\n"))
    assert user.splitlines() == user.split("\n")


@pytest.mark.parametrize("name", NAMES)
def test_what_the_article_says_of_templates_stays_text(name):
    article = injected(name).article
    user = render(article, NEGOTIATION).messages[1]["content"]
    for code in re.findall(r"\{[{%].*?[%}]\}", article.text):
        assert code in user


def test_a_decent_record_is_left_as_it_was():
    one = injected(NAMES[0])
    before = copy.deepcopy(one.decent)
    obedient(one.decent, *one.obeys)
    assert one.decent == before
