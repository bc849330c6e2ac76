"""What is to be done with words inside a paragraph: "after “X”, insert “Y” and delete “Z”".

The sentence comes with its quotations marked, its verbs in one form and its place taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from drafter.negotiation.intake import quoted
from drafter.negotiation.intake.asked import Act, Asked

_Q = quoted.MARK
_LEAD = (
    r"(?:the )?(?:(?:following|existing|new|additional|last|first) )?"
    r"(?:words?|phrases?|expressions?|terms?|texts?|wording|formulation|figures?|date|references? to|sentence)"
    r"(?: (?:and punctuation|reading))?,? ?:? ?"
)
_VERBS = (
    (
        r"(?:we|our delegation|my delegation)(?: would)?(?: also| further)?"
        r"(?: like| wish| propose| suggest| request| prefer| recommend| want)s?(?: to(?! be)| that)?",
        "",
    ),
    (r"(?:can|could|may) (?:we|you)", ""),
    (r"please|pls|kindly", ""),
    (r"(?:take|strike|cut) out|remove|strike|omit|suppress|drop", "delete"),
    (r"adding|inserting|including", "insert"),
    (r"deleting|removing", "delete"),
    (r"replacing", "replace"),
    (r"add|include|introduce|put in|append", "insert"),
    (r"(?:should|shall|is to|are to|to|will|was|were|is|are|would)(?: be)? (?:added|inserted|included)", "BE-insert"),
    (r"(?:should|shall|is to|are to|to|will|was|were|is|are|would)(?: be)? (?:deleted|removed|omitted)", "BE-delete"),
    (r"(?:should|shall|is to|are to|to|will|was|were|is|are|would)(?: be)? (?:replaced|substituted)", "BE-replace"),
    (r"(?:should|shall|is to|are to|to|will|was|were|is|are|would)(?: be)? (?:placed|moved)", "BE-move"),
    (r"added|inserted", "insert"),
    (r"deleted|removed", "delete"),
    (r"replaced", "replace"),
    (r"at the end(?: of (?:it|the (?:paragraph|sentence|text)))?|in fine", "at the end"),
    (r"(?:at|in) the (?:beginning|start)(?: of (?:it|the (?:paragraph|text)))?", "at the beginning"),
    (r"(?:immediately|directly|just|right) (?=after|before)", ""),
    (r"instead of", "instead of"),
)
_TIDIED = (
    (re.compile(rf"(?:, ?)?(?:\b{_LEAD}|\bthe following,?:? ?)(?={_Q})", re.IGNORECASE), " "),
    (re.compile(rf" ?[:,] ?(?={_Q})"), " "),
    *((re.compile(rf"(?<!\w)(?:{words})(?![\w])", re.IGNORECASE), verb) for words, verb in _VERBS),
    (re.compile(r" {2,}"), " "),
)


def tidied(sentence: str) -> str:
    """The sentence with one form for each verb, and without "the words", "the following phrase" before a quotation."""
    for pattern, instead in _TIDIED:
        sentence = pattern.sub(instead, sentence)
    return sentence.strip(" .;,?")


_Build = Callable[..., Asked]


def _near(nearer: str) -> _Build:
    return lambda near, anchor: Asked(Act.TAKE_OUT, anchor=anchor, near=near, nearer=nearer)


def _of(act: Act, *names: str, **fixed: str) -> _Build:
    """Builds an act from quotations in the order in which the form has them."""

    def built(*words: str) -> Asked:
        said = dict(zip(names, words, strict=True)) | fixed
        return Asked(act, (), said.get("anchor", ""), said.get("put", ""), said.get("near", ""), said.get("nearer", ""))

    return built


_swap, _swap_back = _of(Act.SWAP, "anchor", "put"), _of(Act.SWAP, "put", "anchor")
_after, _after_back = _of(Act.AFTER, "anchor", "put"), _of(Act.AFTER, "put", "anchor")
_before, _before_back = _of(Act.BEFORE, "anchor", "put"), _of(Act.BEFORE, "put", "anchor")
_between = _of(Act.AFTER, "anchor", "near", "put", nearer="before")
_between_back = _of(Act.AFTER, "put", "anchor", "near", nearer="before")
_rest, _rest_swap = _of(Act.REST, "anchor"), _of(Act.REST, "anchor", "put")
_OF_IT = r"(?: of the (?:paragraph|sentence))?"

_BY = r"(?:with|by)(?: the following)?:?"
_FORMS: tuple[tuple[str, _Build], ...] = (
    (rf"delete {_Q} after {_Q}", lambda words, near: _near("after")(near, words)),
    (rf"delete {_Q} before {_Q}", lambda words, near: _near("before")(near, words)),
    (rf"after {_Q},? delete {_Q}", _near("after")),
    (rf"before {_Q},? delete {_Q}", _near("before")),
    (rf"delete {_Q}", lambda anchor: Asked(Act.TAKE_OUT, anchor=anchor)),
    (rf"{_Q}:? (?:BE-)?delete", lambda anchor: Asked(Act.TAKE_OUT, anchor=anchor)),
    (rf"(?:replace|change|amend|substitute) {_Q} (?:with|by|to|into) {_Q}", _swap),
    (rf"delete {_Q},? (?:and|,) (?:insert|replace(?: it)? {_BY}|substitute(?: therefore?)?) {_Q}(?: instead)?", _swap),
    (rf"substitute {_Q} for {_Q}", _swap_back),
    (rf"instead of {_Q},?(?: (?:put|say|read|use|write|insert))? {_Q}", _swap),
    (rf"(?:insert|put|say|use) {_Q} instead of {_Q}", _swap_back),
    (rf"for {_Q},? (?:substitute|read|insert) {_Q}", _swap),
    (rf"{_Q} ?(?:->|→|=>|>) ?{_Q}", _swap),
    (rf"{_Q} (?:BE-replace {_BY}|(?:should|to|is to) (?:become|read)) {_Q}", _swap),
    (rf"{_Q} (?:BE-move|move) after {_Q}|(?:move|place) {_Q} after {_Q}",
     _of(Act.SHIFT, "anchor", "near", nearer="after")),
    (rf"{_Q} (?:BE-move|move) before {_Q}|(?:move|place|put) {_Q} (?:before|ahead of) {_Q}",
     _of(Act.SHIFT, "anchor", "near", nearer="before")),
    (rf"after {_Q},? insert {_Q}|after {_Q} {_Q}", _after),
    (rf"before {_Q},? insert {_Q}", _before),
    (rf"{_Q} BE-insert after {_Q}|insert {_Q},? after {_Q}", _after_back),
    (rf"{_Q} BE-insert before {_Q}|insert {_Q},? (?:before|ahead of) {_Q}", _before_back),
    (rf"(?:insert )?between {_Q} and {_Q},? insert {_Q}", _between),
    (rf"insert {_Q},? between {_Q} and {_Q}", _between_back),
    (rf"at the end,? insert {_Q}|insert (?:{_Q},? at the end|at the end {_Q})|{_Q} BE-insert at the end",
     _of(Act.AT_END, "put")),
    (rf"at the beginning,? insert {_Q}|insert (?:{_Q},? at the beginning|at the beginning {_Q})"
     rf"|{_Q} BE-insert at the beginning",
     lambda p: Asked(Act.AT_BEGINNING, put=p)),
    (rf"after {_Q},? replace (?:the )?(?:existing |remaining |rest of the )?text {_BY} {_Q}",
     _rest_swap),
    (rf"delete (?:everything|all|the text|the rest|the remainder) after {_Q}", _rest),
    (rf"after {_Q},? delete (?:the )?(?:end|rest|remainder){_OF_IT}", _rest),
    (rf"(?:conclude|end|finish|stop)(?: the)?(?: paragraph| sentence)? after {_Q}", _rest),
    (r"delete (?:the )?(?:end|rest|remainder) of the (?:paragraph|sentence)", lambda: Asked(Act.REST)),
    (rf"split(?: the paragraph)?(?: in two)? after {_Q}", lambda a: Asked(Act.SPLIT, anchor=a)),
)  # fmt: skip
_COMPILED = tuple((re.compile(form, re.IGNORECASE), build) for form, build in _FORMS)
_NEXT = re.compile(r"[,;]? (?:and|then|and then|as well as) |[,;] ?(?:and )?", re.IGNORECASE)
_AND_Q = re.compile(rf"(?:,? and|,) ({_Q})", re.IGNORECASE)

_AND_SWAP = re.compile(rf"(?:,? and|,) {_Q} (?:with|by|to|into) {_Q}", re.IGNORECASE)


def clauses(text: str, quotes: tuple[str, ...]) -> tuple[Asked, ...]:
    """What a tidied text asks for, act by act; () where any of it is not understood."""
    return tuple(_read(text, quotes))


def _read(text: str, quotes: tuple[str, ...]) -> Iterator[Asked]:
    at = 0
    made: list[Asked] = []
    while True:
        longest: tuple[int, Asked] | None = None
        for form, build in _COMPILED:
            found = form.match(text, at)
            if found and (longest is None or found.end() > longest[0]):
                longest = found.end(), build(*(quotes[int(n)] for n in found.groups() if n is not None))
        if longest is None:
            return
        at, asked = longest
        if asked.act is Act.REST and not asked.anchor:  # the end of the paragraph behind what was just put in
            if not made or made[-1].act is not Act.AFTER:
                return
            last = made.pop()
            asked = Asked(Act.REST, anchor=last.anchor, put=last.put)
        made.append(asked)
        while asked.act is Act.TAKE_OUT and not asked.near and (more := _AND_Q.match(text, at)):
            made.append(Asked(Act.TAKE_OUT, anchor=quotes[int(more[2])]))
            at = more.end()
        while asked.act is Act.SWAP and (more := _AND_SWAP.match(text, at)):
            made.append(Asked(Act.SWAP, anchor=quotes[int(more[1])], put=quotes[int(more[2])]))
            at = more.end()
        if at == len(text):
            yield from made
            return
        following = _NEXT.match(text, at)
        if following is None:
            return
        at = following.end()
