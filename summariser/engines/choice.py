"""Which engine reads: the one that is asked for, or the best that is configured."""

from __future__ import annotations

from summariser.engines.engine import Engine
from summariser.errors import SettingsError
from summariser.settings import Settings

__all__ = ["ENGINES", "choose_engine"]

ENGINES = ("auto", "llm", "rules")


def choose_engine(name: str = "auto", settings: Settings | None = None) -> Engine:
    """Return the engine called `name`; "auto" is `llm` where a model is configured, else `rules`.

    Raises SettingsError for a name that is none, and for `llm` without a model.
    """
    if name not in ENGINES:
        raise SettingsError(f"no engine {name!r}; there are {', '.join(ENGINES)}")
    settings = settings or Settings.from_environment()
    if name == "llm" or (name == "auto" and settings.model):
        from summariser.engines.llm.engine import LlmEngine  # noqa: PLC0415 (importing openai takes a second)

        return LlmEngine(settings, first=_rules() if settings.hints == "rules" else None)
    return _rules()


def _rules() -> Engine:
    from summariser.engines.rules.engine import RulesEngine  # noqa: PLC0415 (its lexicons are read on import of need)

    return RulesEngine()
