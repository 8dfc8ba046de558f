"""The benchmark of planted falsehoods: enough of them, the same ones each time, and none that leaves a claim true."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from benchmarks.truth.figures import falsehoods, truths
from benchmarks.truth.gold import Entry, load
from benchmarks.truth.kinds import KINDS, planted
from benchmarks.truth.run import faults_of, judge, judge_truths, lies_on
from benchmarks.truth.table import table
from summariser.articles.article import Article
from summariser.models.faults import Fault
from summariser.tasks.negotiation import NEGOTIATION

ENTRIES = load()
TEXT = """Tovenia on Tuesday rejected an offer of 5 percent after raising its demand from 5 percent to 8 percent.

Norrund's envoy Ann Vel met both sides in Eskby.

More than 50 people died in the floods of May. The lighthouse keepers of the coast had a quiet year, as they say."""


@pytest.fixture(scope="module")
def cases():
    return planted(ENTRIES, seed=1)


def entry(**parts):
    """Return an entry about TEXT with the parts of a record that are given."""
    answer = {name: [] for name in ("parties", "proposals", "conditions", "events")} | {"status": None} | parts
    return Entry("own", "train", "trade", Article(TEXT, title="Talks", date=date(2025, 4, 22)), answer)


def planted_in(kind, told, others=()):
    """Return the notes of what a kind plants in each claim of an entry."""
    return [each.note for claim in told.claims for each in KINDS[kind](claim, Random(1), list(others))]


def event(what, *evidence, **fields):
    return {"evidence": list(evidence), "what": what, "kind": "statement", "factuality": "happened", **fields}


def party(number, name, *people, **fields):
    told = [{"name": person, "position": position, "aliases": []} for person, position in people]
    return {
        "evidence": [1], "id": f"p{number}", "name": name, "kind": "state", "roles": ["negotiating_party"],
        "aliases": [], "representatives": told, **fields,
    }  # fmt: skip


def test_the_gold_set_yields_two_thousand_falsehoods_of_every_kind(cases):
    assert len(cases) >= 2_000
    assert {case.kind for case in cases} == set(KINDS)


def test_a_seed_plants_the_same_again_whatever_else_is_asked_for(cases):
    told = [(case.entry.slug, case.falsehood) for case in cases if case.kind == "changed_number"]
    again = [(case.entry.slug, case.falsehood) for case in planted(ENTRIES, seed=1, kinds=["changed_number"])]
    other = [(case.entry.slug, case.falsehood) for case in planted(ENTRIES, seed=2, kinds=["changed_number"])]
    assert told == again
    assert told != other


def test_just_what_is_planted_differs_from_gold(cases):
    for case in cases[:: len(cases) // 50]:
        assert case.answer != case.entry.answer
        changed = {steps[:2] for steps, _ in case.falsehood.edits}
        for part in ("parties", "proposals", "conditions", "events"):
            for index, claim in enumerate(case.entry.answer[part]):
                if (part, index) not in changed:
                    assert case.answer[part][index] == claim


def test_with_a_second_reading_no_swapped_offer_passes(cases):
    entries = [entry for entry in ENTRIES if entry.split == "train"][:12]
    swapped = [case for case in cases if case.kind == "swapped_references" and case.entry in entries]
    strict = replace(NEGOTIATION, strict=True)
    alone = [each.refused for each in judge(swapped, entries, strict)]
    seconded = [each.refused for each in judge(swapped, entries, replace(strict, corroborated=True))]
    assert all(seconded)
    assert sum(alone) < len(swapped)


def test_a_falsehood_counts_by_the_faults_of_its_own_claim():
    assert lies_on("events[1]", Fault("events[1].what", "", ""))
    assert lies_on("events[1]", Fault("events[1]", "", ""))
    assert not lies_on("events[1]", Fault("events[12].what", "", ""))
    assert not lies_on("events[1]", Fault("events", "", ""))


def test_a_fault_that_the_true_record_has_as_well_refuses_no_falsehood():
    gold = next(each for each in ENTRIES if each.answer["conditions"])
    spoilt = deepcopy(gold.answer)
    spoilt["conditions"][0]["requirement"] = "Zebras juggle 7,391 lanterns"
    told = Entry(gold.slug, gold.split, gold.sort, gold.article, spoilt)
    before = set(faults_of(spoilt, told))
    assert any(lies_on("conditions[0]", fault) for fault in before)
    judged = judge(planted([told], seed=1, kinds=["turned_state"]), [told])
    assert judged
    assert not any(before & set(each.faults) for each in judged)


def test_a_bound_that_stays_true_is_no_falsehood():
    assert planted_in("changed_number", entry(events=[event("More than 50 people died in the floods", 3)])) == []


def test_a_number_of_the_cited_sentence_is_not_taken_for_another():
    notes = planted_in("changed_number", entry(events=[event("Tovenia rejected an offer of 5 percent", 1)]))
    assert notes
    assert not any("'8'" in note for note in notes)


def test_numbers_of_a_mere_list_are_not_swapped():
    told = entry(events=[event("Tovenia raised 5, 8 and 9 percent", 1), event("raised from 5 percent to 8 percent", 1)])
    assert planted_in("swapped_numbers", told) == ["'5 percent to 8' → '8 percent to 5'"]


def test_a_sentence_that_tells_the_claim_in_other_words_is_no_wrong_citation():
    told = entry(events=[event("Talks of Norrund's envoy took place in Eskby", 1)])
    assert planted_in("neighbour_sentence", told) == []
    told = entry(events=[event("Tovenia refused 5 percent", 4)])
    assert [note for note in planted_in("unrelated_sentence", told) if "cites 1" in note] == []


def test_parties_that_act_alike_do_not_change_places():
    cast = [party(1, "Tovenia"), party(2, "Norrund")]
    alike = entry(parties=cast, events=[event("Tovenia offered talks with Norrund", 1)])
    apart = entry(parties=cast, events=[event("Tovenia rejected what Norrund wants", 1)])
    assert planted_in("swapped_wording", alike) == []
    assert len(planted_in("swapped_wording", apart)) == 1


def test_a_person_is_not_moved_to_a_part_of_his_own_side():
    minister = ("Ann Vel", "finance minister")
    ministry = party(2, "Finance Ministry", kind="government_body")
    assert planted_in("moved_person", entry(parties=[party(1, "Norrund", minister), ministry])) == []
    assert len(planted_in("moved_person", entry(parties=[party(1, "Norrund", minister), party(2, "Tovenia")]))) == 1


def test_who_is_in_the_article_is_not_invented():
    here, elsewhere = entry(parties=[party(1, "Tovenia")]), entry(parties=[party(1, "Norrund", ("Ann Vel", None))])
    assert planted_in("invented_party", here, [elsewhere]) == []
    assert planted_in("invented_person", here, [elsewhere]) == []


def test_that_it_was_denied_has_happened():
    assert planted_in("planned_as_done", entry(events=[event("Norrund denied it", 1, factuality="denied")])) == []
    assert len(planted_in("planned_as_done", entry(events=[event("Norrund will meet", 2, factuality="planned")]))) == 1


def test_what_gold_says_is_right_as_well_is_no_falsehood():
    told = entry(events=[event("Norrund agreed", 1, kind="agreement")])
    assert len(planted_in("turned_event", told)) == 1
    told.also_right["events[0].kind"] = ["rejection"]
    assert planted_in("turned_event", told) == []


def test_the_table_has_a_line_for_every_kind_and_their_sum():
    told = ENTRIES[:2]
    judged = judge(planted(told, seed=1, kinds=["unrelated_sentence", "changed_number"]), told)
    lines = table(falsehoods(judged, {}), "falsehoods", "accepted", markdown=True).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["unrelated sentence", "changed number", "all"]
    assert table(truths(judge_truths(told), {}), "truths", "refused", markdown=False).splitlines()[-1].startswith("all")
