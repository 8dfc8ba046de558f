"""Verification beside its peers: 30 claims about one article of 3,000 tokens, in one run.

    python -m benchmarks.truth.speed

The article is made of gold articles, one after the other, and the record of theirs, renumbered: 30 claims in real
words. Ours parses the answer, validates it, indexes the article and verifies every claim in every respect; the article
is split into sentences before, which the prompt needs anyway. What an aligner does is timed apart as well: whether the
words of each claim stand in its sentences, and the citations. langextract aligns the texts of the same 30 claims with
the same article, once as one text, and once as its own pipeline does, each claim with the 1,000 characters around its
sentences only, which it is told here for nothing. instructor's mixin looks for the claims' quotes, the sentences that
they cite; and for the same with one word misspelt. Tokens are langextract's. Each is told as the best of many rounds.
"""

from __future__ import annotations

import argparse
import copy
import json
import time
from collections.abc import Callable
from typing import Annotated, Any

from benchmarks.truth import peers
from benchmarks.truth.gold import WORDS_OF, Entry, load
from summariser.articles.article import Article
from summariser.models.claims import Claim, Evidence, Model
from summariser.models.markers import Must
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task
from summariser.verification.guards.citation import cites_existing_sentences
from summariser.verification.guards.wording import words_stand_there
from summariser.verification.verdict import Verdict
from summariser.verification.verify import verify

CLAIMS, WORDS = 30, 2_600
"""langextract counts 3,000 tokens in as many words of news."""
_MOST = {"parties": 8, "proposals": 7, "conditions": 7, "events": 7}
_REFS = ("proposed_by", "addressed_to", "set_by", "binds", "participants")
_AROUND = 500


def joined(entries: list[Entry]) -> tuple[Article, dict[str, Any]]:
    """Return one article of several, and one record of theirs with 30 claims.

    Dates of claims are left out: they are reckoned from days of publication, of which one article has but one.
    """
    unwrapped = [entry for entry in entries if not any("\n" in each.text for each in entry.article.sentences)]
    texts: list[str] = []
    record: dict[str, Any] = {**copy.deepcopy(unwrapped[0].answer), **{part: [] for part in _MOST}}
    for entry in unwrapped:
        before = sum(len(text) + 2 for text in texts)
        texts.append(entry.article.text)
        for part in _MOST:
            record[part] += [_moved(claim, entry, before) for claim in entry.answer[part]]
        if sum(len(text.split()) for text in texts) >= WORDS:
            break
    article = Article("\n\n".join(texts))
    record |= {part: _spread(record[part], most) for part, most in _MOST.items()}
    ids = {
        claim["id"]: f"{claim['id'].rpartition(' ')[2][0]}{number}"
        for part in _MOST
        for number, claim in enumerate(record[part], start=1)
        if "id" in claim
    }
    record |= {part: [_renamed(claim, ids) for claim in record[part]] for part in _MOST}
    for claim in (claim for part in _MOST for claim in record[part]):
        claim["evidence"] = [
            each.number for each in article.sentences if any(each.start <= s < each.end for s in claim["evidence"])
        ]
    return article, record


def _moved(claim: dict[str, Any], entry: Entry, before: int) -> dict[str, Any]:
    """Return a claim with the places of its sentences in the joined article, and ids that say which they come from."""

    def of_article(value: Any) -> Any:
        if isinstance(value, list):
            return [f"{entry.slug} {each}" for each in value]
        return value and f"{entry.slug} {value}"

    starts = [entry.article.sentences[number - 1].start + before for number in claim["evidence"]]
    moved = {**claim, "evidence": starts}
    moved |= {name: of_article(claim[name]) for name in ("id", "applies_to", *_REFS) if name in claim}
    if "answers" in claim:
        moved["answers"] = [{**answer, "party": of_article(answer["party"])} for answer in claim["answers"]]
    return moved | ({"when": None} if "when" in claim else {})


