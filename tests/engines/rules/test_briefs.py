"""Briefs: plain news of a few sentences, told with common nouns, that triage must keep; and such as only look so."""

from __future__ import annotations

import pytest

from summariser.articles.article import Article
from summariser.engines.rules.drafting import glance_at

NEGOTIATIONS = {
    "miners": (
        "Management offered the 4,000 miners a 7 percent raise on Tuesday. The union's leader, Joe Smith, "
        "dismissed it as an insult and said the strike would go on until the company pays 12 percent. Both "
        "sides meet again on Friday."
    ),
    "lisbon": (
        "Landlords and the tenants' league in Lisbon are haggling over a rent cap. The league asked for 2 "
        "percent a year; landlords came back with 6. The city council wants the matter settled before summer."
    ),
    "tovenia": ("Tovenia and Marellia failed to agree on a ceasefire on Monday."),
    "nurses": (
        "Nurses at the three city hospitals turned down a 4 percent rise on Monday. Their union wants 9 "
        "percent and a cap on night shifts. Hospital managers say there is no more money."
    ),
    "bus": (
        "Bus drivers in Harwick will walk out again on Thursday after the company refused to pay for "
        "overtime. The drivers want 3 crowns an hour more. The company has put 1 crown on the table."
    ),
    "rents2": (
        "Tenants of the Mill Street blocks will get a two-year freeze on rents if they drop their boycott, "
        "their landlord said on Wednesday. The tenants' committee said it would answer next week. It had "
        "asked for five years."
    ),
    "merger": (
        "Two of the country's largest dairies are close to a merger, people familiar with the matter said. "
        "The farmers who own the smaller one are holding out for a third of the seats on the board. The "
        "larger dairy has offered a quarter."
    ),
    "takeover": (
        "Corvin Mills has turned down a 300 million crown approach from Harl Group, calling it too low. Harl "
        "said it might raise its price if it could see the books."
    ),
    "hostages": (
        "Gunmen who seized a school bus on Sunday freed four children in return for food and water. They "
        "still hold eleven. They demand a helicopter and two prisoners; the governor has refused both."
    ),
    "water": (
        "Upstream farmers have agreed to close their sluices two nights a week. The villages below want four."
        " A go-between from the water board carries notes from one side to the other."
    ),
    "river": (
        "Ostrova says it will fill its new dam in three years. Velden, which lies downstream, wants seven. "
        "Their ministers met on Monday in Lund and parted without a deal."
    ),
    "fishing": (
        "Trawler owners and inshore fishermen could not settle their quarrel over the herring grounds on "
        "Friday. The trawlers would stay twelve miles off the coast; the inshore men insist on twenty."
    ),
    "quota": (
        "Norvia and Eskland agreed on Tuesday to share next year's cod catch 60 to 40. Eskland gave up its "
        "claim to the southern banks in return."
    ),
    "debt": (
        "The country has asked its creditors to wait two more years for their money. The banks are ready to "
        "grant one, provided that the government cuts spending. A reply is due by the end of the month."
    ),
    "bonds": (
        "Bondholders of Harl Shipping would take 40 cents in the dollar, their lawyers said. The company has "
        "offered 25. If there is no deal by June 1, it will go into administration."
    ),
    "coalition": (
        "The Greens will join the cabinet only if the airport is dropped. The Liberals, who won most seats, "
        "say that the airport stays. The two parties sit down again on Monday."
    ),
    "coalition2": (
        "The Farmers' Party walked out of the coalition talks on Thursday night over the fuel tax. Its leader"
        " said the door was still open."
    ),
    "transfer": (
        "Lowmere Town want 12 million for their goalkeeper. Harwick have bid 8 million and will not go above "
        "10. The player has told both clubs that he wants to leave."
    ),
    "transfer2": (
        "Striker Ivo Rann has rejected a new contract with Alder Rovers. The club offered him 40,000 a week; "
        "his agent asked for 60,000."
    ),
    "school": (
        "The teachers and the education ministry are still apart on class sizes. The ministry offered 28 "
        "pupils a class, the teachers insist on 24. A strike is set for September 1."
    ),
    "truce": (
        "The rebels said on Monday that they would lay down their arms if the army left the valley. The army "
        "answered that the rebels must go first."
    ),
    "trade": (
        "Velden offered to lift its ban on Ostrova's apples on Tuesday if Ostrova opened its market to "
        "Velden's steel. Ostrova said it would think about it."
    ),
    "land": (
        "The mining firm has raised its offer to the villagers to 900 crowns an acre. The elders say that the"
        " land is not for sale below 2,000."
    ),
    "strike_end": (
        "A five-week strike at the glass works ended on Saturday. Workers voted to take a 6 percent rise, "
        "half of what they had asked for. The owners dropped their plan to cut the canteen."
    ),
    "pilots": (
        "The airline's pilots have thrown out a deal that their leaders struck last week. Fifty-eight percent"
        " voted no. Talks are to reopen on Monday, the pilots' guild said."
    ),
    "nurses, once more": (
        "The health board raised its offer to nurses to 5 percent on Wednesday, a point more than in May. The"
        " nurses' union said 5 was still not 8. Wards will close at noon on Friday if nothing moves."
    ),
    "rent": (
        "A shop owner and her landlord have been at loggerheads over the lease for months. He asks 3,000 "
        "crowns a month; she would pay 2,200. On Tuesday the mayor offered to step in."
    ),
    "sale": (
        "Harl Group would sell its paper mills to Corvin for 80 million crowns, but Corvin wants the debts "
        "left out. The two have until Sunday to agree."
    ),
    "captives": (
        "A band of pirates has let two sick sailors go and wants 3 million dollars for the other nine. The "
        "owner of the ship has sent a lawyer to Lund with 1 million."
    ),
    "well": (
        "Herders from two valleys agreed on Thursday to draw from the well on alternate days. The elders of "
        "both valleys had argued about it for a year. Each side must send away its guards."
    ),
    "crab": (
        "Eskland lifted its ban on Norvian boats after Norvia promised to halve its crab catch. The ban had "
        "lasted six weeks. The ministers signed the paper on a ferry."
    ),
    "loan": (
        "The fund will lend Ostrova 2 billion crowns if parliament passes the budget. The government had "
        "hoped for 3 billion. Parliament votes on June 4."
    ),
    "cabinet": (
        "The Centre Party gave the Liberals until Friday to choose between the railway and the tax cut. The "
        "Liberals said they would not be blackmailed."
    ),
    "winger": (
        "Alder Rovers turned down Harwick's second bid for winger Tam Orl. Harwick are to come back with a "
        "third before the window shuts on Friday."
    ),
    "border": (
        "Velden will pull its guards back from the bridge once Ostrova reopens the market, the two foreign "
        "ministers said after five hours in a tent on the frontier."
    ),
    "farm": (
        "Sugar growers and the only mill in the valley cannot agree on a price. The growers want 40 crowns a "
        "ton. The mill says it will close before it pays more than 31."
    ),
    "pension": (
        "Ministers and pensioners' groups edged closer on Monday on the size of the winter payment, though "
        "neither would name a figure."
    ),
}
OTHERS = {
    "shop": (
        "The market on Mill Street opened again on Tuesday. A stall offers 40 kinds of cheese at 7 crowns a "
        "pound. Customers asked for more, the owner said."
    ),
    "football": (
        "Harwick Town beat Lowmere 3-1 on Saturday. Their manager said the strike in the first half settled "
        "it. The two sides meet again on Friday."
    ),
    "inflation": (
        "Prices rose 7 percent in May, the statistics office said. Economists had expected 6 percent. Wages "
        "went up 4 percent over the year."
    ),
    "court": (
        "A court ordered a landlord to pay a tenant 2,000 crowns on Monday. The judge rejected his claim that"
        " the rent was too low. He may appeal."
    ),
    "results": (
        "Corvin Mills said its profit rose 12 percent to 300 million crowns. The company raised its dividend."
        " Its chairman, Joe Harl, said the year had been good."
    ),
    "mine": (
        "Four thousand miners went back underground on Tuesday after a flood. The company said the pumps "
        "worked again. The union's leader, Joe Smith, thanked the firemen."
    ),
    "law": (
        "Parliament passed a law on Tuesday that caps rents at 2 percent a year. Landlords were angry. "
        "Tenants cheered in the gallery."
    ),
    "storm": (
        "A storm cut off three villages in Velden on Monday. The army sent helicopters. Residents asked for "
        "water and blankets."
    ),
    "war": (
        "Rebels shelled the town of Lund on Monday and killed six soldiers. The army answered with rockets. "
        "Both sides said they had won ground."
    ),
    "appointment": (
        "Harl Group named Ana Corvin as chief executive on Monday. She had turned down the job twice before. "
        "She will start in June."
    ),
    "hostage film": (
        "A film about a bank robber who takes hostages won the main prize in Lund. The director said she "
        "wanted to tell it from inside. The jury was not unanimous."
    ),
    "fishing": (
        "Fishermen landed 60 tonnes of cod on Tuesday, the best catch in four years. The harbour board wants "
        "a bigger crane. Prices fell to 3 crowns."
    ),
    "dam": (
        "The new dam in Ostrova will hold 3 billion cubic metres. Engineers need three years to fill it. "
        "Tourists can visit from May."
    ),
    "debt": (
        "The country's debt rose to 80 percent of output, the central bank said. Bondholders sold. The "
        "minister said he was not worried."
    ),
    "poll": (
        "The Greens lead the Liberals by 4 points, a poll said on Monday. Voters want lower taxes. The "
        "election is in September."
    ),
    "player": (
        "Goalkeeper Ivo Rann broke a finger on Monday and will miss six weeks. Alder Rovers said he would be "
        "back in May. The club wants no new keeper."
    ),
    "school": (
        "Teachers at 24 schools in Harwick will get new computers in September. The ministry will pay. "
        "Parents asked for lessons as well."
    ),
    "visit": (
        "Velden's president came to Ostrova on Monday. He met the king and saw the harbour. The two countries"
        " have been friends for a century."
    ),
    "recipe": (
        "To settle the stomach, offer the patient dry bread. Ask for no more than that. If he refuses, wait "
        "an hour and try weak tea."
    ),
    "strike lightning": (
        "Lightning struck a barn near Lowmere on Friday. The owner said he lost forty sheep. Neighbours "
        "offered him hay and a place for the rest."
    ),
    "rent advice": (
        "Students who look for a room should ask for the price with heating. Landlords in Lund want a deposit"
        " of two months. Flats near the river cost 20 percent more."
    ),
    "accident": (
        "Two buses collided in Harwick on Thursday. Eleven passengers were hurt. The company said the driver "
        "had been working overtime."
    ),
    "survey": (
        "Two in three workers would take a lower wage for a shorter week, a survey said. Employers were not "
        "asked. The institute spoke to 2,000 people."
    ),
    "museum": (
        "The museum in Lund wants a larger hall. The city gave it 3 million crowns last year. The director "
        "said the walls are full."
    ),
    "history": (
        "The castle was built in 1320. A king offered it to his brother, who refused it. It burned down in "
        "1711 and was never rebuilt."
    ),
    "marathon": (
        "Two runners agreed to finish hand in hand in Lund on Sunday. The judges gave both a medal. Rain had "
        "soaked the course."
    ),
    "prices": (
        "Bread will cost 2 crowns more from Monday, bakers said. Flour has gone up 12 percent. Shops expect "
        "to sell less."
    ),
    "theft": (
        "Thieves took 40,000 crowns from a bank in Harwick on Tuesday. The manager gave them the keys. Nobody was hurt."
    ),
    "hire": (
        "Corvin Mills will take on 300 workers in May. The company offers 90 crowns an hour and free lunch. "
        "Applications close on Friday."
    ),
    "flood": (
        "The river rose 3 metres at Lowmere on Friday. Farmers moved their cattle uphill. The army put 200 "
        "soldiers at their disposal."
    ),
    "school, once more": (
        "Pupils at Mill Street school want a longer break. Their teacher had them write letters to the "
        "minister. She promised to read them all."
    ),
    "book": (
        "A new book tells how Ostrova's first king bought peace with forty horses. The author spent nine "
        "years in archives. It costs 30 crowns."
    ),
    "bank": (
        "The central bank left its rate at 4 percent on Thursday, as expected. It sees prices falling. The "
        "crown was little changed."
    ),
    "derby": (
        "Harwick's manager would not accept blame for Saturday's defeat. He said the referee gave nothing. "
        "They meet Lowmere in the cup on Friday."
    ),
    "tax": (
        "The finance minister proposed a tax on sugar on Monday. Sweets would cost a tenth more. The bill "
        "goes to parliament in June."
    ),
    "election": (
        "The Centre Party won 40 seats, the Liberals 38. Turnout was low. Votes will be counted again in three towns."
    ),
    "charity": (
        "A charity in Lund offers free coats to anyone who asks. It handed out 900 last winter. It needs more"
        " volunteers."
    ),
    "verdict": (
        "A court gave two pirates nine years on Monday. They had held a ship's crew for ransom in 2019. Their"
        " lawyer will appeal."
    ),
    "merger done": (
        "Harl Group and Corvin became one company on Friday. The new shares rose 2 percent. Its first results"
        " are due in May."
    ),
}
MOST_KEPT_IN_VAIN = 8
"""Others that triage leaves to the model, of them all: a call each, where a negotiation lost is lost."""


@pytest.mark.parametrize("text", NEGOTIATIONS.values(), ids=NEGOTIATIONS.keys())
def test_a_plain_brief_of_a_negotiation_is_kept(text: str) -> None:
    assert glance_at(Article(text)).is_open


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_what_only_looks_so_is_no_negotiation(text: str) -> None:
    assert not glance_at(Article(text)).draft.summary.is_negotiation


def test_most_that_only_looks_so_is_skipped() -> None:
    kept = [name for name, text in OTHERS.items() if glance_at(Article(text)).is_open]
    assert len(kept) <= MOST_KEPT_IN_VAIN, kept


@pytest.mark.parametrize(
    ("brief", "parties"),
    [
        ("miners", ["Management", "union"]),
        ("lisbon", ["tenants' league", "Landlords"]),
        ("tovenia", ["Tovenia", "Marellia"]),
        ("hostages", ["Gunmen"]),
        ("transfer", ["Lowmere Town", "Harwick"]),
    ],
)
def test_who_is_told_by_a_common_noun_is_a_party(brief: str, parties: list[str]) -> None:
    draft = glance_at(Article(NEGOTIATIONS[brief])).draft
    assert draft.summary.is_negotiation
    assert [party.name for party in draft.parties] == parties
