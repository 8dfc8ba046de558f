"""What is told of one process, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from summariser.dossier.contradictions import Contradiction
from summariser.dossier.dealings import Dealing
from summariser.dossier.lines import citation, counted
from summariser.dossier.lives import Duty, Life, Step
from summariser.dossier.parties import Party
from summariser.dossier.processes import Part
from summariser.dossier.reports import Cite
from summariser.dossier.story import Change, Story
from summariser.dossier.timeline import Happening
from summariser.dossier.times import day_of, is_exact, when
from summariser.report.lines import Item, Line, Section, coloured, in_words, joined, listed, say

__all__ = ["DEALINGS", "TIMELINE", "Telling", "time_of"]

DEALINGS, TIMELINE = "Who negotiates with whom", "Timeline"
"""The titles of the sections that have a picture."""


class Telling:
    """Puts what is known of one process into lines."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.texts = {life.id: life.text for life in story.lives}

    def sections(self, since: date | None) -> Iterator[Section]:
        """Yield the sections of the process, empty ones too."""
        story = self.story
        if since is not None:
            changes = tuple(map(self.change, story.changes)) or (Item(say("Nothing.")),)
            yield Section(f"What changed since {day_of(since)}", changes)
        yield Section("Where it stands", tuple(self.standing()))
        yield Section("Parties", tuple(map(self.part, story.process.shown_parts)))
        yield Section(DEALINGS, tuple(map(self.dealing, story.dealings)))
        yield Section(TIMELINE, tuple(map(self.happening, story.timeline)))
        yield Section("Proposals and what became of them", tuple(map(self.life, story.lives)))
        open_, closed = ([duty for duty in story.duties if duty.is_open is way] for way in (True, False))
        yield Section("Open conditions", tuple(map(self.duty, open_)))
        yield Section("Conditions met or dropped", tuple(map(self.duty, closed)))
        yield Section("Where articles contradict each other", tuple(map(self.contradiction, story.contradictions)))

    def standing(self) -> Iterator[Item]:
        standing = self.story.standing
        if standing is None:
            return
        line = say(in_words(standing.stage).capitalize(), "strong") + say(f", {in_words(standing.direction)}: ")
        day = standing.cite.source.date
        reported = (say(f"as of {day_of(day)}", "muted"),) if day else ()
        steps = [say(f"next: {step}") + citation([standing.cite]) for step in standing.next_steps]
        yield Item(line + say(standing.text) + citation([standing.cite]), (*reported, *steps))

    def part(self, part: Part) -> Item:
        roles = [f"{in_words(role)} ({count})" for role, count in part.roles.most_common()]
        return Item(say(part.party.name, "strong") + say(f": {', '.join(sorted(roles))}") + citation(self.named(part)))

    def named(self, part: Part) -> list[Cite]:
        keys = part.party.keys
        return next(
            (
                [mention.cite]
                for report in self.story.process.reports
                for mention in report.mentions
                if mention.key in keys
            ),
            [],
        )

    def dealing(self, dealing: Dealing) -> Item:
        one, other = (party.name for party in dealing.sides)
        through = f", through {listed([party.name for party in dealing.between])}" if dealing.between else ""
        line = say(f"{one} with {other}", "strong") + say(f"{through}: {counted(dealing.articles, 'article')}")
        return Item(line + citation(dealing.cites))

    def happening(self, happening: Happening) -> Item:
        line = say(f"{time_of(happening)}: ", "strong")
        if happening.factuality != "happened":
            line += coloured(happening.factuality) + say(", ")
        who = listed([party.name for party in happening.who])
        details = [in_words(happening.kind), who, happening.where and f"at: {happening.where}"]
        details.append(counted(len(happening.claims), "article") if len(happening.claims) > 1 else None)
        told = joined((say(part) for part in details if part), "; ")
        exact = happening.when is None or is_exact(happening.when.edtf)
        code = () if exact or happening.when is None else self.uncertain(happening)
        return Item(line + say(happening.text) + citation(happening.cites), tuple(filter(None, (told, code))))

    def uncertain(self, happening: Happening) -> Line:
        when_ = happening.when
        assert when_ is not None
        known = f"“{when_.text}”, in EDTF {when_.edtf}" if when_.edtf else f"“{when_.text}”, no date that can be known"
        return say(f"uncertain date: {known}", "muted")

    def life(self, life: Life) -> Item:
        head = say(f"{life.id} ", "muted") + say(life.text, "strong") + say(": ") + coloured(life.state)
        way = _way(life.makers, life.addressees)
        about = joined(map(say, filter(None, (in_words(life.issue), way))), "; ")
        return Item(head + citation(life.steps[-1].cites), (about, *map(self.step, life.steps)))

    def step(self, step: Step) -> Line:
        first, last = step.claims[0].cite.source.date, step.claims[-1].cite.source.date
        day = day_of(first) if first else "undated"
        until = f" to {day_of(last)}" if last and last != first else ""
        line = say(f"{day}{until}: ")
        if step.turn == "back":
            line += say("back on the table, ", "open")
        answers = [say(f"{name} ") + coloured(answer) for name, answer in step.answers]
        told = say(": ") + joined(answers, ", ") if answers else ()
        return line + coloured(step.state) + told + _sources_of(step) + citation(step.cites)

    def duty(self, duty: Duty) -> Item:
        head = say(f"{duty.id} ", "muted") + say(duty.text, "strong") + say(": ") + coloured(duty.state)
        bound = listed([party.name for party in duty.bound])
        must = say(f"to be met by {bound}" if bound else "nobody is named who must meet it", "open")
        by = f"{in_words(duty.kind)}{f' of {listed([party.name for party in duty.setters])}' if duty.setters else ''}"
        of = f"for proposal {duty.of}: {self.texts[duty.of]}" if duty.of else ""
        about = joined((must if duty.is_open else say(f"met by {bound}") if bound else (), say(by)), "; ")
        lines = (about, say(of) if of else (), *map(self.step, duty.steps))
        return Item(head + citation(duty.steps[-1].cites), tuple(filter(None, lines)))

    def contradiction(self, each: Contradiction) -> Item:
        head = say(f"{each.about} ", "muted") + say(each.text, "strong") + say(f" ({each.on})")
        return Item(head, tuple(_side(words, cites) for words, cites in each.sides))

    def change(self, change: Change) -> Item:
        line = say(f"{change.kind}: ", "muted") + say(change.text, "strong") + say(": ")
        if change.before:
            line += say(in_words(change.before)) + say(" → ")
        return Item(line + coloured(change.now) + citation(change.cites))


