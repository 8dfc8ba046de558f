"""docs/vocabularies.md explains every word of the vocabularies, and maps them as the code does."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import get_args

import pytest

from summariser.language.dates import resolve
from summariser.models import vocabularies
from summariser.models.vocabularies import PLOVER, Stage, pax_stage

PAGE = (Path(__file__).parent.parent / "docs/vocabularies.md").read_text(encoding="utf-8")
LISTS = {
    name: get_args(getattr(vocabularies, name))
    for name in vocabularies.__all__
    if name[0].isupper() and name != "PLOVER"
}


def rows(heading: str) -> dict[str, list[str]]:
    """Return the cells of the first table under a heading, by its first cell."""
    section = re.split(r"^#+ ", PAGE.split(heading, 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("|")
    ]
    return {first.strip("`"): rest for first, *rest in lines[2:]}


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("PartyKind", "## Parties"),
        ("PartyRole", "### `roles`"),
        ("Issue", "### `issue`"),
        ("ProposalStatus", "### `status`"),
        ("Answer", "### `answer`"),
        ("ConditionKind", "## Conditions"),
        ("ConditionState", "### `state`"),
        ("Stage", "### `stage`"),
        ("Direction", "### `direction`"),
        ("EventKind", "## Events"),
        ("Factuality", "### `factuality`"),
        ("Certainty", "## `certainty`"),
    ],
)
def test_every_word_is_explained(name: str, heading: str) -> None:
    if heading in {"## Parties", "## Conditions", "## Events"}:
        heading = PAGE[PAGE.index(heading) :].split("### `kind`", 1)[0] + "### `kind`"
    assert list(rows(heading)) == list(LISTS[name])


def test_every_vocabulary_is_checked_here() -> None:
    assert len(LISTS) == 12


def test_plover_types_are_those_of_the_code() -> None:
    heading = PAGE[: PAGE.index("### `factuality`")].rpartition("### `kind`")
    table = rows(heading[0] + heading[1])
    assert {kind: cells[-1] for kind, cells in table.items()} == {
        kind: plover or "–" for kind, plover in PLOVER.items()
    }


def test_pax_stages_are_those_of_the_code() -> None:
    for stage, cells in rows("### `stage`").items():
        assert cells[-1].strip("`") == (pax_stage(stage, set()) or cells[-1].strip("`"))  # type: ignore[arg-type]
        assert ("Cea" in cells[-1]) == (pax_stage(stage, {"ceasefire"}) == "Cea")  # type: ignore[arg-type]
    assert pax_stage("signed", {"ceasefire", "territory"}) is None
    assert {pax_stage(stage, set()) for stage in get_args(Stage)} == {None, "Pre", "Imp"}


def test_dates_mean_what_the_page_says() -> None:
    table = rows("## Dates")
    assert len(table) > 10
    for words, (published, edtf) in table.items():
        day = None if published == "unknown" else datetime.date.fromisoformat(published)
        assert (resolve(words, day) or "null") == edtf.split(":")[0].strip("`"), words
