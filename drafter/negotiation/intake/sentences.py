"""One instruction, a sentence of a paper or a line of a letter: which paragraphs, and what is to be done with them."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model.negotiated import Stand
from drafter.negotiation.intake import locators, quoted
from drafter.negotiation.intake.asked import Act, Asked, Understood
from drafter.negotiation.intake.clauses import clauses, tidied
from drafter.negotiation.intake.locators import EVERYWHERE, Located, Locator, located

_L, _Q = locators.MARK, quoted.MARK
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(_NUMBERS, 1)}
_PARAGRAPHS = (
    rf"(?:(?P<n>{'|'.join(_COUNTS)}|the following|the) ?)?(?:new |additional |further |the following )*"
    r"(?:(?P<kind>preambular |operative )?(?:sub)?paragraphs?(?: one level below)?|headings?)|(?:the )?following"
)
_READING = r"(?:,? ?(?:reading|which (?:would|will|shall) read|to read|which reads)(?: as follows)?| as follows)?:? ?"
_TEXT = rf"(?P<text>(?:{_Q}[ ,;and]*)*)"
_BY = r"(?:with|by)(?: the following(?: text| paragraph)?)?"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_IN = _form(rf"(?:In|At|From|On|To|For) {_L}[,:]? (?P<rest>.+)")
_BEHIND = _form(rf"(?P<rest>.+?),? (?:in|of|from|to|at) {_L}")
_THROUGHOUT = _form(rf"(?P<rest>.+?),? {_L}")
_EDGE_OF = _form(rf"^(?:At|To|In) the (end|beginning|start) of {_L},?")
_DROP = _form(rf"delete {_L}(?P<old>,? ?(?:reading|which reads)(?: as follows)?:?)?(?: {_Q})?|{_L} (?:BE-)?delete")
_REWRITE = _form(
    rf"(?:replace|change|amend|substitute|revise) {_L} "
    rf"(?:{_BY}|(?:so as )?to read(?: as follows)?|as follows):? ?{_TEXT}"
    rf"|{_L} (?:(?:should|shall|to|would|will) read|reads|BE-replace {_BY})(?: as follows)?:? ?(?P<text2>(?:{_Q})?)"
    rf"|delete {_L} and (?:substitute|replace)(?: therefore?| them| it)? ?"
    rf"(?:{_BY}|the following(?: text)?):? ?(?P<text3>(?:{_Q})?)"
)
_NEW = _form(
    rf"(?P<where>after|before|between) {_L},? insert (?:{_PARAGRAPHS}){_READING}{_TEXT}"
    rf"|insert (?:{_PARAGRAPHS.replace('?P<n>', '?P<n2>').replace('?P<kind>', '?P<kind2>')}),? "
    rf"(?P<where2>after|before|between) {_L}{_READING}(?P<text2>(?:{_Q})*)"
)
_HEADING = _form(r"insert [a-z ]*headings?\b")
_SUBPARAGRAPH = _form(r"insert [a-z ]*subparagraphs?\b")
_BELOW = _form(r"insert [a-z ]*subparagraphs? one level below\b")
_INSERT_NAMED = _form(rf"insert (?:an? |the )?{_L}{_READING}:? ?(?P<text>(?:{_Q})?)")
_MERGE = _form(rf"merge {_L}(?:,? (?:with|and|into) {_L})?")
_MOVE = _form(
    rf"(?:move|place|put) {_L},? (?:to )?(?P<where>after|before) {_L}"
    rf"|{_L} (?:BE-move|moved|placed) (?P<where2>after|before) {_L}"
)
_SPLIT = _form(rf"split {_L}(?: in two)? after {_Q}")
_RENUMBER = _form(r"renumber .*|(?:the )?(?:subsequent|following|remaining) paragraphs?\b.* renumbered\b.*")
_SO_THAT = re.compile(
    r",? so (?:that|as)\b.*?\bread(?:s| as follows)?:?(?: ?\x02\d+\x03)?.*$", re.IGNORECASE | re.DOTALL
)
_STANDS = (
    (Stand.RETAIN, r"(?:please )?(?:retain|keep(?: as (?:it )?is)?|as it stands|maintain|no changes?)"),
    (Stand.SUPPORT, r"(?:we )?(?:strongly )?(?:support(?:ed)?|agree(?:d)?|can (?:support|accept|agree)|ok|fine)"),
    (Stand.OPPOSE, r"(?:we )?(?:oppose(?:d)?|object(?:ion)?|(?:do |can ?)not (?:support|accept)|not supported)"),
    (Stand.RESERVE, r"(?:we )?(?:(?:(?:have|has|place) (?:a )?|study |scrutiny )?reserv(?:ed?|ations?))"),
)  # fmt: skip
_BARE_STANDS = tuple(
    (
        stand,
        re.compile(
            rf"(?:{words})(?: (?:the )?(?:paragraph|it|text|our position))?(?: as it stands| as is)?[ .!;]*",
            re.IGNORECASE,
        ),
    )
    for stand, words in _STANDS
)

_STAND_ON = _form(
    rf"(?P<stand>(?:{'|'.join(words for _, words in _STANDS)})) (?:the )?(?:text of |language of )?{_L}"
    r"(?: (?:as it stands|as is|as drafted|in its current form))?"
)


def stand_of(text: str) -> Stand | None:
    """The stand that a text of no other content takes: "retain", "we support"; None where it says something else."""
    return next((stand for stand, form in _BARE_STANDS if form.fullmatch(text.strip())), None)


def sentence(text: str, blocks: tuple[str, ...] = ()) -> Understood:
    """What a sentence asks for; `blocks` are the paragraphs of text that stand below it."""
    marked = quoted.quoted(text)
    if marked.broken:
        return Understood(why="a quotation mark has no partner")
    at = located(_SO_THAT.sub("", marked.text))
    if _RENUMBER.fullmatch(at.text.strip()) and not blocks:
        return Understood()
    asked = _whole(Located(tidied(at.text), at.found), marked.quotes, blocks)
    if asked is None:
        asked = _inside(Located(tidied(at.text), at.found), marked.quotes)
    if not asked and not at.found and (read := clauses(tidied(at.text), marked.quotes)):
        asked = tuple(one for one in read if one.anchor)  # the words say where they stand
    if asked:
        return Understood(asked)
    return Understood(
        why="it names no paragraph" if not at.found else "what is to be done is not among the forms known"
    )


def about(places: tuple[Locator, ...], text: str) -> Understood:
    """What a text asks for of paragraphs that are named apart from it, as before a colon or in a table's column."""
    stand = stand_of(text)
    if stand is not None:
        return Understood((Asked(Act.STAND, places, stand=stand),))
    marked = quoted.quoted(text)
    bare = tidied(marked.text)
    if found := _whole_of(places, bare, marked.quotes):
        return Understood(found)
    if marked.broken:
        return Understood(why="a quotation mark has no partner")
    if found := clauses(tidied(_SO_THAT.sub("", marked.text)), marked.quotes):
        return Understood(tuple(replace(one, places=places) for one in found))
    return Understood(why="what is to be done is not among the forms known")


