"""Settings: what the environment says, and what is said of a bad value."""

import os
import sys
from pathlib import Path

import pytest

from summariser.errors import SettingsError
from summariser.settings import KEYRING_USER, VARIABLES, Settings

KEY = "sk-test-0123456789abcdef"


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("SUMMARISER_", "OPENAI_")):
            monkeypatch.delenv(name)


def test_without_a_model_there_is_none() -> None:
    assert Settings.from_environment().model is None


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "OPENAI_BASE_URL": "http://127.0.0.1:8080/v1/",
        "OPENAI_API_KEY": f"{KEY}\n",
        "SUMMARISER_MODEL": "small",
        "SUMMARISER_MODE": "tools",
        "SUMMARISER_TIMEOUT": "2.5",
        "SUMMARISER_TRIES": "5",
        "SUMMARISER_SEED": "none",
    }.items():
        monkeypatch.setenv(name, value)
    settings = Settings.from_environment()
    assert settings == Settings(
        base_url="http://127.0.0.1:8080/v1", api_key=KEY, model="small", mode="tools", timeout=2.5, tries=5, seed=None
    )


def test_an_override_comes_first_and_none_is_no_override(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARISER_MODEL", "small")
    monkeypatch.setenv("SUMMARISER_TRIES", "nonsense")
    settings = Settings.from_environment(model=None, tries="7")
    assert (settings.model, settings.tries) == ("small", 7)


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARISER_MODEL", " ")
    assert not Settings.from_environment().has_model


def test_an_override_that_is_no_setting_is_a_mistake_in_the_code() -> None:
    with pytest.raises(TypeError, match="no such setting: colour"):
        Settings.from_environment(colour="red")


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("OPENAI_BASE_URL", "localhost:8080", "'localhost:8080'; expected an address like"),
        ("OPENAI_BASE_URL", "http://localhost:x/v1", "no address"),
        ("OPENAI_BASE_URL", "http://h/v1/chat/completions", "leave /chat/completions off"),
        ("SUMMARISER_MODE", "yaml", "'yaml'; expected one of json_schema, tools, json"),
        ("SUMMARISER_TIMEOUT", "soon", "'soon'; expected a number"),
        ("SUMMARISER_TIMEOUT", "0", "0.0; expected more than 0"),
        ("SUMMARISER_TIMEOUT", "nan", "nan; expected more than 0"),
        ("SUMMARISER_READ_TIMEOUT", "-1", "-1.0; expected more than 0"),
        ("SUMMARISER_TRIES", "1.5", "'1.5'; expected a whole number"),
        ("SUMMARISER_TRIES", "0", "0; expected at least 1"),
        ("SUMMARISER_TEMPERATURE", "3", "3.0; expected at least 0 and at most 2"),
        ("SUMMARISER_SEED", "lucky", "'lucky'; expected a whole number or none"),
        ("SUMMARISER_MAX_COMPLETION_TOKENS", "0", "0; expected at least 1"),
        ("SUMMARISER_TRANSPORT_RETRIES", "-1", "-1; expected at least 0"),
        ("SUMMARISER_LONGEST_WAIT", "-1", "-1.0; expected at least 0"),
    ],
)
def test_a_bad_value_is_named_with_what_was_expected(
    variable: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment()
    assert variable in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "url", [f"http://user:{KEY}@host/v1", f"http://host/v1?key={KEY}", f"http://u:{KEY}:x@host:y/"]
)
def test_an_address_with_a_secret_is_refused_without_printing_it(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(base_url=url)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("key", [f"{KEY} {KEY}", f"{KEY}ü", f"{KEY}\x00"])
def test_a_key_that_no_header_can_carry_is_refused_without_printing_it(key: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(api_key=key)
    assert KEY not in str(caught.value)


def test_the_key_is_left_out_of_repr() -> None:
    assert KEY not in repr(Settings(api_key=KEY))


def test_the_key_is_hidden_in_words_but_a_stand_in_is_not() -> None:
    assert Settings(api_key=KEY).hide_key(f"bad key {KEY}!") == "bad key [key]!"
    assert Settings(api_key="none").hide_key("none of these") == "none of these"


def test_every_variable_is_documented() -> None:
    documented = sys.modules[Settings.__module__].__doc__ or ""
    assert [name for name in VARIABLES.values() if name not in documented] == []


KEYRING = f"""
class errors:
    class KeyringError(Exception):
        pass

def get_password(service, user):
    if service == "locked":
        raise errors.KeyringError("it is locked")
    return {KEY!r} if (service, user) == ("desk", {KEYRING_USER!r}) else None
"""


@pytest.fixture
def keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "keyring.py").write_text(KEYRING)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "keyring", raising=False)


@pytest.mark.usefixtures("keyring")
def test_the_key_may_come_from_a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARISER_KEYRING", "desk")
    assert Settings.from_environment().api_key == KEY


@pytest.mark.usefixtures("keyring")
def test_a_key_in_the_environment_comes_before_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARISER_KEYRING", "locked")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another-key")
    assert Settings.from_environment().api_key == "sk-another-key"


@pytest.mark.usefixtures("keyring")
@pytest.mark.parametrize(
    ("service", "said"), [("attic", "keyring set attic OPENAI_API_KEY"), ("locked", "it is locked")]
)
def test_a_keyring_without_the_key_says_what_to_do(service: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARISER_KEYRING", service)
    with pytest.raises(SettingsError, match=said):
        Settings.from_environment()


def test_a_keyring_that_is_not_installed_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setenv("SUMMARISER_KEYRING", "desk")
    with pytest.raises(SettingsError, match="pip install keyring"):
        Settings.from_environment()
