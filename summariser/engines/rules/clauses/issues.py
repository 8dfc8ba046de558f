"""Issues: what a text is about, by the words of tables/data/issues.tsv."""

from __future__ import annotations

from collections.abc import Iterator

from summariser.engines.rules.clauses.marking import Line
from summariser.engines.rules.tables.alternatives import any_of
from summariser.engines.rules.tables.lexicon import rows
from summariser.engines.rules.tables.lookup import Sought

__all__ = ["issue_of", "issues_in"]

_WORDS = {issue: [word.strip() for word in listed.split(";")] for issue, listed in rows("issues")}
_RANK = {issue: rank for rank, issue in enumerate(_WORDS)}
_ALL = [word for listed in _WORDS.values() for word in listed]
_GROUPS = "|".join(rf"(?P<{issue}>{any_of(listed)}\b)" for issue, listed in _WORDS.items())
# Whether any word stands in a place is soon told; only then the issues are tried one by one.
_ISSUE = Sought(rf"\b(?={any_of(_ALL)}\b)(?:{_GROUPS})", "|".join(_ALL))


def issues_in(line: Line) -> Iterator[str]:
    """Yield every issue that a sentence has a word of, as often as it has one."""
    return (str(match.lastgroup) for match in line.finditer(_ISSUE))


def issue_of(text: str) -> str | None:
    """Return what `text` is about: of the issues whose words it has, the first of tables/data/issues.tsv; or None."""
    found = {str(match.lastgroup) for match in _ISSUE.pattern.finditer(text.lower())}
    return min(found, key=_RANK.__getitem__, default=None)
