"""Wire copies are the same story; other stories about the same talks are not."""

import random

import pytest

from summariser.batch.duplicates import is_copy, sketch_of

STORY = """The quarry at Greyfell will stop blasting at night if the county pays for a new screen, its owner said.
The offer came after nine weeks of talks in which neither side had moved. Villagers want the blasting to end for good.
"We can live with lorries, but not with explosions at three in the morning," said their speaker, Odile Marchetti.
The county had asked for a report on dust by the end of the month. The owner called that deadline impossible to meet.
Both sides agreed to meet again at the town hall, with an engineer from the mining school as chair. No date was given.
The quarry employs 140 people and has worked the hill since the war. Its licence runs out in eleven months.
A petition against renewing it was signed by half of the parish. The owner says that closing would ruin the valley.
Two earlier rounds broke down over who should pay for cracked walls. An insurer has since taken over those claims."""
OTHER = """Villagers below Greyfell turned down the quarry owner's offer on Friday and called for a court to decide.
Their speaker, Odile Marchetti, said that a screen would not stop walls from cracking. The county regretted the step.
The quarry employs 140 people and has worked the hill since the war. Its licence runs out in eleven months.
A petition against renewing it was signed by half of the parish. The owner says that closing would ruin the valley.
Two earlier rounds broke down over who should pay for cracked walls. An insurer has since taken over those claims."""


def found(text: str, other: str) -> bool:
    """Return whether one would be found as a copy of the other: by a band, by its bins, and by its wording."""
    one, two = sketch_of(text), sketch_of(other)
    return bool(set(one.bands) & set(two.bands)) and one.resembles(two.bins) and is_copy(text, other)


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        f"GREYFELL (Northern Wire) - {STORY}",
        f"PORT ALDER, March 4 — {STORY}",
        STORY.replace(
            '"We can live with lorries, but not with explosions at three in the morning,"', '"Not at night,"'
        ),
        STORY.replace(" No date was given.", "").replace("An insurer has since taken over those claims.", ""),
        STORY.replace("\n", " ").replace("'", "’"),
        STORY.upper(),
    ],
    ids=["same", "dateline", "other dateline", "edited", "cut", "layout", "capitals"],
)
def test_a_wire_copy_is_the_same_story(copy):
    assert found(STORY, copy)
    assert found(copy, STORY)


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        OTHER.split("\n", 1)[0] + " " + STORY.split("\n", 1)[1],
        STORY.replace("nine weeks", "12 weeks"),
        STORY[: len(STORY) // 2],
        "The ferry line will keep fares as they are until spring, its owner said." + STORY[98:],
        STORY.replace("will stop blasting", "will resume blasting", 1),
        STORY.replace("will stop blasting", "will not stop blasting", 1),
        STORY.replace("will stop blasting", "cannot stop blasting", 1),
        STORY.replace("will stop blasting", "won't stop blasting", 1),
        STORY.replace("will stop blasting", "won’t stop blasting", 1),
    ],
    ids=[
        *("same background", "another opening", "another figure", "half of it", "another subject", "a verb", "a not"),
        *("a cannot", "a won't", "a curly won't"),
    ],
)
def test_another_story_is_not(other):
    assert not found(STORY, other)
    assert not found(other, STORY)


def test_a_sketch_is_the_same_in_every_process():
    sketch = sketch_of(STORY)
    assert len(sketch.bands) == 16
    assert all(0 <= band < 1 << 63 for band in sketch.bands)
    assert sketch.bands[0] == 6549336781638896710


def test_too_few_words_have_no_sketch():
    assert sketch_of("Talks end.") is None


def test_copies_that_are_just_alike_enough_are_found():
    dice, missed = random.Random(3), 0
    for _ in range(200):
        words = [f"w{dice.randrange(10**9)}" for _ in range(400)]
        edited = words[:340] + [f"w{dice.randrange(10**9)}" for _ in range(60)]
        missed += not found(" ".join(words), " ".join(edited))
    assert missed <= 4


def test_unlike_texts_share_no_band():
    texts = [" ".join(f"w{random.Random(n).randrange(10**9)}{i}" for i in range(300)) for n in range(60)]
    sketches = [set(sketch_of(text).bands) for text in texts]
    assert not any(sketches[n] & sketches[m] for n in range(60) for m in range(n))
