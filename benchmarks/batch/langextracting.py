"""langextract over the same articles, against the same server, through its public API; the extra `peers` installs it.

It asks for quotes where ours asks for sentence numbers, so the server gives it claims as quotes that stand in the text
to the letter. All else is in its favour: fewer claims, one request an article (by default a text of this length makes
three, and takes more time), as many at once as ours, a short description instead of our whole prompt, and nothing is
stored.
"""

from __future__ import annotations

import time
from importlib.util import find_spec

from benchmarks.batch.server import QUOTING
from summariser.articles.article import Article

__all__ = ["ABSENT", "langextracted"]

ABSENT = (
    None
    if find_spec("langextract")
    else "langextract is not installed: pip install 'summariser[peers]' to have it beside ours"
)
"""What to say where it cannot be measured."""

_ASKED = (
    "Extract the parties of the negotiation, their proposals, conditions and events, in the order in which they appear."
)
_EXAMPLE = "The crews' union asked for 4 per cent. The line will answer on Monday if the night crossing is kept."
_EXAMPLES = (
    ("party", "crews' union", {"kind": "trade_union"}),
    ("proposal", "asked for 4 per cent", {"status": "proposed"}),
    ("event", "The line will answer on Monday", {"kind": "statement"}),
    ("condition", "if the night crossing is kept", {"kind": "precondition"}),
)


async def langextracted(url: str, given: list[Article], at_once: int, started: list[float], busy: list[float]) -> int:
    """Return how many of the articles it found something in."""
    import langextract  # noqa: PLC0415 (optional)

    data = langextract.data
    extractions = [data.Extraction(name, text, attributes=known) for name, text, known in _EXAMPLES]
    examples = [data.ExampleData(text=_EXAMPLE, extractions=extractions)]
    access = {"base_url": url, "api_key": "none", "max_workers": at_once, "temperature": 0}
    config = langextract.factory.ModelConfig(model_id=QUOTING, provider="openai", provider_kwargs=access)
    model = langextract.factory.create_model(config, examples=examples, use_schema_constraints=True)
    documents = [data.Document(text=article.text, document_id=article.id) for article in given]
    started.append(time.perf_counter())
    busy.append(time.process_time())
    annotated = langextract.extract(
        documents,
        _ASKED,
        examples,
        model=model,
        use_schema_constraints=False,  # they are in the model
        max_char_buffer=max(len(article.text) for article in given),
        batch_length=at_once,
        max_workers=at_once,
        show_progress=False,
    )
    return sum(bool(document.extractions) for document in annotated)
