"""Money: what an article will take, learnt from those that were read; what a job will; and a budget that holds."""

from __future__ import annotations

import json
from collections.abc import Callable

from summariser.articles.article import Article
from summariser.batch.job import Job
from summariser.errors import SettingsError
from summariser.models.record import Usage
from summariser.prompting.render import render
from summariser.settings import Settings
from summariser.tasks.task import Task

__all__ = ["Budget", "Expectation", "budget_of", "expectation_of", "price_of"]

_CHARACTERS_PER_TOKEN = 4.0
_WRITTEN_PER_WORD = 1.5
"""Tokens of answer for each word of an article, before anything is known: measured on our own articles."""
_LEAST_WRITTEN, _MOST_WRITTEN = 200.0, 3000.0
_TRUST, _MEMORY = 5, 200
"""The first guess weighs as much as so many answers, and so many are remembered."""

Price = Callable[[float, float], float]
"""US dollars for so many tokens in and out."""


def price_of(settings: Settings) -> Price | None:
    """Return the list price of the model that is configured, None where genai-prices knows none."""
    from summariser.engines.llm.pricing import cost_of  # noqa: PLC0415 (it loads a list of prices)

    million = 1_000_000
    read = cost_of(settings.model, settings.base_url, million, 0, 0)
    written = cost_of(settings.model, settings.base_url, 0, 0, million)
    if read is None or written is None:
        return None
    return lambda tokens_in, tokens_out: (tokens_in * read + tokens_out * written) / million


class Expectation:
    """What an article will take: a guess from its length at first, ever more what the others took.

    `price` is None where there is none; `free` says that nothing is sent at all.
    """

    def __init__(self, task: Task, price: Price | None, *, free: bool = False) -> None:
        self.price, self.free = price, free
        self._overhead = 0 if free else _overhead(task)
        self._read = self._written = 1.0
        self._seen = _TRUST
        self._articles = self._characters = 0

    def tokens(self, characters: int) -> tuple[float, float]:
        """Return the tokens in and out that an article of so many characters will take."""
        if self.free:
            return 0.0, 0.0
        read = (self._overhead + characters) / _CHARACTERS_PER_TOKEN * self._read
        return read, _guessed_answer(characters) * self._written

    def cost(self, characters: int) -> float | None:
        """Return what that costs, in US dollars."""
        if self.free:
            return 0.0
        return self.price(*self.tokens(characters)) if self.price else None

    def learn(self, characters: int, usage: Usage) -> None:
        """Take in what an article took, all its tries together."""
        self._articles += 1
        self._characters += characters
        if self.free or usage.input_tokens is None or usage.output_tokens is None:
            return
        read = (self._overhead + characters) / _CHARACTERS_PER_TOKEN
        self._seen = min(self._seen + 1, _MEMORY)
        self._read += (usage.input_tokens / read - self._read) / self._seen
        self._written += (usage.output_tokens / _guessed_answer(characters) - self._written) / self._seen

    def mean_cost(self, articles: int) -> float | None:
        """Return what so many articles will cost, as long as those that were read; None where that is not known."""
        if self._articles == 0 and not self.free:
            return None
        mean = self._characters // max(1, self._articles)
        cost = self.cost(mean)
        return None if cost is None else cost * articles


class Budget:
    """US dollars that may not be passed. All that is in flight counts as much as the dearest article until now.

    `ceiling` is what an article may cost at most with one try; it counts as long as none has been paid for.
    """

    def __init__(self, dollars: float, spent: float, ceiling: float) -> None:
        self.dollars = dollars
        self.in_flight = 0
        self._spent = spent
        self._dearest = ceiling
        self._known = False

    def reserve(self, expected: float) -> bool:
        """Return whether there is enough left for an article of this expected cost, and count it as in flight."""
        each = max(expected, self._dearest)
        if self._spent + (self.in_flight + 1) * each > self.dollars:
            return False
        self.in_flight += 1
        return True

    def settle(self, cost: float | None) -> None:
        """Say what an article cost that was in flight; None where that is not known, 0 where nothing was sent."""
        self.in_flight -= 1
        self._spent += self._dearest if cost is None else cost
        if cost:
            self._dearest = max(cost, self._dearest) if self._known else cost
            self._known = True


def expectation_of(job: Job, task: Task, settings: Settings | None) -> Expectation:
    """Return what an article of a job will take, taught by its latest answers; nothing where no model is asked."""
    if settings is None:
        return Expectation(task, None, free=True)
    expectation = Expectation(task, price_of(settings))
    latest = job.rows(
        "SELECT length(text), input_tokens, output_tokens FROM attempts JOIN articles ON articles.id = article_id "
        "WHERE NOT cached ORDER BY attempts.id DESC LIMIT 200"
    )
    for characters, read, written in list(latest)[::-1]:
        expectation.learn(characters, Usage(input_tokens=read, output_tokens=written))
    return expectation


def budget_of(dollars: float, spent: float, expectation: Expectation, settings: Settings | None) -> Budget:
    """Return the budget. Raises SettingsError where no price is known, so that it could not be kept."""
    if expectation.free or settings is None:
        return Budget(dollars, spent, 0.0)
    if expectation.price is None:
        raise SettingsError(
            f"--budget cannot be kept: no price is known for the model {settings.model!r}; use --limit instead"
        )
    return Budget(dollars, spent, expectation.price(0, settings.max_completion_tokens))


def _overhead(task: Task) -> int:
    """Return the characters that go with each article: the system message, and the schema, which endpoints count."""
    prompt = render(Article("x"), task)
    return sum(len(message["content"]) for message in prompt.messages) + len(json.dumps(task.draft_schema))


def _guessed_answer(characters: int) -> float:
    words = characters / 6
    return min(_MOST_WRITTEN, max(_LEAST_WRITTEN, words * _WRITTEN_PER_WORD))