def time_of(happening: Happening) -> str:
    """Return when something happened, or when that was reported where no date is told."""
    told = when(happening.when) if happening.when and happening.when.edtf else None
    if told:
        return told[0].upper() + told[1:]
    reported = happening.claims[0].cite.source.date
    words = f" (“{happening.when.text}”)" if happening.when else ""
    return f"No date told{words}, reported {day_of(reported)}" if reported else f"No date told{words}"


def _way(makers: Sequence[Party], addressees: Sequence[Party]) -> str:
    by = f"by {listed([party.name for party in makers])}" if makers else "by nobody who is named"
    rest = [party.name for party in addressees if party not in makers]
    return f"{by} to {listed(rest)}" if rest else by


def _sources_of(step: Step) -> Line:
    """Return who says so, where the articles do not say it in their own voice."""
    told = dict.fromkeys(
        claim.attributed_to or "unnamed sources"
        for claim in step.claims
        if claim.attributed_to or claim.certainty == "unnamed"
    )
    firm = len(told) and all(claim.attributed_to or claim.certainty == "unnamed" for claim in step.claims)
    return say(f", according to {listed(list(told)[:4])}") if firm else ()


def _side(words: str, cites: Sequence[Cite]) -> Line:
    outlets = dict.fromkeys(cite.source.outlet or f"article {cite.source.number}" for cite in cites)
    return coloured(words) + say(f": {listed(list(outlets)[:8])}") + citation(cites)
