"""Sentences: where they end in news text, and offsets that are exact on any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.articles.sentences import split_sentences

ROOT = Path(__file__).parents[2]
ARTICLES = [*(ROOT / "examples").glob("*.txt"), *(ROOT / "tests/data/articles").glob("*.txt")]

# Each list is a text, joined by single spaces, and the sentences that it has.
CASES = {
    "dateline": ["ESKBY, Norrund, April 22 - Marellia accepted the plan on Tuesday.", "Tovenia rejected it."],
    "agency in the dateline": ["LINDMAR (Reuters) - Talks resume.", "Nobody is late."],
    "abbreviated country at the end": ["The envoy flew to the U.S.", "He returned on Monday."],
    "abbreviated country inside": ["The U.S. Treasury agreed with U.K. officials.", "Others did not."],
    "capital after every stop": ["It sold 60 billion U.S. Dlrs of bonds.", "The U.S. And Brenn differ."],
    "titles": ["Mr. Venn met Dr. Oru and Gen. Kamwe.", "Gov. Asaro and Sen. Maak stayed away."],
    "initials": ["Chairman J. David Tarrant and Samuel J. Heyl signed.", "Nobody else did."],
    "numbered items": ["Point No. 3 fell.", "Nos. 4 and 5 stood."],
    "months": ["They meet on Oct. 3 and Nov. 28.", "In Sept. they did not."],
    "hour before a word": ["Blasting ends at 6 p.m. on weekdays.", "It begins at 8 a.m. Monday."],
    "hour at the end": ["Blasting ends at 6 p.m.", "The company wants 9 p.m.", "Nobody agreed."],
    "hour with its zone": ["It opened at 4:40 p.m. ET and closed at 5 p.m. New York time.", "Nobody came."],
    "decimals and money": ["The offer is worth $3.4bn, or 2.5 pct.", "It rose to 14.50 crowns."],
    "attribution after a quotation": ['"We can sign," she said.', '"Can they?" he asked.', "Nobody knew."],
    "quotation of two sentences": ['"Price is one matter. The brewery is another," he said.', "Talks go on."],
    "quotation at the end": ['He said: "We do not trade."', "She agreed."],
    "curly quotations": ["“It’s a start,” he said.", "‘No more,’ she said.", "They left."],
    "questions and cries": ["Who pays?", "Nobody!", "So they say."],
    "brackets": ["They met in Lindmar (the capital).", "(Reporting by A. Maak.)", "Talks go on."],
    "stop outside a quotation": ['She called it an "excellent job".', "Others did not."],
    "ellipsis": ["“It’s a start,” he said…", "The council wants more."],
    "company": ["Stonebridge Inc. and Halloran Co. agreed.", "Baral Ltd. did not."],
}


@pytest.mark.parametrize("name", CASES)
def test_where_sentences_end(name: str) -> None:
    assert [sentence.text for sentence in split_sentences(" ".join(CASES[name]))] == CASES[name]


def test_a_quotation_mark_stays_on_its_own_side() -> None:
    text = 'He said: "They must pay." "We will not," she said. And so on.'
    assert all(sentence.text.count('"') % 2 == 0 for sentence in split_sentences(text))


@pytest.mark.parametrize("mark", ['"', "“"])
def test_a_very_long_quotation_is_cut_inside(mark: str) -> None:
    text = f"{mark}{'We have said for years that nobody can promise rain to a neighbour. ' * 8}Nobody,{mark} he said."
    assert len(split_sentences(text)) == 9


def test_lines_are_sentences_of_their_own() -> None:
    text = "SECOND ROUND\n\nTalks resume on Monday\n- pay\n- hours\n\nBy Ruth Arvel\nNobody is late."
    assert [sentence.text for sentence in split_sentences(text)] == [
        "SECOND ROUND", "Talks resume on Monday", "- pay", "- hours", "By Ruth Arvel", "Nobody is late.",
    ]  # fmt: skip


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_before() -> None:
    text = "The club met\n \n agents of the player.\nThe end."
    assert [sentence.text for sentence in split_sentences(text)] == [
        "The club met\n \n agents of the player.",
        "The end.",
    ]


WIRE = """VANILLA EXPORTERS FAIL TO EXTEND PACT
    LANDING BAY, Nov 6 - Vanilla exporters failed on Thursday to
extend a pact on export quotas that expires at the end of the
year, delegates said. They will try again in early December when
the executive board meets.
    The nine members could not agree on how to share a ceiling of
4,800 tonnes. Grand Calette asked for 41 pct, up from 36 pct, and
three smaller members said they would leave.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_wires_are_read_by_paragraph(newline: str) -> None:
    sentences = split_sentences(WIRE.replace("\n", newline))
    assert [sentence.text.split()[0] for sentence in sentences] == ["VANILLA", "LANDING", "They", "The", "Grand"]
    assert sentences[1].text.endswith("delegates said.")


def test_hard_wrapped_paragraphs_may_stand_apart() -> None:
    sentences = split_sentences(WIRE.replace("    ", "\n"))
    assert [sentence.text.split()[0] for sentence in sentences] == ["VANILLA", "LANDING", "They", "The", "Grand"]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_our_articles_split_cleanly(path: Path) -> None:
    text = path.read_bytes().decode()
    sentences = split_sentences(text)
    assert all(sentence.text[-1] in '.?!…"”' and not sentence.text[0].islower() for sentence in sentences)
    left_over = set(text) - set("".join(sentence.text for sentence in sentences))
    assert left_over <= set("\r\n")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "—", '"', "🙂"])
def test_text_without_words_has_no_sentences(text: str) -> None:
    assert split_sentences(text) == ()


PIECES = [
    *'Talks resume.|No|he said|U.S.|6 p.m.|Mr.|J.|No. 3|?|!|…|"|“|”|(|)| |  |a|I|é|中文。|عربي|3.5|🙂|👩‍🚒|🇳🇴'.split(
        "|"
    ),
    *("\n", "\r\n", "\n\n", "\t", "\u00a0", "\u2028", "\u0085", "\u00ad", "\u200f", "\u202b", "e\u0301", "x" * 70),
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@given(TEXTS)
def test_offsets_slice_back(text: str) -> None:
    for sentence in split_sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip()
        assert sentence.text


@pytest.mark.parametrize("blank", ["\u00a0", "\u0085", "\u2009", "\u2028", "\u202f", "\u3000"])
def test_a_wide_blank_before_a_full_stop_does_no_harm(blank: str) -> None:
    text = f"He backed plan A{blank}. Then he left."
    assert [sentence.text for sentence in split_sentences(text)] == [f"He backed plan A{blank}.", "Then he left."]


@given(TEXTS)
def test_sentences_are_in_order_and_apart(text: str) -> None:
    sentences = split_sentences(text)
    assert [sentence.number for sentence in sentences] == list(range(1, len(sentences) + 1))
    assert all(one.end <= other.start for one, other in pairwise(sentences))


@given(TEXTS)
def test_no_letter_or_digit_is_left_out(text: str) -> None:
    inside = "".join(sentence.text for sentence in split_sentences(text))
    assert [char for char in text if char.isalnum()] == [char for char in inside if char.isalnum()]
