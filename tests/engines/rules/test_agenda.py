"""What comes next: votes, meetings, dates that run out, consent still wanted; not what only might come."""

from __future__ import annotations

from summariser.articles.article import Article
from summariser.engines.rules.drafting import draft_of

OPENING = "The Dockers' Union and Tarn Shipping failed to agree on a pay rise, and talks go on. "


def steps(text: str) -> list[str]:
    status = draft_of(Article(OPENING + text)).status
    assert status is not None
    return status.next_steps


def test_a_vote_a_meeting_and_a_date_that_runs_out() -> None:
    assert steps(
        "Dockers will vote on the pay offer on Thursday. The two sides are due to meet in Lund on May 3. "
        "Tarn Shipping said that its offer would stand, but a grace period runs out on May 9."
    ) == [
        "Dockers will vote on the pay offer on Thursday",
        "The two sides are due to meet in Lund on May 3",
        "a grace period runs out on May 9",
    ]


def test_consent_that_is_still_wanted() -> None:
    assert steps("The contract would need the approval of both boards.") == [
        "The contract would need the approval of both boards"
    ]


def test_no_step_is_what_may_come_what_is_ruled_out_and_what_belongs_elsewhere() -> None:
    assert (
        steps(
            "The union would vote on the offer if the company raised it. The company will not meet it on Friday. "
            "Meanwhile, ministers of Peru will meet on Monday."
        )
        == []
    )


def test_quoted_words_are_no_step() -> None:
    assert steps('"We will vote on Monday," a leaflet said.') == []
