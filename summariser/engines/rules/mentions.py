"""Mentions: who and what a sentence names.

A sentence is cut into chunks, runs of capitalised words and words for offices and bodies ("Xish Foreign Minister
N. Name", "rebel negotiators"), and each chunk is read as owner, description, head and person's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from summariser.articles.sentences import Sentence
from summariser.engines.rules.lexicon import actors, words
from summariser.language.dates import MONTHS, WEEKDAYS
from summariser.language.folding import fold
from summariser.language.names import polities_of
from summariser.language.words import STOPWORDS

__all__ = ["Mention", "mentions_of", "plain_typography"]

Sort = Literal["polity", "name", "group", "person", "place"]

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-'.&][^\W\d_]+)*|\d[\d,.]*")
_SAME_LENGTH = str.maketrans("‘’‚‛′´`“”„‟″–—‐‑−\n\r\t\u00a0", "'''''''\"\"\"\"\"-----    ")
_TICKER = re.compile(r" (?:<[A-Z.\d]+>|\([A-Z\d]+\.[A-Z]{1,2}\))")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_COMPOUND = re.compile(r"((?:[A-Z]\.)+|[A-Z]\w+)-(?=[a-z]+$)(?!ul\b|e\b)")
_AL = re.compile(r"[ae][lnrsdt]-[A-Z]")
_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS) - {"may", "march", "mar", "jan", "dec"}
_FINITE = frozenset("has had have is was are were said says will would did does".split())
_JOINTS = frozenset({"of", "for", "in", "and", "the", "to"})
_PARTICLES = frozenset(
    {"al", "bin", "ibn", "de", "da", "van", "von", "der", "el", "del", "la", "le", "di", "ben", "abu"}
)
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|at|to|near|from|outside|inside|across|into|around|through|of|northern|southern|eastern|western|central|"
    r"north|south|east|west|capital|city|town|province|visit(?:ed|ing)?|left|leave|via)(?: the)? |\d )$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:(?<!stake )(?<!shares )(?<!interest )(?<!investment )in|at|near|outside|inside|around)(?: the)? $",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"\W*([\w']+)")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: characters `start` to `end` of the sentence with number `sentence`.

    `name` is the words that name the bearer as the article writes them, `owner` the form of the party that a person or
    a body belongs to, `head` the word for office or body, `position` a person's office.
    """

    sentence: int
    start: int
    end: int
    sort: Sort
    name: str
    head: str | None = None
    owner: str | None = None
    position: str | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    possessive: bool
    capital: bool


def plain_typography(text: str) -> str:
    """Return `text` with plain quotes, dashes and spaces, of the same length, so that offsets stay."""
    return text.translate(_SAME_LENGTH)


