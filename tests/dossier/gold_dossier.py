"""What a careful reader of the archive puts into its dossier; articles by number, sentences where they matter."""

PARTIES = {
    "Kestria": {"Kestria", "Kestrian government", "Vellin"},
    "Free Lowland Movement": {"Free Lowland Movement", "FLM", "Free Lowlands Movement"},
    "Duvania": {"Duvania", "Duvenia", "Duvannia", "Sorrin"},
    "Norway": {"Norway", "Oslo"},
    "East Sea Union": {"East Sea Union", "ESU"},
}

MERGES = {
    "Kestrian government": "government",
    "Vellin": "alias",
    "FLM": "alias",
    "Free Lowlands Movement": "misspelling",
    "Sorrin": "alias",
    "Duvenia": "misspelling",
    "Duvannia": "misspelling",
    "Oslo": "state",
    "ESU": "acronym",
}

PROCESSES = {
    "Lowland peace talks": [1, 2, 3, 4, 7, 8, 12, 13, 14, 16, 17, 19, 20, 22, 26, 27, 28],
    "Mirov canal talks": [5, 6, 9, 10, 11, 15, 18, 21, 23, 24, 25, 29],
}

SIDES = {
    "Lowland peace talks": ({"Kestria", "Free Lowland Movement"}, {"Norway"}),
    "Mirov canal talks": ({"Kestria", "Duvania"}, {"East Sea Union", "Norway"}),
}

LIVES = {
    "a 60-day ceasefire": [
        ("proposed", [1]),
        ("partly_accepted", [2]),
        ("accepted", [3]),
        ("rejected", [4]),
        ("back: under_discussion", [14]),
        ("accepted", [17]),
        ("signed", [19, 20]),
    ],
    "an exchange of 40 prisoners": [
        ("proposed", [7]),
        ("under_discussion", [8]),
        ("accepted", [16]),
        ("implemented", [22]),
    ],
    "a withdrawal of its troops from Tarn by the end of June": [("proposed", [27]), ("rejected", [28])],
    "the movement wants the troops out of Tarn by May 31": [("proposed", [28])],
    "Kestria cut the tolls on the Mirov canal by 20 percent": [
        ("under_discussion", [5]),
        ("proposed", [6]),
        ("rejected", [9]),
        ("back: partly_accepted", [21]),
        ("accepted", [24, 25]),
        ("signed", [29]),
    ],
    "an arbitrator in Oslo settle the tolls": [("proposed", [15]), ("partly_accepted", [18])],
}

OPEN = {
    "the FLM hand over its heavy weapons": (["Free Lowland Movement"], [2, 13, 19, 27]),
    "Kestria put the toll cut on the Mirov canal in a treaty": (["Kestria"], [6, 25]),
}

MET = {
    "Kestria lifts the blockade of the port of Orlav": [4, 12],
    "The FLM promised to let aid convoys through to Tarn": [17, 26],
    "Duvannia drops its claim to the Mirov lock": [21, 23],
}

CONTRADICTIONS = {
    ("a 60-day ceasefire", "the answer of Kestria"): {"rejected": [2, 4], "accepted": [3]},
    ("an exchange of 40 prisoners", "figures"): {"40": [7], "14": [8]},
    ("Kestria and the Free Lowland Movement signed the 60-day ceasefire in Oslo", "the day"): {
        "22 April 2024": [19],
        "21 April 2024": [20],
    },
    ("Kestria cut the tolls on the Mirov canal by 20 percent", "figures"): {"20": [24], "25": [25]},
    ("Duvenia pulled out of the Mirov canal talks with Kestria", "whether it happened"): {
        "happened": [10],
        "denied": [11],
    },
}

UNCERTAIN = {
    "The war in the Lowlands began": "Between January 2021 and about April 2021",
    "The Mirov canal talks were to resume": "Between 21 March 2024 and about 31 March 2024",
    "The ESU and Norway will mediate together": "April 2024",
    "the Lowland peace talks would go on in Oslo": "Between 11 April 2024 and about 20 April 2024",
    "The Lowland peace talks turn to the status of the Lowlands": "Summer 2024",
    "The Mirov canal talks could end": "No date told (“within days”), reported 2 May 2024",
    "Envoy Liv Tangen put the plan to both delegations in Oslo": "No date told, reported 4 March 2024",
}

CHANGES = {
    ("proposal", "a withdrawal of its troops from Tarn by the end of June", None, "proposed"),
    ("proposal", "a withdrawal of its troops from Tarn by the end of June", "proposed", "rejected"),
    ("proposal", "the movement wants the troops out of Tarn by May 31", None, "proposed"),
    ("condition", "The FLM promised to let aid convoys through to Tarn", "pending", "met"),
    ("stage", "Kestria and Duvania signed a treaty on the tolls of the Mirov canal", "under_way", "signed"),
    ("proposal", "Kestria cut the tolls on the Mirov canal by 20 percent", "partly_accepted", "accepted"),
    ("proposal", "Kestria cut the tolls on the Mirov canal by 20 percent", "accepted", "signed"),
    ("condition", "Duvannia drops its claim to the Mirov lock", "pending", "met"),
    ("condition", "Kestria put the toll cut on the Mirov canal in a treaty", "pending", "unmet"),
    ("contradiction", "Kestria cut the tolls on the Mirov canal by 20 percent", None, "figures: 20 / 25"),
}
