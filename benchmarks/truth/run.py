"""Gold records, true and with falsehoods, through verification."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from benchmarks.truth.cases import Case
from benchmarks.truth.gold import Entry, Told
from summariser.models.faults import Fault
from summariser.pipeline.corroboration import with_second_reading
from summariser.tasks.negotiation import NEGOTIATION
from summariser.tasks.task import Task
from summariser.verification.verify import verify

__all__ = ["Judged", "faults_of", "judge", "judge_truths", "lies_on"]


@dataclass(frozen=True)
class Judged:
    """A case, or a true claim where `case` is None, and the faults that lie on its claim."""

    claim: Told
    faults: tuple[Fault, ...]
    case: Case | None = None

    @property
    def refused(self) -> bool:
        return bool(self.faults)


def judge_truths(entries: list[Entry], task: Task = NEGOTIATION) -> list[Judged]:
    """Return each claim of the untouched records with the faults that lie on it."""
    judged = []
    for entry in entries:
        faults = faults_of(entry.answer, entry, task)
        for claim in entry.claims:
            judged.append(Judged(claim, tuple(fault for fault in faults if lies_on(claim.path, fault))))
    return judged


def judge(cases: list[Case], entries: list[Entry], task: Task = NEGOTIATION) -> list[Judged]:
    """Return each case with the faults that its falsehood brings upon its claim.

    With a second reading it is all faults of its claim: what nobody else read does not pass, for whatever reason.
    """
    untouched = [] if task.corroborated else entries
    before = {entry.slug: set(faults_of(entry.answer, entry, task)) for entry in untouched}
    judged = []
    for case in cases:
        faults = faults_of(case.answer, case.entry, task)
        its_own = (fault for fault in faults if lies_on(case.falsehood.path, fault))
        judged.append(
            Judged(case.claim, tuple(fault for fault in its_own if fault not in before.get(case.entry.slug, ())), case)
        )
    return judged


def faults_of(answer: dict[str, Any], entry: Entry, task: Task = NEGOTIATION) -> tuple[Fault, ...]:
    """Return what verification refuses in a record, as the answer of a model; doubts only where the task is strict."""
    if task.corroborated:
        task = with_second_reading(task, entry.article)
    verdict = verify(json.dumps(answer, ensure_ascii=False), entry.article, task)
    if verdict.draft is None:
        raise AssertionError(f"{entry.slug}: the record has a wrong form: {'; '.join(map(str, verdict.faults))}")
    return verdict.faults


def lies_on(path: str, fault: Fault) -> bool:
    """Whether a fault lies on the claim at `path` or on anything in it."""
    return fault.path == path or fault.path.startswith((f"{path}.", f"{path}["))
