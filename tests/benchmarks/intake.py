"""What delegations send, taken into a round: `python -m tests.benchmarks.intake [--kept-apart] [CARRIER…]`.

Changes of five owners are planted in real texts and written as people write them, in each carrier. Prints for a carrier
how many came back with the right label, words and owner (target: 95 % or more), how many proposals nobody planted
(none), how many changes were told as not understood (at most 5 %), and how many were lost without a word (none); with
--misses each of these. The series kept apart are measured once, when a piece of work is done.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from drafter.edit.begin import begin
from drafter.errors import DrafterError
from drafter.model.proposal import Arrival, Deed, Proposal
from drafter.negotiation.apply import worded
from drafter.negotiation.intake.carriers import taken
from drafter.negotiation.intake.kinds import Carrier
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.values import Round, opened
from drafter.parse import read_text
from tests.support import real
from tests.support.sent.bracketed import compilation
from tests.support.sent.files import clean_word, draft_file
from tests.support.sent.planting import OWNERS, Planted, Sent, plain, planted
from tests.support.sent.tracked import tracked_word
from tests.support.sent.written import letter, paper, table

EACH = 10
"""Changes by every owner in a text: ten texts have five hundred."""

Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Post:
    """A file as it is sent: name, content, whose it is (() where the file says so), what is planted in it."""

    name: str
    content: str | bytes
    by: tuple[str, ...]
    changes: tuple[Planted, ...]
    carrier: Carrier | None = None


@dataclass
class Count:
    planted: int = 0
    right: int = 0
    invented: int = 0
    told: int = 0
    lost: int = 0
    misses: list[str] = field(default_factory=list)


def letters(sent: Sent, random: Random) -> Iterator[Post]:
    for owner in OWNERS:
        yield Post(f"{owner}.txt", letter(sent.of(owner), random), (owner,), sent.of(owner))


def tables(sent: Sent, random: Random) -> Iterator[Post]:
    form = random.choice(("md", "csv"))
    mixed = random.sample(sent.changes, len(sent.changes))
    yield Post(f"table.{form}", table(mixed, random, form), (), sent.changes)


def papers(sent: Sent, random: Random) -> Iterator[Post]:
    for owner in OWNERS:
        yield Post(f"paper-{owner}.txt", paper(sent, owner, random), (), sent.of(owner))


def drafts(sent: Sent, random: Random) -> Iterator[Post]:
    for owner in OWNERS:
        yield Post(f"{owner}.toml", draft_file(sent, owner, random), (owner,), sent.of(owner))


def words(sent: Sent, _: Random) -> Iterator[Post]:
    for owner in OWNERS:
        yield Post(f"{owner}.docx", clean_word(sent, owner), (owner,), sent.of(owner))


def tracked(sent: Sent, _: Random) -> Iterator[Post]:
    """One file for all; of two who want the same, the first has typed it."""
    once: dict[tuple[str, ...], Planted] = {}
    for one in sent.changes:
        once.setdefault(one.key[1:], one)
    yield Post("tracked.docx", tracked_word(sent, tuple(once.values())), (), tuple(once.values()))


def dashes(sent: Sent, random: Random) -> Iterator[Post]:
    yield Post("compilation.txt", compilation(sent, random, inside=True), (), sent.changes, Carrier.COMPILATION)


def parentheses(sent: Sent, random: Random) -> Iterator[Post]:
    yield Post("compilation.md", compilation(sent, random, inside=False), (), sent.changes, Carrier.COMPILATION)


CARRIERS: dict[str, Callable[[Sent, Random], Iterator[Post]]] = {
    "letters": letters,
    "tables": tables,
    "papers": papers,
    "drafts": drafts,
    "clean Word": words,
    "tracked Word": tracked,
    "dashes": dashes,
    "parentheses": parentheses,
}


@cache
def bases(apart: bool) -> tuple[Round, ...]:
    """Ten texts of the seventy-ninth session, of every other series by title; those kept apart are of the others."""
    found: list[Round] = []
    for place, (_, sessions) in enumerate(sorted(real.series().items())):
        stem = sessions.get("79", [""])[0]
        if stem not in real.texts("ga_78_80_text") or place % 2 != apart:
            continue
        text = read_text(real.texts("ga_78_80_text")[stem], name=f"{stem}.txt").resolution
        if len(text.paragraphs) in range(30, 100) and text.symbol:
            found.append(opened(begin(text, str(text.symbol))))
    return tuple(found[:10])


def measured(name: str, *, apart: bool, seed: int = 0) -> Count:
    """What came back of one carrier's files."""
    count = Count()
    for number, round_ in enumerate(bases(apart)):
        sent = planted(round_, number + seed, EACH)
        for post in CARRIERS[name](sent, Random(f"{name} {number} {seed}")):
            _weigh(post, round_, count)
    return count


