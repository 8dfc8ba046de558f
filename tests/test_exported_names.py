"""The public names are a list that changes on purpose, and importing them is quick."""

import subprocess
import sys
from pathlib import Path

import pytest

import summariser

NAMES = [
    "AnswerCutOff",
    "Article",
    "ArticleError",
    "Claim",
    "ContentFiltered",
    "ContextOverflow",
    "Engine",
    "EngineError",
    "Evidence",
    "Fault",
    "IdentifiedClaim",
    "GoldError",
    "JobError",
    "Model",
    "ModelRefused",
    "NEGOTIATION",
    "Negotiation",
    "NegotiationRecord",
    "NotAnEndpoint",
    "Outcome",
    "Progress",
    "Reading",
    "Record",
    "RequestRefused",
    "ScriptedEngine",
    "SettingsError",
    "Summariser",
    "SummariserError",
    "Task",
    "TaskError",
    "TransportError",
    "Verdict",
    "VerificationFailed",
    "asummarise",
    "asummarise_all",
    "check",
    "read_article",
    "summarise",
    "summarise_all",
    "verify",
]


def test_the_public_names_are_these():
    assert sorted(summariser.__all__) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_had(name):
    assert getattr(summariser, name).__name__ == name if name != "NEGOTIATION" else summariser.NEGOTIATION


def test_type_checkers_see_the_same_names():
    source = Path(summariser.__file__).read_text(encoding="utf-8")
    seen = {line.rpartition(" as ")[2] for line in source.splitlines() if line.startswith("    from summariser.")}
    assert seen == set(NAMES)


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'summariser' has no attribute 'summarize'"):
        summariser.summarize  # noqa: B018


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import summariser", ["openai", "instructor", "pydantic", "jinja2", "trafilatura", "countryinfo"]),
        ("from summariser import summarise, check", ["openai", "instructor", "trafilatura", "genai_prices", "jinja2"]),
    ],
)
def test_importing_is_light(statement, heavy):
    code = f"{statement}; import sys; print(*[name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
