"""Who is a party: states, companies, unions, clubs and persons that no table lists."""

from __future__ import annotations

from summariser.articles.article import Article
from summariser.articles.sentences import split_sentences
from summariser.engines.rules.drafting import draft_of
from summariser.engines.rules.mentions.states import is_demonym, states_told
from summariser.engines.rules.text.wording import wording_of
from summariser.models.negotiation import Negotiation, Party


def told_in(text: str, capital: set[str]) -> dict[str, str]:
    return states_told([wording_of(sentence) for sentence in split_sentences(text)], capital)


def read(text: str, title: str | None = None) -> Negotiation:
    draft = draft_of(Article(text, title=title))
    assert draft.summary.is_negotiation
    return draft


def named(draft: Negotiation) -> dict[str, Party]:
    return {party.name: party for party in draft.parties}


VELDEN = (
    "Velden on Monday rejected a Sorrish plan to share the fish of the Grey Bank, but Ostmark accepted it. "
    "The plan, which Sorra's foreign minister Dina Pell put to both delegations on Friday, would close the bank. "
    "Ostmark proposed instead that a joint commission set the quotas each year. "
    "Veldenish fisheries minister Anders Roke said Velden would sign the plan only if Ostmark withdrew its boats "
    "by July 1. "
    "The Ostmarkian delegation left for home. Pell said the delegations would meet again in Lund on June 3."
)


def test_a_state_by_its_minister_and_its_adjective() -> None:
    parties = named(read(VELDEN))
    assert {name: party.kind for name, party in parties.items()} == {
        "Velden": "state",
        "Sorra": "state",
        "Ostmark": "state",
    }
    assert "Sorrish" in parties["Sorra"].aliases
    assert [person.name for person in parties["Velden"].representatives] == ["Anders Roke"]
    assert parties["Velden"].representatives[0].position == "fisheries minister"


def test_who_puts_a_plan_to_both_sides_mediates() -> None:
    parties = named(read(VELDEN))
    assert {name: party.roles for name, party in parties.items()} == {
        "Velden": ["negotiating_party"],
        "Sorra": ["mediator"],
        "Ostmark": ["negotiating_party"],
    }


def test_one_plan_with_two_answers_is_partly_accepted() -> None:
    draft = read(VELDEN)
    ids = {party.id: party.name for party in draft.parties}
    plan = draft.proposals[0]
    assert plan.status == "partly_accepted"
    assert [ids[key] for key in plan.proposed_by] == ["Sorra"]
    assert {ids[a.party]: a.answer for a in plan.answers} == {"Velden": "rejected", "Ostmark": "accepted"}
    assert plan.when is not None
    assert plan.when.text == "on Friday"


def test_a_counter_proposal_is_worded_without_instead() -> None:
    (counter,) = [p for p in read(VELDEN).proposals if "commission" in p.content]
    assert counter.content == "a joint commission set the quotas each year"


def test_a_condition_binds_who_must_act_and_belongs_to_the_plan() -> None:
    draft = read(VELDEN)
    ids = {party.id: party.name for party in draft.parties}
    (condition,) = draft.conditions
    assert condition.requirement == "Ostmark withdrew its boats by July 1"
    assert ([ids[k] for k in condition.set_by], [ids[k] for k in condition.binds]) == (["Velden"], ["Ostmark"])
    assert condition.applies_to == draft.proposals[0].id


def test_the_delegations_that_meet_again_are_the_two_sides() -> None:
    draft = read(VELDEN)
    ids = {party.id: party.name for party in draft.parties}
    (meeting,) = [event for event in draft.events if event.factuality == "planned"]
    assert {ids[key] for key in meeting.participants} == {"Velden", "Ostmark"}
    assert (meeting.where, meeting.when.text if meeting.when else None) == ("Lund", "June 3")


def test_the_capital_of_such_a_state_stands_for_it() -> None:
    told = told_in("The Ardanian delegation left the Ardanian capital Sorrin.", {"Ardanian", "Sorrin", "Ardania"})
    assert told == {"Ardania": "Ardania", "Ardanian": "Ardania", "Sorrin": "Ardania"}


