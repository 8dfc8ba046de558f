"""One article through the cache, the engine and verification to its outcome, whatever goes wrong on the way."""

from __future__ import annotations

from dataclasses import replace

from summariser.articles.article import Article
from summariser.batch.answers import Answer, Answers, context_of, key_of
from summariser.batch.identity import Identity
from summariser.batch.outcome import Outcome
from summariser.engines.engine import Reading
from summariser.engines.outside import given_reading
from summariser.errors import ArticleError, EngineError
from summariser.pipeline.summariser import Summariser
from summariser.prompting.render import prompt_identity
from summariser.settings import Settings

__all__ = ["Reader", "identity_of", "settings_of"]


def settings_of(summariser: Summariser) -> Settings | None:
    """Return the settings of an engine that asks a model, None for one that asks none."""
    settings = getattr(summariser.engine, "settings", None)
    return settings if isinstance(settings, Settings) else None


def identity_of(summariser: Summariser) -> Identity:
    """Return what answers, and what shapes the answers: by it a job knows its own, and the cache an answer."""
    settings = settings_of(summariser)
    kept = {"keep_verified": summariser.keeps_what_holds}
    if settings is None:
        return Identity(summariser.engine.name, parameters=kept)
    names = ("mode", "temperature", "seed", "max_completion_tokens", "tries")
    shaping = {name: getattr(settings, name) for name in names}
    if settings.hints != "none":  # jobs that were begun before there were hints know nothing of them
        shaping["hints"] = settings.hints
    return Identity(summariser.engine.name, settings.model, prompt_identity(summariser.task)[1], {**shaping, **kept})


class Reader:
    """Reads articles, many at once. `answers` is the cache, used for engines that ask a model."""

    def __init__(self, summariser: Summariser, answers: Answers | None = None) -> None:
        self._summariser = summariser
        settings = settings_of(summariser)
        self._answers = answers if settings else None
        self._fresh: list[tuple[bytes, Answer]] = []
        if self._answers and settings:
            self._context = context_of(summariser.task, identity_of(summariser), settings.base_url)

    async def read(self, article: Article) -> Outcome:
        """Return the outcome. Raises what would befall every article alike: SettingsError, TaskError, JobError."""
        key = key_of(article, self._context) if self._answers else b""
        kept = self._kept(article, key)
        try:
            if kept is not None:
                return Outcome(article, self._summariser.record_of(kept, article), cached=True)
            reading = await self._summariser.read(article)
            if self._answers and reading.verdict.holds:
                usage = reading.usage
                answer = Answer(reading.verdict.raw, reading.model, usage.input_tokens, usage.output_tokens)
                self._fresh.append((key, answer))
            return Outcome(article, self._summariser.record_of(reading, article))
        except (EngineError, ArticleError) as error:
            return Outcome(article, error=error, cached=kept is not None)

    def is_kept(self, article: Article) -> bool:
        """Return whether the cache has an answer for the article."""
        return self._answers is not None and self._answers.get(key_of(article, self._context)) is not None

    def take_fresh(self) -> list[tuple[bytes, Answer]]:
        """Return the answers that came since the last time, for the cache."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def _kept(self, article: Article, key: bytes) -> Reading | None:
        """Return the reading that the cached answer is, None where there is none, or none that holds today."""
        answer = self._answers.get(key) if self._answers else None
        if answer is None:
            return None
        reading = given_reading(answer.raw, article, self._summariser.task)
        if not reading.verdict.holds:
            return None
        prompt, digest = prompt_identity(self._summariser.task)
        return replace(reading, model=answer.model, prompt=prompt, prompt_digest=digest)
