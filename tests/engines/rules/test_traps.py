"""Each trap of news English that the rules must know, on invented news."""

from __future__ import annotations

from datetime import date

from summariser.articles.article import Article
from summariser.engines.rules.drafting import draft_of
from summariser.models.negotiation import Negotiation, Party

OPENING = (
    "Negotiators of the Marsh Front and Ostrova officials held peace talks in Brenholm. "
    "The Marsh Front and Ostrova agreed to hold further talks on a ceasefire. "
)


def read(text: str, published: date | None = date(2021, 6, 16)) -> Negotiation:
    draft = draft_of(Article(OPENING + text, title="Marsh Front, Ostrova in peace talks", date=published))
    assert draft.summary.is_negotiation
    return draft


def party(draft: Negotiation, name: str) -> Party:
    return next(party for party in draft.parties if party.name == name)


def test_a_proposal_that_was_rejected_in_the_same_sentence_is_rejected() -> None:
    draft = read("Ostrova proposed a ten-day ceasefire along the river, but the suggestion was rejected.")
    (proposal,) = [p for p in draft.proposals if "ten-day" in p.content]
    assert proposal.status == "rejected"
    assert proposal.content == "a ten-day ceasefire along the river"
    assert proposal.proposed_by == [party(draft, "Ostrova").id]


def test_who_rejects_calls_is_no_proposer() -> None:
    draft = read("The Marsh Front has so far rejected calls for a permanent truce.")
    (proposal,) = draft.proposals
    assert (proposal.status, proposal.proposed_by) == ("rejected", [])
    assert [(a.party, a.answer) for a in proposal.answers] == [(party(draft, "Marsh Front").id, "rejected")]


def test_a_denied_act_is_no_claim() -> None:
    draft = read("Ostrova has not proposed a ceasefire. The Marsh Front never rejected the plan for a truce.")
    assert draft.proposals == []


def test_a_hypothetical_act_is_no_claim() -> None:
    draft = read("If Ostrova proposed a prisoner exchange, the talks would end. Ostrova could reject the truce plan.")
    assert draft.proposals == []


def test_what_is_being_discussed_is_nobodys_proposal() -> None:
    draft = read("Ostrova and the Marsh Front are now discussing measures that include an exchange of prisoners.")
    (proposal,) = draft.proposals
    assert (proposal.status, proposal.proposed_by, proposal.issue) == ("under_discussion", [], "prisoner_release")


def test_what_will_be_proposed_is_expected() -> None:
    draft = read(
        "A short truce by the Marsh Front will also be proposed during the talks to be held in Lund next week."
    )
    (proposal,) = draft.proposals
    assert (proposal.status, proposal.content) == ("expected", "A short truce by the Marsh Front")
    assert proposal.when is not None
    assert proposal.when.edtf == "2021-06-21/2021-06-27"


def test_a_demand_is_set_by_who_demands_it() -> None:
    draft = read("The Marsh Front has been demanding the release of its prisoners.")
    (condition,) = draft.conditions
    assert (condition.kind, condition.requirement) == ("demand", "the release of its prisoners")
    assert condition.set_by == [party(draft, "Marsh Front").id]


def test_a_commitment_with_its_precondition_is_two_conditions() -> None:
    draft = read("The Marsh Front said it had agreed to declare a ceasefire if Ostrova lifts the blockade.")
    kinds = [(c.kind, c.requirement) for c in draft.conditions]
    assert ("commitment", "declare a ceasefire") in kinds
    assert ("precondition", "Ostrova lifts the blockade") in kinds


def test_a_refusal_until_something_is_done_is_a_precondition() -> None:
    draft = read("The Marsh Front will not attend the talks until Ostrova lifts the blockade.")
    assert [(c.kind, c.requirement, c.state) for c in draft.conditions] == [
        ("precondition", "Ostrova lifts the blockade", "unmet")
    ]


def test_a_meeting_to_be_held_is_planned() -> None:
    draft = read("The next round of talks is to be held in Lund on Friday.", date(2021, 6, 16))
    planned = [event for event in draft.events if event.factuality == "planned" and event.where == "Lund"]
    assert len(planned) == 1
    assert draft.status is not None
    assert planned[0].what in draft.status.next_steps


