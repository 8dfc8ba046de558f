"""The report in Markdown."""

import pytest

from summariser.report.markdown import render_markdown
from summariser.report.text import render_text

REPORT = """\
# Marellia accepts, Tovenia rejects Norrundian plan to share Aune river

Marellia accepted a plan by the mediator Norrund to share the water of the Aune river; Tovenia rejected it and \
proposed a joint commission instead. The delegations meet again in Eskby on May 13.

Article: Eskby Wire, 2025-04-22, 18 sentences

## Where it stands

- **Under way**, mixed: Marellia accepted the plan and Tovenia rejected it; the delegations meet again. [1 13]
- Process: sharing the water of the Aune river

## Parties

- **Marellia**, state: negotiating party [1 4]
  - Adela Corvin, water minister (also Corvin)
  - also Marellian
- **Tovenia**, state: negotiating party [1 5]
  - Joris Maak (also Maak)
  - also Tovenian
- **Norrund**, state: mediator, host [1 2]
  - Ingvar Tveld, foreign minister (also Tveld)
  - also Norrundian

## Proposals

1. guarantee Marellia 58 percent of the river's flow in dry years: **partly accepted** [1 2]
   - supply; by Norrund to Marellia and Tovenia; Saturday (2025-04-19)
   - Marellia: **accepted**, Tovenia: **rejected**
2. a joint commission sets the shares anew each spring: **proposed** [7 8]
   - supply; by Tovenia to Marellia

## Conditions

- Tovenia stops filling the Halden reservoir by June 30: **pending** [9]
  - precondition of Marellia on Tovenia; for proposal 1
  - according to Corvin

## Events

- **November (2024-11):** the Tovenian delegation walked out of an earlier round of talks [12]
  - withdrawal from talks; Tovenia
- **May 13 (2025-05-13):** **planned**, the delegations meet again in Eskby [13]
  - meeting; Marellia, Tovenia and Norrund; in Eskby

## What comes next

- the delegations meet again in Eskby on May 13

engine rules · 0.02 s
"""


def test_the_whole_report(make_record):
    assert render_markdown(make_record()) == REPORT


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Offer of *5* <b>crowns</b> [now]", r"# Offer of \*5\* \<b>crowns\</b> \[now\]"),
        ("a|b `c` ~~d~~ \\e", r"# a\|b \`c\` \~\~d\~\~ \\e"),
        ("snake_case and _emphasis_", r"# snake_case and \_emphasis\_"),
        ("R&D &amp; AT&T;", r"# R&D \&amp; AT\&T;"),
    ],
)
def test_words_of_the_article_are_no_markup(make_record, draft, headline, told):
    draft["summary"]["headline"] = headline
    assert render_markdown(make_record(draft=draft)).splitlines()[0] == told


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("# heading", r"- \# heading"),
        ("- item", r"- \- item"),
        ("1. item", r"- 1\. item"),
        ("58 percent", "- 58 percent"),
    ],
)
def test_an_item_cannot_begin_a_block_of_its_own(make_record, draft, step, told):
    draft["status"]["next_steps"] = [step]
    assert f"## What comes next\n\n{told}\n" in render_markdown(make_record(draft=draft))


def test_it_says_what_the_text_report_says(make_record):
    def bare(report):
        return "".join(char for char in report.casefold() if char.isalnum())

    assert bare(render_markdown(make_record())) == bare(render_text(make_record()))


def test_a_task_of_ones_own(debate_record):
    report = render_markdown(debate_record)
    assert "## Points\n\n- **the lake smells** [2 5]\n  - made by: The Drainers\n" in report
