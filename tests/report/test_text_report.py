"""The report for a terminal."""

import pytest

from summariser.report.text import render_text

REPORT = """\
Marellia accepts, Tovenia rejects Norrundian plan to share Aune river

Marellia accepted a plan by the mediator Norrund to share the water of the Aune river; Tovenia
rejected it and proposed a joint commission instead. The delegations meet again in Eskby on May 13.

Article: Eskby Wire, 2025-04-22, 18 sentences

WHERE IT STANDS
  Under way, mixed: Marellia accepted the plan and Tovenia rejected it; the delegations meet again.
    [1 13]
  Process: sharing the water of the Aune river

PARTIES
  Marellia, state: negotiating party [1 4]
    Adela Corvin, water minister (also Corvin)
    also Marellian
  Tovenia, state: negotiating party [1 5]
    Joris Maak (also Maak)
    also Tovenian
  Norrund, state: mediator, host [1 2]
    Ingvar Tveld, foreign minister (also Tveld)
    also Norrundian

PROPOSALS
  1. guarantee Marellia 58 percent of the river's flow in dry years: partly accepted [1 2]
       supply; by Norrund to Marellia and Tovenia; Saturday (2025-04-19)
       Marellia: accepted, Tovenia: rejected
  2. a joint commission sets the shares anew each spring: proposed [7 8]
       supply; by Tovenia to Marellia

CONDITIONS
  Tovenia stops filling the Halden reservoir by June 30: pending [9]
    precondition of Marellia on Tovenia; for proposal 1
    according to Corvin

EVENTS
  November (2024-11): the Tovenian delegation walked out of an earlier round of talks [12]
    withdrawal from talks; Tovenia
  May 13 (2025-05-13): planned, the delegations meet again in Eskby [13]
    meeting; Marellia, Tovenia and Norrund; in Eskby

WHAT COMES NEXT
  the delegations meet again in Eskby on May 13

engine rules · 0.02 s
"""


def test_the_whole_report(make_record):
    assert render_text(make_record(), width=100) == REPORT


@pytest.mark.parametrize("width", [30, 47, 60, 200])
def test_no_line_is_wider_than_the_terminal(make_record, width):
    lines = render_text(make_record(), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(" ".join(lines).split()) == " ".join(REPORT.split())


def test_colours_change_no_letter(make_record):
    import re  # noqa: PLC0415

    painted = render_text(make_record(), colour=True, width=100)
    assert "\x1b[31mrejected\x1b[0m" in painted
    assert re.sub(r"\x1b\[\d+m", "", painted) == REPORT


def test_without_colour_there_is_no_escape(make_record):
    assert "\x1b" not in render_text(make_record())


def test_what_a_terminal_would_obey_is_shown_instead(make_record, draft):
    draft["summary"]["headline"] = "Talks\x1b[2J\x1b]0;owned\x07 resume\r\nnow\u202e\x9b31m"
    first = render_text(make_record(draft=draft)).splitlines()[0]
    assert first == r"Talks\x1b[2J\x1b]0;owned\x07 resume now\u202e\x9b31m"


def test_events_stand_in_the_order_of_time(make_record, draft):
    draft["events"].append({**draft["events"][0], "what": "talks undated", "when": None})
    draft["events"].append({**draft["events"][0], "what": "talks began", "when": {"text": "2017", "edtf": "2017"}})
    report = render_text(make_record(draft=draft))
    places = [
        report.index(words)
        for words in ("2017: talks began", "walked out", "meet again in Eskby [13]", "talks undated")
    ]
    assert places == sorted(places)


def test_an_article_that_reports_no_negotiation(make_record, draft):
    draft["summary"]["is_negotiation"] = False
    empty = {"parties": [], "proposals": [], "conditions": [], "events": [], "status": None}
    report = render_text(make_record(draft={**draft, **empty}))
    assert "The article reports no negotiation." in report
    assert "PARTIES" not in report


@pytest.mark.parametrize(
    ("attributed_to", "certainty", "told"),
    [
        ("Corvin", "disputed", "according to Corvin, disputed"),
        ("Corvin", "reported", "according to Corvin\n"),
        (None, "unnamed", "from unnamed sources"),
        (None, "speculative", "speculative"),
        (None, "asserted", "for proposal 1\n\n"),
    ],
)
def test_who_says_so_and_how_firmly(make_record, draft, attributed_to, certainty, told):
    draft["conditions"][0] |= {"attributed_to": attributed_to, "certainty": certainty}
    assert told in render_text(make_record(draft=draft))


def test_what_was_refused_and_what_is_doubtful(make_record):
    refused = [
        {
            "path": "events[2]",
            "claim": {"what": "a treaty was signed", "evidence": [3]},
            "faults": ["says nothing of it"],
        }
    ]
    report = render_text(make_record(refused=refused, provenance={"warnings": ["the date is a guess"]}))
    assert "REFUSED BY VERIFICATION\n  events[2]: a treaty was signed [3]\n    says nothing of it\n" in report
    assert "WARNINGS\n  the date is a guess\n" in report


def test_how_a_model_made_it(make_record):
    usage = {
        "attempts": 2,
        "input_tokens": 3204,
        "output_tokens": 1103,
        "cost": 0.01234,
        "seconds": 14.2,
        "faults_mended": 3,
    }
    provenance = {"engine": "llm", "model": "small-1", "prompt": "negotiation/v1", "usage": usage}
    last = render_text(make_record(provenance=provenance), width=200).splitlines()[-1]
    assert last == (
        "engine llm · model small-1 · prompt negotiation/v1 · 2 tries · 3 faults mended · 3,204 tokens in, 1,103 out · "
        "$0.0123 · 14.20 s"
    )


def test_a_cost_that_is_not_known_is_not_nothing(make_record):
    usage = {"attempts": 1, "input_tokens": 10, "output_tokens": 2, "seconds": 1.0}
    assert "10 tokens in, 2 out · cost unknown" in render_text(make_record(provenance={"usage": usage}))


def test_a_task_of_ones_own(debate_record):
    assert render_text(debate_record) == (
        "Lake debate\n\n"
        "Article: Eskby Wire, 2025-04-22, 18 sentences\n\n"
        "IN SHORT\n"
        "  motion: This house would drain the lake\n\n"
        "SIDES\n"
        "  The Drainers [1]\n"
        "    won: yes\n\n"
        "POINTS\n"
        "  the lake smells [2 5]\n"
        "    made by: The Drainers\n"
        "    heard: Monday (2025-04-21)\n"
        "    score: 3\n\n"
        "engine rules · 0.02 s\n"
    )
