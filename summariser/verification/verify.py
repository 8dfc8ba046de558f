"""Verification of one answer: parse, validate, walk, and the task's checks of the whole draft."""

from __future__ import annotations

from dataclasses import replace

from summariser.articles.article import Article
from summariser.models.claims import Model
from summariser.models.faults import Fault
from summariser.tasks.task import Task
from summariser.verification.answer import parse_object, validate
from summariser.verification.index import ArticleIndex
from summariser.verification.verdict import Verdict
from summariser.verification.walk import walk

__all__ = ["find_faults", "verify"]


def verify(raw: str, article: Article, task: Task) -> Verdict:
    """Return what is wrong with `raw`, an engine's answer to `task` about `article`, and the draft that it is.

    Pure: no network, no clock, and never an exception, whatever the answer holds.
    """
    value, faults = parse_object(raw)
    if value is None:
        return Verdict(raw, None, tuple(faults))
    draft, faults = validate(value, task.draft)
    if draft is None:
        return Verdict(raw, None, tuple(faults))
    found = find_faults(draft, ArticleIndex(article), task)
    return Verdict(
        raw,
        draft,
        faults=tuple(fault for fault in found if not fault.doubt),
        doubts=tuple(fault for fault in found if fault.doubt),
    )


def find_faults(draft: Model, article: ArticleIndex, task: Task) -> list[Fault]:
    """Return the faults of a draft of the right form, doubts among them; for a strict task they are faults as well."""
    walked = walk(draft, article, claims=task.is_on_topic(draft))
    checked = (fault for check in task.checks for fault in check(draft))
    found = list(dict.fromkeys([*walked, *checked]))
    return [replace(fault, doubt=False) for fault in found] if task.strict else found