def test_a_person_with_a_government_is_no_state() -> None:
    assert told_in("President Omar Talev spoke. Talev's government fell.", {"Omar", "Talev"}) == {}


def test_demonyms_share_a_root_with_their_state() -> None:
    assert is_demonym("Marellian", "Marellia")
    assert is_demonym("Norrundian", "Norrund")
    assert not is_demonym("Marellia", "Marellia")
    assert not is_demonym("Orlan", "Or")


STRIKE = (
    "Crane drivers at Port Sand said they had not accepted the latest pay offer. "
    "Sandvik Terminals withdrew its notice before noon. The company said it had made a mistake. "
    "Its managing director, Lars Holt, would not comment. "
    "The Crane Workers' Federation has kept the port shut in a dispute over pay. "
    "State mediator Rena Foss, who brought the two sides together, has proposed a pay rise of 6 percent. "
    "Sandvik Terminals has accepted the figure. The federation's chief negotiator, Tom Ferrand, would not. "
    "Talks between the federation and Sandvik Terminals go on."
)


def test_a_company_by_the_word_that_refers_back_to_it() -> None:
    company = named(read(STRIKE))["Sandvik Terminals"]
    assert (company.kind, [p.name for p in company.representatives]) == ("company", ["Lars Holt"])


def test_a_federation_of_workers_is_a_union_and_its_negotiator_speaks_for_it() -> None:
    union = named(read(STRIKE))["Crane Workers' Federation"]
    assert (union.kind, [p.name for p in union.representatives]) == ("trade_union", ["Tom Ferrand"])
    assert "federation" in union.aliases


def test_a_mediator_without_a_party_stands_alone() -> None:
    mediator = named(read(STRIKE))["Rena Foss"]
    assert (mediator.kind, mediator.roles) == ("individual", ["mediator"])


def test_what_one_side_accepted_of_a_mediators_proposal_is_not_accepted() -> None:
    (proposal,) = [p for p in read(STRIKE).proposals if "6 percent" in p.content]
    assert proposal.status == "under_discussion"
    assert [answer.answer for answer in proposal.answers] == ["accepted"]


def test_an_approach_received_is_the_rivals_proposal() -> None:
    draft = read(
        "Brewer Holt & Marsh said it had received a takeover offer from its rival Tarn Drinks, worth 9 million. "
        "Tarn raised its bid from 80 million. Holt & Marsh shares rose."
    )
    parties = named(draft)
    assert {"Holt & Marsh", "Tarn Drinks"} <= parties.keys()
    (offer,) = draft.proposals
    assert offer.proposed_by == [parties["Tarn Drinks"].id]
    assert offer.addressed_to == [parties["Holt & Marsh"].id]


def test_a_club_is_a_party_and_its_director_speaks_for_it() -> None:
    draft = read(
        "Lower Wick United have agreed a fee of 3 million crowns with Sporting Alder for the midfielder Ivo Rann. "
        "United's sporting director, Gwen Tarr, said the player had turned down the contract."
    )
    united = named(draft)["Lower Wick United"]
    assert (united.kind, [p.name for p in united.representatives]) == ("company", ["Gwen Tarr"])


def test_a_city_where_talks_are_is_no_party() -> None:
    draft = read(
        "Negotiators of the Marsh Front and Ostrova officials held talks in Brenholm. Brenholm has seen such talks. "
        "The talks in Brenholm resumed on Friday. Brenholm met the Marsh Front with flags."
    )
    assert "Brenholm" not in named(draft)


def test_a_name_that_goes_on_as_a_surname_is_no_party() -> None:
    draft = read(
        "The Marsh Front and Ostrova officials held talks on a truce. Petra Olm held talks with the Marsh Front. "
        "Olm said the talks with Ostrova would go on. Olm met the Marsh Front."
    )
    assert "Petra Olm" not in named(draft)


