"""What the pages say of the size of the gold set is counted."""

import json
from pathlib import Path

TESTS = Path(__file__).parents[1]
GOLD = {split: sorted((TESTS / "gold" / split).glob("*.json")) for split in ("train", "test", "more")}


def test_the_pages_count_the_gold_set_rightly():
    train, test, more = (len(entries) for entries in GOLD.values())
    off = sum(not json.loads(path.read_text("utf-8"))["negotiation"] for path in GOLD["train"] + GOLD["test"])
    page = " ".join((TESTS.parent / "docs" / "quality.md").read_text("utf-8").split())
    assert f"{train} articles to train on and {test} to test on, {off} of them no negotiations" in page
    assert f"`more/` holds {more} others" in page
    assert f"a gold set of {train + test + more} articles" in (TESTS.parent / "CHANGELOG.md").read_text("utf-8")