def _renamed(claim: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    """Return a claim with short ids; what refers to a claim that is not in the record goes."""
    renamed = claim | {name: ids.get(claim[name]) for name in ("id", "applies_to") if name in claim}
    renamed |= {name: [ids[each] for each in claim[name] if each in ids] for name in _REFS if name in claim}
    if "answers" in claim:
        known = (answer for answer in claim["answers"] if answer["party"] in ids)
        renamed["answers"] = [{**answer, "party": ids[answer["party"]]} for answer in known]
    return renamed


def _spread(claims: list[dict[str, Any]], most: int) -> list[dict[str, Any]]:
    """Return so many claims from all over the article."""
    return [claims[n * len(claims) // most] for n in range(most)]


def best(measured: Callable[[], object], rounds: int) -> float:
    """Return the least milliseconds that a call took."""
    least = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        measured()
        least = min(least, time.perf_counter() - begun)
    return least * 1e3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    article, record = joined(load())
    raw = json.dumps(record, ensure_ascii=False)
    verdict = verify(raw, article, NEGOTIATION)
    assert verdict.draft, verdict.faults
    told = f"an article of {len(article.text.split()):,} words{_tokens(article.text)}"
    print(f"{CLAIMS} claims, {len(verdict.faults)} faults, {told}; milliseconds, best of {asked.rounds} at most\n")

    def ours() -> None:
        verify(raw, _fresh(article), NEGOTIATION)

    wordings = json.dumps(
        {"claims": [{"evidence": claim["evidence"], "text": claim[WORDS_OF[part]]} for part, claim in _claims(record)]}
    )
    assert not _found_words(wordings, article).faults
    own = best(ours, asked.rounds)
    print(f"{'ours':32}{own:10.1f}")
    wording = best(lambda: _found_words(wordings, article), asked.rounds)
    print(f"{'ours, words and citations alone':32}{wording:10.1f}{wording / own:8.2f} times ours")
    for name, rounds, measured in _measured(article, record):
        took = best(measured, min(rounds, asked.rounds))
        print(f"{name:32}{took:10.1f}{took / own:8.1f} times ours{took / wording:8.1f} times its words alone")
    for line in peers.absent():
        print(line)


class Wording(Claim):
    """A claim of which nothing is asked but that its sentences exist and have its words."""

    evidence: Annotated[list[Evidence], Must(cites_existing_sentences)]
    text: Annotated[str, Must(words_stand_there)]


class Wordings(Model):
    """The claims of an answer."""

    claims: list[Wording]


WORDINGS = Task(name="wordings", version="v1", draft=Wordings, subject="claims")


def _found_words(raw: str, article: Article) -> Verdict:
    return verify(raw, _fresh(article), WORDINGS)


def _fresh(article: Article) -> Article:
    """Return the article as one that nobody has read yet, split into sentences."""
    fresh = Article(article.text)
    fresh.__dict__["sentences"] = article.sentences
    return fresh


def _claims(record: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [*((part, claim) for part in _MOST for claim in record[part]), ("status", record["status"])]


def _measured(article: Article, record: dict[str, Any]) -> list[tuple[str, int, Callable[[], object]]]:
    """Return what is measured of the peers that are present: name, rounds at most, call."""
    claims = _claims(record)
    assert len(claims) == CLAIMS
    texts = [claim[WORDS_OF[part]] for part, claim in claims]
    measured: list[tuple[str, int, Callable[[], object]]] = []
    if "langextract" in peers.present():
        from langextract.core.data import Extraction  # noqa: PLC0415 (optional)
        from langextract.resolver import Resolver  # noqa: PLC0415

        def aligned(pairs: list[tuple[list[str], str]], **options: bool) -> None:
            for said, source in pairs:
                asked = [Extraction(extraction_class="claim", extraction_text=text) for text in said]
                list(Resolver().align(asked, source, token_offset=0, **options))

        whole = [(texts, article.text)]
        chunks = [([text], _around(article, claim)) for text, (_, claim) in zip(texts, claims, strict=True)]
        measured += [
            ("langextract", 3, lambda: aligned(whole)),
            ("langextract, tuned", 3, lambda: aligned(whole, accept_match_lesser=False)),
            ("langextract, in chunks", 3, lambda: aligned(chunks)),
        ]
    quotes = [[article.sentences[number - 1].text for number in claim["evidence"]] for _, claim in claims]
    misspelt = [[quote[:10] + "#" + quote[11:] for quote in each] for each in quotes]

    def kept(given: list[list[str]]) -> None:
        for each in given:
            peers.keeps.__wrapped__(tuple(each), article.text)

    return [
        *measured,
        ("instructor, true quotes", 20, lambda: kept(quotes)),
        ("instructor, a letter misquoted", 3, lambda: kept(misspelt)),
    ]


def _around(article: Article, claim: dict[str, Any]) -> str:
    start = article.sentences[min(claim["evidence"]) - 1].start
    return article.text[max(0, start - _AROUND) : start + _AROUND]


def _tokens(text: str) -> str:
    if "langextract" not in peers.present():
        return ""
    from langextract.core.tokenizer import tokenize  # noqa: PLC0415 (optional)

    return f", {len(tokenize(text).tokens):,} tokens"


if __name__ == "__main__":
    main()