_BARE_DELETE = _form(r"(?:please )?(?:delete|BE-delete)(?: (?:the |this )?(?:whole |entire )?paragraph)?")
_BARE_MERGE = _form(r"(?:to )?(?:merge|be merged|merged)(?: (?:the )?(?:two|paragraphs|both))?")
_BARE_MERGE_WITH = _form(rf"merge (?:with|into) {_L}")
_BARE_MOVE = _form(rf"(?:BE-move|moved?|placed?|put)(?: to)? (?P<where>after|before) {_L}")
_BARE_SPLIT = _form(rf"split(?: in two)? after {_Q}")
_BARE_TEXT = _form(
    rf"(?:(?:replace|change) (?:{_BY}|to read)|(?:to|should) read|new (?:text|paragraph)|reword(?: to read)?|text)"
    rf"(?: as follows)?:? ?{_Q}|{_Q}"
)


def _whole_of(places: tuple[Locator, ...], text: str, quotes: tuple[str, ...]) -> tuple[Asked, ...]:
    """A deed on the whole of the paragraphs that are named apart."""
    if _BARE_DELETE.fullmatch(text):
        return (Asked(Act.DROP, places),)
    if _BARE_MERGE.fullmatch(text) and len(places) > 1:
        return (Asked(Act.MERGE, places),)
    if (found := _BARE_SPLIT.fullmatch(text)) and len(places) == 1:
        return (Asked(Act.SPLIT, places, anchor=quotes[int(found[1])]),)
    if (found := _BARE_TEXT.fullmatch(text)) and len(places) == 1:
        return (Asked(Act.REWRITE, places, blocks=(quotes[int(found[1] or found[2])],)),)
    named = located(text)
    bare = tidied(named.text)
    if (found := _BARE_MERGE_WITH.fullmatch(bare)) and len(places) == 1:
        return (Asked(Act.MERGE, (*places, *named.found[int(found[1])])),)
    if (found := _BARE_MOVE.fullmatch(bare)) and len(places) == 1:
        act = Act.MOVE_AFTER if found["where"].lower() == "after" else Act.MOVE_BEFORE
        return (Asked(act, places, target=named.found[int(found[2])][-1]),)
    return ()


