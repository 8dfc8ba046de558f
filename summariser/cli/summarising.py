"""`summariser summarise` and `summariser check`: articles in, records out."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.articles.article import Article
from summariser.articles.reading import read_text
from summariser.cli.faults import tell
from summariser.cli.options import Given, Wanted, standard_input
from summariser.cli.output import remark, rendered, write
from summariser.cli.progress import watching
from summariser.errors import ArticleError, EngineError
from summariser.models.record import Record
from summariser.pipeline.summariser import Summariser, check
from summariser.tasks.loading import load_task
from summariser.tasks.task import Task

__all__ = ["check_answer", "remark_on_rules", "summarise_all", "summariser_of"]

_NO_MODEL = (
    "no model is configured, so the built-in rules read the {what}: quick and free, but they see less. To have a "
    "language model read {it}, set SUMMARISER_MODEL, with OPENAI_API_KEY or OPENAI_BASE_URL; then run: "
    "summariser doctor"
)


def summarise_all(sources: Sequence[str], engine: str, summariser: Summariser, given: Given, wanted: Wanted) -> int:
    """Write the record of each source and return the exit code: 3 where some failed and some did not.

    Raises ArticleError and EngineError where there is one source, and it fails.
    """
    if len(sources) == 1:
        article = given.read(sources[0])
        record = _summarise(article, summariser, wanted)
        if not wanted.quiet:
            remark_on_rules(engine, summariser)
        write(rendered(record, article, wanted), wanted.output)
        return 0
    if not wanted.quiet:
        remark_on_rules(engine, summariser)
    results: list[str] = []
    for source in sources:
        try:
            article = given.read(source)
            record = _summarise(article, summariser, wanted)
        except (ArticleError, EngineError) as error:
            tell(error, source)
            continue
        result = rendered(record, article, wanted, one_of_many=True)
        result = result if wanted.format == "json" or not results else f"\n{result}"
        results.append(result)
        if wanted.output is None:
            write(result)
    if results and wanted.output is not None:
        write("".join(results), wanted.output)
    return 0 if len(results) == len(sources) else 3 if results else 1


def remark_on_rules(engine: str, summariser: Summariser, *, many: bool = False) -> None:
    """Say that the rules read, where nobody has asked for them: no model is configured."""
    if engine == "auto" and summariser.engine.name == "rules":
        what, it = ("articles", "them") if many else ("article", "it")
        remark(_NO_MODEL.format(what=what, it=it))


def _summarise(article: Article, summariser: Summariser, wanted: Wanted) -> Record:
    with watching(quiet=wanted.quiet) as watch:
        return summariser.summarise(article, watch=watch)


def summariser_of(engine: str, task: str, *, keep_verified: bool, strict: bool, corroborated: bool) -> Summariser:
    """Return the summariser that the options name. Raises SettingsError and TaskError."""
    wanted = load_task(task, strict=strict, corroborated=corroborated)
    return Summariser(engine, task=wanted, keep_verified=keep_verified)


def check_answer(answer: str, source: str, task: Task, *, keep_verified: bool, given: Given, wanted: Wanted) -> None:
    """Write the record that the answer in the file `answer` makes of the article at `source`."""
    article = given.read(source)
    text = read_text(answer, stdin=standard_input())
    record = check(text, article, task=task, keep_verified=keep_verified)
    write(rendered(record, article, wanted), wanted.output)