def test_somebody_formerly_in_office_does_not_speak_for_the_state() -> None:
    draft = read(
        "The Marsh Front and the Finnish government held peace talks. "
        "Former Norwegian Prime Minister Nils Aas has been mediating. The talks resumed."
    )
    assert "Norway" not in {name.removesuffix(" government") for name in named(draft)}


def test_a_state_met_late_and_once_is_no_party() -> None:
    filler = "The Marsh Front and Ostrova officials went on with the talks. " * 6
    draft = read(
        "The Marsh Front and Ostrova officials held peace talks. " + filler + "Chile and Peru held talks on copper."
    )
    assert {"Chile", "Peru"}.isdisjoint(named(draft))


def test_the_government_is_not_that_of_a_foreign_mediator() -> None:
    draft = read(
        "The Finnish opposition held talks with the government. The U.S. has urged both sides to sign. "
        "The government rejected the opposition's proposal for a coalition government."
    )
    states = [party for party in draft.parties if party.name == "United States"]
    assert not [alias for party in states for alias in party.aliases if alias == "government"]


def test_quoted_words_make_no_claim() -> None:
    draft = read(
        "Greyfell Town and Stonebridge Quarry Co held talks on night work. Greyfell Town rejected an offer in June. "
        'A leaflet said: "Ignore this. Greyfell Town accepted the offer of Stonebridge Quarry Co in full."'
    )
    assert not [answer for p in draft.proposals for answer in p.answers if answer.answer == "accepted"]


def test_a_time_within_what_is_proposed_is_not_when_it_was_proposed() -> None:
    draft = read(
        "Sandvik Terminals and the Crane Union held pay talks. "
        "Sandvik Terminals has proposed a pay rise of 6 percent, starting on April 1."
    )
    assert [proposal.when for proposal in draft.proposals] == [None]


def test_an_island_council_is_not_iceland() -> None:
    draft = read(
        "The ferry line Baral offered the Island Council a freeze of fares until 2027. "
        "The Island Council rejected the offer. Talks between the Island Council and Baral go on."
    )
    assert {"Island Council", "Baral"} <= set(named(draft))
    assert "Iceland" not in named(draft)


def test_who_only_wants_and_says_is_a_side_too() -> None:
    parties = named(
        read(
            "Four members of the tin pact failed to agree on quotas on Friday. Peru wants a cut of 5 percent. "
            "Bolivia will not accept a lower quota, its mining minister, Rosa Quint, told reporters. "
            "Chile has said neither yes nor no. A storm closed the airport of Oslo."
        )
    )
    assert {"Peru", "Bolivia", "Chile"} == parties.keys()
    assert {party.roles[0] for party in parties.values()} == {"negotiating_party"}


def test_states_by_their_constitution_their_fuller_name_or_a_pair() -> None:
    told = told_in(
        "Upper Orlane and Velmark met again. Orlane's constitution forbids a sale. The Republic of Testa kept out, "
        "said Testa's foreign minister. Both armies went home. Holm, whose parliament voted, agreed.",
        {"Upper", "Orlane", "Velmark", "Republic", "Testa", "Holm"},
    )
    assert {form: told[form] for form in ("Upper Orlane", "Orlane", "Republic of Testa", "Testa", "Holm")} == {
        "Upper Orlane": "Orlane",
        "Orlane": "Orlane",
        "Republic of Testa": "Testa",
        "Testa": "Testa",
        "Holm": "Holm",
    }


def test_producers_and_consumers_are_two_sides() -> None:
    parties = named(
        read(
            "Producers and consumers of tin did not agree on the buffer stock today. Producers want a higher price. "
            "Consumers have offered 40 crowns a tonne. Producers rejected the offer."
        )
    )
    assert {"producers", "consumers"} <= {name.lower() for name in parties}


def test_the_community_is_the_union_that_the_text_names() -> None:
    draft = read(
        "Canada turned down a European Community request for more cod, but the talks go on. "
        "The Community asked for 9,000 tonnes. Canadian negotiator Al Corr said no. The Community's offer stands."
    )
    assert set(named(draft)) == {"Canada", "European Community"}