def _whole(at: Located, quotes: tuple[str, ...], blocks: tuple[str, ...]) -> tuple[Asked, ...] | None:
    """A deed on whole paragraphs; None where the sentence is of another form."""
    text = at.text
    if (found := _STAND_ON.fullmatch(text)) and (stand := stand_of(found["stand"])):
        return (Asked(Act.STAND, _places(at, found), stand=stand),)
    if found := _DROP.fullmatch(text):
        return (Asked(Act.DROP, _places(at, found), blocks=blocks),)
    if found := _REWRITE.fullmatch(text):
        places, own = _places(at, found), _texts(found, quotes) or blocks
        if not own:
            return None
        rest = (Asked(Act.DROP, places[1:]),) if len(places) > 1 else ()
        return (Asked(Act.REWRITE, places[:1], blocks=own), *rest)
    if found := _NEW.fullmatch(text):
        return _new(found, _places(at, found), _texts(found, quotes) or blocks)
    if (found := _INSERT_NAMED.fullmatch(text)) and (own := _texts(found, quotes) or blocks):
        return (Asked(Act.NEW_HERE, _places(at, found), blocks=own),)
    if (found := _MERGE.fullmatch(text)) and len(places := _places(at, found)) > 1:
        return (Asked(Act.MERGE, places),)
    if found := _MOVE.fullmatch(text):
        marks = [at.found[int(n)] for n in re.findall(_L, text)]
        act = Act.MOVE_AFTER if (found["where"] or found["where2"]).lower() == "after" else Act.MOVE_BEFORE
        return (Asked(act, marks[0], target=marks[1][-1]),)
    if found := _SPLIT.fullmatch(text):
        return (Asked(Act.SPLIT, _places(at, found), anchor=quotes[int(found[2])]),)
    return None


def _new(found: re.Match[str], places: tuple[Locator, ...], blocks: tuple[str, ...]) -> tuple[Asked, ...] | None:
    if not blocks:
        return None
    where = (found["where"] or found["where2"]).lower()
    count = _COUNTS.get((found["n"] or found["n2"] or "").lower(), 0)
    act = Act.NEW_BEFORE if where == "before" else Act.NEW_AFTER
    kind = (found["kind"] or found["kind2"] or "").strip().lower()
    kind = kind or ("heading" if _HEADING.search(found[0]) else "")
    places = places[:1] if where == "between" else places
    return (Asked(act, places, blocks=blocks, kind=kind, count=count, below=_below(places, found[0])),)


def _below(places: tuple[Locator, ...], text: str) -> bool:
    """Whether new subparagraphs stand below the paragraph that is named: a subparagraph behind a whole paragraph is
    the first of its list."""
    return _BELOW.search(text) is not None or (
        _SUBPARAGRAPH.search(text) is not None and all("(" not in one.label for one in places)
    )


def _inside(at: Located, quotes: tuple[str, ...]) -> tuple[Asked, ...]:
    """What is to be done with words in the paragraphs named before it or behind it."""
    text = _EDGE_OF.sub("In \x04\\2\x05, at the \\1", at.text)
    for form in (_IN, _BEHIND, _THROUGHOUT):
        found = form.fullmatch(text)
        if found and not re.search(_L, found["rest"]) and (read := clauses(found["rest"].strip(" ,:"), quotes)):
            places = _places(at, found)
            return tuple(replace(_everywhere(one, places), places=places) for one in read)
    return ()


def _everywhere(asked: Asked, places: tuple[Locator, ...]) -> Asked:
    """A change of words named for whole parts of a text is one for each time they stand there."""
    if not any(one.label.endswith(EVERYWHERE) for one in places) or asked.near:
        return asked
    if asked.act is Act.SWAP or asked.act is Act.TAKE_OUT:
        return replace(asked, act=Act.SWAP_ALL)
    return asked


def _places(at: Located, found: re.Match[str]) -> tuple[Locator, ...]:
    return tuple(one for mark in re.findall(_L, found[0]) for one in at.found[int(mark)])


def _texts(found: re.Match[str], quotes: tuple[str, ...]) -> tuple[str, ...]:
    given = next((text for name, text in found.groupdict().items() if name.startswith("text") and text), "")
    return tuple(quotes[int(mark)] for mark in re.findall(_Q, given))