def mentions_of(sentences: Iterable[Sentence]) -> list[list[Mention]]:
    """Return the mentions of each sentence, in order and without overlap."""
    plain = [_TICKER.sub(_blank, plain_typography(sentence.text)) for sentence in sentences]
    known = _vocabulary(plain)
    found = []
    for sentence, text in zip(sentences, plain, strict=True):
        tokens = _tokens(text, known)
        capitals = sum(token.capital for token in tokens)
        if len(tokens) > 3 and capitals > 0.8 * len(tokens):
            found.append([])  # a headline in capitals: case tells no names there
            continue
        mentions: list[Mention] = []
        for chunk in _chunks(text, tokens):
            mentions.extend(_read_chunk(text, chunk, sentence.number))
        found.append(_appositions(text, _listed_places(text, mentions)))
    return found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words that the article writes small, and those that it writes with a capital within sentences."""

    small: frozenset[str]
    capital: frozenset[str]


def _vocabulary(texts: list[str]) -> _Vocabulary:
    small, capital = set[str](), set[str]()
    for text in texts:
        words_here = re.findall(r"(?<![\w.-])[^\W\d_]+", text)
        small.update(word for word in words_here if word.islower())
        capital.update(word for word in words_here[1:] if word[0].isupper())
    return _Vocabulary(frozenset(small), frozenset(capital))


def _tokens(text: str, known: _Vocabulary) -> list[_Token]:
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        start, word = match.start(), match[0]
        possessive = word.endswith(("'s", "'S"))
        if possessive:
            word = word[:-2]
        if not _INITIALS.fullmatch(word):
            word = word.rstrip(".")
        compound = _COMPOUND.match(word)
        if compound:
            word = compound[1]  # "Xland-brokered": the name is the part before the hyphen
        capital = (
            word.lower() not in _DAYS
            and (word[0].isupper() or _AL.match(word) is not None)
            and (word.lower() not in STOPWORDS or (len(word) == 2 and word.isupper()))
        )
        if capital and not tokens:
            capital = _names_at_the_start(word, possessive, text[match.end() :], known)
        tokens.append(_Token(start, start + len(word), word, possessive, capital))
    return tokens


def _names_at_the_start(word: str, possessive: bool, rest: str, known: _Vocabulary) -> bool:
    """Whether a sentence's first word would have its capital elsewhere too."""
    small = word.lower()
    if _is_actor_word(small):
        return True
    if word.isupper() and len(word) > 2 and re.match(r" (?:[A-Z][a-z]|U\.|A )", rest) and word not in known.capital:
        return False  # the place where a wire report was filed: "XTOWN The government"
    if _polity(word):
        return True
    if small in known.small or small.endswith("ly") or (small.endswith("ing") and word not in known.capital):
        return False
    following = _NEXT_WORD.match(rest)
    next_word = following[1] if following else ""
    return word in known.capital or possessive or next_word[:1].isupper() or next_word in _FINITE


def _is_actor_word(small: str) -> bool:
    table = actors()
    return small in table.positions or small in table.modifiers or small in table.owner or small in table.own


