"""Names: a capital that stands for a government, acronyms, misspellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.language.names import acronym, forms_of, misspelt, name_words, polities_of, polity_table


@pytest.mark.parametrize(
    ("form", "state"),
    [
        ("Kabul", "Afghanistan"),
        ("Afghan", "Afghanistan"),
        ("the Afghan government", "Afghanistan"),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("the United States", "United States"),
        ("Washington", "United States"),
        ("White House", "United States"),
        ("American", "United States"),
        ("Tehran", "Iran"),
        ("Iranians", "Iran"),
        ("Pakistani", "Pakistan"),
        ("Moscow", "Russia"),
        ("British", "United Kingdom"),
        ("U.K.", "United Kingdom"),
        ("EU", "European Union"),
    ],
)
def test_a_form_stands_for_a_state(form: str, state: str) -> None:
    assert state in polities_of(form)


@pytest.mark.parametrize("form", ["Marellia", "Lindmar", "Taliban", "the", "talks", "Alder Terminals", ""])
def test_other_words_stand_for_none(form: str) -> None:
    assert polities_of(form) == frozenset()


def test_forms_of_a_state_include_capital_and_adjective() -> None:
    assert {"afghanistan", "afghan", "kabul"} <= forms_of("Afghanistan")
    assert "kabul" in forms_of("Afghan government")


def test_forms_of_an_organisation_include_its_acronym() -> None:
    assert {"harbour workers federation", "hwf"} <= forms_of("Harbour Workers’ Federation")
    assert forms_of("Marellia") == {"marellia"}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("European Steel Union", "ESU"),
        ("Council of Lake States", "CLS"),
        ("Marellia", None),
        ("the government", None),
        ("", None),
    ],
)
def test_acronym(name: str, short: str | None) -> None:
    assert acronym(name) == short


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Prime Minister Orla Venn", ["orla", "venn"]),
        ("General Idris Kamwe", ["idris", "kamwe"]),
        ("the Council of Lake States", ["council", "lake", "states"]),
        ("U.S.", ["usa"]),
        ("the government", ["the", "government"]),
    ],
)
def test_name_words(name: str, words: list[str]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("khalilzad", "khalizlad", True),
        ("ferrold", "ferold", True),
        ("marellia", "marelia", True),
        ("baradar", "baradar", True),
        ("iran", "iraq", False),
        ("mali", "bali", False),
        ("corvin", "morvin", False),
        ("austria", "australia", False),
        ("halloran", "holloway", False),
    ],
)
def test_misspelt(one: str, other: str, same: bool) -> None:
    assert misspelt(one, other) is same
    assert misspelt(other, one) is same


@given(st.text(), st.text())
def test_misspelling_is_mutual_and_a_name_is_itself(one: str, other: str) -> None:
    assert misspelt(one, other) == misspelt(other, one)
    assert misspelt(one, one)


@given(st.text())
def test_any_name_is_read(name: str) -> None:
    assert "" not in forms_of(name)
    assert polities_of(name) <= set(polity_table())
