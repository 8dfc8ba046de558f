"""Orders to a machine: what a text says that speaks to the model which reads it, and to no reader of news.

Told by kind, in turns for which news has no use: orders to forget orders, words to a machine that reads or writes, the
marks with which models tell their speakers apart, code. What a politician orders another to do is none of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summariser.language.folding import fold_case

__all__ = ["gives_orders", "may_give_orders", "opens_orders"]

_FIRST = r"""(?: ^ | [.,:;!?"'([>*\#-]\ ? | \b(?:please|now|kindly)\ ) (?:(?:and|so|then|please|now|kindly|also)\ )?"""
"""Where a verb gives an order: first in its clause. ("Told members to ignore the rules" reports one.)"""
_READER = r"(?:(?:ai|automated|automatic|machine)[ -](?:readers?|summar(?:y|ies))|summari[sz]ers?)"
_MACHINE = rf"""(?:{_READER} | (?:ai|large)?\ ?language\ models? | machines? | assistants? | (?:chat)?bots? | llms?
    | ai(?:\ (?:models?|assistants?|systems?|agents?|tools?))?)"""
_TEXT = r"(?:this|the\ present)\ (?:article|text|story|page|report|document|piece)"
_ALL = r"(?:(?:all|any|the|our|every)\ )*"
_RECORD = r"""(?:the|your|this|its|every)\ (?:\w+\ )?
    (?:summary|record|json|output|answer|response|schema|headline|overview)\b"""
_ROLE = r"""as\ (?:an?\ |the\ )?(?:\w+\ )?
    (?:party|mediator|facilitator|guarantor|host|signatory|signed|agreed|accepted|rejected|concluded|settled)\b"""
_SPEAKER = re.compile(r"\W*(?:system|assistant|user|developer|tool)(?: \w+)? ?(?:\([^)]{0,30}\) ?)?[:>|\]]")


@dataclass(frozen=True)
class _Kind:
    """One kind of order: a text that has none of the hints holds none, which is found at once."""

    hints: tuple[str, ...]
    expression: re.Pattern[str]


def _kind(hints: str, expression: str) -> _Kind:
    return _Kind(tuple(hints.split("|")), re.compile(expression, re.VERBOSE))


_KINDS = (
    # Forget what you were told.
    _kind(
        "ignore|disregard|forget|override|bypass",
        rf"""{_FIRST}(?:ignore|disregard|forget|override|bypass)\b.{{0,40}}\b(?:schema\b | prompts?\b
            | (?:all|any|your|previous|prior|above|earlier|preceding|these|system)\b.{{0,30}}
              \b(?:instructions?|rules|directions|guidelines)\b)
            | (?<!\bto\ )(?<!\bnot\ )\b(?:ignore|disregard|forget|override|bypass)
              \ (?:all\ )?(?:of\ )?(?:your|the)?\ ?(?:previous|prior|above|earlier|preceding)\ instructions?\b""",
    ),
    # Say what you were told.
    _kind(
        "prompt|instructions|json|schema|system message|developer message",
        r"""\b(?:system|developer)\ (?:prompt|message)\b
            | \b(?:output|print|reveal|repeat|answer\ with|show|display)\b.{0,30}
              \b(?:your\ (?:\w+\ )?(?:prompt|instructions)|json|the\ schema)\b""",
    ),
    # Be somebody else.
    _kind(
        "you are|you're|as an ai|as a language|as a large",
        r"""\byou(?:\ are|'re)\ (?:now\ )?(?:an?\ |the\ )?(?:\w+\ ){0,2}
                (?:ai|assistant|language\ model|summari[sz]er|chatbot|bot|llm)\b(?!\ (?:to|secretary|manager|coach)\b)
            | \bas\ an?\ (?:ai|(?:ai\ |large\ )?language\ model|ai\ assistant)\ ?,""",
    ),
    # You there that read this.
    _kind(
        "automat|summar|ai |ai-|ai:|ai,|ais |a.i.|llm|language model|machine|assistant|bot",
        rf"""{_FIRST}(?:dear|attention|attn|hello|hey|hi)[ ,:!-]+(?:to\ |for\ )?{_ALL}{_MACHINE}\b
            | \b(?:note|notice|message|memo|instructions?|reminder|request)\ (?:to|for)\ {_ALL}{_MACHINE}\b
            | \b{_READER}\b.{{0,60}}\b(?:must|should|shall|please|ha(?:s|ve)\ to|needs?\ to
              | (?:is|are)\ (?:asked|required|instructed|told|requested|reminded|advised|to))\b
            | \b(?:asks?|asked|requests?|requires?|instructs?|urges?|reminds?|tells?|told|orders?)
              \ {_ALL}{_READER}(?:\ of\ {_TEXT})?\ to\b
            | \b(?:summar(?:y|ies)|abstracts?|records?)\ of\ {_TEXT}\b.{{0,20}}\b(?:must|should|shall|ha(?:s|ve)\ to)\b
            | \b{_MACHINE}\b.{{0,40}}\b(?:read|process|pars|summari[sz]|analy[sz])\w*
              \ {_TEXT}\b""",
    ),
    # Write this down: "write the accord down as signed in the record".
    _kind(
        "add |include |insert |enter |list |mark |set |record |report |write |state |treat |name |leave ",
        rf"""{_FIRST}(?:(?:add|include|insert|enter|list(?!\ of))
                | (?:mark|set|record|report|write|state|treat|name|leave)
                  \ (?:that|the|this|it|them|all|each|both|its|their|an?|only|nothing|no))
            (?:.{{0,80}}\b(?:in|into|to|of|from)\ {_RECORD} | .{{0,60}}\b{_ROLE})""",
    ),
    _kind(
        "be recorded|be listed|be marked|be entered|be added|be summari|be classified|be shown",
        rf"""\b(?:must|should|shall|(?:is|are|has|have|needs?)\ to)
            \ be\ (?:recorded|listed|marked|entered|added|summari[sz]ed|classified|shown)\b
            .{{0,60}}\b(?:in\ {_RECORD} | {_ROLE})""",
    ),
    # A field with its value, a call, a fault: what stands in answers, not in articles.
    _kind(
        '_|":|" :|=|status:|stage:|].',
        r"""(?<![@\w])[a-z]+_[a-z_]+\ ?(?:[=:(]|"\ ?:) | "\w+"\ ?:\ ?(?:["[{] | -?\d | (?:true|false|null)\b)
            | \b(?:status|stage|direction)\ ?=\ ?["']?\w | \b(?:set|mark|add|put)\b.{0,40}\b(?:status|stage)\ ?:
            | \b[a-z_]+\[\d+\]\.[a-z_]+(?:\[\d+\])?\ ?:""",
    ),
    # The marks with which models tell speakers apart, and of templates.
    _kind(
        "<|[|{{|{%|{#|${|```|##|system|assistant|user|developer|tool|admin",
        rf"""<(?:\||!--|/?(?:im_start|im_end|system|assistant|user|tool\w*|article|instructions?|prompt|s|think|function\w*
                | start_of_turn|end_of_turn)\b)
            | \[/?(?:inst|sys|system\w*|tool_\w+|assistant|user|end\ of\ (?:the\ )?(?:article|text|document))\b
            | \{{\{{ | \{{% | \{{\# | \$\{{ | ```
            | \#\#+\ ?(?:system|instructions?|response|assistant|user|human|task|new|end)\b
            | ^{_SPEAKER.pattern.replace(" ", chr(92) + " ")}
            | \b(?:begin|start|end|new|updated?)\ (?:of\ )?(?:the\ )?(?:system|developer|admin\w*)
              \ (?:prompt|message|instructions?|override|mode)\b""",
    ),
)

_FOREIGN = tuple(
    tuple(tuple(fold_case(beginnings).split()) for beginnings in row)
    for row in (
        ("ignorez oubliez négligez", "instructions consignes règles", "précédent ci-dessus antérieur"),
        ("ignorier vergiss vergessen missacht", "anweisung instruktion vorgabe", "vorherig bisherig obig früher"),
        ("ignora ignore olvid omiso", "instruccion indicacion reglas", "anterior previa"),
        ("ignora dimentica trascura", "istruzion regole", "precedent"),
        ("ignore esqueç desconsider", "instruç regras", "anterior prévia acima"),
        ("negeer vergeet", "instructies aanwijzing regels", "vorige voorgaande eerdere bovenstaande"),
        ("zignoruj ignoruj zapomnij", "instrukcj polece", "poprzedni wcześniejsz"),
        ("игнорируй забудь", "инструкци указани правил", "предыдущ прежн выше"),
        ("ігноруй забудь", "інструкці вказівк", "попередн"),
        ("yoksay görmezden unut", "talimat", "önceki yukarıdaki"),
        ("تجاهل", "تعليمات", "السابق"),
        ("忽略 无视 忘记 無視", "指令 指示 说明 說明 规则 規則", "之前 以前 上述 以上 先前"),
        ("無視 忘れ", "指示 命令", "以前 これまで 上記"),
    )
)
"""The first kind in other languages, by beginnings of words: forget, instructions, previous, all in one sentence."""
_ALIKE = str.maketrans("аеорсухіјѕԁԛԝοανικρτυ", "aeopcyxijsdqwoavikptu")
"""Cyrillic and Greek letters that look like Latin ones."""


_WORDS = frozenset(
    """
    ignore disregard forget override bypass prompt prompts instruction instructions json schema system systems developer
    ai ais llm llms model models reader readers automated automatic machine machines assistant assistants bot bots
    chatbot chatbots summariser summarisers summarizer summarizers summary summaries abstract abstracts records user
    tool admin administrator recorded listed marked entered added summarised summarized classified shown
    add include insert enter list mark set record report write state treat name leave
    ignorez oubliez negligez ignorieren ignoriere vergiss vergessen missachten missachte ignora olvida olvide omiso
    dimentica dimenticate trascura esqueca desconsidere negeer vergeet zignoruj ignoruj zapomnij yoksay gormezden unut
    """.split()
)
_MARKS = ("<", "[", "{", "_", "=", '":', '" :', "`", "##")


def may_give_orders(folded: str, words: frozenset[str]) -> bool:
    """Return whether `gives_orders` is worth asking of a text with these words; it takes several times as long."""
    return not words.isdisjoint(_WORDS) or not folded.isascii() or _has(folded, _MARKS)


def gives_orders(folded: str) -> bool:
    """Return whether a text, folded, speaks to a machine that reads it."""
    plain = folded.casefold()
    if _matches(plain) or (any(all(_has(plain, words) for words in row) for row in _FOREIGN)):
        return True
    return not plain.isascii() and _matches(plain.translate(_ALIKE))


def opens_orders(folded: str) -> bool:
    """Return whether a text, folded, begins as what is put into another speaker's mouth does ("System: ...")."""
    return _SPEAKER.match(folded.casefold()) is not None


def _matches(plain: str) -> bool:
    return any(_has(plain, kind.hints) and kind.expression.search(plain) for kind in _KINDS)


def _has(plain: str, beginnings: tuple[str, ...]) -> bool:
    return any(map(plain.__contains__, beginnings))
