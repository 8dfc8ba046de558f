"""Who offers or demands, and who is addressed, are not turned round."""

import json
from typing import Annotated

import pytest
from test_guard_people import Body, body, speaker

from summariser.articles.article import Article
from summariser.models.claims import Claim, Model
from summariser.models.faults import Fault
from summariser.models.markers import Puts, Ref, Supported
from summariser.tasks.task import Task
from summariser.verification.verify import verify

Refs = list[Annotated[str, Ref("bodies")]]


class Terms(Claim):
    what: Annotated[str, Supported()]
    by: Annotated[Refs, Puts("to", answered=True)]
    to: Refs
    set_by: Annotated[Refs, Puts("binds")]
    binds: Refs


class Book(Model):
    bodies: list[Body]
    terms: list[Terms]


BOOK = Task(name="book", version="v1", draft=Book, subject="terms", on_topic=None)
OPENING = "Orvane Mills and the Tarn Union met in Selby on Monday. "


def found(text: str, *evidence: int, what: str = "Seven crowns an hour", **sides: list[str]) -> list[Fault]:
    return found_of("sides_are_not_turned", text, *evidence, what=what, **sides)


def found_of(guard: str, text: str, *evidence: int, what: str, **sides: list[str]) -> list[Fault]:
    bodies = [
        body("b1", "Orvane Mills", speaker("Vera Lund"), aliases=("Orvane",)),
        body("b2", "Tarn Union", speaker("Otto Brack")),
        body("b3", "Eskby Bank"),
    ]
    empty: dict[str, list[str]] = {"by": [], "to": [], "set_by": [], "binds": []}
    terms = {"evidence": list(evidence or [2]), "what": what, **empty, **sides}
    verdict = verify(json.dumps({"bodies": bodies, "terms": [terms]}), Article(OPENING + text), BOOK)
    assert verdict.draft is not None, verdict.faults
    return [fault for fault in (*verdict.faults, *verdict.doubts) if fault.guard == guard]


@pytest.mark.parametrize(
    "text",
    [
        "Orvane has offered the Tarn Union seven crowns an hour.",
        "Orvane proposed seven crowns an hour to the Tarn Union.",
        "Orvane's offer to the Tarn Union is seven crowns an hour.",
        "The Orvane offer of seven crowns an hour was read by the Tarn Union.",
        "The Tarn Union rejected an offer of seven crowns an hour by Orvane.",
        "The Tarn Union rejected an offer of seven crowns an hour from Orvane Mills.",
        "The Tarn Union rejected Orvane's offer of seven crowns an hour.",
        "The Tarn Union was offered seven crowns an hour, an offer made late Monday by Orvane.",
        "Orvane, which met the Tarn Union, has so far offered seven crowns an hour.",
        "Vera Lund of Orvane offered the Tarn Union seven crowns an hour.",
        "Orvane's negotiators offered seven crowns an hour and the Tarn Union left.",
        "It was Orvane that proposed seven crowns an hour and the Tarn Union that refused.",
        "Orvane urged the Tarn Union to take seven crowns an hour.",
        "Orvane is asking the Tarn Union to work for seven crowns an hour.",
        "The Tarn Union turned down a raise of seven crowns an hour from its rival Orvane.",
        "Seven crowns an hour, a paper says that was tabled on Monday by Orvane, is too little for the Tarn Union.",
        "Orvane's managing director, Vera Lund, is pressing for seven crowns an hour.",
        "Orvane, owners say, is expected to offer seven crowns an hour.",
        "The Tarn Union was told of the plan that Orvane handed to its members on Monday, of seven crowns an hour.",
        "Orvane is willing to pay the Tarn Union seven crowns an hour.",
        "Orvane said it raised its offer to the Tarn Union to seven crowns an hour.",
    ],
)
def test_who_puts_terms_is_not_addressed(text):
    assert found(text, by=["b1"], to=["b2"]) == []
    (fault,) = found(text, by=["b2"], to=["b1"])
    assert fault.path == "terms[0].by"
    assert not fault.doubt
    assert fault.message == (
        "sentence 2 shows Orvane Mills to put these terms, not Tarn Union; give in by who puts them and in to to whom"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Orvane will pay seven crowns an hour if the Tarn Union calls off the strike.",
        "Orvane is prepared to pay seven crowns an hour provided that the Tarn Union calls off the strike.",
        "Orvane told the Tarn Union that it would pay seven crowns an hour once the strike was off.",
        "Orvane demands that the Tarn Union take seven crowns an hour.",
        "Orvane wants the Tarn Union to take seven crowns an hour.",
        "Vera Lund of Orvane said that the Tarn Union must take seven crowns an hour.",
        "Orvane's managing director, Vera Lund, said she could live with seven crowns an hour if the Tarn Union did.",
        '"Nothing below seven crowns an hour," said Vera Lund of Orvane.',
        "Orvane is willing to pay seven crowns an hour to the Tarn Union, but only if the strike is off.",
        "Orvane said seven crowns an hour would not come unless the Tarn Union came up with a proposal.",
    ],
)
def test_who_sets_a_condition_is_not_bound(text):
    assert found(text, set_by=["b1"], binds=["b2"]) == []
    assert [fault.doubt for fault in found(text, set_by=["b2"], binds=["b1"])] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The Tarn Union must return to work before Orvane agrees to pay seven crowns an hour.",
        "The Tarn Union will get seven crowns an hour if it ends the strike.",
        "The Tarn Union will return to work only if they accept seven crowns an hour.",
        "The Tarn Union made clear that seven crowns an hour was too little.",
        "Seven crowns an hour was said to be too little.",
        "They offered seven crowns an hour, and the Tarn Union left Orvane.",
        "The board of the Eskby Bank offered seven crowns an hour.",
        "Orvane and the Tarn Union offered each other seven crowns an hour.",
        "Workers in eastern Tarn Union towns offered to work for seven crowns an hour.",
        "Otto Brack of the Tarn Union said it had agreed to seven crowns an hour.",
        "The Tarn Union did not insist on seven crowns an hour.",
    ],
)
def test_what_the_words_do_not_show_is_not_judged(text):
    assert found(text, by=["b1"], to=["b2"]) == []
    assert found(text, set_by=["b1"], binds=["b2"]) == []


