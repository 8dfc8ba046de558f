"""Headline and overview, taken from the title and the sentences."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.articles.article import Article
from summariser.articles.sentences import Sentence
from summariser.engines.rules.claims.headline import headline_of
from summariser.engines.rules.clauses.deeds import words_at_most
from summariser.engines.rules.tables.lexicon import words
from summariser.engines.rules.tables.lookup import Sought
from summariser.engines.rules.text.wording import Wording
from summariser.models.negotiation import Summary

__all__ = ["summary_of"]

_PROCESS = Sought(
    rf"(?<![\w-])(?:(?:[A-Z][a-z]+(?:an|ish|ese|ch|[^f]i) )?{words('peace_process')}"
    rf"|intra-[A-Z]\w+ (?:dialogue|talks)|{words('talks_about')})\b",
    marked=False,
)


def summary_of(
    article: Article, wordings: Sequence[Wording], telling: tuple[int, ...], is_negotiation: bool
) -> Summary:
    """Return the summary; `telling` are the numbers of the sentences that the overview is made of, best first."""
    sentences = [wording.sentence for wording in wordings]
    first = " ".join(sentences[0].text.split())
    title = " ".join(article.title.split()) if article.title and article.title.strip() else ""
    opening = _opening(sentences)
    chosen = sorted({opening, *(number for number in telling[:2] if number > opening)}) if is_negotiation else [opening]
    text = ""
    for number in chosen:
        sentence = " ".join(sentences[number - 1].text.split())
        if len(f"{text} {sentence}".split()) <= 80:
            text = f"{text} {sentence}".strip()
    named = is_negotiation and any(wording.has_words_for(_PROCESS) for wording in wordings)
    process = _PROCESS.pattern.search(article.text) if named else None
    return Summary(
        headline=words_at_most(title, 20) if any(map(str.isalnum, title)) else headline_of(first),
        overview=text or words_at_most(first, 80),
        process=" ".join(process[0].split()) if process else None,
        other_processes=[],
        is_negotiation=is_negotiation,
    )


def _opening(sentences: Sequence[Sentence]) -> int:
    """Return the number of the first sentence that is one: a headline above the text ends without a full stop."""
    return 2 if len(sentences) > 1 and sentences[0].text.rstrip()[-1:].isalnum() else 1