def test_a_foundation_is_not_the_company_that_bears_its_name() -> None:
    parties = named(
        read(
            "Ashwell Inc offered to buy Kronberg Foods. The Kronberg Foundation rejected the bid. "
            "Kronberg Foods took no position on the offer. The Kronberg Foundation said it would not sell."
        )
    )
    assert {"Ashwell Inc", "Kronberg Foods", "Kronberg Foundation"} <= parties.keys()


def test_a_citizen_told_after_the_name_and_a_chair_of_talks() -> None:
    parties = named(
        read(
            "Negotiators of Peru and Chile failed again to agree on a fish quota. "
            "Ambassador Elof Strand of Sweden, who chairs the talks, kept his draft back."
        )
    )
    assert [person.name for person in parties["Sweden"].representatives] == ["Elof Strand"]
    assert parties["Sweden"].roles == ["facilitator"]


def test_a_name_that_says_who_heads_it() -> None:
    parties = named(
        read(
            "Volamare and Danubia Air held merger talks. Both denied a report of job cuts. "
            '"We have agreed to nothing," said Gerlind Haas, who heads Danubia Air. Volamare wants a vote.'
        )
    )
    assert [person.name for person in parties["Danubia Air"].representatives] == ["Gerlind Haas"]


def test_lines_of_a_web_page_name_nobody() -> None:
    draft = read(
        "Home | Tollgate | Sport\n\nRELATED: Ten Things About Velmark Foods\n\n"
        "The Marsh Front and Ostrova officials held talks on a truce. Ostrova rejected the plan of the Marsh Front.\n\n"
        "Share Velmark Foods | Tollgate"
    )
    assert set(named(draft)) == {"Marsh Front", "Ostrova"}


def test_an_adjective_of_two_states_is_that_of_the_one_with_its_root() -> None:
    parties = named(
        read(
            "Delegates of the Karsa National Army and of Peru will meet for the first time, the Norwegian hosts said. "
            "The Norwegian hosts fixed the agenda. Peru wants an exchange of prisoners."
        )
    )
    assert "Norway" in parties


def test_a_union_by_the_word_before_its_name_and_a_republic_that_calls_itself_one() -> None:
    parties = named(
        read(
            "The airline Lumair and the union Upavo held pay talks. The union Upavo said that it would strike. "
            "Peru accused the self-styled Vesha Republic of breaking a ceasefire. The Vesha Republic denied it."
        )
    )
    assert parties["Upavo"].kind == "trade_union"
    assert parties["Vesha Republic"].kind == "non_state_armed_group"


def test_who_is_only_talked_to_does_not_act() -> None:
    draft = read(
        "Lumair and the Pilots' Union held pay talks again. Lumair offered 4 percent. The union rejected the offer. "
        "After a visit to Tarn Foods, it agreed to wait."
    )
    assert "Tarn Foods" not in named(draft)


def test_a_minister_of_no_country_told_is_of_the_one_that_is() -> None:
    parties = named(
        read(
            "The Marsh Front and Peru failed to agree on a truce. Peru offered a pardon. "
            "Finance Minister Rosa Quint said the Marsh Front would have to disarm first. Peru wants an answer."
        )
    )
    assert [person.name for person in parties["Peru"].representatives] == ["Rosa Quint"]


def test_kinds_by_the_office_of_who_speaks_and_by_the_sport() -> None:
    parties = named(
        read(
            "The Belgian team Kerk-Elan will let the rider Ivo Rann go if Grupo Alma pays 2 million crowns, "
            "team manager Wim Dane said. Grupo Alma has so far offered one million. "
            "Grupo Alma's sports director, Jan Urra, rejected the demand. "
            "The International Rowing Union does not recognise such letters and must approve any transfer."
        )
    )
    assert {name: party.kind for name, party in parties.items() if name != "Ivo Rann"} == {
        "Kerk-Elan": "company",
        "Grupo Alma": "company",
        "International Rowing Union": "regulator",
    }
    assert [person.name for person in parties["Kerk-Elan"].representatives] == ["Wim Dane"]
    assert parties["International Rowing Union"].roles == ["approver"]