def test_it_means_who_was_named_first_before():
    text = "Orvane Mills waited. It offers seven crowns an hour."
    assert found(text, 3, by=["b1"], to=["b2"]) == []
    assert [fault.doubt for fault in found(text, 3, by=["b2"], to=["b1"])] == [False]


def test_each_claim_is_held_against_its_own_clause():
    text = "Orvane rejected the Tarn Union's request for nine crowns, but offered to extend the lease by a year."
    assert found(text, what="Extend the lease by a year", by=["b1"], to=["b2"]) == []
    assert found(text, what="The request for nine crowns", by=["b2"], to=["b1"]) == []
    assert found(text, what="The request for nine crowns", by=["b1"], to=["b2"]) != []


def test_who_answers_is_hardly_who_proposes():
    text = "The Tarn Union rejected seven crowns an hour."
    assert found(text, by=["b1"], to=["b2"]) == []
    assert [fault.doubt for fault in found(text, by=["b2"], to=["b1"])] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Orvane will accept payment from the Tarn Union of seven crowns an hour.",
        "The Tarn Union is under pressure from Orvane to take seven crowns an hour.",
        "Seven crowns an hour is on the table. The Tarn Union will come only if the strike is off.",
        "The Tarn Union would have to take seven crowns an hour, and it would have to say so in public.",
        "Tarn Union boats may fish for seven crowns an hour only once the fines are paid.",
        "The Tarn Union's seven crowns an hour in loans were paid.",
    ],
)
def test_what_puts_no_terms_turns_nobody_round(text):
    cited = (2, 3) if "table" in text else ()
    assert [fault for fault in found(text, *cited, by=["b1"], to=["b2"]) if not fault.doubt] == []


def test_a_sum_that_was_refused_is_whose_it_was():
    text = "The Tarn Union's 7 crowns an hour was refused, when Orvane was holding out for nine."
    assert found(text, what="7 crowns an hour", by=["b2"], to=["b1"]) == []


def test_who_binds_himself_is_both():
    assert found("Orvane offered seven crowns an hour.", set_by=["b1"], binds=["b1"]) == []


def test_what_somebody_gives_up_is_not_what_he_asks_of_others():
    text = "Orvane dropped its claim to the lock on Thursday, and so met a condition of the Tarn Union."
    assert found(text, what="Drop its claim to the lock", set_by=["b2"], binds=["b1"]) == []
    assert len(found("Orvane repeated its claim to the lock.", what="The lock", set_by=["b2"], binds=["b1"])) == 1


def test_the_sentence_with_the_figures_tells_whose_they_are():
    text = "The Tarn Union wants Orvane to raise pay by 19 crowns an hour. Orvane has replied with 12 crowns."
    what = "Raise pay by 12 crowns an hour"
    assert found(text, 2, 3, what=what, by=["b1"], to=["b2"]) == []
    (fault,) = found(text, 2, 3, what=what, by=["b2"], to=["b1"])
    assert fault.message.startswith("sentence 3 shows Orvane Mills to put these terms")


def test_who_backs_it_on_a_condition_sets_that():
    text = "The Tarn Union backs the plan on condition that half of it goes to drivers."
    what = "Half of it goes to drivers"
    assert found(text, what=what, set_by=["b2"], binds=["b1"]) == []
    assert found(text, what=what, set_by=["b1"], binds=["b2"])


def test_who_would_not_take_it_sets_that_himself():
    text = "Orvane would not accept the 19 crowns in the Tarn Union's proposal."
    what = "Orvane would not accept 19 crowns"
    assert found(text, what=what, set_by=["b1"], binds=["b2"]) == []


def test_where_somebody_without_a_name_offers_nobody_is_turned_round():
    text = "The mayor called the Tarn Union's plan too dear, but offered to bargain over seven crowns an hour."
    assert found(text, what="Bargain over seven crowns an hour", by=["b1"], to=["b2"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Orvane rejected the Tarn Union's demand for 30 crowns.",
        "Orvane accepted the Tarn Union's demand for 30 crowns.",
    ],
)
def test_who_answers_a_demand_has_not_made_it(text):
    assert found(text, what="30 crowns", set_by=["b1"], binds=["b2"])


def test_nobody_puts_terms_to_himself():
    guard, text = "nobody_puts_terms_to_himself", "Seven crowns an hour were on the table."
    both = ["b1", "b2"]
    (fault,) = found_of(guard, text, what="Seven crowns an hour", by=both, to=both[::-1])
    assert str(fault).startswith("terms[0].by: Orvane Mills and Tarn Union: here and in to alike; give in by who puts")
    assert not fault.doubt
    (doubt,) = found_of(guard, text, what="Seven crowns an hour", by=both, to=["b1", "b3"])
    assert doubt.doubt
    deal = "Orvane and the union agreed on seven crowns an hour."
    assert found_of(guard, deal, what="Seven crowns an hour", by=both, to=both) == []
    (fault,) = found_of(guard, deal, what="Seven crowns an hour", by=["b1"], to=["b1"])
    assert not fault.doubt
    assert found_of(guard, text, what="Seven crowns an hour", by=both) == []
    assert found_of(guard, text, what="Seven crowns an hour", set_by=["b1"], binds=["b1"]) == []
