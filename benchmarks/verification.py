"""How long verification takes: a draft as full as the schema allows (53 claims and 7 texts outside them) against an
article of 100 kB, each article seen for the first time.

    python benchmarks/verification.py

Articles are synthetic: made-up words with the frequencies of running text, so that their vocabulary grows as that of
news does. Each verify() gets a fresh Article, already split into sentences, which the prompt needs before; nothing of
it is known to the verifier. Memories of the whole process, such as the stems of words, are warm from earlier articles,
as in any batch. Reported is processor time, the best of many articles, since other programs can only make it slower;
and what the same machine takes for a sum in Python, to compare machines by.
"""

from __future__ import annotations

import datetime
import json
import random
import time
import timeit
from collections.abc import Callable
from typing import Any

from summariser.articles.article import Article
from summariser.tasks.negotiation import NEGOTIATION
from summariser.verification.verify import verify

ARTICLES = 40
CHARACTERS = 100_000
NAMES = """Marellia Tovenia Norrund Kessary Brennia Velmora Sarnia Ardania Calette Lindmar Quarren Halden Eskby
Pellworm""".split()
VERBS = "proposed rejected accepted demanded offered discussed postponed signed".split()
SMALL = "the of to and in a that for on with by from as at its after".split()
_SYLLABLES = "ba con der fil gan hor jin kel lom mar nes por qui ras ste tor vel wen".split()


def vocabulary(size: int = 6_000) -> list[str]:
    """Return made-up words of two to four syllables, the commonest first."""
    chance = random.Random(7)
    words = {"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)}
    return sorted(words, key=len)


TEXT, BY = object(), object()
WORDS = vocabulary()
WEIGHTS = [1 / rank for rank in range(5, 5 + len(WORDS))]


def sentence(chance: random.Random, accented: bool) -> str:
    """Return a sentence of some twenty words: who does what to whom, and every third with a number or a day."""
    drawn = chance.choices(WORDS, WEIGHTS, k=12)
    content = iter([word.replace("o", "ö") for word in drawn] if accented else drawn)
    words = [chance.choice(NAMES), chance.choice(VERBS)]
    for _ in range(8):
        words += [chance.choice(SMALL), next(content)]
    if chance.random() < 1 / 3:
        words += ["worth", str(chance.randint(2, 99)), "million", "crowns", "on", chance.choice(["Monday", "Friday"])]
    text = " ".join([*words, "of", chance.choice(NAMES)])
    return f"“{text}”, said {next(content)}." if accented else f"{text}, said {next(content)}."


def article(seed: int, accented: bool, characters: int = CHARACTERS) -> Article:
    """Return a synthetic article, split into sentences."""
    chance = random.Random(seed)
    sentences: list[str] = []
    length = 0
    while length < characters:
        sentences.append(sentence(chance, accented))
        length += len(sentences[-1]) + 1
    made = Article(" ".join(sentences), date=datetime.date(2026, 3, 4))
    assert made.sentences
    return made


def claim_text(text: str) -> str:
    """Return what a summary says of a sentence: its words without who said it."""
    return text.strip("“”").rpartition(",")[0].rstrip("”")


def draft(of: Article) -> dict[str, Any]:
    """Return a full draft that holds: each claim tells one sentence, drawn from all over the article."""
    chance = random.Random(1)
    drawn = iter(chance.sample(of.sentences, 60))

    def claim(**fields: Any) -> dict[str, Any]:
        told = next(drawn)
        by = [f"p{NAMES.index(told.text.strip('“').split()[0]) + 1}"]
        filled = {
            name: claim_text(told.text) if value is TEXT else by if value is BY else value
            for name, value in fields.items()
        }
        return {"evidence": [told.number], **filled}

    parties = [
        {
            "evidence": [next(known.number for known in of.sentences if name in known.text)],
            "id": f"p{index}", "name": name, "kind": "state", "roles": ["negotiating_party"],
            "aliases": [name], "representatives": [],
        }
        for index, name in enumerate(NAMES, start=1)
    ]  # fmt: skip
    told = {"attributed_to": None, "certainty": "asserted"}
    return {
        "summary": {
            "headline": " ".join(claim_text(of.sentences[0].text).split()[:18]),
            "overview": claim_text(of.sentences[2].text),
            "process": None, "other_processes": [], "is_negotiation": True,
        },
        "parties": parties,
        "proposals": [
            claim(id=f"o{index}", content=TEXT, issue="other", proposed_by=BY, addressed_to=[], answers=[],
                  status="proposed", when=None, where=None, **told)
            for index in range(12)
        ],
        "conditions": [
            claim(id=f"c{index}", kind="demand", requirement=TEXT, set_by=BY, binds=[], applies_to=None,
                  state="unknown", **told)
            for index in range(12)
        ],
        "events": [
            claim(kind="statement", what=TEXT, participants=BY, when=None, where=None, factuality="happened")
            for _ in range(14)
        ],
        "status": claim(
            stage="under_way", direction="mixed", summary=TEXT,
            next_steps=["It will be seen: " + claim_text(next(drawn).text) for _ in range(5)],
        ),
    }  # fmt: skip


def best(measured: Callable[[Article, str], None], accented: bool) -> float:
    """Return the least milliseconds that a call took, over fresh articles."""
    least = float("inf")
    for seed in range(ARTICLES):
        one = article(seed, accented)
        raw = json.dumps(draft(one))
        begun = time.process_time()
        measured(one, raw)
        least = min(least, time.process_time() - begun)
    return least * 1e3


def yardstick() -> float:
    """Return the least milliseconds that this machine takes for a sum."""
    return min(timeit.repeat("sum(range(1_000_000))", number=1, repeat=20, timer=time.process_time)) * 1e3


def holds(one: Article, raw: str) -> None:
    """Verify a good draft."""
    verdict = verify(raw, one, NEGOTIATION)
    assert verdict.holds, verdict.faults[:3]


def spoilt(one: Article, raw: str) -> None:
    """Verify a draft whose words are misspelt: nearly everything is a fault, and points at better sentences."""
    assert not verify(raw.replace("il", "ul"), one, NEGOTIATION).holds


def main() -> None:
    """Print the table."""
    print(f"best of {ARTICLES} articles of {CHARACTERS:,} characters, milliseconds of processor time")
    print(f"on a machine that takes {yardstick():.1f} for sum(range(1_000_000))\n")
    print(f"{'':28}{'plain':>8}{'accented':>10}")
    for name, measured in (("a draft that holds", holds), ("a draft full of faults", spoilt)):
        print(f"{name:28}{best(measured, False):8.1f}{best(measured, True):10.1f}")


if __name__ == "__main__":
    main()