def test_a_union_or_an_alliance_that_governs_is_a_political_party() -> None:
    parties = named(
        read(
            "The Liberal Union of Prime Minister Kata Orl proposes a tax in the coalition's budget talks. "
            "The Christian Alliance rejected the tax. Its leader, Tom Bres, wants a cut instead."
        )
    )
    assert {parties["Liberal Union"].kind, parties["Christian Alliance"].kind} == {"political_party"}


def test_an_adjective_that_islands_share_is_not_an_islands() -> None:
    parties = named(
        read(
            "Delegates of Peru and Chile met again to settle their dispute over fishing rights. Peru wants a line. "
            "French Foreign Minister Jean Rou chaired the talks and urged both sides to sign."
        )
    )
    assert "France" in parties


def kinds(draft: Negotiation) -> dict[str, str]:
    return {party.name: party.kind for party in draft.parties}


def test_branches_paired_by_and_are_one_name() -> None:
    draft = read(
        "Pay talks between Tarn Shipping and the Transport and General Workers' Union resumed on Monday. "
        "Bolder Mining and Smelter Corp joined the talks. General Pumps of Ostrova Ltd left the talks."
    )
    assert kinds(draft)["Transport and General Workers' Union"] == "trade_union"
    assert kinds(draft)["Bolder Mining and Smelter Corp"] == "company"


def test_who_is_known_by_name_has_a_kind() -> None:
    draft = read(
        "Ostrova's parliament held talks with the World Trade Organisation. Unison rejected the offer of the talks. "
        "The talks with the World Trade Organisation go on, and Unison wants a new offer."
    )
    assert kinds(draft)["World Trade Organisation"] == "intergovernmental_organisation"
    assert kinds(draft)["Unison"] == "trade_union"


def test_the_commission_is_a_party_of_its_own_and_the_union_a_bloc() -> None:
    draft = read(
        "The European Union rejected Norway's offer on fish on Monday. The European Commission proposed a compromise. "
        "The Commission said its plan would be sent to Norway. Talks between Norway and the EU go on."
    )
    assert kinds(draft) == {
        "European Union": "bloc",
        "Norway": "state",
        "European Commission": "intergovernmental_organisation",
    }
    assert "Commission" in named(draft)["European Commission"].aliases


def test_where_a_company_is_from_is_no_party() -> None:
    draft = read("Japan's Acme Steel rejected a takeover bid from Tollgate Inc. Talks between the two companies go on.")
    assert "Japan" not in kinds(draft)


def test_groups_that_are_called_by_two_words() -> None:
    draft = read(
        "Ostrova rejected an offer from the private banks on Monday. Labour unions called for a truce in the talks. "
        "The private banks would lend Ostrova 9 million crowns, and the labour unions want half of it."
    )
    assert kinds(draft)["private banks"] == "creditors"
    assert kinds(draft)["Labour unions"] == "trade_union"


def test_a_chamber_approves_what_others_negotiate() -> None:
    draft = read(
        "Ostrova and Velden held talks on a treaty. The Velden parliament rejected the treaty on Monday. "
        "Ostrova's foreign minister said the talks with Velden would go on. The Velden parliament votes in May."
    )
    (chamber,) = [party for party in draft.parties if party.kind == "government_body"]
    assert chamber.roles == ["approver"]


def test_a_name_like_a_person_s_is_no_company() -> None:
    draft = read(
        "Tollgate Inc rejected a takeover bid of 9 million crowns from Robert Bellow. Tollgate Inc shares rose. "
        "Robert Bellow raised the bid to 10 crowns a share. Tollgate Inc said Robert Bellow's bid was too low."
    )
    assert kinds(draft)["Robert Bellow"] == "individual"


def test_supporters_are_no_union_and_oppose() -> None:
    draft = read(
        "Lower Wick United rejected a takeover bid from Tarn Holdings. "
        "The Wick Supporters' Association vowed to fight the bid. "
        "Tarn Holdings raised its offer for Lower Wick United on Friday."
    )
    fans = named(draft)["Wick Supporters' Association"]
    assert (fans.kind, fans.roles) == ("civil_society", ["spoiler"])


