"""What was in the index of tantivy at one moment, to be asked by any number of threads at once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Any

import tantivy
from rapidfuzz import fuzz

from drafter.library.local.fields import ANALYZER, is_passage
from drafter.library.local.fields import passage as passage_of
from drafter.library.local.places import day_number
from drafter.library.terms import plain_words
from drafter.library.values import ANYWHERE, Hit, Passage, SearchHits, Where

RAREST = 16
"""How many of a text's terms are looked for, the rarest first: more cost time and find next to nothing."""

FEWEST, BUDGET = 6, 60_000
"""After the sixth, a term is left out if the terms together occur in more passages than this."""

FETCHED = 50
"""How many passages at least are compared with the text, word set with word set, before the best are given."""


class IndexView:
    """The answers of `ports.Index`, from what one searcher sees; its counts are cached."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema) -> None:
        self._searcher = searcher
        self._schema = schema
        self._frequencies: dict[tuple[str, date | None], int] = {}
        self._symbols: dict[int, str] = {}

    def search(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> SearchHits:
        terms = set(ANALYZER.analyze(text))
        sought = self._rarest(terms, where)
        if not sought:
            return SearchHits((), 0, 0, 0)
        hits = self._likeliest(sought, where, max(FETCHED, limit))
        found = [(weight, passage_of(self._searcher.doc(address))) for weight, address in hits]
        best = found[0][0] if found else 1.0
        weighed_again = (
            Hit(passage, weight / best * fuzz.token_set_ratio(text, passage.text) / 100) for weight, passage in found
        )
        ranked = sorted(weighed_again, key=lambda hit: (-hit.score, hit.passage.symbol, hit.passage.place))
        return SearchHits(tuple(ranked[:limit]), None, len(sought), len(terms))

    def resolutions(self, text: str, where: Where = ANYWHERE, limit: int = 60) -> Mapping[str, float]:
        sought = self._rarest(set(ANALYZER.analyze(text)), where)
        hits = self._likeliest(sought, where, limit) if sought else []
        numbers = self._searcher.fast_field_values("resolution", [address for _, address in hits])
        best: dict[str, float] = {}
        for found, (weight, address) in zip(numbers, hits, strict=True):
            number = int(found or 0)
            if number not in self._symbols:
                self._symbols[number] = self._searcher.doc(address)["symbol"][0]
            best.setdefault(self._symbols[number], weight / hits[0][0])
        return best

    def _likeliest(self, sought: list[tuple[int, str]], where: Where, limit: int) -> list[tuple[float, Any]]:
        """The addresses of the passages with most of the terms, and their scores.

        The scores are the engine's own, which count all passages; or, where some are too late to count, those that the
        earlier passages alone would give.
        """
        everything = self._frequency("", where)
        blind = everything < self._frequency("", ANYWHERE)
        wanted = [(tantivy.Occur.Should, self._term("text", term)) for _, term in sought]
        if blind:
            wanted = [
                (occur, tantivy.Query.const_score_query(query, math.log(1 + everything / count)))
                for (occur, query), (count, _) in zip(wanted, sought, strict=True)
            ]
        query = self._filtered(tantivy.Query.boolean_query(wanted), where)
        found = self._searcher.search(query, limit, count=False, weight_by_field="brevity" if blind else None)
        return [(float(weight), address) for weight, address in found.hits]

    def phrase(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> SearchHits:
        terms: list[str | tuple[int, str]] = [*ANALYZER.analyze(text)]
        if not terms:
            return SearchHits((), 0, 0, 0)
        sought = (
            tantivy.Query.phrase_query(self._schema, "text", terms)
            if len(terms) > 1
            else self._term("text", str(terms[0]))
        )
        query = tantivy.Query.const_score_query(self._filtered(sought, where), 1.0)
        wanted = plain_words(text)
        hits: list[Hit] = []
        offset = 0
        while len(hits) < limit:
            found = self._searcher.search(query, max(limit, FETCHED), order_by_field="day", offset=offset)
            offset += len(found.hits)
            for _, address in found.hits:
                passage = passage_of(self._searcher.doc(address))
                if _contains(plain_words(passage.text), wanted):
                    hits.append(Hit(passage, 1.0))
            if not found.hits:
                break
        return SearchHits(tuple(hits[:limit]), _matched(found), len(terms), len(terms))

    def get(self, symbol: str) -> tuple[Passage, ...]:
        found = self._searcher.search(self._term("symbol", symbol), 100_000, count=False)
        passages = (self._searcher.doc(address) for _, address in found.hits)
        return tuple(sorted(map(passage_of, filter(is_passage, passages)), key=lambda passage: passage.place))

    def frequency(self, text: str, where: Where = ANYWHERE) -> int:
        terms = sorted(set(ANALYZER.analyze(text)))
        if len(terms) == 1:
            return self._frequency(terms[0], where)
        every = [(tantivy.Occur.Must, self._term("text", term)) for term in terms]
        return self._count(self._filtered(tantivy.Query.boolean_query(every), where)) if every else 0

    @cached_property
    def fingerprints(self) -> Mapping[str, str]:
        heads = self._searcher.search(self._term("kind", "head"), max(1, self._searcher.num_docs))
        documents = (self._searcher.doc(address) for _, address in heads.hits)
        return {head["symbol"][0]: head["head"][0] for head in documents}

    def _term(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value, "basic")

    def _count(self, query: tantivy.Query) -> int:
        return _matched(self._searcher.search(query, 1))

    def _rarest(self, terms: Iterable[str], where: Where) -> list[tuple[int, str]]:
        """The terms to look for, with the number of passages each stands in before the day asked for.

        A term stands there in at most `later` passages fewer than everywhere: so most need not be counted.
        """
        later = self._frequency("", Where()) - self._frequency("", where)
        known = sorted((self._frequency(term, ANYWHERE), term) for term in terms)
        rarest: list[tuple[int, str]] = []
        for everywhere, term in known:
            if len(rarest) >= RAREST and everywhere - later > rarest[-1][0]:
                break
            if count := self._frequency(term, where) if later else everywhere:
                rarest = sorted([*rarest, (count, term)])[:RAREST]
        together = list(accumulate(count for count, _ in rarest))
        return [one for n, one in enumerate(rarest) if n < FEWEST or together[n] <= BUDGET]

    def _frequency(self, term: str, where: Where) -> int:
        """In how many passages from before the day asked for a term ("": any) occurs; later ones must have no
        influence."""
        key = (term, where.before)
        if key not in self._frequencies:
            if where.before is None:
                count = self._searcher.doc_freq("text", term) if term else self.passages
            else:
                query = self._term("text", term) if term else tantivy.Query.all_query()
                count = self._count_before(query, where.before)
            self._frequencies[key] = count
        return self._frequencies[key]

    def _count_before(self, query: tantivy.Query, day: date) -> int:
        """Counts as a filter would, in a third of the time, since for each match the engine reads only the day."""
        until = day_number(day)
        days = {"days": {"range": {"field": "day", "ranges": [{"to": until}]}}}
        buckets = self._searcher.aggregate(query, days)["days"]["buckets"]
        return sum(int(bucket["doc_count"]) for bucket in buckets if bucket.get("to") == until)

    @property
    def passages(self) -> int:
        return int(self._searcher.num_docs) - len(self.fingerprints)

    def _filtered(self, query: tantivy.Query, where: Where) -> tantivy.Query:
        must: list[tuple[Any, tantivy.Query]] = []
        if where.before is not None or where.since is not None:
            since = day_number(where.since) if where.since else None
            until = day_number(where.before)
            days = tantivy.Query.range_query(
                self._schema, "day", tantivy.FieldType.Unsigned, since, until, include_upper=False
            )
            must.append((tantivy.Occur.Must, tantivy.Query.const_score_query(days, 0.0)))
        for field, values in (("organ", where.organs), ("kind", where.kinds)):
            if values:
                either = [(tantivy.Occur.Should, self._term(field, str(value))) for value in sorted(values)]
                must.append(
                    (tantivy.Occur.Must, tantivy.Query.const_score_query(tantivy.Query.boolean_query(either), 0.0))
                )
        for field, unwanted in (("symbol", where.without_symbols), ("series", where.without_series)):
            must.extend((tantivy.Occur.MustNot, self._term(field, value)) for value in sorted(unwanted))
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), *must]) if must else query


def _matched(found: tantivy.SearchResult) -> int:
    return int(found.count)  # type: ignore[attr-defined]  # the engine's type stubs leave it out


def _contains(texts: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return any(texts[at : at + len(wanted)] == wanted for at in range(len(texts) - len(wanted) + 1))
