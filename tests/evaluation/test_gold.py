"""Gold is read as it is written, and what is wrong in an entry is told by its name."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from summariser import NEGOTIATION, GoldError
from summariser.evaluation.gold import load_gold

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "tests" / "gold"
TRAPS = frozenset(
    """
    negation hypothetical reported_denial past_position misspelt_name capital_for_government two_roles nested_conditions
    retracted_claim conflicting_sources background_event two_processes relayed_proposal still_on_the_table held_headline
    club_yes_player_no generalised_official live_blog
    """.split()
)
SORTS = frozenset("peace hostages territory trade commodity debt labour merger budget treaty transfer climate".split())


def entries() -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.rglob("*.json"))]


def test_the_gold_set_is_as_broad_as_it_claims() -> None:
    found = entries()
    assert len(found) >= 60
    assert sum(not entry["negotiation"] for entry in found) >= 12
    assert {entry["sort"] for entry in found if entry["negotiation"]} == SORTS
    traps = Counter(trap for entry in found for trap in entry["traps"])
    assert set(traps) == TRAPS
    assert [trap for trap, count in traps.items() if count < 3] == []
    sizes = [len(list((GOLD / split).glob("*.json"))) for split in ("train", "test")]
    assert abs(sizes[0] - sizes[1]) <= 2


def count(folder: str) -> tuple[int, int]:
    """Return how many entries a part of the gold set has, and how many of them are no negotiations."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in (GOLD / folder).rglob("*.json")]
    return len(found), sum(not entry["negotiation"] for entry in found)


def test_the_docs_count_the_gold_set_right() -> None:
    (train, train_off), (test, test_off), (more, _) = map(count, ("train", "test", "more"))
    quality = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    told = f"{train} articles to train on and {test} to test on, {train_off + test_off} of them no negotiations"
    assert told in " ".join(quality.split())
    assert f"`more/` holds {more} others" in " ".join(quality.split())
    assert f"\n{test} articles, test, {test_off} of them off the topic:\n" in quality
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"a gold set of {train + test + more} articles" in " ".join(changes.split())


def test_no_two_articles_share_a_sentence() -> None:
    seen = Counter(
        sentence.text
        for entry in load_gold(GOLD, NEGOTIATION)
        for sentence in entry.article.sentences
        if len(sentence.text) > 40
    )
    assert [text for text, count in seen.items() if count > 1] == []


def lines(tmp_path: Path, **changes: Any) -> Path:
    entry = json.loads((GOLD / "train" / "monastery-talks.json").read_text(encoding="utf-8"))
    entry["article"]["text"] = (GOLD / "train" / "monastery-talks.txt").read_text(encoding="utf-8")
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps({**entry, **changes}) + "\n", encoding="utf-8")
    return path


def test_a_jsonl_of_ones_own_is_gold_too(tmp_path: Path) -> None:
    (entry,) = load_gold(lines(tmp_path), NEGOTIATION)
    assert entry.name == "own:1"
    assert entry.article.title == "Belostan and Karsa rebels hold first talks"


def test_a_status_that_is_null_may_be_filled_by_a_fair_reader(tmp_path: Path) -> None:
    entry = json.loads((GOLD / "train" / "monastery-talks.json").read_text(encoding="utf-8"))
    changes = {"answer": {**entry["answer"], "status": None}, "optional": ["status"], "also_right": {}}
    (read,) = load_gold(lines(tmp_path, **changes), NEGOTIATION)
    assert read.optional == {"status"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"optional": ["parties[p77]"]}, "own:1: the path 'parties[p77]' leads nowhere"),
        ({"also_right": {"status.mood": ["good"]}}, "'status.mood' leads nowhere"),
        ({"extras": 1}, "unknown 'extras'"),
        ({"answer": {"parties": []}}, "own:1: answer.summary: Field required"),
        ({"article": {"text": "  "}}, "own:1: the article is empty"),
        (
            {"article": {"text": "Talks began.", "date": "soon"}},
            "own:1: article.date: expected a day such as 2016-01-31, not 'soon'",
        ),
        ({"article": {}}, "own:1: no text"),
        ({"article": [1]}, "own:1: article: Input should be an object"),
        (
            {"article": {"text": "Talks began.", "date": 5}},
            "own:1: article.date: Input should be a valid string, not 5",
        ),
        ({"article": {"text": "Talks began.", "tilte": "x"}}, "own:1: article: unknown 'tilte'; there are date, "),
        ({"optional": "parties[p1]"}, "own:1: optional: Input should be a valid array"),
        ({"also_right": {"status.stage": "agreed"}}, "own:1: also_right.status.stage: Input should be a valid array"),
        ({"also_right": {"status.stage": ["agree"]}}, "own:1: also_right 'status.stage': stage: Input should be "),
        (
            {"also_right": {"events[0].when": ["2019"]}},
            "own:1: also_right 'events[0].when': when: Input should be an obj",
        ),
        (
            {"also_right": {"parties[p1].roles": [1]}},
            "own:1: also_right 'parties[p1].roles': roles.0: Input should be ",
        ),
        ({"traps": ["\ud800"]}, "own:1: it cannot be written as JSON in UTF-8: half a character"),
    ],
)
def test_a_malformed_entry_is_told_by_name(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    with pytest.raises(GoldError) as caught:
        load_gold(lines(tmp_path, **changes), NEGOTIATION)
    assert told in str(caught.value)


def test_what_is_not_there_or_holds_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold at"):
        load_gold(tmp_path / "nowhere", NEGOTIATION)
    with pytest.raises(GoldError, match="holds no gold entry"):
        load_gold(tmp_path, NEGOTIATION)
    (tmp_path / "broken.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match="line 1: no JSON"):
        load_gold(tmp_path / "broken.jsonl", NEGOTIATION)
    (tmp_path / "deep.jsonl").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(GoldError, match="line 1: the JSON is nested too deeply"):
        load_gold(tmp_path / "deep.jsonl", NEGOTIATION)
    (tmp_path / "old.jsonl").write_bytes(b'{"article": "\xe9"}')
    with pytest.raises(GoldError, match="is not in UTF-8, from byte 13 on"):
        load_gold(tmp_path / "old.jsonl", NEGOTIATION)