def _weigh(post: Post, round_: Round, count: Count) -> None:
    wanted = Counter(one.key for one in post.changes)
    count.planted += wanted.total()
    try:
        given = _taken(post, round_)
    except DrafterError as error:
        count.told += wanted.total()
        count.misses.append(f"refused: {post.name}: {error}")
        return
    found = Counter(_keys(round_, given))
    missed, more = wanted - found, found - wanted
    count.right += (wanted & found).total()
    count.invented += more.total()
    told = min(missed.total(), len(given.not_understood))
    count.told += told
    count.lost += missed.total() - told
    count.misses += [f"missed: {post.name} {one}" for one in missed]
    count.misses += [f"invented: {post.name} {one}" for one in more]
    count.misses += [f"told: {post.name} {one.place}: {one.text} | {one.why}" for one in given.not_understood]


def _taken(post: Post, round_: Round) -> TakenIn:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / post.name
        if isinstance(post.content, bytes):
            path.write_bytes(post.content)
        else:
            path.write_text(post.content, encoding="utf-8")
        return taken(round_, path, Arrival(post.by, post.name), post.carrier)[1]


def _keys(round_: Round, given: TakenIn) -> Iterator[Key]:
    """Owner, kind, label and words of all that was taken; an owner's stretches of one paragraph together."""
    stretches: dict[tuple[str, str], list[Proposal]] = {}
    for one in given.proposals:
        for owner in one.by:
            if one.kind in (Deed.WORDS, Deed.TITLE):
                stretches.setdefault((owner, one.label), []).append(one)
            elif one.kind is Deed.REPLACE:
                yield owner, "words", one.label, plain(one.put.text)
            elif one.kind is Deed.NEW:
                yield owner, "new", one.after or "", plain(one.put.text)
            elif one.kind is Deed.MOVE:
                yield owner, "move", one.label, one.after or ""
            else:
                yield owner, one.kind.value, one.label, "" if one.kind is Deed.DELETE else plain(one.put.text)
    for (owner, label), some in stretches.items():
        yield owner, "words", label, plain(worded(round_.inline(label), some).text)


def main() -> None:
    apart = "--kept-apart" in sys.argv
    seed = next((int(one.removeprefix("--seed=")) for one in sys.argv if one.startswith("--seed=")), 0)
    named = [one for one in sys.argv[1:] if not one.startswith("--")] or list(CARRIERS)
    print("ten texts of series kept apart" if apart else "ten texts to work on", "\n")
    print("carrier        planted  right  invented  not understood  lost")
    for name in named:
        found = measured(name, apart=apart, seed=seed)
        shares = [f"{100 * part / max(found.planted, 1):.1f} %" for part in (found.right, found.told)]
        print(f"{name:<14} {found.planted:>7}  {shares[0]:>6}  {found.invented:>7}  {shares[1]:>13}  {found.lost:>4}")
        if "--misses" in sys.argv:
            print(*(f"    {one}\n" for one in found.misses), sep="", end="")


if __name__ == "__main__":
    main()