def _chunks(text: str, tokens: list[_Token]) -> Iterable[list[_Token]]:
    """Yield the runs of tokens that together may name somebody."""
    table = actors()
    chunk: list[_Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        small = token.text.lower()
        gap = text[chunk[-1].end : token.start] if chunk else ""
        joined = not chunk or not gap.removeprefix("'s").removeprefix("'").strip()
        if chunk and chunk[-1].possessive and not _continues_possessive(token):
            joined = False
        if chunk and not joined:
            yield chunk
            chunk = []
        wanted = (
            token.capital
            or small in table.positions
            or small in table.modifiers
            or small in table.owner
            or small in table.own
        )
        if wanted:
            chunk.append(token)
        elif chunk and small in _JOINTS and _joint_holds(tokens, index, chunk, text):
            chunk.append(token)
        elif chunk and small in _PARTICLES and index + 1 < len(tokens) and tokens[index + 1].capital:
            chunk.append(token)
        elif chunk:
            yield chunk
            chunk = []
        index += 1
    if chunk:
        yield chunk


def _continues_possessive(token: _Token) -> bool:
    """Whether "Xland's" goes on to name an office or a body of Xland ("Xland's Foreign Minister N.")."""
    return _is_actor_word(token.text.lower())


def _joint_holds(tokens: list[_Token], index: int, chunk: list[_Token], text: str) -> bool:
    """Whether "of", "for", "in", "the" at `index` joins a name or an office with what follows."""
    table = actors()
    small = tokens[index].text.lower()
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following and following.text.lower() == "the" and small in {"of", "for", "in"}:
        following = tokens[index + 2] if index + 2 < len(tokens) else None
    if following is None or (tokens[index].end < len(text) and text[tokens[index].end] != " "):
        return False
    has_office = any(token.text.lower() in table.positions for token in chunk)
    if small == "the":
        return chunk[-1].text.lower() in {"of", "for", "in"} and following.capital
    if small == "and":
        # "Minister for Trade and Industry": two capitals that are no names of states
        return (
            has_office
            and following.capital
            and chunk[-1].capital
            and any(t.text in {"for", "of"} for t in chunk)
            and not (polities_of(following.text) or polities_of(chunk[-1].text))
        )
    if small == "of" and chunk[-1].capital and following.capital and not has_office:
        return not polities_of(chunk[-1].text)
    return small in {"of", "for", "in", "to"} and has_office and following.capital and _office_open(chunk)


def _office_open(chunk: list[_Token]) -> bool:
    """Whether no person's name stands yet after the office: "President N. of" ends there."""
    table = actors()
    for token in reversed(chunk):
        small = token.text.lower()
        if small in table.positions or small in table.modifiers or small in _JOINTS:
            return True
        if token.capital and not polities_of(token.text):
            return False
    return True


@lru_cache(maxsize=16_384)
def _polity(form: str) -> bool:
    if form.islower():
        return False
    if form.lower() in {"us", "un", "eu", "uk"} and not form.isupper():
        return False
    return bool(polities_of(form))


def _polity_span(chunk: list[_Token], index: int) -> int:
    """Return how many tokens from `index` on name a state or union; 0 where none."""
    for length in (4, 3, 2, 1):
        part = chunk[index : index + length]
        if len(part) < length or not part[0].capital or any(token.possessive for token in part[:-1]):
            continue
        if part[-1].text.lower() in _JOINTS:
            continue
        form = " ".join(token.text for token in part)
        if part[-1].text.lower() != "government" and _polity(form):
            return length
    return 0


def _read_chunk(text: str, chunk: list[_Token], number: int) -> list[Mention]:
    """Return the mentions in one chunk: mostly one."""
    while chunk and chunk[-1].text.lower() in _JOINTS | _PARTICLES:
        chunk = chunk[:-1]
    while len(chunk) > 1 and chunk[0].text in actors().media:
        chunk = chunk[1:]
    if not chunk:
        return []
    table = actors()
    heads = [i for i, token in enumerate(chunk) if token.text.lower() in table.positions]
    person = _person(text, chunk, heads[-1], number) if heads else None
    if person:
        return person
    return _body(text, chunk, number)


def _words(text: str, tokens: list[_Token]) -> str:
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""


def _person(text: str, chunk: list[_Token], head: int, number: int) -> list[Mention] | None:
    """Read "OWNER description OFFICE (of/for/in …) Name", or return None where no name follows the office."""
    tail = chunk[head + 1 :]
    name: list[_Token] = []
    for token in reversed(tail):
        if token.capital or (name and token.text.lower() in _PARTICLES):
            name.insert(0, token)
        else:
            break
    joint = len(name) < len(tail) and tail[len(tail) - len(name) - 1].text.lower() in _JOINTS
    while name and (length := _polity_span(name, 0)) and not (len(name) > length and joint is False and length == 0):
        name = name[length:]
    after_polity = len(name) < sum(token.capital for token in tail)
    if joint and len(name) > 2:
        name = name[-2:]
    elif joint and not after_polity:
        return None  # "minister for Trade": the capital names the office's matter
    table = actors()
    name = [token for token in name if token.text.lower() not in table.titles]
    if (
        not name
        or len(name) > 5
        or any(token.text in table.nobody or token.text in table.organisations for token in name)
    ):
        return None
    if any(token.text.lower() in table.own or token.text.lower() in table.owner for token in name):
        return None
    before = chunk[: chunk.index(name[0])]
    owner, rest = _owner(text, before)
    return [
        Mention(
            number,
            chunk[0].start,
            name[-1].end,
            "person",
            _words(text, name),
            chunk[head].text.lower(),
            owner,
            rest or None,
        )
    ]


def _owner(text: str, tokens: list[_Token]) -> tuple[str | None, str]:
    """Return the form of the party that an office belongs to, and the words of the office."""
    table = actors()
    while (length := _polity_span(tokens, 0)) and _polity_span(tokens, length):
        tokens = tokens[length:]  # "Xland U.S. President N.": a report filed in Xland
    if length:
        return _words(text, tokens[:length]), _words(text, tokens[length:])
    office = next((i for i, token in enumerate(tokens) if token.text.lower() in table.positions), 0)
    named_first = any(token.capital and not _is_actor_word(token.text.lower()) for token in tokens[:office])
    for index in range(1, 0 if named_first else len(tokens)):
        if length := _polity_span(tokens, index):
            return _words(text, tokens[index : index + length]), _words(text, tokens)
    telling = []
    for token in tokens:
        small = token.text.lower()
        is_name = token.capital and not (_is_actor_word(small) or small in table.titles or small in _JOINTS)
        if is_name:
            telling.append(token)
            if token.possessive:
                break
        elif telling:
            break
    if not telling:
        return None, _words(text, tokens)
    rest = tokens[len(telling) :] if tokens[0] is telling[0] else tokens
    return _words(text, telling), _words(text, rest)


def _body(text: str, chunk: list[_Token], number: int) -> list[Mention]:
    """Read a chunk without a person after an office: "Xish officials", "the Xish opposition", "Acme Steel", "Xland"."""
    table = actors()
    length = _polity_span(chunk, 0)
    smalls = [token.text.lower() for token in chunk]
    head = next(
        (
            i
            for i in range(len(chunk) - 1, -1, -1)
            if smalls[i] in table.own or smalls[i] in table.owner or smalls[i] in table.positions
        ),
        None,
    )
    capitals = [i for i, token in enumerate(chunk) if token.capital and not _is_actor_word(smalls[i])]
    if head is None or (head == 0 and not length and len(chunk) > 1):
        return _names(text, chunk, number)
    if not capitals:
        return _unowned(text, chunk, head, number)
    if head < capitals[-1] and "in" in smalls[head:]:  # "Xish negotiators in Yland"
        rest = next(i for i in range(head, len(chunk)) if smalls[i] == "in") + 1
        return [*_read_chunk(text, chunk[: head + 1], number), *_names(text, chunk[rest:], number)]
    if head < capitals[-1] and chunk[head].text in table.organisations and head > 0 and smalls[head + 1] == "of":
        return [
            Mention(number, chunk[0].start, chunk[-1].end, "name", _words(text, chunk))
        ]  # "United Workers of Xland"
    if head < capitals[-1]:  # "chief of Acme", "leaders of Xland"
        owner, _ = _owner(text, chunk)
        return (
            [Mention(number, chunk[0].start, chunk[-1].end, "group", owner or "", smalls[head], owner)] if owner else []
        )
    phrase = chunk[: head + 1]
    if chunk[head].text[0].isupper() and chunk[head].text in table.organisations and not length:
        return [Mention(number, phrase[0].start, phrase[-1].end, "name", _words(text, phrase), chunk[head].text)]
    owner, _ = _owner(text, phrase)
    found = Mention(number, phrase[0].start, phrase[-1].end, "group", _words(text, phrase), smalls[head], owner)
    rest = chunk[head + 1 :]
    return [found, *(_read_chunk(text, rest, number) if rest else [])]


def _unowned(text: str, chunk: list[_Token], head: int, number: int) -> list[Mention]:
    """Read "the rebels", "the company": only with an article, or in the plural, does it name one side."""
    table = actors()
    small = chunk[head].text.lower()
    before = text[: chunk[0].start].lower()
    definite = re.search(r"\b(?:the|its|their) $", before) is not None
    if small in table.own and (definite or small.endswith("s")):
        return [Mention(number, chunk[0].start, chunk[head].end, "group", _words(text, chunk[: head + 1]), small)]
    if small in table.owner | table.positions:
        if small == "government" and not definite:
            return []
        return [Mention(number, chunk[0].start, chunk[head].end, "group", _words(text, chunk[: head + 1]), small)]
    return []


def _names(text: str, chunk: list[_Token], number: int) -> list[Mention]:
    """Read a chunk of capitals alone: states one by one, the rest as a name."""
    table = actors()
    chunk = [token for token in chunk if token.capital or token.text.lower() in _JOINTS | _PARTICLES]
    found: list[Mention] = []
    index = 0
    while index < len(chunk):
        length = _polity_span(chunk, index)
        part_of_name = (
            index + length < len(chunk) and chunk[index + length].capital and not chunk[index + length - 1].possessive
        )
        if length and not (part_of_name and not _polity_span(chunk, index + length)):
            part = chunk[index : index + length]
            found.append(_polity_mention(text, part, number))
            index += length
            continue
        rest = chunk[index:]
        cut = next((i + 1 for i, token in enumerate(rest) if token.possessive), len(rest))
        name = [token for token in rest[:cut] if token.text.lower() not in table.titles]
        while name and name[-1].text.lower() in _JOINTS:
            name = name[:-1]
        while name and name[0].text.lower() in _JOINTS:
            name = name[1:]
        if name and not _names_nobody(name):
            title = rest[0].text.lower() in table.titles
            place = _IN.search(text[: rest[0].start]) is not None and not rest[cut - 1].possessive
            sort: Sort = "place" if place else "person" if title else "name"
            found.append(Mention(number, name[0].start, name[-1].end, sort, _words(text, name)))
        index += cut
    return found


def _names_nobody(name: list[_Token]) -> bool:
    table = actors()
    return all(token.text in table.nobody or token.text in table.media or len(token.text) < 2 for token in name) or (
        name[-1].text in table.media or name[0].text in table.media
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("acts").split("|"))


def _goes_on(word: str) -> bool:
    """Whether the word after a name shows that the name stands alone: a verb, a preposition, an adverb, an article."""
    return word in _verbs() or word.endswith(("ed", "ly"))


def _polity_mention(text: str, part: list[_Token], number: int) -> Mention:
    """Tell whether a state's name acts, is a place, or only describes the next word ("Xish soldier": dropped later)."""
    form = _words(text, part)
    start, end = part[0].start, part[-1].end
    before = text[:start]
    following = _NEXT_WORD.match(text[end + (2 if part[-1].possessive else 0) :])
    next_word = following[1].lower() if following and text[end : end + 1] == " " else ""
    if _PLACE_BEFORE.search(before):
        return Mention(number, start, end, "place", form)
    if next_word and not part[-1].possessive and not _goes_on(next_word):
        return Mention(number, start, end, "place", form, head="adjective")
    return Mention(number, start, end, "polity", form)


def _listed_places(text: str, mentions: list[Mention]) -> list[Mention]:
    """A state's name that goes on a list of places is a place: "trips to Xville, Yville and Zville"."""
    result: list[Mention] = []
    for mention in mentions:
        last = result[-1] if result else None
        if last and last.sort == "place" and not last.head and mention.sort in {"polity", "name"}:
            if re.fullmatch(r", (?:and )?| and ", text[last.end : mention.start]):
                mention = replace(mention, sort="place")
        result.append(mention)
    return result


def _appositions(text: str, mentions: list[Mention]) -> list[Mention]:
    """Join "Name, the head of X," and "X's chief negotiator, Name,": a name beside an office is a person."""
    result: list[Mention] = []
    table = actors()
    for mention in mentions:
        last = result[-1] if result else None
        between = text[last.end : mention.start] if last else ""
        if (
            last
            and re.fullmatch(r",? (?:who is )?(?:the |a |an |its |their |his |her )?|, [\w']+ (?:the )?", between)
            and "," in between
        ):
            if (
                last.sort == "name"
                and _could_be_person(last.name)
                and mention.head in table.positions
                and mention.sort == "group"
            ):
                owner = mention.owner
                phrase = text[mention.start : mention.end]
                position = " ".join(phrase.split())
                if owner and position.startswith(owner):
                    position = re.sub(r"^'s? ", "", position[len(owner) :]).strip()
                result[-1] = replace(
                    last, sort="person", head=mention.head, owner=owner, position=position or None, end=mention.end
                )
                continue
            if (
                last.sort == "group"
                and last.head in table.positions
                and last.owner
                and mention.sort == "name"
                and _could_be_person(mention.name)
            ):
                position = re.sub(r"^'s? ", "", text[last.start : last.end].removeprefix(last.owner)).strip()
                result[-1] = replace(last, sort="person", name=mention.name, position=position or None, end=mention.end)
                continue
        result.append(mention)
    return result


def _could_be_person(name: str) -> bool:
    parts = name.split()
    table = actors()
    return (
        2 <= len(parts) <= 4
        and not any(p in table.organisations or p in table.media or p.isupper() for p in parts)
        and fold(name)[0].isupper()
    )
