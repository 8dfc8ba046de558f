"""English is told from other languages by its small words; what is too short to tell passes for it."""

import pytest

from summariser.language.english import seems_english

GERMAN = (
    "Die Regierung von Pellam und die Rebellen der Grauen Küste haben am Montag in Lantz Verhandlungen aufgenommen. "
    "Die Vermittlerin schlug vor, alle Gefangenen binnen 30 Tagen freizulassen."
)


@pytest.mark.parametrize(
    "text",
    [
        GERMAN,
        "De regering van Pellam en de rebellen begonnen maandag met onderhandelingen over een staakt-het-vuren. Het "
        "was de eerste keer in vier jaar.",
        "Le gouvernement de Pellam et les rebelles ont entamé lundi des négociations. On a dit que les rebelles ont "
        "rejeté le plan de la médiatrice.",
        "Переговоры начались в понедельник.",
        "调解人提出停火。",
        "اقترح الوسيط وقف إطلاق النار",
    ],
)
def test_other_languages(text: str) -> None:
    assert not seems_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Pellam and Ruvo agree truce",
        "Pellam offered talks.",
        "Shr 11 cts vs nine cts. Net 105,489 vs 88,929. Revs 2.3 mln vs 2.1 mln. NOTE: includes the gain from tax.",
        "The mediator, Željko Łučić of Škofja, said that talks would resume in Øster with Þóra Guðmundsdóttir.",
        "",
    ],
)
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert seems_english(text)


def test_a_foreign_quotation_in_an_english_article() -> None:
    assert seems_english(f"The paper printed the statement and said that it stands by the wording: {GERMAN}")
