"""News about negotiations in, strict verified records out.

    from datetime import date
    from summariser import Article, summarise

    record = summarise(Article(text, date=date(2026, 3, 4)))
    for proposal in record.proposals:
        print(proposal.status, proposal.content, [evidence.quote for evidence in proposal.evidence])

Names are imported when first used, so that `import summariser` is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summariser.articles.article import Article as Article
    from summariser.articles.reading import read_article as read_article
    from summariser.batch.door import asummarise_all as asummarise_all
    from summariser.batch.door import summarise_all as summarise_all
    from summariser.batch.outcome import Outcome as Outcome
    from summariser.engines.engine import Engine as Engine
    from summariser.engines.engine import Progress as Progress
    from summariser.engines.engine import Reading as Reading
    from summariser.engines.outside import ScriptedEngine as ScriptedEngine
    from summariser.errors import AnswerCutOff as AnswerCutOff
    from summariser.errors import ArticleError as ArticleError
    from summariser.errors import ContentFiltered as ContentFiltered
    from summariser.errors import ContextOverflow as ContextOverflow
    from summariser.errors import EngineError as EngineError
    from summariser.errors import GoldError as GoldError
    from summariser.errors import JobError as JobError
    from summariser.errors import ModelRefused as ModelRefused
    from summariser.errors import NotAnEndpoint as NotAnEndpoint
    from summariser.errors import RequestRefused as RequestRefused
    from summariser.errors import SettingsError as SettingsError
    from summariser.errors import SummariserError as SummariserError
    from summariser.errors import TaskError as TaskError
    from summariser.errors import TransportError as TransportError
    from summariser.errors import VerificationFailed as VerificationFailed
    from summariser.models.claims import Claim as Claim
    from summariser.models.claims import Evidence as Evidence
    from summariser.models.claims import IdentifiedClaim as IdentifiedClaim
    from summariser.models.claims import Model as Model
    from summariser.models.faults import Fault as Fault
    from summariser.models.negotiation import Negotiation as Negotiation
    from summariser.models.record import NegotiationRecord as NegotiationRecord
    from summariser.models.record import Record as Record
    from summariser.pipeline.summariser import Summariser as Summariser
    from summariser.pipeline.summariser import asummarise as asummarise
    from summariser.pipeline.summariser import check as check
    from summariser.pipeline.summariser import summarise as summarise
    from summariser.tasks.negotiation import NEGOTIATION as NEGOTIATION
    from summariser.tasks.task import Task as Task
    from summariser.verification.verdict import Verdict as Verdict
    from summariser.verification.verify import verify as verify

_WHERE = {
    "articles.article": ("Article",),
    "articles.reading": ("read_article",),
    "batch.door": ("asummarise_all", "summarise_all"),
    "batch.outcome": ("Outcome",),
    "engines.engine": ("Engine", "Progress", "Reading"),
    "engines.outside": ("ScriptedEngine",),
    "errors": (
        "AnswerCutOff", "ArticleError", "ContentFiltered", "ContextOverflow", "EngineError", "GoldError", "JobError",
        "ModelRefused", "NotAnEndpoint", "RequestRefused", "SettingsError", "SummariserError", "TaskError",
        "TransportError", "VerificationFailed",
    ),
    "models.claims": ("Claim", "Evidence", "IdentifiedClaim", "Model"),
    "models.faults": ("Fault",),
    "models.negotiation": ("Negotiation",),
    "models.record": ("NegotiationRecord", "Record"),
    "pipeline.summariser": ("Summariser", "asummarise", "check", "summarise"),
    "tasks.negotiation": ("NEGOTIATION",),
    "tasks.task": ("Task",),
    "verification.verdict": ("Verdict",),
    "verification.verify": ("verify",),
}  # fmt: skip
_MODULES = {name: module for module, names in _WHERE.items() for name in names}

__all__ = sorted(_MODULES)  # noqa: PLE0605 (a test holds it against the names above)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'summariser' has no attribute {name!r}")
    return getattr(importlib.import_module(f"summariser.{_MODULES[name]}"), name)
