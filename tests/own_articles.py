"""Our own articles with what is known about them, and the drafts that were written for some of them by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from summariser.articles.article import Article

ROOT = Path(__file__).parent.parent
DRAFTS = ROOT / "tests" / "data" / "drafts"

_KNOWN = {
    "river-accord": ("Marellia accepts, Tovenia rejects plan to share Aune river", date(2025, 4, 22)),
    "harbour-strike": ("Port Alder dockers deny strike is over", date(2026, 3, 12)),
    "no-negotiation": ("Salt museum opens after nine years", date(2025, 10, 5)),
    "debt-restructuring": ("San Teodor bondholders turn down exchange offer", date(2025, 7, 28)),
    "merger-approach": ("Halloran & Pike gets second approach from Meridian", date(2025, 10, 31)),
    "hostage-release": ("Highland rebels free four of 11 engineers", date(2024, 9, 8)),
    "commodity-pact": ("Vanilla exporters fail to extend quota pact", date(2025, 11, 6)),
    "climate-finance": ("Climate ministers leave coast fund without a figure", date(2026, 6, 13)),
    "player-transfer": ("Rocalho turns down Castle Wendle contract", date(2026, 1, 27)),
    "quarry-dispute": ("Greyfell and quarry to resume talks on night blasting", date(2025, 7, 16)),
    "ferry-fares": ("Ferry line offers to freeze island fares", date(2025, 9, 3)),
}
NAMES = tuple(_KNOWN)
DRAFTED = tuple(sorted(path.stem for path in DRAFTS.glob("*.json")))


def article(name: str) -> Article:
    """Return one of our own articles, by the name of its file."""
    folders = (ROOT / "examples", ROOT / "tests" / "data" / "articles")
    path = next(folder / f"{name}.txt" for folder in folders if (folder / f"{name}.txt").exists())
    title, published = _KNOWN[name]
    return Article(path.read_text(encoding="utf-8"), title=title, date=published)


def draft(name: str) -> dict[str, Any]:
    """Return a fresh copy of the draft that was written by hand for an article."""
    return json.loads((DRAFTS / f"{name}.json").read_text(encoding="utf-8"))


def raw_draft(name: str) -> str:
    """Return that draft as an engine would answer it."""
    return json.dumps(draft(name), ensure_ascii=False, separators=(",", ":"))
