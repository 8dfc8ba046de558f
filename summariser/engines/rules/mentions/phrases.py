"""Phrases: one chunk of words read as owner, description, head and person's name.

"Xish Foreign Minister N. Name" is a person of Xland, "Xish officials" are Xland, "the Xish opposition" is a party of
its own, "Acme Steel" is a name.
"""

from __future__ import annotations

import re
from functools import cache

from summariser.engines.rules.mentions.bodies import is_whole_name, without_paper
from summariser.engines.rules.mentions.chunks import JOINTS, PARTICLES, goes_on, polity_span, within_polities, words_of
from summariser.engines.rules.mentions.mention import Mention, Sort
from summariser.engines.rules.mentions.offices import owner_of, person_of
from summariser.engines.rules.mentions.persons import citizen_of, speaks
from summariser.engines.rules.mentions.tokens import Token
from summariser.engines.rules.tables.lexicon import actors, is_actor_word, words

__all__ = ["BODIES_OF_MEMBERS", "read_chunk"]

_JOINING = JOINTS | PARTICLES
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|at|to|near|from|outside|inside|across|into|around|through|of|northern|southern|eastern|western"
    r"|central|"
    r"north|south|east|west|capital|city|town|province|visit(?:ed|ing)?|left|leave|via|off|onto)(?: the)? |\d )$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:(?<!stake )(?<!shares )(?<!interest )(?<!investment )in|at|near|outside|inside|around"
    r"|(?<!The )(?:city|town|village|province|region) of)(?: the)? $",
    re.IGNORECASE,
)
_ITS = re.compile(r"\b[Ii]ts $")
_THE = re.compile(r"\b[Tt]he $")
_DEFINITE = re.compile(r"\b(?:the|its|their) $", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\W*([\w']+)")
_FARTHEST = 28
_SHORT_NAME = 2
_OF_SOMEBODY = frozenset({"creditors", "shareholders", "population", "trade_union"})
BODIES_OF_MEMBERS = frozenset(
    "union unions federation association guild society council committee league alliance club confederation".split()
)
"""Bodies that are called by those who belong to them: "the dockers' union", "the owners' association"."""
_ARMED = frozenset("rebel guerrilla insurgent separatist militant".split())
"""Whose leaders and commanders are themselves a side: "separatist leaders"."""
_PLURAL = ("s", "men", "women")
_WITHOUT_ARTICLE = frozenset({"management", "parliament", "congress", "labour"})
"""Bodies that act without an article: "Management offered the miners a raise"."""
_OFFICES_OF_STATE = frozenset({"Office", "Bureau", "House", "Chamber"})
"""What "of" makes a name together with the words after it: "Office of Works and Pensions"."""
_REPRESENTING = re.compile(r" representing (?:[\d,.]+ )?(?:[a-z-]+ ){0,2}?[a-z-]+s\b")
_SENT_BY = re.compile(
    r"\b(?:negotiators|delegates|delegations?|officials|envoys?|ministers?|representatives?|diplomats|teams?|mediators?"
    r"|offers?|proposals?|bids?|demands?|pressure|requests?|appeals?|calls?|suggestions?|plans?|ideas?|drafts?"
    r"|texts?|papers?"
    r"|letters?|messages?|reply|answers?|pledges?|approach|waiver|loans?|concessions?|support|backing|approval"
    r"|opposition"
    r"|objections?|talks between) from(?: the)? $",
    re.IGNORECASE,
)
"""Whose they are, and not where they come from."""


def read_chunk(text: str, chunk: list[Token], number: int) -> list[Mention]:
    """Return the mentions in one chunk: mostly one."""
    while chunk and chunk[-1].small in _JOINING:
        chunk = chunk[:-1]
    while len(chunk) > 1 and chunk[0].text in actors().media:
        chunk = chunk[1:]
    chunk = without_paper(chunk)
    if not chunk:
        return []
    table = actors()
    if polity_span(chunk, 0) == len(chunk):
        return _names(text, chunk, number)  # "European Union" is no trade union
    heads = [i for i, token in enumerate(chunk) if token.small in table.positions]
    if len(heads) > 1:  # "spokeswoman for Prime Minister N. Name": the name is the minister's
        joints = [i for i in range(heads[-2], heads[-1]) if chunk[i].small in {"for", "of", "to"}]
        if joints:
            return read_chunk(text, chunk[joints[-1] + 1 :], number)
    person = person_of(text, chunk, heads[-1], number) if heads else None
    if person:
        return person
    if is_whole_name(chunk):
        return [Mention(number, chunk[0].start, chunk[-1].end, "name", words_of(text, chunk), chunk[-1].text)]
    return _body(text, chunk, number)


def _body(text: str, chunk: list[Token], number: int) -> list[Mention]:
    """Read a chunk without a person after an office: "Xish officials", "the Xish opposition", "Acme Steel", "Xland"."""
    smalls = [token.small for token in chunk]
    if (
        chunk[0].possessive
        and smalls[0] in actors().own
        and not chunk[0].capital
        and chunk[-1].text in actors().organisations
    ):
        return _body(text, chunk[1:], number)  # "the opposition's Free Committee"
    of_states = within_polities(chunk)  # "European Union's farm spending" is no union's
    heads = [i for i, small in enumerate(smalls) if i not in of_states and is_actor_word(small, modifier=False)]
    head = heads[-1] if heads else -1
    capitals = [i for i, token in enumerate(chunk) if token.capital and not is_actor_word(smalls[i])]
    if head >= 0 and len(chunk) > 2 and smalls[1] in {"of", "for"} and _is_office(smalls[0]):
        owner, _ = owner_of(text, chunk[2:])  # "Negotiators of the Marsh Front"
        return [Mention(number, chunk[0].start, chunk[-1].end, "group", owner, smalls[0], owner)] if owner else []
    if len(chunk) > 2 and smalls[1] == "of" and chunk[0].text in _OFFICES_OF_STATE and chunk[-1].capital:
        return [Mention(number, chunk[0].start, chunk[-1].end, "name", words_of(text, chunk))]
    if len(chunk) > 2 and smalls[1] == "of" and actors().own.get(smalls[0]) in _OF_SOMEBODY:
        return [*_unowned(text, chunk[:1], 0, number), *_names(text, chunk[2:], number)]  # "Bondholders of Acme"
    if head == len(chunk) - 1 and "of" in smalls[2:5] and (citizen := citizen_of(text, chunk, number)):
        return [citizen]
    if head < 0 or (head == 0 and not polity_span(chunk, 0) and len(chunk) > 1):
        return _names(text, chunk, number)
    if not capitals:
        return _unowned(text, chunk, head, number)
    if head < capitals[-1]:
        return _body_with_tail(text, chunk, head, number)
    phrase = chunk[: head + 1]
    start, end, form = phrase[0].start, phrase[-1].end, words_of(text, phrase)
    body = chunk[head].text in actors().organisations or smalls[head] in actors().again
    all_named = len(phrase) > _SHORT_NAME and all(token.capital for token in phrase)
    owned = smalls[head] in actors().positions and any(token.possessive for token in phrase[:-1])
    if chunk[head].capital and (body or all_named) and not owned and not polity_span(chunk, 0):
        return [Mention(number, start, end, "name", form, chunk[head].text)]
    return [Mention(number, start, end, "group", form, smalls[head], owner_of(text, phrase)[0])]


def _stands_before(words: re.Pattern[str], text: str, at: int) -> bool:
    """Whether words end at a place; none of them has as many characters as are looked at."""
    return words.search(text, max(0, at - _FARTHEST), at) is not None


def _is_office(small: str) -> bool:
    return small in actors().positions or small in actors().owner


def _body_with_tail(text: str, chunk: list[Token], head: int, number: int) -> list[Mention]:
    """Read "Xish negotiators in Yland", "United Workers of Xland", "leaders of Acme"."""
    smalls = [token.small for token in chunk]
    start, end = chunk[0].start, chunk[-1].end
    if "in" in smalls[head:]:
        rest = smalls.index("in", head) + 1
        return [*read_chunk(text, chunk[: head + 1], number), *_names(text, chunk[rest:], number)]
    tail = chunk[head + 1 :]
    if head and tail[-1].text in actors().organisations and all(token.capital for token in chunk):
        return [Mention(number, start, end, "name", words_of(text, chunk), tail[-1].text)]
    described = smalls[head] in actors().own or smalls[head] in {"team", "side", "club", "group", "bank"}
    if described and all(token.capital for token in tail) and not polity_span(tail, 0):
        return _names(text, tail, number)  # "Xish airline Acme": the rest describes it
    if chunk[head].text in actors().organisations and head > 0 and smalls[head + 1] == "of":
        return [Mention(number, start, end, "name", words_of(text, chunk))]
    owner, _ = owner_of(text, chunk)
    name = words_of(text, chunk) if smalls[head] in actors().own else owner  # "rebels of Xville" are not Xville
    return [Mention(number, start, end, "group", name or "", smalls[head], owner)] if owner else []


def _unowned(text: str, chunk: list[Token], head: int, number: int) -> list[Mention]:
    """Read "the rebels", "the company": only with an article, or in the plural, does it name one side."""
    small = chunk[head].small
    armed = chunk[head - 1].small if head else ""
    if small in actors().owner and small.endswith("s") and armed in _ARMED:
        return [Mention(number, chunk[0].start, chunk[head].end, "group", words_of(text, chunk[: head + 1]), armed)]
    members = chunk[head - 1] if head else None
    if members and small in BODIES_OF_MEMBERS and text[members.end : members.end + 2] == "' ":
        own = members.small in actors().own
        start = chunk[0].start if own else chunk[head].start
        return (
            [Mention(number, start, chunk[head].end, "group", words_of(text, chunk[: head + 1]), small)] if own else []
        )
    if small in actors().again and not chunk[head].possessive and not _stands_before(_THE, text, chunk[0].start):
        return []
    definite = _stands_before(_DEFINITE, text, chunk[0].start)
    loose = small == "government" or (small in actors().own and not small.endswith(_PLURAL))
    loose = loose and not (small in _WITHOUT_ARTICLE and len(chunk) == 1 and _is_subject(text, chunk[0]))
    loose = loose and not (chunk[head].capital and actors().own.get(small) == "government_body")
    if loose and not definite:
        represented = _REPRESENTING.match(text, chunk[head].end) if small == "union" else None
        return [_describing(text, chunk, represented.end(), number)] if represented else []
    owners = [token.small for token in chunk[:head] if token.possessive]
    owner = owners[0] if owners else "its" if _stands_before(_ITS, text, chunk[0].start) else None
    name = words_of(text, chunk[: head + 1])
    if owner and not any(token.small in actors().positions for token in chunk):
        owner = None
    return [Mention(number, chunk[0].start, chunk[head].end, "group", name, small, owner)]


def _is_subject(text: str, token: Token) -> bool:
    """Whether a word opens its sentence and a verb comes next."""
    following = _NEXT_WORD.match(text[token.end :])
    return not text[: token.start].strip(" \"'") and following is not None and _goes_on(following[1])


def _describing(text: str, chunk: list[Token], end: int, number: int) -> Mention:
    """Return a body that is told by whom it represents: "a union representing 300 clerks"."""
    start = chunk[0].start
    return Mention(number, start, end, "group", " ".join(text[start:end].split()), chunk[-1].small)


def _names(text: str, chunk: list[Token], number: int) -> list[Mention]:
    """Read a chunk of capitals alone: states one by one, the rest as a name."""
    table = actors()
    chunk = [token for token in chunk if token.capital or token.small in _JOINING]
    found: list[Mention] = []
    index = 0
    while index < len(chunk):
        length = polity_span(chunk, index)
        part_of_name = (
            index + length < len(chunk) and chunk[index + length].capital and not chunk[index + length - 1].possessive
        )
        if length and not (part_of_name and not polity_span(chunk, index + length)):
            part = chunk[index : index + length]
            rest = chunk[index + length :]
            if part[-1].possessive and speaks(text, rest):  # "Xland's Name Surname said"
                whole = (part[0].start, rest[-1].end)
                found.append(Mention(number, *whole, "person", words_of(text, rest), "citizen", words_of(text, part)))
                break
            found.append(_polity_mention(text, part, number))
            index += length
            continue
        rest = chunk[index:]
        cut = next((i + 1 for i, token in enumerate(rest) if token.possessive), len(rest))
        name = [token for token in rest[:cut] if token.small not in table.titles]
        while name and name[-1].small in JOINTS:
            name = name[:-1]
        while len(name) > 1 and (name[0].small in JOINTS or _describes(name)):
            name = name[1:]
        if name and (citizen := citizen_of(text, name, number)):
            found.append(citizen)
        elif name and not _names_nobody(name) and not _describes_next(text, name):
            title = rest[0].small in table.titles
            place = _stands_before(_IN, text, rest[0].start) and not rest[cut - 1].possessive
            sort: Sort = "place" if place else "person" if title else "name"
            found.append(Mention(number, name[0].start, name[-1].end, sort, words_of(text, name)))
        index += cut
    return found


def _describes_next(text: str, name: list[Token]) -> bool:
    """Whether one word with an adjective's ending only describes the plain word after it: "Congressional leaders"."""
    following = _NEXT_WORD.match(text[name[-1].end :])
    next_word = following[1] if following and text[name[-1].end : name[-1].end + 1] == " " else ""
    adjective = len(name) == 1 and name[0].text.endswith(("an", "ic", "al", "ish", "ese")) and not name[0].state
    return adjective and next_word.islower() and not _goes_on(next_word)


def _describes(name: list[Token]) -> bool:
    """Whether the first word only says what the bearer is: "Brewer Acme", "Rebels of the Free Army"."""
    table = actors()
    small = name[0].small
    body = any(token.text in table.organisations or token.small in table.again for token in name[1:])
    joint = name[1].small in JOINTS
    return small in table.own if joint else small in table.again and not body


def _names_nobody(name: list[Token]) -> bool:
    table = actors()
    if " ".join(token.text for token in name) in table.known:
        return False
    if len(name) == 1 and name[0].text in table.organisations and len(name[0].text) <= 4:
        return True  # "Inc" alone
    return all(token.text in table.nobody or token.text in table.media or len(token.text) < 2 for token in name) or (
        name[-1].text in table.media or name[0].text in table.media
    )


@cache
def _made() -> frozenset[str]:
    """What a state's adjective names the maker of: "a Xish plan"."""
    return frozenset(words("of_makers").split("|"))


def _goes_on(word: str) -> bool:
    """Whether the word after a name shows that the name stands alone: a verb, a preposition, an adverb, an article."""
    return word in goes_on() or word.endswith(("ed", "ly"))


def _polity_mention(text: str, part: list[Token], number: int) -> Mention:
    """Tell whether a state's name acts, is a place, or only describes the next word ("Xish soldier": dropped later)."""
    form = words_of(text, part)
    start, end = part[0].start, part[-1].end
    following = _NEXT_WORD.match(text[end + (2 if part[-1].possessive else 0) :])
    next_word = following[1].lower() if following and text[end : end + 1] == " " else ""
    filed = (
        form.isupper() and len(form) > 4 and not text.isupper()
    )  # "XTOWN Officials said": where the report was filed
    if filed or (_stands_before(_PLACE_BEFORE, text, start) and not _stands_before(_SENT_BY, text, start)):
        return Mention(number, start, end, "place", form)
    owned = part[-1].possessive and following is not None and following[1][:1].isupper() and next_word not in _made()
    if owned and text[end : end + 3] == "'s " and not is_actor_word(next_word):
        return Mention(number, start, end, "place", form, head="adjective")  # "Xland's Acme Steel" acts, not Xland
    if next_word and not part[-1].possessive and not _goes_on(next_word) and next_word not in _made():
        return Mention(number, start, end, "place", form, head="adjective")
    return Mention(number, start, end, "polity", form)