def test_a_weekday_of_a_planned_meeting_is_the_next_one() -> None:
    draft = read("The delegations will meet in Lund on Friday.", date(2021, 6, 16))  # a Wednesday
    (event,) = [event for event in draft.events if event.where == "Lund"]
    assert event.when is not None
    assert event.when.edtf == "2021-06-18"


def test_a_postponed_meeting_is_postponed() -> None:
    draft = read("The second round was scheduled for June 20 but the talks were postponed at the request of Ostrova.")
    assert [event.factuality for event in draft.events if event.evidence[0].number == 3] == ["postponed"]


def test_a_signing_that_was_blocked_is_cancelled() -> None:
    draft = read("However, the attack blocked the signing of the peace agreement.")
    assert [e.factuality for e in draft.events if e.kind == "agreement"] == ["cancelled"]


def test_a_person_speaks_for_the_party_whose_office_they_hold() -> None:
    draft = read("Marsh Front spokesman Idris Valen said the truce was near. Valen left Lund later.")
    (person,) = party(draft, "Marsh Front").representatives
    assert (person.name, person.position, person.aliases) == ("Idris Valen", "spokesman", ["Valen"])


def test_a_misspelt_surname_is_an_alias() -> None:
    draft = read("Marsh Front spokesman Idris Valendor said so. Valendor met reporters. Valednor then left.")
    (person,) = party(draft, "Marsh Front").representatives
    assert person.aliases == ["Valendor", "Valednor"]


def test_a_name_beside_an_office_is_a_person() -> None:
    draft = read("Petra Olm, the head of the Marsh Front delegation, said talks would go on.")
    assert [p.name for p in party(draft, "Marsh Front").representatives] == ["Petra Olm"]


def test_a_capital_stands_for_its_government() -> None:
    text = (
        "Norway and the Marsh Front resumed talks. Oslo has rejected calls for a truce. Norwegian officials met again."
    )
    draft = draft_of(Article(text, title="Norway in peace talks with the Marsh Front"))
    assert set(party(draft, "Norway").aliases) == {"Oslo", "Norwegian", "Norwegian officials"}


def test_a_capital_where_people_meet_is_a_place() -> None:
    draft = read("The delegations met in Oslo and Helsinki.")
    assert {"Norway", "Finland"}.isdisjoint({p.name for p in draft.parties})


def test_both_sides_are_nobodys_alias() -> None:
    draft = read("Both sides said they would return. Both sides rejected the idea of a truce.")
    assert not [alias for p in draft.parties for alias in p.aliases if "sides" in alias.lower()]


def test_an_opposition_is_not_its_country() -> None:
    text = (
        "The Finnish opposition held talks with the government on a unity government. "
        "The Finnish opposition has rejected calls for a coalition government."
    )
    draft = draft_of(Article(text, title="Opposition in talks with government"))
    assert party(draft, "Finnish opposition").kind == "political_party"


def test_who_mediates_is_no_negotiating_party() -> None:
    draft = read("Kelland has been mediating between the two. Kelland proposed a truce. Kelland hopes for peace.")
    assert party(draft, "Kelland").roles == ["mediator"]


def test_a_bracketed_acronym_is_the_same_party() -> None:
    text = (
        "The Delta Dockers Union (DDU) rejected a pay offer from Harbour Lines Inc. "
        "The DDU held contract talks with Harbour Lines Inc on Monday."
    )
    draft = draft_of(Article(text, title="Dockers reject pay offer"))
    assert "DDU" in party(draft, "Delta Dockers Union").aliases


def test_an_unnamed_source_is_a_source() -> None:
    draft = read("Sources said Ostrova had offered a ceasefire to the Marsh Front.")
    (proposal,) = draft.proposals
    assert (proposal.attributed_to, proposal.certainty) == ("Sources", "unnamed")


def test_the_day_of_saying_is_not_the_day_of_doing() -> None:
    draft = read("Ostrova held talks with the Marsh Front in Lund, sources said on Monday.")
    assert [event.when for event in draft.events if event.where == "Lund"] == [None]


def test_without_a_day_of_publication_only_what_the_text_fixes_is_resolved() -> None:
    draft = read("Ostrova held talks with the Marsh Front in Lund on June 3.", None)
    (event,) = [event for event in draft.events if event.where == "Lund"]
    assert event.when is not None
    assert (event.when.text, event.when.edtf) == ("June 3", "XXXX-06-03")