def test_a_union_s_spokesman_speaks_for_the_union_that_is_named() -> None:
    draft = read(
        "Tarn Shipping and the Crane Workers' Union held pay talks, union spokesman Tom Pell said on Monday. "
        "The union rejected the offer of Tarn Shipping."
    )
    union = named(draft)["Crane Workers' Union"]
    assert [person.name for person in union.representatives] == ["Tom Pell"]


def test_an_initial_stands_within_a_name() -> None:
    draft = read(
        "Tollgate Inc chairman Samuel J. Bellow rejected a bid from Marlin Holdings. Tollgate Inc and Marlin Holdings "
        "will hold talks."
    )
    assert [person.name for person in named(draft)["Tollgate Inc"].representatives] == ["Samuel J. Bellow"]


def test_a_trade_minister_without_a_country_is_of_the_state_that_opens_the_sentence() -> None:
    draft = read(
        "Brazil will accept Norway's offer on fish, Trade Minister Anton Lunda said on Monday. "
        "Norway wants talks with Norway's own fishermen first. Brazil and Norway held talks in May."
    )
    assert [person.name for person in named(draft)["Brazil"].representatives] == ["Anton Lunda"]


def test_a_government_among_its_own_citizens_is_a_body_of_government() -> None:
    draft = read(
        "The Ostrova government dropped a tax on Monday, and the Ostrova Teachers' Union called off a strike. "
        "Ostrova's Prime Minister Lia Korr said talks with the Teachers' Union would go on. "
        "The government rejected the union's other demands."
    )
    assert kinds(draft)["Ostrova government"] == "government_body"


def test_the_name_beside_a_group_is_the_group_s() -> None:
    draft = read(
        "Tarn Shipping made an offer to the seamen's union, Samaro. Samaro rejected the offer. "
        "Talks between Tarn Shipping and Samaro go on."
    )
    assert (kinds(draft)["Samaro"], named(draft)["Samaro"].aliases) == ("trade_union", ["seamen's union"])


def test_credits_at_the_end_name_nobody() -> None:
    draft = read(
        "Ostrova and Velden held talks on a truce. Ostrova rejected Velden's plan. "
        "(Reporting by Ada Pell in Lund; Editing by Omar Rusk and Ivo Rann)"
    )
    assert {"Ada Pell", "Omar Rusk", "Ivo Rann"}.isdisjoint(kinds(draft))


def test_a_union_told_by_whom_it_represents() -> None:
    draft = read(
        "A union representing 300 clerks at Tarn Shipping agreed to a contract on Monday. "
        "Talks with a union representing stokers go on. Tarn Shipping rejected the demands."
    )
    assert kinds(draft)["union representing 300 clerks"] == "trade_union"
    assert kinds(draft)["union representing stokers"] == "trade_union"


def test_a_state_s_citizen_with_a_first_name_speaks_for_it() -> None:
    draft = read(
        "Velden and Norway held talks on fish. Velden rejected the offer of Norway's Anna Lund on Monday. "
        "Norway's offer was too low, Velden said."
    )
    assert [person.name for person in named(draft)["Norway"].representatives] == ["Anna Lund"]


def test_states_that_answer_late_are_parties_still() -> None:
    filler = "The Marsh Front and Ostrova officials went on with the talks. " * 7
    draft = read(
        "The Marsh Front and Ostrova officials held peace talks. "
        + filler
        + "Chile and Peru have rejected the plan. The Marsh Front wants an answer by Monday."
    )
    assert {"Chile", "Peru"} <= kinds(draft).keys()


def test_a_state_s_opposition_is_one_however_it_is_called() -> None:
    draft = read(
        "Peru's opposition held talks with the government on Monday. The Peruvian opposition rejected the plan. "
        "The government wants an answer by Friday."
    )
    (opposition,) = [party for party in draft.parties if party.kind == "political_party"]
    assert {opposition.name, *opposition.aliases} == {"Peru's opposition", "Peruvian opposition"}
